// Taking things away: the view as a picture, its statements as a table, its address.

/** Hands a file to the reader. */
function download(name, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const fileStem = () => folded(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "graph";

/** The map as it stands, with title and key to the colours. */
function savePicture() {
  const map = byId("map").querySelector("canvas");
  const ratio = map.width / map.clientWidth;
  const [head, foot] = [64 * ratio, 40 * ratio];
  const canvas = el("canvas", { width: map.width, height: map.height + head + foot });
  const pen = canvas.getContext("2d");
  pen.fillStyle = token("--paper");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(map, 0, head);
  pen.scale(ratio, ratio);
  pen.textBaseline = "middle";
  pen.fillStyle = token("--ink");
  pen.font = `600 20px ${token("--serif")}`;
  pen.fillText(document.title, 20, 24);
  pen.fillStyle = token("--ink-soft");
  pen.font = `12px ${token("--sans")}`;
  pen.fillText([byId("summary").textContent, ...narrowing(app.state)].join(" · "), 20, 48);
  let x = 20;
  const y = canvas.height / ratio - 18;
  const write = (text, colour, drawMark) => {
    pen.fillStyle = pen.strokeStyle = colour;
    drawMark();
    pen.fillStyle = token("--ink-soft");
    pen.fillText(text, x + 24, y);
    x += pen.measureText(text).width + 44;
  };
  for (const [sign, name] of SIGNS) write(name, token(SIGN_TOKENS.get(sign)), () => pen.fillRect(x, y - 1, 18, 2.5));
  for (const node of new Map(app.view.nodes.map((each) => [each.group, each])).values()) {
    write(className(node.group), classColour(node.group), () => {
      pen.save();
      pen.translate(x + 4, y - 7);
      pen.scale(0.85, 0.85);
      pen.fill(new Path2D(SHAPE_PATHS[node.shape] || SHAPE_PATHS.dot));
      pen.restore();
    });
  }
  // Not toBlob: it waits for an idle moment, which on a busy machine may not come for seconds.
  const bytes = Uint8Array.from(atob(canvas.toDataURL("image/png").split(",")[1]), (char) => char.charCodeAt(0));
  download(`${fileStem()}.png`, new Blob([bytes], { type: "image/png" }));
}

/** How the view is narrowed, in words, for those who see the picture alone. */
function narrowing({ from, to, words: wanted, off }) {
  const found = from === null ? [] : [`only ${rangeWords(from, to)}`];
  if (wanted) found.push(`only sentences with “${wanted}”`);
  const signs = SIGNS.filter(([sign]) => !off.sign.has(sign)).map(([, name]) => name.toLowerCase());
  if (off.sign.size) found.push(`only ${signs.join(" and ") || "nothing"}`);
  if (FACETS.some((facet) => facet !== "sign" && off[facet].size)) found.push("filtered");
  return found;
}

const CSV_FIELDS = [
  ["subject", ({ statement }) => statement.from.label], ["relation", ({ statement }) => statement.relation],
  ["object", ({ statement }) => statement.to.label], ["subject_type", ({ statement }) => statement.from.group],
  ["object_type", ({ statement }) => statement.to.group], ["subject_text", (claim) => claim.subject_text],
  ["relation_text", (claim) => claim.relation_text], ["object_text", (claim) => claim.object_text],
  ["relation_type", ({ statement }) => statement.type], ["event_type", ({ statement }) => statement.event],
  ["sign", ({ statement }) => statement.sign], ["polarity", (claim) => claim.polarity], ["certainty", (claim) => claim.certainty],
  ["tense", (claim) => claim.tense], ["attributed_to", (claim) => claim.attributed_to], ["when", (claim) => claim.when],
  ["where", (claim) => claim.where], ["confidence", (claim) => claim.confidence], ["rule", (claim) => claim.rule],
  ["article", ({ article }) => article.iri], ["title", ({ article }) => article.title], ["source", ({ article }) => article.source],
  ["published", ({ article }) => article.published], ["sentence", (claim) => claim.sentence],
];

/** One cell: quoted where needed; text that a spreadsheet would run as a formula gets a leading apostrophe. */
function cell(value) {
  let text = value == null ? "" : String(value);
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** The sentences behind the ties in view, as rows. */
function saveTable() {
  const rows = app.view.ties.flatMap((tie) => tie.claims).map((claim) => CSV_FIELDS.map(([, read]) => cell(read(claim))));
  const text = [CSV_FIELDS.map(([name]) => name), ...rows].map((row) => row.join(",")).join("\r\n") + "\r\n";
  download(`${fileStem()}.csv`, new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    say("The link is copied.");
  } catch {
    say("The link to this view stands in the address bar.");
  }
}

/** Tells what has happened, to eyes and to screen readers. */
function say(text) {
  byId("status").textContent = text;
}

function buildSave() {
  const opener = byId("open-save");
  const menu = byId("save-menu");
  const show = (on) => { menu.hidden = !on; opener.setAttribute("aria-expanded", String(on)); };
  opener.addEventListener("click", () => show(menu.hidden));
  for (const [id, action] of [["save-png", savePicture], ["save-csv", saveTable], ["copy-link", copyLink]]) {
    byId(id).addEventListener("click", () => { show(false); opener.focus(); action(); });
  }
  menu.parentElement.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !menu.hidden) { event.stopPropagation(); show(false); opener.focus(); }
  });
  document.addEventListener("pointerdown", (event) => { if (!menu.parentElement.contains(event.target)) show(false); });
}
