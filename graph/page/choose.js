// Which statements pass the filters, and which actors are the strongest among them.

const FACETS = ["class", "type", "sign", "certainty", "voice", "source"];

/**
 * What the reader has chosen. `off` holds, facet by facet, what is switched off; `kept` are
 * actors called by name, `opened` those whose neighbours are all wanted, `words` what a sentence or headline must hold.
 */
function freshState() {
  return {
    show: defaultShow(), pairs: false, grounds: true, off: Object.fromEntries(FACETS.map((facet) => [facet, new Set()])),
    words: "", from: null, to: null, node: null, tie: null, kept: new Set(), opened: new Set(),
  };
}

/** About sixty actors on a desk, fewer where there is less room. */
function defaultShow() {
  return window.innerWidth < 360 ? 12 : narrowFrame() ? 16 : 60;
}

/** Whether the page is on a phone, or as narrow. */
function narrowFrame() {
  return window.innerWidth < 700;
}

function claimPasses(claim, { off, words: wanted, from, to }) {
  if (off.certainty.has(claim.certainty) || off.source.has(claim.article.source)) return false;
  if (off.voice.has(claim.attributed_to ? "other" : "own")) return false;
  if (wanted && !textOf(claim).includes(wanted)) return false;
  if (from === null) return true;
  return claim.article.day !== null && claim.article.day >= from && claim.article.day <= to;
}

/** A claim's sentence and headline as they are searched; remembered, as every key that is typed asks for them. */
function textOf(claim) {
  claim.text ??= folded(`${claim.sentence} ${claim.article.title}`);
  return claim.text;
}

function statementPasses({ sign, type, from, to }, { off }) {
  return !off.sign.has(sign) && !off.type.has(type) && !off.class.has(from.group) && !off.class.has(to.group);
}

/** All claims that pass. */
function passing(state) {
  return statements.filter((statement) => statementPasses(statement, state))
    .flatMap((statement) => statement.claims.filter((claim) => claimPasses(claim, state)));
}

/** All ties of what passes: one per subject, object and sign, each with its statements and claims. */
function tiesOf(state) {
  const ties = new Map();
  for (const statement of statements) {
    if (!statementPasses(statement, state)) continue;
    const claims = statement.claims.filter((claim) => claimPasses(claim, state));
    if (!claims.length) continue;
    const id = tieId(statement);
    let tie = ties.get(id);
    if (!tie) ties.set(id, tie = { id, from: statement.from, to: statement.to, sign: statement.sign, parts: [], claims: [] });
    tie.parts.push({ statement, claims });
    tie.claims.push(...claims);
  }
  for (const tie of ties.values()) weigh(tie);
  return ties;
}

const tieId = ({ from, to, sign }) => `${from.id}>${to.id}>${sign}`;

/** A tie is as sure as its surest claim; one that no article states as a fact is drawn as a claim or a denial. */
function weigh(tie) {
  const positive = tie.claims.filter((claim) => claim.polarity === "positive");
  const ranks = CERTAINTIES.map(([name]) => name);
  const surest = Math.min(...(positive.length ? positive : tie.claims).map((claim) => ranks.indexOf(claim.certainty)));
  tie.certainty = ranks[Math.max(0, surest)];
  tie.end = tie.claims.some(asserted) ? "fact" : positive.length ? "claim" : "denied";
  tie.articles = new Set(tie.claims.map((claim) => claim.article));
  tie.texts = new Set([...tie.articles].map((article) => article.text));
  tie.parts.sort((a, b) => b.claims.length - a.claims.length);
}

/** Neighbours of every actor: node → (neighbour → texts that tell of the two; copies are one text). */
function neighbourhoods(ties) {
  const around = new Map();
  const side = (node, other) => {
    if (!around.has(node)) around.set(node, new Map());
    const others = around.get(node);
    if (!others.has(other)) others.set(other, new Set());
    return others.get(other);
  };
  for (const tie of ties.values()) {
    if (tie.from === tie.to) continue;
    for (const text of tie.texts) { side(tie.from, tie.to).add(text); side(tie.to, tie.from).add(text); }
  }
  return around;
}

/** The measure of the page: the sum over an actor's neighbours of log2(1 + articles that tell of the two, copies counted once). */
function strengthsOf(around) {
  const strengths = new Map();
  for (const [node, others] of around) {
    let sum = 0;
    for (const told of others.values()) sum += Math.log2(1 + told.size);
    strengths.set(node, sum);
  }
  return strengths;
}

/** Groups of actors that hang together. */
function components(around) {
  const seen = new Set();
  const groups = [];
  for (const start of around.keys()) {
    if (seen.has(start)) continue;
    const group = [start];
    seen.add(start);
    for (const node of group) {
      for (const other of around.get(node).keys()) if (!seen.has(other)) { seen.add(other); group.push(other); }
    }
    groups.push(group);
  }
  return groups;
}

/**
 * The `limit` strongest actors that hang together: from the strongest on, always the strongest that is tied to one
 * already in, unless an outsider is twice as strong. So the view is a connected story, not a list of winners.
 */
function strongest(around, strengths, limit, allowed) {
  const ranked = [...allowed].sort((a, b) => strengths.get(b) - strengths.get(a) || a.id - b.id);
  if (ranked.length <= limit) return new Set(ranked);
  const chosen = new Set();
  const edge = new Set();
  let next = 0;
  while (chosen.size < limit) {
    while (chosen.has(ranked[next])) next += 1;
    let best = ranked[next];
    let inside = null;
    for (const node of edge) if (!inside || strengths.get(node) > strengths.get(inside)) inside = node;
    if (inside && strengths.get(inside) * 2 > strengths.get(best)) best = inside;
    chosen.add(best);
    edge.delete(best);
    for (const other of around.get(best).keys()) if (!chosen.has(other) && allowed.has(other)) edge.add(other);
  }
  return chosen;
}

/** Adds an actor to the chosen; one that would stand alone brings its strongest neighbours. */
function keep(node, chosen, around, strengths) {
  chosen.add(node);
  const others = [...(around.get(node)?.keys() || [])].sort((a, b) => strengths.get(b) - strengths.get(a) || a.id - b.id);
  if (!others.some((other) => chosen.has(other))) for (const other of others.slice(0, 4)) chosen.add(other);
}

/** Everything that the page shows for a state. `ghosts` and `trail`: who and what stands by while time runs. */
function viewOf(state) {
  const all = tiesOf(state);
  const around = neighbourhoods(all);
  const strengths = strengthsOf(around);
  const allowed = new Set();
  let pairs = 0;
  let largest = 0;
  const groups = components(around);
  for (const group of groups) largest = Math.max(largest, group.length);
  for (const group of groups) {
    if (group.length === 2 && largest > 2) pairs += 1;
    if (group.length > 2 || largest <= 2 || state.pairs) for (const node of group) allowed.add(node);
  }
  const chosen = strongest(around, strengths, state.show, allowed);
  for (const node of state.kept) keep(node, chosen, around, strengths);
  for (const node of state.opened) for (const other of around.get(node)?.keys() || []) chosen.add(other);
  const ties = [...all.values()].filter((tie) => chosen.has(tie.from) && chosen.has(tie.to));
  const tied = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
  const shown = [...chosen].filter((node) => tied.has(node) || state.kept.has(node))
    .sort((a, b) => (strengths.get(b) || 0) - (strengths.get(a) || 0) || a.id - b.id);
  return { all, around, strengths, ties, nodes: shown, order: shown, shown: new Set(shown), ghosts: [], trail: [], possible: allowed.size, pairs };
}
