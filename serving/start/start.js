// The start page: questions, a query editor, and the answer as a table. Text from the graph is only ever shown as text.
"use strict";
(() => {
  const SHOWN = 1000; // rows in the table; a download has them all
  const ROWS = {
    "CSV": ["text/csv", "csv"], "TSV": ["text/tab-separated-values", "tsv"],
    "JSON": ["application/sparql-results+json", "json"], "XML": ["application/sparql-results+xml", "xml"],
  };
  const TRIPLES = {
    "Turtle": ["text/turtle", "ttl"], "N-Triples": ["application/n-triples", "nt"],
    "JSON-LD": ["application/ld+json", "jsonld"], "RDF/XML": ["application/rdf+xml", "rdf"],
  };
  const get = (id) => document.getElementById(id);
  const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);
  let prefixes = [];
  let answered = null; // the query whose answer stands below
  let running = null;

  function say(text, wrong = false) {
    get("status").textContent = text;
    get("status").classList.toggle("wrong", wrong);
  }

  async function ask(query, accept, signal) {
    const response = await fetch("sparql", {
      method: "POST", body: query, signal,
      headers: { "Content-Type": "application/sparql-query", "Accept": accept },
    });
    if (!response.ok) throw new Error((await response.text()).trim());
    return response;
  }

  async function run() {
    running?.abort();
    const mine = running = new AbortController();
    const query = get("query").value;
    get("stop").hidden = false;
    get("save").disabled = true;
    say("Asking …");
    try {
      const response = await ask(query, "application/sparql-results+json, text/turtle;q=0.9", mine.signal);
      const rows = response.headers.get("Content-Type").startsWith("application/sparql-results+json");
      const shown = rows ? showRows(await response.json()) : showTriples(await response.text());
      answered = query;
      offer(rows ? ROWS : TRIPLES);
      say(shown);
      get("status").scrollIntoView({ block: "center" }); // so that the answer is seen below a long query
    } catch (error) {
      if (running !== mine) return;
      get("answer").hidden = true;
      say(error.name === "AbortError" ? "Stopped." : error.message, true);
    }
    if (running === mine) {
      get("stop").hidden = true;
      running = null;
    }
  }

  function showRows(found) {
    const box = get("answer");
    box.hidden = false;
    if ("boolean" in found) {
      box.replaceChildren(make("pre", found.boolean ? "yes" : "no"));
      return found.boolean ? "Yes." : "No.";
    }
    const names = found.head.vars;
    const rows = found.results.bindings;
    const table = document.createElement("table");
    table.classList.toggle("wide", names.length > 3);
    const head = table.createTHead().insertRow();
    for (const name of names) head.append(make("th", name.replaceAll("_", " "), { scope: "col" }));
    const body = table.createTBody();
    for (const row of rows.slice(0, SHOWN)) {
      const line = body.insertRow();
      for (const name of names) {
        const place = cell(row[name]);
        place.dataset.name = name.replaceAll("_", " "); // on a phone, a line of its own with this name before it
        line.append(place);
      }
    }
    box.replaceChildren(table);
    box.scrollTop = 0;
    const count = rows.length === 1 ? "1 row" : `${rows.length} rows`;
    return rows.length > SHOWN ? `${count}; the table shows ${SHOWN}, a download has them all.` : `${count}.`;
  }

  function cell(term) {
    const place = document.createElement("td");
    if (!term) return place;
    if (term.type === "uri" && /^https?:/.test(term.value) && short(term.value) === term.value) {
      place.append(make("a", term.value, { href: term.value, rel: "noopener noreferrer", target: "_blank" }));
    } else {
      place.textContent = term.type === "uri" ? short(term.value) : term.value;
      place.title = term.type === "uri" ? term.value : "";
      if (/#(integer|decimal|double|float)$/.test(term.datatype ?? "")) place.className = "number";
    }
    return place;
  }

  function short(iri) {
    for (const [name, space] of prefixes) {
      const rest = iri.slice(space.length);
      if (iri.startsWith(space) && !rest.startsWith("//")) return `${name}:${rest}`;
    }
    return iri;
  }

  function showTriples(text) {
    get("answer").hidden = false;
    get("answer").replaceChildren(make("pre", text));
    return "A graph, as Turtle.";
  }

  function offer(forms) {
    get("form").replaceChildren(...Object.keys(forms).map((name) => make("option", name)));
    get("form").forms = forms;
    get("save").disabled = get("save").hidden = false;
    document.querySelector(".save").hidden = false;
  }

  async function save() {
    const [kind, ending] = get("form").forms[get("form").value];
    try {
      const blob = await (await ask(answered, kind)).blob();
      const link = make("a", "", { href: URL.createObjectURL(blob), download: `answer.${ending}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (error) {
      say(error.message, true);
    }
  }

  function choose(question, button) {
    for (const each of get("questions").querySelectorAll("button")) each.setAttribute("aria-pressed", each === button);
    get("title").textContent = question.title;
    get("description").textContent = question.description;
    get("fields").replaceChildren(...question.parameters.map((parameter) => {
      const label = make("label", parameter.description + (parameter.optional ? " (may be left out)" : ""));
      label.append(Object.assign(document.createElement("input"), {
        name: parameter.name, required: !parameter.optional, autocomplete: "off",
        placeholder: { actor: "a name, such as Iran", date: "2024, 2024-11 or 2024-11-28", number: "5", text: "" }[parameter.type] ?? "",
      }));
      return label;
    }));
    get("parameters").hidden = false;
    get("parameters").name = question.name;
    (get("fields").querySelector("input") ?? get("parameters").querySelector("button")).focus();
  }

  async function askQuestion(event) {
    event.preventDefault();
    const given = new URLSearchParams();
    for (const field of get("fields").querySelectorAll("input")) {
      if (field.value.trim()) given.set(field.name, field.value.trim());
    }
    const response = await fetch(`questions/${encodeURIComponent(get("parameters").name)}?${given}`);
    const text = await response.text();
    if (!response.ok) {
      say(text.trim(), true);
      return;
    }
    get("query").value = text.trim();
    run();
  }

  function show() {
    const map = location.hash === "#map";
    if (map && !get("page").src) get("page").src = "page";
    for (const [name, on] of [["ask", !map], ["map", map]]) {
      get(name).hidden = !on;
      if (on) get(`to-${name}`).setAttribute("aria-current", "page");
      else get(`to-${name}`).removeAttribute("aria-current");
    }
  }

  async function begin() {
    get("endpoint").textContent = new URL("sparql", location.href).href;
    const known = await (await fetch("questions")).json();
    prefixes = Object.entries(known.prefixes).sort((a, b) => b[1].length - a[1].length);
    get("prefixes").textContent = Object.keys(known.prefixes).join(", ");
    get("questions").replaceChildren(...known.questions.map((question) => {
      const item = document.createElement("li");
      const button = make("button", question.title, { type: "button" });
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => choose(question, button));
      item.append(button);
      return item;
    }));
    document.documentElement.dataset.ready = "";
  }

  get("editor").addEventListener("submit", (event) => { event.preventDefault(); run(); });
  get("parameters").addEventListener("submit", askQuestion);
  get("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
  });
  get("stop").addEventListener("click", () => running?.abort());
  get("save").addEventListener("click", save);
  addEventListener("hashchange", show);
  show();
  begin().catch((error) => say(error.message, true));
})();
