// How ties are drawn: colour by sign, dashes by certainty, heads by who says so, width by articles.

const ARROWS = { fact: "arrow", claim: "vee", denied: "bar" };
const GHOST = 0.18; // how plainly an actor is seen of whom nothing is told at the time that is played

/** One line per tie; lines between the same two bend apart. */
function tieLines(view, places, many) {
  const fade = Math.max(0.45, Math.min(1, Math.sqrt(300 / view.ties.length)));
  const colours = new Map([...SIGN_TOKENS].map(([sign, name]) => [sign, token(name)]));
  const beside = new Map();
  const trail = new Set(view.trail);
  const lines = [...view.trail, ...view.ties];
  for (const tie of lines) {
    const pair = [tie.from.id, tie.to.id].sort((a, b) => a - b).join("-");
    if (!beside.has(pair)) beside.set(pair, []);
    beside.get(pair).push(tie);
  }
  const drawn = lines.filter((tie) => places.has(tie.from) && places.has(tie.to));
  drawn.sort((a, b) => trail.has(b) - trail.has(a) || Math.abs(a.sign) - Math.abs(b.sign)); // the signed ones above the others
  return drawn.map((tie) => {
    const pair = beside.get([tie.from.id, tie.to.id].sort((a, b) => a - b).join("-"));
    const sameWay = pair.filter((other) => other.from === tie.from);
    const bend = pair.length === 1 ? 0.08 : 0.13 + 0.13 * sameWay.indexOf(tie);
    const past = trail.has(tie);
    const width = past ? 1 : Math.min((tie.sign ? 1.3 : 0.9) + 0.85 * Math.log2(tie.texts.size), 5) * Math.max(fade, 0.5);
    const opacity = past ? GHOST : (tie.end === "fact" ? 0.85 : 0.65) * (tie.sign ? 1 : 0.7) * fade;
    return {
      id: tie.id, from: tie.from.id, to: tie.to.id, width, dashes: DASHES[tie.certainty] || false,
      color: { color: colours.get(tie.sign), opacity, inherit: false },
      arrows: { to: { enabled: !past, type: ARROWS[tie.end], scaleFactor: many ? 0.3 : 0.42 + 0.35 / width } },
      smooth: many && pair.length === 1 ? false : { enabled: true, type: "curvedCW", roundness: bend },
    };
  });
}
