// Large maps in motion: a picture of marks and lines, taken at rest, moves along with the map until it rests again.

const OVERSCAN = 1.5; // the picture is so many times as wide and high as the frame
const REST = 180; // milliseconds without movement after which a stale picture is taken anew

class Film {
  /** `network`: vis-network, whose renderer this stands in for while it is `on`. */
  constructor(network) {
    this.network = network;
    this.on = false;
    this.shot = null; // {picture, scale, x, y, width, height, ratio}: how the map stood when it was taken
    this.timer = null;
    const { renderer } = network;
    const whole = renderer._redraw.bind(renderer);
    renderer._redraw = (hidden = false) => (this.on && !hidden ? this.redraw() : whole(hidden));
  }

  /** What is on the map has changed: the picture is no longer true. */
  forget() {
    this.shot = null;
  }

  redraw() {
    const { canvas, renderer, body } = this.network;
    const { clientWidth: width, clientHeight: height } = canvas.frame.canvas;
    renderer.redrawRequested = false;
    if (!renderer.allowRedraw || !width || !height) return;
    canvas.setTransform();
    const context = canvas.getContext();
    const { scale, translation } = body.view;
    if (!this.shot || this.shot.width !== width || this.shot.height !== height) this.take(width, height);
    const { shot } = this;
    const by = scale / shot.scale;
    const [left, top] = [(translation.x - shot.x * by) - shot.left * by, (translation.y - shot.y * by) - shot.top * by];
    context.clearRect(0, 0, width, height);
    context.drawImage(shot.picture, left, top, width * OVERSCAN * by, height * OVERSCAN * by);
    context.save();
    context.translate(translation.x, translation.y);
    context.scale(scale, scale);
    body.emitter.emit("afterDrawing", context);
    context.restore();
    const bare = left > 0 || top > 0 || left + width * OVERSCAN * by < width || top + height * OVERSCAN * by < height;
    if (bare || Math.abs(by - 1) > 0.01) this.retakeAtRest();
  }

  /** Draws marks and lines, with what lies beyond the frame's edges, as vis-network would. */
  take(width, height) {
    const { canvas, renderer, body } = this.network;
    const ratio = canvas.frame.canvas.width / width;
    const { scale, translation: { x, y } } = body.view;
    const picture = this.picture || (this.picture = document.createElement("canvas"));
    picture.width = Math.round(width * OVERSCAN * ratio);
    picture.height = Math.round(height * OVERSCAN * ratio);
    const [left, top] = [(width * (OVERSCAN - 1)) / 2, (height * (OVERSCAN - 1)) / 2];
    const context = picture.getContext("2d");
    context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * (x + left), ratio * (y + top));
    body.emitter.emit("beforeDrawing", context);
    renderer._drawEdges(context);
    renderer._drawNodes(context, true);
    renderer._drawArrows(context);
    this.shot = { picture, scale, x, y, left, top, width, height };
  }

  retakeAtRest() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.forget(); this.network.redraw(); }, REST);
  }
}
