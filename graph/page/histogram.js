// Bars of statements over time, and the words under them.

const BARS = 120; // at most

/** How time is cut into bars: {step, count}, each of `step` days from the graph's first day on. */
function bins() {
  const step = Math.ceil((lastDay - firstDay + 1) / BARS);
  return { step, count: Math.ceil((lastDay - firstDay + 1) / step) };
}

/** Statements by bar and sign: [[cooperative, neutral, hostile], …]. Statements of articles without a date are left out. */
function tally(claims) {
  const { step, count: size } = bins();
  const found = Array.from({ length: size }, () => [0, 0, 0]);
  for (const claim of claims) {
    if (claim.article.day !== null) found[Math.floor((claim.article.day - firstDay) / step)][1 - claim.statement.sign] += 1;
  }
  return found;
}

const total = (bin) => bin[0] + bin[1] + bin[2];

/** The chart, hostile on cooperative and neutral; behind it pale bars of `background`, if any, on the same scale. */
function histogram(claims, width, height, background = null) {
  const chart = svg("svg", { class: "histogram", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const counted = tally(claims);
  const behind = background || counted;
  const most = behind.reduce((max, bin) => Math.max(max, total(bin)), 1);
  const wide = width / counted.length;
  const bar = (kind, i, from, tall) => chart.append(svg("rect", {
    class: kind, x: (i * wide).toFixed(2), y: (height - from - tall).toFixed(2), width: Math.max(wide - Math.min(1.5, wide * 0.25), 0.5).toFixed(2), height: tall.toFixed(2),
  }));
  counted.forEach((bin, i) => {
    const size = (n) => (n ? Math.max((n / most) * height, 1) : 0);
    if (background && total(behind[i]) > total(bin)) bar("all", i, 0, size(total(behind[i])));
    let from = 0;
    ["cooperative", "neutral", "hostile"].forEach((kind, j) => {
      if (bin[j]) bar(kind, i, from, size(bin[j]));
      from += size(bin[j]);
    });
  });
  return chart;
}

/** Round dates for the axis, at most about `most`: [{day, text}, …]. */
function ticks(most) {
  const span = lastDay - firstDay + 1;
  const [from, to] = [new Date(firstDay * 86400000), new Date(lastDay * 86400000)];
  const found = [];
  if (span <= 45) {
    const step = Math.ceil(span / most);
    for (let day = firstDay; day <= lastDay; day += step) found.push({ day, text: dateWords(isoOf(day)).replace(/ \d{4}$/, "") });
    return found;
  }
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((each) => months / each <= most) || 2400;
  const first = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth() + (from.getUTCDate() > 1 ? 1 : 0)) / step) * step;
  for (let month = first; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
    if (day > lastDay) return found;
    found.push({ day, text: dateWords(isoOf(day).slice(0, step % 12 ? 7 : 4)) });
  }
}
