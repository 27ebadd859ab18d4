// The map itself: vis-network draws marks and lines; names, emphasis and fit are ours.

class Scene {
  /** `events`: node(node), tie(tie), nothing(). */
  constructor(frame, events) {
    this.frame = frame;
    this.nodeSet = new vis.DataSet([{ id: 0 }]);
    this.edgeSet = new vis.DataSet();
    this.network = new vis.Network(frame, { nodes: this.nodeSet, edges: this.edgeSet }, JSON.parse(raw.options));
    this.network.canvas.frame.removeAttribute("tabindex"); // the keys are for the frame around it
    withoutLabels(this.network.body.nodes[0].labelModule);
    this.film = new Film(this.network);
    this.places = new Map();
    this.tieById = new Map();
    this.view = null;
    this.picked = null; // {nodes: Set, ties: Set} of the selection
    this.hovered = null; // the same under the pointer
    this.fitted = 1; // the scale of the last fit
    this.moved = false; // whether the reader has panned or zoomed since the last fit
    this.listen(events);
  }

  listen(events) {
    const { network } = this;
    network.on("click", ({ pointer }) => {
      const node = this.nodeAt(pointer.DOM);
      const tie = node ? null : this.tieAt(pointer.DOM);
      if (node) events.node(node); else if (tie) events.tie(tie); else events.nothing();
    });
    network.on("hoverNode", ({ node, pointer }) => { if (this.view.shown.has(nodes[node])) this.hover({ node: nodes[node] }, pointer.DOM, events); });
    network.on("hoverEdge", ({ edge, pointer }) => this.hover({ tie: this.tieById.get(edge) }, pointer.DOM, events));
    network.on("blurNode", () => this.hover(null, null, events));
    network.on("blurEdge", () => this.hover(null, null, events));
    this.frame.addEventListener("pointerleave", () => this.hover(null, null, events));
    network.on("dragStart", ({ nodes: dragged }) => {
      this.hover(null, null, events);
      this.moved = true;
      this.film.on = this.many && !dragged.length;
    });
    network.on("dragEnd", ({ nodes: dragged }) => {
      for (const [id, { x, y }] of Object.entries(network.getPositions(dragged))) Object.assign(this.places.get(nodes[id]), { x, y });
      this.film.on = this.many;
      this.film.forget();
    });
    network.on("zoom", () => { this.moved = true; });
    network.on("resize", () => { if (!this.moved) requestAnimationFrame(() => this.refit()); }); // after vis-network has scaled it its way
    network.on("beforeDrawing", (context) => { if (this.view && app.state.grounds) drawGrounds(context, this.blocs, this.livePlaces()); });
    network.on("afterDrawing", (context) => this.overlay(context));
  }

  nodeAt(point) {
    const id = this.network.getNodeAt(point);
    return id === undefined || !this.view.shown.has(nodes[id]) ? null : nodes[id];
  }

  tieAt(point) {
    const id = this.network.getEdgeAt(point);
    return id === undefined ? null : this.tieById.get(id);
  }

  hover(target, point, events) {
    this.hovered = target && this.view ? this.around(target) : null;
    events.hover(target, point);
    this.network.redraw();
  }

  /** The actors and ties that belong to a node or a tie of the view. */
  around({ node, tie }) {
    const ties = new Set(node ? this.view.ties.filter((each) => each.from === node || each.to === node) : [tie]);
    const around = new Set(node ? [node] : []);
    for (const each of ties) { around.add(each.from); around.add(each.to); }
    return { nodes: around, ties, centre: node || null };
  }

  /** Shows a view; `steady` keeps everything where it stands. */
  draw(view, steady = false) {
    this.view = view;
    this.blocs = blocsOf(view);
    this.hovered = null;
    if (!steady) this.places = settle(view.nodes, view.ties, roomIn(this.whole()), this.blocs);
    this.tieById = new Map([...view.trail, ...view.ties].map((tie) => [tie.id, tie]));
    const border = token("--paper");
    this.many = view.ties.length + view.trail.length > MANY_TIES;
    this.film.on = this.many;
    this.film.forget();
    this.edgeSet.clear();
    this.nodeSet.clear();
    this.nodeSet.add([...view.nodes, ...view.ghosts].filter((node) => this.places.has(node)).map((node) => {
      const { x, y, r } = this.places.get(node);
      const background = classColour(node.group);
      return {
        id: node.id, x, y, size: r * (SHAPE_SCALE[node.shape] || 1), shape: node.shape, borderWidth: Math.min(1.5, r / 6),
        color: { background, border }, opacity: view.shown.has(node) ? 1 : GHOST,
      };
    }));
    this.edgeSet.add(tieLines(view, this.places, this.many));
    if (!steady) this.fit(this.picked ? this.whole() : this.clearArea());
  }

  /** Where the actors stand now, while one of them is being dragged too. */
  livePlaces() {
    const { nodes: drawn } = this.network.body;
    return new Map([...this.places].map(([node, { r }]) => [node, { x: drawn[node.id]?.x ?? 0, y: drawn[node.id]?.y ?? 0, r }]));
  }

  /** What a card speaks of, or null. */
  pick(target) {
    this.picked = target && this.around(target);
    this.network.redraw();
  }

  /** After vis-network has drawn: veil all but the emphasised, then write the names. */
  overlay(context) {
    if (!this.view) return;
    const { network } = this;
    const emphasis = this.picked || this.hovered;
    const ratio = context.canvas.width / Math.max(context.canvas.clientWidth, 1);
    const { width, height } = { width: context.canvas.clientWidth, height: context.canvas.clientHeight };
    if (emphasis) {
      context.save();
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.globalAlpha = this.picked ? 0.65 : 0.5;
      context.fillStyle = token("--paper");
      context.fillRect(0, 0, width, height);
      context.restore();
      const lines = [...emphasis.ties].map((tie) => network.body.edges[tie.id]).filter(Boolean);
      for (const line of lines) line.draw(context);
      for (const line of lines) line.drawArrows(context);
      for (const node of emphasis.nodes) network.body.nodes[node.id]?.draw(context);
    }
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.names(context, emphasis, width, height);
    context.restore();
  }

  names(context, emphasis, width, height) {
    const scale = this.network.getScale();
    const { x: cx, y: cy } = this.network.getViewPosition();
    const chief = (node) => emphasis && (node === emphasis.centre || (emphasis.nodes.size <= 2 && emphasis.nodes.has(node)));
    const onScreen = ({ x, y }) => ({ x: (x - cx) * scale + width / 2, y: (y - cy) * scale + height / 2 });
    const spots = [];
    this.view.order.forEach((node, rank) => {
      const place = this.network.body.nodes[node.id];
      if (!place) return;
      const inside = this.view.shown.has(node) && (!emphasis || emphasis.nodes.has(node));
      if (!inside && (this.picked || this.view.ghosts.length) && rank >= LANDMARKS) return;
      spots.push({
        node, r: this.places.get(node).r * scale + (node === this.picked?.centre ? RING : 0), faint: !inside, strong: Boolean(this.picked) && chief(node), rank: chief(node) ? 0 : rank,
        ...onScreen(place),
      });
    });
    if (emphasis) spots.sort((a, b) => a.faint - b.faint || (b.node === emphasis.centre) - (a.node === emphasis.centre) || a.rank - b.rank);
    if (this.picked?.centre) this.ring(context, spots.find(({ node }) => node === this.picked.centre));
    const line = this.picked?.ties.size === 1 && this.network.body.edges[[...this.picked.ties][0].id];
    const points = line ? [0.25, 0.4, 0.5, 0.6, 0.75].map((at) => onScreen(line.edgeType.getPoint(at))) : [];
    const clear = points.map(({ x, y }) => [x - 3, y - 3, x + 3, y + 3]);
    drawNames(context, spots, [...this.covered(), ...clear], this.clearArea().width, height);
  }

  /** A ring around the chosen actor. */
  ring(context, spot) {
    if (!spot) return;
    context.strokeStyle = token("--ink");
    context.lineWidth = 2;
    context.beginPath();
    context.arc(spot.x, spot.y, spot.r, 0, 2 * Math.PI);
    context.stroke();
  }

  /** All in sight, clear of the frame's edges and, unless another area is given, of an open card. */
  fit(area = this.clearArea()) {
    const places = [...this.places.values()];
    if (!places.length) return;
    const box = bounds(places);
    this.fitted = Math.max(this.fitting(box, area), 0.02);
    this.moveTo(box.middle, this.fitted, { x: area.x + area.width / 2, y: area.y + (area.height - lowRoom()) / 2 - 6 });
    this.moved = false;
  }

  /** All in sight again in a frame of another size, and then what is picked. */
  refit() {
    this.fit(this.picked ? this.whole() : this.clearArea());
    if (this.picked) this.reveal(this.picked.centre ? [this.picked.centre] : this.picked.nodes, false);
  }

  whole() {
    return { x: 0, y: 0, width: this.frame.clientWidth, height: this.frame.clientHeight };
  }

  /** The part of the frame that no card covers, in frame pixels. */
  clearArea() {
    const area = this.whole();
    const card = byId("card");
    if (card.hidden) return area;
    const [mine, its] = [this.frame.getBoundingClientRect(), card.getBoundingClientRect()];
    if (its.left - mine.left > 240) area.width = Math.min(area.width, its.left - mine.left);
    else area.height = Math.max(140, Math.min(area.height, its.top - mine.top));
    return area;
  }

  /** The boxes of the frame in which the buttons for zooming, the date and the words searched for stand: [left, top, right, bottom]. */
  covered() {
    const mine = this.frame.getBoundingClientRect();
    const boxes = [...this.frame.parentElement.querySelectorAll(".zoom, .notes > :not([hidden])")].map((each) => each.getBoundingClientRect());
    return boxes.map(({ left, top, right, bottom }) => [left - mine.left - 6, top - mine.top - 6, right - mine.left + 6, bottom - mine.top + 6]);
  }

  /** Puts a point of the map at a point of the frame. */
  moveTo(point, scale, at, animation = false) {
    const offset = { x: at.x - this.frame.clientWidth / 2, y: at.y - this.frame.clientHeight / 2 };
    this.network.moveTo({ position: point, scale, offset, animation });
  }

  zoom(factor) {
    this.moved = true;
    this.network.moveTo({ scale: Math.min(Math.max(this.network.getScale() * factor, 0.02), 6), animation: calm({ duration: 160 }) });
  }

  /**
   * Brings what is picked into sight with as little movement as will do; `first` has precedence. Beside a card the map
   * shrinks a little at most, so that it stays the map the reader knows; above one, as far as is needed.
   */
  reveal(first, animated = true) {
    const boxOf = (group) => {
      const places = [...group].map((node) => this.places.get(node)).filter(Boolean);
      return places.length ? bounds(places) : null;
    };
    const [all, core] = [boxOf(this.picked?.nodes || first), boxOf(first)];
    if (!all || !core) return;
    const area = this.clearArea();
    const wide = area.height === this.frame.clientHeight;
    const now = this.network.getScale();
    const wanted = Math.min(Math.max(now, LEGIBLE), this.fitting(core, area, Infinity));
    const fits = this.fitting(all, area, Infinity);
    const scale = fits >= (wide ? SHRINK * this.fitted : LEGIBLE / 2) ? Math.min(wanted, fits) : wanted;
    const centre = this.network.getViewPosition();
    const shift = (axis, size, from, to) => {
      const box = all[size] * scale <= to - from ? all : core;
      const at = (box.middle[axis] - centre[axis]) * scale;
      const room = Math.max(0, (to - from - box[size] * scale) / 2);
      const middle = (from + to) / 2;
      return at - Math.min(Math.max(at, middle - room), middle + room);
    };
    const [halfWidth, halfHeight] = [this.frame.clientWidth / 2, this.frame.clientHeight / 2];
    const dx = shift("x", "width", area.x + 55 - halfWidth, area.x + area.width - 55 - halfWidth);
    const dy = shift("y", "height", area.y + 25 - halfHeight, area.y + area.height - 45 - halfHeight);
    if (scale === now && !dx && !dy) return;
    const position = { x: centre.x + dx / scale, y: centre.y + dy / scale };
    this.network.moveTo({ position, scale, animation: animated && calm({ duration: 350, easingFunction: "easeInOutQuad" }) });
  }

  /** The scale at which a box fits an area, with room for names at its rim. */
  fitting({ width, height }, area, most = 1.25) {
    const room = roomIn(area);
    return Math.min(room.width / Math.max(width, 1), room.height / Math.max(height, 1), most);
  }

  /** The nearest actor from `node` in a direction: keyboard walking. */
  neighbour(node, dx, dy) {
    const from = this.places.get(node);
    let best = null;
    for (const other of this.view.nodes) {
      if (other === node) continue;
      const place = this.places.get(other);
      const along = (place.x - from.x) * dx + (place.y - from.y) * dy;
      const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
      const cost = along + 2.5 * aside;
      if (along > 0 && (!best || cost < best.cost)) best = { node: other, cost };
    }
    return best && best.node;
  }
}

const SHAPE_SCALE = { square: 0.86, diamond: 1.15, triangle: 1.08, triangleDown: 1.08, star: 1.2, hexagon: 0.98 };
const MANY_TIES = 600; // beyond this many, a picture of the map stands in for it while it moves
const RING = 5; // how far the ring stands from the chosen actor's mark
const LANDMARKS = 20; // so many of the strongest keep their names beside a selection
const SHRINK = 0.85; // how far the map shrinks at most beside a card, of its scale when all is in sight
const LEGIBLE = 0.7; // a scale at which marks are easily told and hit

/** No movement for readers who ask for none. */
function calm(animation) {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? false : animation;
}
