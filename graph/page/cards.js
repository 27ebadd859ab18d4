// The cards: a relation with its evidence, an actor with its relations, the list of all in view, and how to read the map.

/** Fills the card and opens it; the heading takes the focus, so that reading goes on there. */
function openCard(kind, eyebrow, heading, body, { focus = true } = {}) {
  const card = byId("card");
  const close = el("button", { class: "close", type: "button", "aria-label": "Close", on: { click: () => app.clear() } },
    svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: "m3.5 3.5 9 9m0-9-9 9" })));
  const back = app.canGoBack() ? el("button", { class: "back", type: "button", "aria-label": "Back to the card before", on: { click: () => app.back() } },
    svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: "M13 8H3.5M7.5 3.5 3 8l4.5 4.5" }))) : null;
  heading.setAttribute("tabindex", "-1");
  heading.classList.add("data");
  card.className = `card ${kind}`;
  card.replaceChildren(el("div", { class: "card-head" }, ...(back ? [back] : []), el("p", { class: "eyebrow" }, eyebrow), close), heading, ...body.flat().filter(Boolean));
  card.hidden = false;
  card.scrollTop = 0;
  setExpanded();
  if (focus) heading.focus({ preventScroll: true });
}

const partners = (tie) => [tie.from.label, el("span", { class: "to", "aria-label": "to" }, " → "), tie.to.label];

/** The card of a relation: all that is said of these two in this direction and with this sign. */
function tieCard(tie, options) {
  const { all } = app.view;
  const others = [...all.values()].filter((other) => other !== tie
    && [other.from, other.to].includes(tie.from) && [other.from, other.to].includes(tie.to));
  const body = [
    el("p", { class: "facts" }, [count(sentencesOf(tie.claims), "sentence"), count(tie.articles.size, "article"), sourcesWord(tie), certaintyWord(tie)].filter(Boolean).join(" · ")),
    el("p", { class: "marks-key", "aria-hidden": "true" }, el("mark", { class: "who" }, "who"), " ", el("mark", { class: "what" }, "did what"), " ", el("mark", { class: "whom" }, "to whom")),
    tie.parts.map(({ statement, claims }) => el("section", { class: "statement" },
      el("h3", {}, el("span", { class: "data" }, statement.relation), statement.type && !words(statement.type).startsWith(statement.relation) ? el("span", { class: "kind" }, words(statement.type)) : null),
      claimList(claims))),
    others.length ? el("section", { class: "more-between" }, el("h3", {}, "Also between the two"), el("ul", { class: "relations" }, others.map((other) => tieRow(other, null)))) : null,
    el("p", { class: "actors-of" }, [...new Set([tie.from, tie.to])].map((node) => nodeButton(node))),
  ];
  const eyebrow = el("span", { class: `sign sign${tie.sign}` }, `${signName(tie.sign)} relation`);
  openCard("tie", eyebrow, el("h2", {}, partners(tie)), body, options);
}

const certaintyWord = (tie) => ({ fact: "stated as a fact", claim: "not stated as a fact", denied: "denied" }[tie.end]);

/** How many tell it independently: the fewer of the outlets and of the texts, of which copies are one. */
function sourcesWord({ articles: told, texts }) {
  const outlets = new Set([...told].map((article) => article.source || article.iri));
  return told.size > 1 ? count(Math.min(outlets.size, texts.size), "independent source") : "";
}

function nodeButton(node, extra = null) {
  return el("button", { class: "actor", type: "button", on: { click: () => app.pickNode(node) } },
    classMark(node), el("span", { class: "name data" }, node.label), extra);
}

/** One relation as a button that opens its card. `seenFrom`: the actor whose card it is on, or null. */
function tieRow(tie, seenFrom, claims = tie.claims) {
  const outward = tie.from === seenFrom;
  const other = outward ? tie.to : tie.from;
  const told = sentencesOf(claims);
  const label = seenFrom
    ? [hiddenText(outward ? "to " : "from "), el("span", { class: "name data" }, other.label)]
    : [el("span", { class: "name data" }, partners(tie), ": ", tie.parts.map(({ statement }) => statement.relation).slice(0, 3).join(", "))];
  return el("li", {}, el("button", { class: "relation", type: "button", on: { click: () => app.pickTie(tie) } },
    lineMark({ sign: tie.sign, certainty: tie.certainty, end: tie.end, inward: seenFrom && !outward }), label, " ", el("span", { class: "count" }, number(told), hiddenText(told === 1 ? " sentence" : " sentences"))));
}

/** The card of an actor. */
function nodeCard(node, options) {
  const { all, around, shown } = app.view;
  const ties = [...all.values()].filter((tie) => tie.from === node || tie.to === node);
  const neighbours = [...(around.get(node) || new Map())].sort((a, b) => b[1].size - a[1].size || a[0].id - b[0].id);
  const unseen = neighbours.filter(([other]) => !shown.has(other));
  const body = [
    node.aliases ? el("p", { class: "aliases data" }, el("span", { class: "quiet" }, "also "), node.aliases.split("; ").join(", ")) : null,
    el("p", { class: "facts" }, [count(node.mentions, "mention"), count(node.articles, "article"), count(neighbours.length, "neighbour")].join(" · ")),
    nodeDays(ties),
    sides(node, ties),
    el("h3", {}, "Relations"),
    ties.length ? null : el("p", { class: "quiet" }, "None passes the filters."),
    relationGroups(node, ties),
    neighbours.length ? el("h3", {}, "Neighbours") : null,
    el("ul", { class: "neighbours" }, neighbours.slice(0, 40).map(([other, told]) => el("li", {}, nodeButton(other, el("span", { class: "count" }, number(told.size), hiddenText(told.size === 1 ? " article" : " articles")))))),
    unseen.length ? el("button", { class: "wide", type: "button", on: { click: () => app.open(node) } }, `Show its other ${count(unseen.length, "neighbour")} on the map`) : null,
  ];
  openCard("node", [classMark(node), className(node.group)], el("h2", {}, node.label), body, options);
}

const SIDE = 6; // so many at most are named on a side

/**
 * With whom and against whom an actor stands: more articles tell of friendly acts than of hostile ones, or the other way
 * round. Talks and truces take no side.
 */
function sides(node, ties) {
  const told = new Map();
  for (const tie of ties) {
    const other = tie.from === node ? tie.to : tie.from;
    if (tie.end === "denied" || other === node) continue;
    if (!told.has(other)) told.set(other, { other, friendly: new Set(), hostile: new Set() });
    for (const { statement, claims } of tie.parts.filter((part) => part.statement.side)) {
      for (const { article } of claims) told.get(other)[statement.side > 0 ? "friendly" : "hostile"].add(article);
    }
  }
  const lead = ({ friendly, hostile }) => friendly.size - hostile.size;
  const row = (name, sign) => {
    const side = [...told.values()].filter((each) => lead(each) * sign > 0).sort((a, b) => (lead(b) - lead(a)) * sign || a.other.id - b.other.id);
    if (!side.length) return null;
    const more = side.length > SIDE ? el("span", { class: "quiet" }, `and ${number(side.length - SIDE)} more`) : null;
    return [el("dt", { class: `sign${sign}` }, name), el("dd", {}, side.slice(0, SIDE).map(({ other }) => nodeButton(other)), more)];
  };
  const rows = [row("With", 1), row("Against", -1)].filter(Boolean);
  return rows.length ? el("dl", { class: "sides" }, rows) : null;
}

/** An actor's relations, type by type; a tie stands under every type it holds. */
function relationGroups(node, ties) {
  const groups = new Map();
  for (const tie of ties) {
    const byType = new Map();
    for (const part of tie.parts) {
      const type = part.statement.type;
      if (!byType.has(type)) byType.set(type, []);
      byType.get(type).push(...part.claims);
    }
    for (const [type, claims] of byType) {
      if (!groups.has(type)) groups.set(type, []);
      groups.get(type).push({ tie, claims });
    }
  }
  const size = ([type, rows]) => (type ? rows.reduce((sum, { claims }) => sum + claims.length, 0) : 0);
  return [...groups].sort((a, b) => size(b) - size(a)).map(([type, rows]) => el("section", { class: "relation-group" },
    el("h4", {}, type ? words(type) : "other"),
    el("ul", { class: "relations" }, rows.sort((a, b) => b.claims.length - a.claims.length).map(({ tie, claims }) => tieRow(tie, node, claims)))));
}

/** The actor's own days: sentences by day over the whole time of the graph. */
function nodeDays(ties) {
  const claims = ties.flatMap((tie) => tie.claims).filter((claim) => claim.article.day !== null);
  if (firstDay === null || firstDay === lastDay || !claims.length) return null;
  return el("figure", { class: "days" }, histogram(claims, 300, 34), el("figcaption", {}, el("span", {}, dateWords(isoOf(firstDay))), el("span", {}, "statements by day"), el("span", {}, dateWords(isoOf(lastDay)))));
}

/** All in view as a list: the map for those who read rather than look. */
function listCard(options) {
  const { nodes: shown, strengths, ties } = app.view;
  const most = strengths.get(shown[0]) || 1;
  const bar = (node) => {
    const meter = el("span", { class: "meter", "aria-hidden": "true" }, el("span", {}));
    meter.firstChild.style.setProperty("width", `${Math.max(2, (100 * (strengths.get(node) || 0)) / most)}%`);
    return meter;
  };
  const strong = [...ties].sort((a, b) => b.articles.size - a.articles.size || b.claims.length - a.claims.length).slice(0, 60);
  openCard("list", "In view", el("h2", {}, `${count(shown.length, "actor")}, ${count(ties.length, "relation")}`), [
    el("h3", {}, "Actors, the strongest first"),
    el("ul", { class: "neighbours ranked" }, shown.slice(0, 200).map((node) => el("li", {}, nodeButton(node, bar(node))))),
    el("h3", {}, "Relations, the most reported first"),
    el("ul", { class: "relations" }, strong.map((tie) => tieRow(tie, null))),
  ], options);
}

/** How to read the map. */
function helpCard() {
  const line = (mark, text) => el("li", {}, mark, el("span", {}, text));
  openCard("help", "How to read it", el("h2", {}, "Who does what to whom"), [
    el("p", {}, "Every line is something that articles say of two actors. Click a line to read the sentences; click an actor for all its relations."),
    el("ul", { class: "key" },
      line(lineMark({ sign: 1, end: "fact" }), "cooperative, stated as a fact by at least one article"),
      line(lineMark({ sign: -1, end: "claim" }), "hostile, but only claimed by somebody, planned, or uncertain"),
      line(lineMark({ sign: -1, end: "denied" }), "denied wherever it is spoken of"),
      line(lineMark({ certainty: "probable" }), "probable"), line(lineMark({ certainty: "possible" }), "possible")),
    el("p", {}, "Marks grow with an actor’s mentions, lines with the number of articles that tell of the two, where copies of one text count once. Actors of one bloc, tied by cooperation, stand together; where three or more of them are in view, on a ground of their own."),
    el("p", {}, "The map opens with the strongest actors that hang together. Strength is the sum, over an actor’s neighbours, of log", el("sub", {}, "2"), "(1 + articles that tell of the two, copies counted once)."),
    el("h3", {}, "Keys"),
    el("dl", { class: "keys" }, [["/", "find an actor"], ["← ↑ → ↓", "on the map: go from actor to actor"], ["Enter", "open the card"], ["+ − 0", "zoom in, out, fit"], ["Esc", "close, let go"]]
      .flatMap(([key, does]) => [el("dt", {}, key), el("dd", {}, does)])),
  ]);
}
