// Find an actor by name or alias, with suggestions (the combobox pattern of the ARIA practices).

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
    input.value = hit.node.label;
    app.pickNode(hit.node);
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
    hits = find(input.value);
    list.replaceChildren(...hits.map((hit, i) => el("div",
      { role: "option", id: `suggestion-${i}`, class: "suggestion", "aria-selected": "false", on: { pointerdown: (event) => { event.preventDefault(); choose(hit); } } },
      classMark(hit.node), el("span", { class: "name data" }, hit.node.label),
      el("span", { class: "quiet data" }, hit.alias || className(hit.node.group)))));
    if (!hits.length && input.value.trim()) list.append(el("div", { role: "option", class: "suggestion none", "aria-disabled": "true", "aria-selected": "false" }, "No actor of this name"));
    const open = list.childElementCount > 0;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
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
