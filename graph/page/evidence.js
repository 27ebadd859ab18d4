// One piece of evidence on a card: the sentence with its marks, the stance in words, and where it stands.

/** Where predicate, subject and object stand in the sentence: [{start, end, kind}], sorted, apart from each other. */
function marksOf({ sentence, start, end, subject_text: subject, object_text: object }) {
  const marks = end > start && end <= sentence.length ? [{ start, end, kind: "what" }] : [];
  for (const [text, kind, before] of [[subject, "who", true], [object, "whom", false]]) {
    const span = spanOf(sentence, text, marks, start, before);
    const spans = span ? [span] : piecesOf(sentence, text, marks);
    marks.push(...spans.map((each) => ({ ...each, kind })));
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** The place of `text` nearest to the predicate, on the expected side of it if possible, clear of other marks. */
function spanOf(sentence, text, marks, predicate, before) {
  let best = null;
  for (let start = text ? sentence.indexOf(text) : -1; start >= 0; start = sentence.indexOf(text, start + 1)) {
    const end = start + text.length;
    if (/\w/.test(sentence[start - 1] || "") || /\w/.test(sentence[end] || "")) continue;
    if (marks.some((mark) => start < mark.end && mark.start < end)) continue;
    const cost = Math.abs(start - predicate) + ((start < predicate) === before ? 0 : sentence.length);
    if (!best || cost < best.cost) best = { start, end, cost };
  }
  return best && { start: best.start, end: best.end };
}

/** The pieces of an argument that does not stand in one piece in the sentence, in order; lone short words are left. */
function piecesOf(sentence, text, marks) {
  const left = text.split(/\s+/);
  const pieces = [];
  let at = 0;
  while (left.length) {
    let size = left.length;
    let span = null;
    for (; size && !span; size -= 1) {
      const piece = left.slice(0, size).join(" ");
      if (size > 1 || piece.length > 3) span = spanOf(sentence.slice(at), piece, marks.map(({ start, end }) => ({ start: start - at, end: end - at })), 0, false);
    }
    left.splice(0, span ? size + 1 : 1);
    if (!span) continue;
    pieces.push({ start: span.start + at, end: span.end + at });
    at = pieces[pieces.length - 1].end;
  }
  return pieces;
}

const MARK_NAMES = { who: "who: ", what: "did what: ", whom: "to whom: " };

/** The sentence as a quotation with <mark>s. */
function quotation(claim) {
  const quote = el("blockquote", { class: "sentence data", dir: "auto" });
  let at = 0;
  for (const { start, end, kind } of marksOf(claim)) {
    quote.append(claim.sentence.slice(at, start),
      el("mark", { class: kind }, hiddenText(MARK_NAMES[kind]), claim.sentence.slice(start, end)));
    at = end;
  }
  quote.append(claim.sentence.slice(at));
  return quote;
}

/** Outlet, date and title of the article, linked where it has an address. */
function sourceLine({ article }) {
  const parts = [el("span", { class: article.source ? "outlet data" : "quiet" }, article.source || NO_OUTLET)];
  if (article.published) parts.push(el("time", { datetime: article.published }, dateWords(article.published)));
  const title = webLink(article.link, { class: "title data", dir: "auto" }, article.title || "Untitled article");
  const original = articles[article.text];
  if (original !== article) parts.push(el("span", { class: "quiet" }, original.source ? ["same text as in ", el("span", { class: "data" }, original.source)] : "same text as another article"));
  return el("p", { class: "reference" }, parts.map((part, i) => (i ? [" · ", part] : [part])), title);
}

/** One claim, whole. */
function claimItem(claim) {
  const about = [claim.when && timeWords(claim.when), claim.where].filter(Boolean).join(", ");
  return el("li", { class: `claim ${asserted(claim) ? "fact" : "claimed"}` },
    claim.sentence ? quotation(claim) : null,
    el("p", { class: "stance data" }, stanceWords(claim), about ? el("span", { class: "about" }, ` (${about})`) : null),
    sourceLine(claim));
}

const CLAIMS_AT_ONCE = 12;

/** The claims of one statement, the firmest and earliest first, of one day copies last; long lists unfold. */
function claimList(claims) {
  const rank = (claim) => (asserted(claim) ? 0 : 1 + CERTAINTIES.findIndex(([name]) => name === claim.certainty));
  const copied = ({ article }) => article.text !== article.index;
  const sorted = [...claims].sort((a, b) => rank(a) - rank(b) || (a.article.day || 0) - (b.article.day || 0) || copied(a) - copied(b));
  const list = el("ol", { class: "claims" }, sorted.slice(0, CLAIMS_AT_ONCE).map(claimItem));
  const rest = sorted.slice(CLAIMS_AT_ONCE);
  if (!rest.length) return list;
  const more = el("button", { class: "link more", type: "button", on: { click: () => {
    list.append(...rest.map(claimItem));
    more.remove();
  } } }, `${rest.length} more sentences`);
  return el("div", {}, list, more);
}
