// What of the frame is free for marks, and what of the map places take up.

/** On a phone the buttons for zooming lie along the lower edge, and the map above them. */
const lowRoom = () => (narrowFrame() ? 46 : 0);

/** What an area has for marks: names need the rest at its rim. */
function roomIn({ width, height }) {
  return { width: Math.max(width - Math.min(110, width * 0.2), 1), height: Math.max(height - 70 - lowRoom(), 1) };
}

/** The box around places, marks included. */
function bounds(places) {
  const edge = (pick, of) => places.reduce((found, place) => pick(found, of(place)), of(places[0]));
  const [left, right] = [edge(Math.min, ({ x, r }) => x - r), edge(Math.max, ({ x, r }) => x + r)];
  const [top, bottom] = [edge(Math.min, ({ y, r }) => y - r), edge(Math.max, ({ y, r }) => y + r)];
  return { width: right - left, height: bottom - top, middle: { x: (left + right) / 2, y: (top + bottom) / 2 } };
}
