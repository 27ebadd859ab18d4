// The graph that the page carries, decoded and linked up. Plain data: nothing here draws.

const raw = JSON.parse(document.getElementById("graph").textContent);

/** Days since 1970 of an ISO date, or null. */
function dayOf(iso) {
  const time = iso ? Date.parse(iso.slice(0, 10)) : NaN;
  return Number.isNaN(time) ? null : Math.floor(time / 86400000);
}

/** The ISO date of a day number. */
function isoOf(day) {
  return new Date(day * 86400000).toISOString().slice(0, 10);
}

// `text`: the number of the article that printed the text first; the others that do are copies of it.
const articles = raw.tables.articles.map(([iri, title, source, published, text, link], index) => ({
  index, iri, title, source, published, text, link, day: dayOf(published),
}));

const sentences = raw.tables.sentences.map(([text, article]) => ({ text, article: articles[article] }));

const nodes = raw.nodes.map((node) => ({ ...node, statements: [] }));

/** An actor's key as the address shows it: "Erdoğan", not "Erdo%C4%9Fan". */
function decoded(key) {
  try { return decodeURIComponent(key); } catch { return key; }
}

const nodeByKey = new Map(nodes.map((node) => [node.key, node]));
for (const node of nodes) {
  const key = decoded(node.key);
  if (!nodeByKey.has(key)) nodeByKey.set(node.key = key, node); // beside the other, which links may hold
}

const noSide = new Set(raw.tables.no_side); // event types that are friendly acts, but not of friends: talks, truces

/** One statement: who, what, whom; `side` says of whose friends or foes it tells; `claims` are the sentences that make it, each with its stance. */
const statements = raw.edges.map((edge) => {
  const statement = {
    from: nodes[edge.from], to: nodes[edge.to], relation: edge.relation,
    type: edge.type, event: edge.event, sign: edge.sign,
    side: noSide.has(edge.event) ? 0 : edge.sign,
  };
  statement.claims = edge.evidence.map((row) => {
    const claim = { statement, place: row[0] };
    raw.tables.columns.forEach((name, i) => { claim[name] = row[i]; });
    claim.sentence = sentences[claim.sentence].text;
    claim.article = sentences[row[0]].article;
    return claim;
  });
  statement.from.statements.push(statement);
  if (statement.to !== statement.from) statement.to.statements.push(statement);
  return statement;
});

/** How many sentences make these claims: one may make several. */
const sentencesOf = (claims) => new Set(claims.map((claim) => claim.place)).size;

const days = articles.map((article) => article.day).filter((day) => day !== null);
const firstDay = days.length ? days.reduce((a, b) => Math.min(a, b)) : null;
const lastDay = days.length ? days.reduce((a, b) => Math.max(a, b)) : null;

const maxMentions = nodes.reduce((most, node) => Math.max(most, node.mentions), 1);

/** Whether the article itself states it as a fact: positive, certain, not still to come, in its own voice. */
function asserted(claim) {
  return claim.polarity === "positive" && claim.certainty === "certain" && claim.tense !== "future"
    && !claim.attributed_to;
}
