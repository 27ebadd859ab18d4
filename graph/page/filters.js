// The panel of filters, which is the legend as well: every row shows its mark as the map draws it.

/** How the values of a facet are named, marked and taken from a statement or claim. */
const FACET_GROUPS = [
  { facet: "sign", title: "Relations", of: (claim) => claim.statement.sign,
    values: () => SIGNS.map(([sign, name]) => ({ value: sign, name, mark: lineMark({ sign }) })) },
  { facet: "certainty", title: "How sure", of: (claim) => claim.certainty,
    values: () => CERTAINTIES.map(([certainty, name]) => ({ value: certainty, name, mark: lineMark({ certainty }) })) },
  { facet: "voice", title: "Who says so", of: (claim) => (claim.attributed_to ? "other" : "own"),
    values: () => VOICES.map(([value, name]) => ({ value, name })) },
  { facet: "class", title: "Actors", of: (node) => node.group, counted: "nodes", only: true,
    values: (counts) => ranked(counts).map((value) => ({
      value, name: className(value), mark: classMark(nodes.find((node) => node.group === value)),
    })) },
  { facet: "type", title: "Kinds of relation", of: (claim) => claim.statement.type, only: true, long: true,
    values: (counts) => ranked(counts).map((value) => ({ value, name: value ? words(value) : "other relations" })) },
  { facet: "source", title: "Sources", of: (claim) => claim.article.source, only: true, long: true,
    values: (counts) => ranked(counts).map((value) => ({ value, name: value || NO_OUTLET })) },
];

const SHORT = 6; // rows of a long group before "more"

const ranked = (counts) => [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));

/** How often each value of a facet stands among all that passes the other facets (`state`), or among all there is. */
function countsOf({ of, counted, facet }, state = null) {
  const claims = state ? passing({ ...state, off: { ...state.off, [facet]: new Set() } }) : statements.flatMap((statement) => statement.claims);
  const items = counted === "nodes" ? new Set(claims.flatMap(({ statement }) => [statement.from, statement.to])) : claims;
  const counts = new Map();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) || 0) + 1);
  return counts;
}

/** Builds the panel. Returns `refresh()`, which brings every control in line with the state. */
function buildFilters() {
  const home = byId("filter-groups");
  const slider = strengthSlider();
  const boxes = [];
  home.append(slider.element);
  for (const group of FACET_GROUPS) {
    const counts = countsOf(group);
    const values = group.values(counts).filter(({ value }) => counts.has(value));
    const rows = values.map((entry) => filterRow(group, entry, values, boxes));
    if (group.facet === "voice") rows.push(arrowKey());
    if (values.length) home.append(filterGroup(group, rows));
  }
  byId("reset").addEventListener("click", () => app.reset());
  byId("words").addEventListener("click", () => { app.state.words = ""; app.update(); byId("search").focus(); });
  return () => {
    slider.refresh();
    const counts = new Map(FACET_GROUPS.map((group) => [group.facet, countsOf(group, app.state)]));
    for (const { box, facet, value, tally: output, row } of boxes) {
      const found = counts.get(facet).get(value) || 0;
      box.checked = !app.state.off[facet].has(value);
      output.textContent = number(found);
      row.classList.toggle("none", !found);
    }
    const narrowed = FACETS.some((facet) => app.state.off[facet].size) || app.state.from !== null || app.state.words !== "";
    byId("reset").hidden = !narrowed;
    byId("open-filters").classList.toggle("on", narrowed);
    byId("words").hidden = !app.state.words;
    byId("words-text").textContent = app.state.words;
  };
}

function filterGroup({ title, facet, long }, rows) {
  const list = el("div", { class: "rows" }, rows.slice(0, long ? SHORT : rows.length));
  const group = el("fieldset", { class: `filter ${facet}` }, el("legend", {}, title), list);
  const rest = long ? rows.slice(SHORT) : [];
  if (rest.length) {
    const more = el("button", { class: "link more", type: "button", on: { click: () => {
      list.append(...rest);
      more.remove();
      rest[0].querySelector("input").focus();
    } } }, `${rest.length} more`);
    group.append(more);
  }
  return group;
}

function filterRow(group, { value, name, mark }, values, boxes) {
  const { facet } = group;
  const box = el("input", { type: "checkbox", on: { change: () => {
    if (box.checked) app.state.off[facet].delete(value); else app.state.off[facet].add(value);
    app.update();
  } } });
  const output = el("span", { class: "count" });
  const row = el("div", { class: "row" }, el("label", {}, box, mark, el("span", { class: "name data" }, name), " ", output));
  boxes.push({ box, facet, value, tally: output, row });
  if (group.only && values.length > 1) {
    row.append(el("button", { class: "only", type: "button", on: { click: () => {
      const alone = app.state.off[facet].size === values.length - 1 && !app.state.off[facet].has(value);
      app.state.off[facet] = new Set(alone ? [] : values.map((each) => each.value).filter((each) => each !== value));
      app.update();
    } } }, "only", hiddenText(` ${name}`)));
  }
  return row;
}

/** What the ends of the lines mean. */
function arrowKey() {
  const entry = (end, text) => el("li", {}, lineMark({ end }), el("span", {}, text));
  return el("ul", { class: "key" },
    entry("fact", "stated as a fact"), entry("claim", "only claimed or planned"), entry("denied", "denied"));
}

/** The slider for how many actors are shown, in steps that grow. */
function strengthSlider() {
  const steps = [10, 16, 24, 40, 60, 90, 130, 180, 250, 350, 500, 700, 1000, 1400, 2000, 2800, 4000, 5600, 8000];
  const input = el("input", { type: "range", min: 0, step: 1, id: "show", on: { input: () => {
    app.state.show = stepAt(Number(input.value));
    app.update();
  } } });
  const output = el("output", { for: "show", class: "shown" });
  const pairsBox = el("input", { type: "checkbox", on: { change: () => { app.state.pairs = pairsBox.checked; app.update(); } } });
  const pairsName = el("span", { class: "name" });
  const groundsBox = el("input", { type: "checkbox", on: { change: () => { app.state.grounds = groundsBox.checked; app.update(); } } });
  const groundsRow = el("div", { class: "row" }, el("label", {}, groundsBox, el("span", { class: "ground-mark", "aria-hidden": "true" }), el("span", { class: "name" }, "mark the blocs")));
  const pairsRow = el("div", { class: "row" }, el("label", {}, pairsBox, pairsName));
  let used = [];
  const stepAt = (at) => (at === used.length - 1 ? Infinity : used[at]);
  const element = el("div", { class: "filter strength" },
    el("label", { for: "show", class: "legend" }, "The strongest actors"), output, input, groundsRow, pairsRow);
  const refresh = () => {
    const { view, state } = app;
    used = steps.filter((step) => step < view.possible).concat(Math.max(view.possible, 1));
    input.max = used.length - 1;
    const at = used.findIndex((step) => step >= Math.min(state.show, view.possible));
    input.value = at < 0 ? used.length - 1 : at;
    const text = `${number(view.nodes.length)} of ${number(nodes.length)}`;
    output.textContent = text;
    input.setAttribute("aria-valuetext", text);
    groundsBox.checked = state.grounds;
    pairsBox.checked = state.pairs;
    pairsName.textContent = `also ${count(view.pairs, "isolated pair")}`;
    pairsRow.hidden = !view.pairs;
  };
  return { element, refresh };
}
