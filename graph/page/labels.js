// Names on the map: always of reading size, the strongest first, never one over another.

const TITLES = 12; // the strongest few are set larger and may stand over another's mark
const measurer = document.createElement("canvas").getContext("2d");
const labelCache = new Map();

/** An actor's name set in one or two lines, with its size in pixels. The strongest are set a little larger. */
function labelOf(node, rank) {
  const size = rank < TITLES ? 14 : 12;
  const id = `${node.id}/${size}`;
  let label = labelCache.get(id);
  if (!label) {
    const font = `${size === 14 ? 600 : 500} ${size}px ${token("--sans")}`;
    measurer.font = font;
    const lines = linesOf(shortened(node.label, 44));
    const width = Math.max(...lines.map((line) => measurer.measureText(line).width));
    label = { font, lines, width, height: lines.length * (size + 2), step: size + 2 };
    labelCache.set(id, label);
  }
  return label;
}

/** Names are ours: vis-network need not work out fonts for each mark and line, nor look for a label at each frame. */
function withoutLabels(label) {
  Object.assign(Object.getPrototypeOf(label), { update() {}, draw() {} });
}

/** At most `most` characters, cut between words where there is a place to. */
function shortened(text, most) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}

/** One line, or two of about the same length where the name is long. */
function linesOf(name) {
  const parts = name.split(" ");
  if (name.length <= 18 || parts.length < 2) return [name];
  let best = 1;
  const unevenness = (at) => Math.abs(parts.slice(0, at).join(" ").length - parts.slice(at).join(" ").length);
  for (let at = 2; at < parts.length; at += 1) if (unevenness(at) < unevenness(best)) best = at;
  return [parts.slice(0, best).join(" "), parts.slice(best).join(" ")];
}

/** Rectangles already taken on the screen, in a coarse grid. */
class Taken {
  constructor() { this.cells = new Map(); }

  * near([left, top, right, bottom]) {
    for (let x = left >> 6; x <= right >> 6; x += 1) {
      for (let y = top >> 6; y <= bottom >> 6; y += 1) yield x * 4096 + y;
    }
  }

  free(box) {
    for (const cell of this.near(box)) {
      for (const other of this.cells.get(cell) || []) {
        if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
      }
    }
    return true;
  }

  add(box) {
    for (const cell of this.near(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }
}

/**
 * Draws the names into a canvas context that counts screen pixels. `spots` come in order of importance:
 * {node, rank, x, y, r, strong, faint}; a `strong` one gets its name in any case. No name covers a box of `clear` if
 * there is another seat for it.
 */
function drawNames(context, spots, clear, width, height) {
  const taken = new Taken(); // by names and marks
  const written = new Taken(); // by names alone
  const inside = spots.filter(({ x, y }) => x > -80 && x < width + 80 && y > -40 && y < height + 40);
  for (const { x, y, r } of inside.slice(0, 250)) taken.add([x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8]);
  for (const box of clear) {
    taken.add(box);
    written.add(box);
  }
  const ink = token("--ink");
  const faintInk = token("--ink-faint");
  const paper = token("--paper");
  let room = Math.max(30, Math.round((width * height) / 5200));
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  for (const spot of inside) {
    if (room <= 0 && !spot.strong) break;
    const label = labelOf(spot.node, spot.rank);
    const seats = seatsOf(spot, label);
    const within = seats.filter(([left, top, right, bottom]) => left >= 0 && top >= 0 && right <= width && bottom <= height);
    const place = within.find((seat) => taken.free(seat))
      || (spot.rank < TITLES && !spot.faint && within.find((seat) => written.free(seat))) || (spot.strong && (within[0] || seats[0]));
    if (!place) continue;
    room -= 1;
    taken.add(place);
    written.add(place);
    context.font = label.font;
    context.strokeStyle = paper;
    context.lineWidth = 3.5;
    context.fillStyle = spot.faint ? faintInk : ink;
    label.lines.forEach((line, i) => {
      const x = (place[0] + place[2]) / 2;
      const y = place[1] + 1 + i * label.step;
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
}

/** Where a name may stand: below the mark, above, to its right or left, below or above a little aside, at a corner. */
function seatsOf({ x, y, r }, { width, height }) {
  const half = width / 2;
  const gap = r + 3;
  const [right, left] = [x + gap + half + 1, x - gap - half - 1];
  const sides = [[x, y + gap], [x, y - gap - height], [right, y - height / 2], [left, y - height / 2]];
  const corners = [right - r / 2, left + r / 2].flatMap((cx) => [[cx, y + r / 2], [cx, y - r / 2 - height]]);
  const aside = [y + gap, y - gap - height].flatMap((top) => [[x + half / 2, top], [x - half / 2, top]]);
  return [...sides, ...aside, ...corners]
    .map(([cx, top]) => [cx - half - 2, top, cx + half + 2, top + height]);
}
