// The page as a whole: what is chosen, what follows from it, and who has the focus.

const app = { state: null, view: null, scene: null };
const refreshers = [];
let returnFocus = null;
let past = []; // what the card showed before, the latest last: {node, tie}

/**
 * Works out the view anew and shows it. `steady`: nobody moves, those without a tie stay as ghosts (time is narrowed);
 * `trail`: so do the ties of earlier days (time is played).
 */
app.update = ({ steady = false, trail = false } = {}) => {
  const { state, scene } = app;
  const view = viewOf(state);
  if (steady && app.view) {
    const stay = app.steadyNodes ||= app.view.nodes;
    const here = new Set(stay);
    view.ties = [...view.all.values()].filter((tie) => here.has(tie.from) && here.has(tie.to));
    const tied = new Set(view.ties.flatMap((tie) => [tie.from, tie.to]));
    view.nodes = stay.filter((node) => tied.has(node));
    view.order = stay;
    view.ghosts = stay.filter((node) => !tied.has(node));
    view.shown = new Set(view.nodes);
    if (trail) view.trail = [...tiesOf({ ...state, from: firstDay }).values()].filter((tie) => here.has(tie.from) && here.has(tie.to) && !view.all.has(tie.id));
    view.possible = app.view.possible;
    view.pairs = app.view.pairs;
  } else {
    app.steadyNodes = null;
  }
  app.view = view;
  scene.draw(view, steady);
  for (const refresh of refreshers) refresh();
  summary();
  reselect(steady);
  writeAddress(state);
};

/** The reader's choice once more on the new view; a relation that has gone lets go of its card. */
function reselect(steady) {
  const { state, view } = app;
  const options = { focus: false };
  if (state.tie) {
    const tie = view.all.get(tieId(state.tie));
    if (tie) { tieCard(tie, options); app.scene.pick({ tie }); } else app.clear();
  } else if (state.node) {
    nodeCard(state.node, options);
    app.scene.pick(view.shown.has(state.node) ? { node: state.node } : null);
  } else if (byId("card").classList.contains("list") && !byId("card").hidden) {
    listCard(options);
  }
  if (!steady && (state.node || state.tie)) app.scene.reveal(state.node ? [state.node] : [state.tie.from, state.tie.to], false);
}

const unbroken = (text) => text.replaceAll(" ", "\u00a0");

/** What the page holds as a whole, under its title. */
function masthead() {
  const dates = firstDay === null ? "" : ` · ${[firstDay, lastDay].map((day) => unbroken(dateWords(isoOf(day)))).join(" – ")}`;
  const claims = statements.reduce((sum, statement) => sum + statement.claims.length, 0);
  byId("summary").textContent = `${count(nodes.length, "actor")} · ${count(claims, "statement")} from ${count(articles.length, "article")}${dates}`;
}

function summary() {
  const { view } = app;
  byId("empty").hidden = view.nodes.length + view.ghosts.length > 0;
  byId("empty").textContent = nodes.length ? "No relation passes these filters." : "This graph holds no relation between two actors yet.";
  say(`${count(view.nodes.length, "actor")} and ${count(view.ties.length, "relation")} in view.`);
}

/** Shows an actor and its card, whatever the filters of strength say. */
app.pickNode = (node) => {
  remember();
  app.state.tie = null;
  app.state.node = node;
  if (!app.view.shown.has(node)) {
    app.state.kept.add(node);
    app.update();
  }
  nodeCard(node);
  app.scene.pick(app.view.shown.has(node) ? { node } : null);
  app.scene.reveal([node]);
  writeAddress(app.state);
};

/** Shows a relation and its card. */
app.pickTie = (tie) => {
  remember();
  app.state.node = null;
  app.state.tie = { from: tie.from, to: tie.to, sign: tie.sign };
  const missing = [tie.from, tie.to].filter((node) => !app.view.shown.has(node));
  if (missing.length) {
    for (const node of missing) app.state.kept.add(node);
    app.update();
  }
  const now = app.view.all.get(tie.id);
  if (!now) { app.clear(); return; } // the filters have taken it away since
  tieCard(now);
  app.scene.pick({ tie: now });
  app.scene.reveal([now.from, now.to]);
  writeAddress(app.state);
};

/** Brings all neighbours of an actor onto the map. */
app.open = (node) => {
  app.state.opened.add(node);
  app.update();
  byId("card").querySelector("h2").focus({ preventScroll: true });
};

/** Whether there is a card to go back to. */
app.canGoBack = () => past.length > 0;

/** Shows what the card showed before. */
app.back = () => {
  const { node, tie } = past.pop();
  app.state.node = app.state.tie = null; // so that this step is not remembered
  if (node) app.pickNode(node); else app.pickTie({ ...tie, id: tieId(tie) });
};

/** Lets go of the choice and closes the card; the focus goes back to where it came from. */
app.clear = () => {
  const card = byId("card");
  const hadFocus = card.contains(document.activeElement);
  app.state.node = app.state.tie = null;
  past = [];
  card.hidden = true;
  card.className = "card";
  setExpanded();
  app.scene.pick(null);
  if (hadFocus) (returnFocus?.isConnected && returnFocus.offsetParent !== null ? returnFocus : byId("map")).focus({ preventScroll: true });
  writeAddress(app.state);
};

app.reset = () => {
  const { show, pairs, kept, opened } = app.state;
  app.state = Object.assign(freshState(), { show, pairs, kept, opened, node: app.state.node, tie: app.state.tie });
  app.update();
  byId("show").focus();
};

/** Remembers where the focus was before a card took it, and, within a card, what that showed. */
function remember() {
  const { node, tie } = app.state;
  if (!byId("card").contains(document.activeElement)) {
    returnFocus = document.activeElement;
    past = [];
  } else if (node || tie) {
    past.push({ node, tie });
  }
}

/** Tells the header's buttons whether their card is open. */
function setExpanded() {
  const card = byId("card");
  for (const [id, kind] of [["open-list", "list"], ["open-help", "help"]]) byId(id).setAttribute("aria-expanded", String(!card.hidden && card.classList.contains(kind)));
}

/** Opens a card that belongs to a button of the header, or closes it again. */
function toggleCard(id, kind, open) {
  byId(id).addEventListener("click", () => {
    const card = byId("card");
    if (!card.hidden && card.classList.contains(kind)) { app.clear(); return; }
    app.clear();
    returnFocus = byId(id);
    open();
  });
}

function buildDrawer() {
  const opener = byId("open-filters");
  const show = (on) => {
    document.body.classList.toggle("drawer", on);
    opener.setAttribute("aria-expanded", String(on));
    (on ? byId("close-filters") : opener).focus();
  };
  opener.addEventListener("click", () => show(!document.body.classList.contains("drawer")));
  byId("close-filters").addEventListener("click", () => show(false));
  byId("filters").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("drawer")) { event.stopPropagation(); show(false); }
  });
}

/** Light or dark: as the system has it until the reader says otherwise. */
function buildTheme() {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const stored = () => { try { return localStorage.getItem("triplewire-theme"); } catch { return null; } };
  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    byId("theme").setAttribute("aria-pressed", String(theme === "dark"));
    tokens.clear();
  };
  const change = (theme) => {
    apply(theme);
    app.scene.draw(app.view, true);
    for (const mark of document.querySelectorAll(".mark-class path[data-class]")) mark.style.setProperty("fill", classColour(mark.dataset.class));
  };
  apply(stored() || (system.matches ? "dark" : "light"));
  byId("theme").addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try { localStorage.setItem("triplewire-theme", theme); } catch { /* not everywhere may a page remember */ }
    change(theme);
  });
  system.addEventListener("change", () => { if (!stored()) change(system.matches ? "dark" : "light"); });
}

/** Walking the map with the keys. */
function buildKeys() {
  const map = byId("map");
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  map.addEventListener("keydown", (event) => {
    const { scene, view, state } = app;
    if (ways[event.key] && view.nodes.length) {
      const current = scene.walked && view.shown.has(scene.walked) ? scene.walked : state.node;
      const next = current && view.shown.has(current) ? scene.neighbour(current, ...ways[event.key]) || current : view.nodes[0];
      scene.walked = next;
      scene.pick({ node: next });
      scene.reveal([next]);
      say(`${next.label}, ${className(next.group)}, ${count(view.around.get(next)?.size || 0, "neighbour")}`);
    } else if (event.key === "Enter" && scene.walked) app.pickNode(scene.walked);
    else if (event.key === "+" || event.key === "=") scene.zoom(1.3);
    else if (event.key === "-") scene.zoom(1 / 1.3);
    else if (event.key === "0") scene.fit();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { app.scene.walked = null; app.clear(); }
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); byId("search").focus(); }
  });
  byId("zoom-in").addEventListener("click", () => app.scene.zoom(1.4));
  byId("zoom-out").addEventListener("click", () => app.scene.zoom(1 / 1.4));
  byId("zoom-fit").addEventListener("click", () => app.scene.fit());
}

/** What lies under the pointer, in a line. */
function tip(target, point) {
  const box = byId("tip");
  box.hidden = !target;
  if (!target) return;
  const { node, tie } = target;
  const lines = node
    ? [node.label, `${className(node.group)} · ${count(node.mentions, "mention")} · ${count(node.articles, "article")}`]
    : [`${tie.from.label} → ${tie.to.label}`, `${tie.parts.map(({ statement }) => statement.relation).slice(0, 3).join(", ")} · ${count(tie.articles.size, "article")}`];
  box.replaceChildren(el("strong", {}, lines[0]), el("span", {}, lines[1]));
  const { clientWidth } = byId("map");
  box.style.setProperty("left", `${Math.max(8, Math.min(point.x + 14, clientWidth - box.offsetWidth - 8))}px`);
  box.style.setProperty("top", `${point.y > 90 ? point.y - box.offsetHeight - 12 : point.y + 18}px`);
}

buildTheme();
app.state = stateOf(location.hash);
masthead();
refreshers.push(buildFilters(), buildTimeline());
app.scene = new Scene(byId("map"), { node: app.pickNode, tie: app.pickTie, nothing: app.clear, hover: tip });
buildSearch();
buildSave();
buildDrawer();
buildKeys();
toggleCard("open-list", "list", listCard);
toggleCard("open-help", "help", helpCard);
window.addEventListener("hashchange", () => {
  const state = stateOf(location.hash);
  app.clear();
  app.state = state;
  app.update();
});
app.update();
window.triplewire = app; // for scripts that drive the page, as its tests do
document.documentElement.dataset.ready = "true";
