// The view in the address: everything the reader has chosen stands after the #, so that a view can be shared.

const LIST = (values) => [...values].map((value) => encodeURIComponent(String(value)).replaceAll("~", "%7E")).join("~");
const UNLIST = (text) => text.split("~").map(decoded);

/** The state as a fragment, without the #; what is as usual is left out. */
function fragmentOf(state) {
  const parts = [];
  const put = (name, value) => parts.push(`${name}=${value}`);
  if (state.show !== defaultShow()) put("show", state.show === Infinity ? "all" : state.show);
  if (state.pairs) put("pairs", 1);
  if (!state.grounds) put("blocs", 0);
  for (const facet of FACETS) if (state.off[facet].size) put(`not-${facet}`, LIST([...state.off[facet]].sort()));
  if (state.words) put("words", encodeURIComponent(state.words));
  if (state.from !== null) { put("from", isoOf(state.from)); put("to", isoOf(state.to)); }
  if (state.kept.size) put("with", LIST([...state.kept].map((node) => node.key)));
  if (state.opened.size) put("around", LIST([...state.opened].map((node) => node.key)));
  if (state.node) put("actor", LIST([state.node.key]));
  if (state.tie) put("relation", LIST([state.tie.from.key, state.tie.to.key, state.tie.sign]));
  return parts.join("&");
}

/** The state that a fragment tells of; what it does not know it leaves out. */
function stateOf(fragment) {
  const state = freshState();
  const known = (text) => UNLIST(text).map((key) => nodeByKey.get(key)).filter(Boolean);
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    const [name, value] = [part.slice(0, at), part.slice(at + 1)];
    if (name === "show" && /^(\d{1,6}|all)$/.test(value)) state.show = value === "all" ? Infinity : Math.max(2, Number(value));
    else if (name === "pairs") state.pairs = value === "1";
    else if (name === "blocs") state.grounds = value !== "0";
    else if (name === "not-sign") state.off.sign = new Set(UNLIST(value).map(Number));
    else if (name.startsWith("not-") && FACETS.includes(name.slice(4))) state.off[name.slice(4)] = new Set(UNLIST(value));
    else if ((name === "from" || name === "to") && firstDay !== null && dayOf(value) !== null) state[name] = Math.min(Math.max(dayOf(value), firstDay), lastDay);
    else if (name === "words") state.words = folded(UNLIST(value)[0]).slice(0, 80);
    else if (name === "with") state.kept = new Set(known(value));
    else if (name === "around") state.opened = new Set(known(value));
    else if (name === "actor") [state.node = null] = known(value);
    else if (name === "relation") {
      const [from, to, sign] = UNLIST(value);
      if (nodeByKey.has(from) && nodeByKey.has(to)) state.tie = { from: nodeByKey.get(from), to: nodeByKey.get(to), sign: Number(sign) };
    }
  }
  if (state.from !== null || state.to !== null) {
    state.from ??= firstDay;
    state.to ??= lastDay;
    if (state.from > state.to) [state.from, state.to] = [state.to, state.from];
  }
  return state;
}

/** Writes the state into the address without a new step in the history. */
function writeAddress(state) {
  const fragment = fragmentOf(state);
  if (fragment === location.hash.replace(/^#/, "")) return;
  try {
    history.replaceState(null, "", `#${fragment}`);
  } catch { /* a page inside a notebook has no address of its own */ }
}
