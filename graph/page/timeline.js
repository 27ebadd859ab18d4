// Sentences by day, with a range that filters and can be played.

const PLAY_DAYS = 7;
const PLAY_STEP = 700; // milliseconds a day

/** Bars of sentences by day (or by as many days as make at most 120 bars), hostile below cooperative and neutral. */
function histogram(claims, width, height) {
  const span = lastDay - firstDay + 1;
  const step = Math.ceil(span / 120);
  const bins = Array.from({ length: Math.ceil(span / step) }, () => [0, 0, 0]);
  for (const claim of claims) {
    if (claim.article.day !== null) bins[Math.floor((claim.article.day - firstDay) / step)][1 - claim.statement.sign] += 1;
  }
  const most = bins.reduce((max, bin) => Math.max(max, bin[0] + bin[1] + bin[2]), 1);
  const chart = svg("svg", { class: "histogram", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const wide = width / bins.length;
  bins.forEach((bin, i) => {
    let y = height;
    ["cooperative", "neutral", "hostile"].forEach((name, j) => {
      const tall = (bin[j] / most) * height;
      y -= tall;
      if (tall) chart.append(svg("rect", { class: name, x: (i * wide).toFixed(2), y: y.toFixed(2), width: Math.max(wide - Math.min(1.5, wide * 0.25), 0.5).toFixed(2), height: tall.toFixed(2) }));
    });
  });
  return chart;
}

/** Builds the strip. Returns `refresh()`, which brings it in line with the state. */
function buildTimeline() {
  const home = byId("timeline");
  if (firstDay === null || firstDay === lastDay) return () => {};
  home.hidden = false;
  const handle = (name) => el("input", { type: "range", min: firstDay, max: lastDay, step: 1, "aria-label": name, class: "handle", on: {
    input: () => { stop(); narrow(true); }, change: () => narrow(false),
  } });
  const from = handle("From day");
  const to = handle("To day");
  const range = el("p", { class: "range" });
  const icon = svg("path", {});
  const play = el("button", { class: "play", type: "button", on: { click: () => (timer ? stop() : start()) } },
    svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, icon));
  const veil = [el("div", { class: "veil" }), el("div", { class: "veil end" })];
  let timer = null;

  const narrow = (steady) => {
    const [a, b] = [Number(from.value), Number(to.value)].sort((x, y) => x - y);
    app.state.from = a === firstDay && b === lastDay ? null : a;
    app.state.to = app.state.from === null ? null : b;
    app.update({ steady });
  };
  const show = (on) => {
    play.setAttribute("aria-label", on ? "Stop" : "Play the days");
    icon.setAttribute("d", on ? "M4.5 3.5h2.4v9H4.5Zm4.6 0h2.4v9H9.1Z" : "M5 3.2 12.6 8 5 12.8Z");
  };
  const start = () => {
    const { state } = app;
    const length = Math.min(state.from === null ? PLAY_DAYS : state.to - state.from + 1, lastDay - firstDay);
    if (state.from === null || state.to >= lastDay) { state.from = firstDay; state.to = firstDay + length - 1; }
    app.update({ steady: true });
    show(true);
    timer = setInterval(() => {
      if (state.to >= lastDay) { stop(); return; }
      state.from += 1;
      state.to += 1;
      app.update({ steady: true });
    }, PLAY_STEP);
  };
  const stop = () => {
    clearInterval(timer);
    timer = null;
    show(false);
  };

  show(false);
  home.append(play, el("div", { class: "strip" }, histogram(statements.flatMap((statement) => statement.claims), 1000, 40), veil, from, to), range);
  return () => {
    const a = app.state.from ?? firstDay;
    const b = app.state.to ?? lastDay;
    from.value = a;
    to.value = b;
    from.setAttribute("aria-valuetext", dateWords(isoOf(a)));
    to.setAttribute("aria-valuetext", dateWords(isoOf(b)));
    const share = (day) => `${(100 * day) / (lastDay - firstDay + 1)}%`;
    veil[0].style.setProperty("width", share(a - firstDay));
    veil[1].style.setProperty("width", share(lastDay - b));
    range.textContent = `${dateWords(isoOf(a))} – ${dateWords(isoOf(b))}`;
  };
}
