// Blocs: actors that stand together, tied by cooperation and against the same others; each on a ground of its own.

const GROUNDS = 6; // as many tints as the style sheet has
const MARGIN = 12; // from a mark to the edge of its ground
const LEAST = 3; // fewer make no bloc to show

/**
 * The blocs in view: [{number, members: [node, …], ties: [tie, …]}, …], the largest first. Of a bloc only those are
 * taken that hang together by the cooperative ties in view.
 */
function blocsOf(view) {
  const near = new Map();
  for (const tie of view.ties) {
    if (tie.from === tie.to || !tie.from.bloc || tie.from.bloc !== tie.to.bloc || tie.end === "denied") continue;
    if (!tie.parts.some(({ statement }) => statement.side > 0)) continue;
    for (const node of [tie.from, tie.to]) near.set(node, [...(near.get(node) || []), tie]);
  }
  const seen = new Set();
  const found = [];
  for (const start of near.keys()) {
    if (seen.has(start)) continue;
    const members = [start];
    seen.add(start);
    for (const node of members) {
      for (const { from, to } of near.get(node)) for (const other of [from, to]) if (!seen.has(other)) { seen.add(other); members.push(other); }
    }
    if (members.length >= LEAST) found.push({ number: start.bloc, members, ties: [...new Set(members.flatMap((node) => near.get(node)))] });
  }
  return found.sort((a, b) => b.members.length - a.members.length || a.number - b.number);
}

/** Draws the ground under each bloc: a broad band along its ties, as one shape. */
function drawGrounds(context, blocs, places) {
  context.save();
  context.lineCap = context.lineJoin = "round";
  blocs.forEach(({ members, ties }, i) => {
    const largest = members.reduce((most, node) => Math.max(most, places.get(node).r), 0);
    context.strokeStyle = token(`--ground-${i % GROUNDS}`);
    context.lineWidth = 2 * (largest + MARGIN);
    context.beginPath();
    for (const { from, to } of ties) {
      const [a, b] = [places.get(from), places.get(to)];
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
    }
    context.stroke();
  });
  context.restore();
}
