// What the page says in words.

const SIGNS = [[1, "Cooperative"], [-1, "Hostile"], [0, "Neutral or untyped"]];
const CERTAINTIES = [["certain", "Certain"], ["probable", "Probable"], ["possible", "Possible"]];
const NO_OUTLET = "Outlet not given"; // not "unnamed source": that is an informant who speaks in an article
const VOICES = [["own", "The article’s own voice"], ["other", "According to somebody"]];
const signName = (sign) => SIGNS.find(([value]) => value === sign)[1];

/** "chiefOfStaffOf" as "chief of staff of". */
const words = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** "ArmedGroup" as "Armed group". */
const className = (name) => {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const number = (n) => n.toLocaleString("en-US");
const count = (n, one, many = one + "s") => `${number(n)} ${n === 1 ? one : many}`;

/** "2024-11-27" as "27 Nov 2024"; years and months stay as coarse as they are. */
function dateWords(iso) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) || [];
  if (!year) return iso || "";
  const name = month && "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

/** A time as the data has it, a point or an interval: "about 2015", "since 2015", "until 2015", "2015 – Mar 2016". */
function timeWords(time) {
  const [first, last] = time.split("/");
  if (last === undefined) return `about ${dateWords(first)}`;
  if (last === "..") return `since ${dateWords(first)}`;
  return first === ".." ? `until ${dateWords(last)}` : `${dateWords(first)} – ${dateWords(last)}`;
}

/** How the sentence means it, and who says so: "planned, according to Iranian officials". */
function stanceWords(claim) {
  const { polarity, certainty, tense, attributed_to: by } = claim;
  const future = tense === "future";
  let stance;
  if (polarity === "negative") {
    stance = { certain: future ? "not planned" : "denied", probable: "unlikely", possible: "doubted" }[certainty];
  } else if (future) {
    stance = { certain: "planned", probable: "likely to come", possible: "may come" }[certainty];
  } else {
    stance = { certain: by ? "claimed" : "stated as a fact", probable: "probable", possible: "possible" }[certainty];
  }
  return stance + (by ? `, according to ${by}` : ", in the article’s own voice");
}

/** Accents and case aside, for finding names. */
const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
