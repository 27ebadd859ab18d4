// From the positions laid out beforehand to places on the map: scaled to the frame, and moved apart where they touch.

const EVENNESS = 0.55; // how far positions are evened out; less where many are shown, so that blocs stand out
const LABEL_ROOM = 110; // this many of the strongest get room for their name, the others for their mark
const LINE_ROOM = 64; // this much of a line stays in sight between the marks it ties
const CROWD = 400; // where more are shown, marks matter more than names
const TIGHT = 1.6; // the map is at least so many times as large as what stands on it: names are of reading size at any scale
const AIR = 3; // and at most so many times, up to 2.5 times that for a crowd

/** Radius of an actor's mark: its area grows with the actor's mentions; smaller where many are shown. */
function radiusOf(node, shownCount) {
  const crowd = Math.min(1, Math.sqrt(90 / Math.max(shownCount, 1)));
  return (5 + 17 * Math.sqrt(node.mentions / maxMentions)) * (0.45 + 0.55 * crowd);
}

/**
 * Places of the actors: Map node → {x, y, r}, with room for the ties, in the shape and as far as may be the size of
 * `frame`, {width, height}. Who is not of a bloc stands beside its ground, where there are not too many.
 */
function settle(shown, ties, frame, blocs) {
  const named = shown.length > CROWD ? LABEL_ROOM / 5 : LABEL_ROOM;
  const boxes = shown.map((node, rank) => {
    const r = radiusOf(node, shown.length);
    const label = rank < named ? labelOf(node, rank) : null;
    return {
      node, r, named: Boolean(label), x: node.x, y: node.y,
      w: Math.max(2 * r, label ? label.width : 0) + (label ? 14 : Math.min(6, r)),
      above: r + Math.min(5, r / 2), below: r + (label ? label.height + 9 : Math.min(5, r / 2)),
    };
  });
  if (boxes.length) spread(boxes, tiedPairs(boxes, ties), bands(boxes, blocs), frame);
  return new Map(boxes.map((box) => [box.node, { x: box.x, y: box.y, r: box.r }]));
}

/** The pairs of boxes that ties join, each once: [a, b, least distance of their middles]. */
function tiedPairs(boxes, ties) {
  const boxOf = new Map(boxes.map((box) => [box.node, box]));
  const room = LINE_ROOM * Math.min(1, Math.sqrt(90 / boxes.length));
  const pairs = new Map();
  for (const { from, to } of ties) {
    if (from === to || !boxOf.has(from) || !boxOf.has(to)) continue;
    const [a, b] = [boxOf.get(from), boxOf.get(to)].sort((one, other) => one.node.id - other.node.id);
    pairs.set(`${a.node.id}-${b.node.id}`, [a, b, a.r + b.r + room]);
  }
  return [...pairs.values()];
}

/** The bands of which grounds are made: [{a, b, half, strangers}, …]; `half` their half width, `strangers` all others. */
function bands(boxes, blocs) {
  const boxOf = new Map(boxes.map((box) => [box.node, box]));
  return blocs.flatMap(({ members, ties }) => {
    const half = members.reduce((most, node) => Math.max(most, boxOf.get(node).r), 0) + MARGIN;
    const own = new Set(members);
    const strangers = boxes.filter((box) => !own.has(box.node));
    return ties.map(({ from, to }) => ({ a: boxOf.get(from), b: boxOf.get(to), half, strangers }));
  });
}

/** Moves marks off the grounds of blocs that are not theirs, a little at a time. Whether anything moved. */
function clear(grounds) {
  let moved = false;
  for (const { a, b, half, strangers } of grounds) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy) || 1;
    for (const box of strangers) {
      const along = Math.min(Math.max(((box.x - a.x) * dx + (box.y - a.y) * dy) / length, 0), length);
      const [fx, fy] = [box.x - a.x - (dx / length) * along, box.y - a.y - (dy / length) * along];
      const away = Math.hypot(fx, fy);
      const lack = half + box.r + 4 - away;
      if (lack <= 0.5) continue;
      moved = true;
      const [ux, uy] = away > 0.01 ? [fx / away, fy / away] : [-dy / length, dx / length];
      box.x += ux * lack * 0.3;
      box.y += uy * lack * 0.3;
    }
  }
  return moved;
}

/** Stretches the cloud to the frame's shape and to the room that the boxes need, then parts boxes, tied marks and grounds. */
function spread(boxes, pairs, grounds, frame) {
  const air = AIR * Math.min(2.5, Math.max(1, Math.sqrt(boxes.length / CROWD)));
  const filled = boxes.reduce((sum, box) => sum + box.w * (box.above + box.below), 0);
  const crowded = boxes.length > CROWD;
  const size = crowded ? filled * air : Math.min(Math.max(frame.width * frame.height, filled * TIGHT), filled * air);
  even(boxes, "x", Math.sqrt((size * frame.width) / frame.height));
  even(boxes, "y", Math.sqrt((size * frame.height) / frame.width));
  const cell = 2 * Math.sqrt(filled / boxes.length);
  const rounds = Math.min(120, Math.max(12, 40000 / boxes.length));
  for (let round = 0; round < rounds; round += 1) {
    const stretched = stretch(pairs);
    const cleared = clear(grounds);
    if (!part(boxes, cell) && !stretched && !cleared) break;
  }
}

/** Brings one coordinate to `size`, evened out: crowds get air and outliers come nearer, the order stays. */
function even(boxes, axis, size) {
  const sorted = [...boxes].sort((a, b) => a[axis] - b[axis] || a.node.id - b.node.id);
  const low = sorted[0][axis];
  const range = Math.max(sorted[sorted.length - 1][axis] - low, 1);
  const evenness = EVENNESS * Math.min(1, Math.sqrt(120 / boxes.length));
  sorted.forEach((box, i) => {
    const rank = sorted.length > 1 ? i / (sorted.length - 1) : 0.5;
    box[axis] = ((1 - evenness) * ((box[axis] - low) / range) + evenness * rank - 0.5) * size;
  });
}

/** Moves the marks of tied pairs apart along their line where too little of it is seen. Whether anything moved. */
function stretch(pairs) {
  let moved = false;
  for (const [a, b, least] of pairs) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const distance = Math.hypot(dx, dy);
    if (distance >= least - 0.5) continue;
    moved = true;
    const [ux, uy] = distance ? [dx / distance, dy / distance] : [1, 0];
    const yielding = b.r / (a.r + b.r); // the smaller one gives way
    a.x -= ux * (least - distance) * yielding;
    a.y -= uy * (least - distance) * yielding;
    b.x += ux * (least - distance) * (1 - yielding);
    b.y += uy * (least - distance) * (1 - yielding);
  }
  return moved;
}

/** One round of moving apart whatever overlaps, found in a grid of cells about as large as two boxes. Whether anything moved. */
function part(boxes, cell) {
  const cells = new Map();
  for (const box of boxes) {
    const [left, right] = [Math.floor((box.x - box.w / 2) / cell), Math.floor((box.x + box.w / 2) / cell)];
    const [top, bottom] = [Math.floor((box.y - box.above) / cell), Math.floor((box.y + box.below) / cell)];
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) {
        const key = x * 65536 + y;
        const there = cells.get(key);
        if (there) there.push(box); else cells.set(key, [box]);
      }
    }
  }
  let moved = false;
  for (const there of cells.values()) {
    for (let i = 0; i < there.length; i += 1) {
      const a = there[i];
      for (let j = i + 1; j < there.length; j += 1) {
        const b = there[j];
        if (a.named || b.named ? partBoxes(a, b) : partDiscs(a, b)) moved = true;
      }
    }
  }
  return moved;
}

/** Moves two apart along the shorter way, one of which has a name. */
function partBoxes(a, b) {
  const overX = (a.w + b.w) / 2 - Math.abs(b.x - a.x);
  if (overX <= 0.5) return false;
  const overY = b.y >= a.y ? a.y + a.below - (b.y - b.above) : b.y + b.below - (a.y - a.above);
  if (overY <= 0.5) return false;
  const axis = overX < overY ? "x" : "y";
  const push = Math.min(overX, overY) * (b[axis] >= a[axis] ? 1 : -1);
  const yielding = b.w / (a.w + b.w); // the smaller one gives way
  a[axis] -= push * yielding;
  b[axis] += push * (1 - yielding);
  return true;
}

/** Moves two bare marks apart along the line between them. */
function partDiscs(a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const least = (a.w + b.w) / 2;
  const distance = Math.hypot(dx, dy);
  const over = least - distance;
  if (over <= 0.5) return false;
  const [ux, uy] = distance > 0.01 ? [dx / distance, dy / distance] : [Math.cos(a.node.id), Math.sin(a.node.id)];
  const yielding = b.w / (a.w + b.w);
  a.x -= ux * over * yielding;
  a.y -= uy * over * yielding;
  b.x += ux * over * (1 - yielding);
  b.y += uy * over * (1 - yielding);
  return true;
}
