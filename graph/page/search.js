// Find an actor by name or alias, or sentences by their words, with suggestions (the combobox pattern of the ARIA practices).

const SUGGESTIONS = 8;

/** Actors whose name or alias holds the words, those that begin with them first, then the most mentioned. */
function find(text) {
  const wanted = folded(text.trim());
  if (!wanted) return [];
  const hits = [];
  for (const node of nodes) {
    let best = null;
    for (const [i, name] of [node.label, ...node.aliases.split("; ")].entries()) {
      const at = folded(name).indexOf(wanted);
      if (at < 0) continue;
      const rank = (at === 0 ? 0 : /\W/.test(name[at - 1]) ? 1 : 2) + (i ? 0.5 : 0);
      if (!best || rank < best.rank) best = { node, rank, alias: i ? name : "" };
    }
    if (best) hits.push(best);
  }
  return hits.sort((a, b) => a.rank - b.rank || b.node.mentions - a.node.mentions || a.node.id - b.node.id).slice(0, SUGGESTIONS);
}

/** The sentences, among those that pass the other filters, that hold the words or whose headline does; as an array of one or none. */
function tellings(text) {
  const wanted = folded(text.trim().replace(/\s+/g, " "));
  if (wanted.length < 3) return [];
  const size = sentencesOf(passing({ ...app.state, words: wanted }));
  return size ? [{ words: wanted, size }] : [];
}

function buildSearch() {
  const input = byId("search");
  const list = byId("suggestions");
  let hits = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (hit) => {
    close();
    if (hit.node) {
      input.value = hit.node.label;
      app.pickNode(hit.node);
    } else {
      input.value = "";
      app.state.words = hit.words;
      app.update();
    }
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index >= 0) {
      input.setAttribute("aria-activedescendant", `suggestion-${index}`);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  };
  const suggest = () => {
    const actors = find(input.value);
    hits = [...actors, ...tellings(input.value)];
    list.replaceChildren(...hits.map((hit, i) => el("div",
      { role: "option", id: `suggestion-${i}`, class: `suggestion ${hit.node ? "" : "words"}`, "aria-selected": "false", on: { pointerdown: (event) => { event.preventDefault(); choose(hit); } } },
      hit.node
        ? [classMark(hit.node), el("span", { class: "name data" }, hit.node.label), el("span", { class: "quiet data" }, hit.alias || className(hit.node.group))]
        : [el("span", { class: "name data" }, `Sentences with “${hit.words}”`), el("span", { class: "count" }, number(hit.size))])));
    if (!hits.length && input.value.trim()) list.append(el("div", { role: "option", class: "suggestion none", "aria-disabled": "true", "aria-selected": "false" }, "No actor and no sentence with this"));
    const open = list.childElementCount > 0;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    active = -1;
    if (hits.length) mark(0);
  };

  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => { input.select(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      else if (hits.length) mark((active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter" && !list.hidden && hits[active]) {
      choose(hits[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
}
