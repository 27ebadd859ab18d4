// Blocs: actors that stand together, tied by cooperation and against the same others; each on a ground of its own.

const GROUNDS = 6; // as many tints as the style sheet has
const MARGIN = 12; // from a mark to the edge of its ground
const LEAST = 3; // fewer make no bloc to show

/**
 * The blocs in view: [{number, members: [node, …], ties: [tie, …]}, …], the largest first. Of a bloc only those are
 * taken that hang together by the cooperative ties in view; in a crowd grounds would hide more than they show.
 */
function blocsOf(view) {
  if (view.nodes.length > CROWD) return [];
  const ties = view.ties.filter(({ from, to, parts, end }) => from !== to && from.bloc && from.bloc === to.bloc && end !== "denied"
    && parts.some(({ statement }) => statement.side > 0));
  const found = components(neighbourhoods(new Map(ties.map((tie) => [tie.id, tie])))).filter((members) => members.length >= LEAST)
    .map((members) => ({ number: members[0].bloc, members, ties: ties.filter(({ from }) => members.includes(from)) }));
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
