// Building the page's elements. Text from articles only ever becomes text nodes and vetted attributes.

const byId = (id) => document.getElementById(id);

/** An element; strings among `children` become text nodes; `on` holds listeners. */
function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== ""));
  return element;
}

/** A link to the web, or just the text where the address is not plain http or https. */
function webLink(address, attributes, ...children) {
  let url = null;
  try { url = new URL(address); } catch { /* no address at all */ }
  if (!url || !["http:", "https:"].includes(url.protocol)) return el("span", attributes, ...children);
  return el("a", { ...attributes, href: url.href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

const hiddenText = (text) => el("span", { class: "hidden" }, text);

const tokens = new Map();

/** A value of the style sheet's palette; remembered, as drawing asks for it at every frame. */
function token(name) {
  if (!tokens.has(name)) tokens.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return tokens.get(name);
}

const SHAPE_PATHS = {
  dot: "M8 2.2a5.8 5.8 0 1 0 .01 0Z", square: "M3 3h10v10H3Z", diamond: "M8 1.4 14.6 8 8 14.6 1.4 8Z",
  triangle: "M8 1.8 14.6 13.4H1.4Z", triangleDown: "M1.4 2.6h13.2L8 14.2Z",
  hexagon: "M4.6 2.4h6.8L14.8 8l-3.4 5.6H4.6L1.2 8Z",
  star: "m8 .9 2 4.9 5.2.4-4 3.4 1.3 5.1L8 11.9l-4.5 2.8 1.3-5.1-4-3.4 5.2-.4Z",
};

/** The mark of a class, as on the map. */
function classMark(node) {
  const path = svg("path", { d: SHAPE_PATHS[node.shape] || SHAPE_PATHS.dot, "data-class": node.group });
  const mark = svg("svg", { class: "mark-class", viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
  path.style.setProperty("fill", classColour(node.group));
  return mark;
}

/** Colour of a class of things; classes that the style sheet does not know share one. */
function classColour(group) {
  return token(`--class-${group.toLowerCase().replace(/[^a-z]/g, "")}`) || token("--class-other");
}

const SIGN_TOKENS = new Map([[1, "--cooperative"], [-1, "--hostile"], [0, "--neutral"]]);
const DASHES = { certain: null, probable: [9, 5], possible: [2, 4] };

/** A stretch of line as on the map; `inward`: coming from the right. */
function lineMark({ sign, certainty = "certain", end = "none", inward = false }) {
  const colour = SIGN_TOKENS.get(sign) || "--ink-faint";
  const line = svg("path", { d: `M1 6H${end === "none" ? 31 : 25}`, "stroke-dasharray": (DASHES[certainty] || []).join(" ") });
  const heads = { fact: "M24 2.2 32 6l-8 3.8Z", claim: "M25 2.4 31 6l-6 3.6", denied: "M26 1.5v9" };
  const mark = svg("svg", { class: `mark-line end-${end}${inward ? " inward" : ""}`, viewBox: "0 0 33 12", "aria-hidden": "true" }, line);
  if (heads[end]) mark.append(svg("path", { class: "head", d: heads[end] }));
  mark.style.setProperty("color", `var(${colour})`);
  return mark;
}
