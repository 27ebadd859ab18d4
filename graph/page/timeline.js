// The strip of time: statements by day as they pass the filters, a range that filters, drawn by hand or played.

const PLAY_STEP = 450; // milliseconds
const PLAY_STEPS = 80; // about so many from the first day to the last
const PLAY_DAYS = 7; // the least that is shown at once, in days

/** How time is played: so many days a step, so many days shown at once. */
function pace() {
  const step = Math.max(1, Math.ceil((lastDay - firstDay + 1) / PLAY_STEPS));
  return { step, length: Math.min(Math.max(PLAY_DAYS, step * 5), lastDay - firstDay) };
}

/** Builds the strip. Returns `refresh()`, which brings it in line with the state. */
function buildTimeline() {
  const home = byId("timeline");
  if (firstDay === null || firstDay === lastDay) return () => {};
  home.hidden = false;
  const span = lastDay - firstDay + 1;
  const everything = tally(statements.flatMap((statement) => statement.claims));
  const share = (day) => `${(100 * (day - firstDay)) / span}%`;
  let timer = null;

  const narrow = (a, b, steady, trail = false) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const whole = from <= firstDay && to >= lastDay;
    app.state.from = whole ? null : from;
    app.state.to = whole ? null : to;
    app.update({ steady, trail });
  };
  const handle = (name) => el("input", { type: "range", min: firstDay, max: lastDay, step: 1, "aria-label": name, class: "handle", on: {
    input: () => { stop(); narrow(Number(from.value), Number(to.value), true); },
    change: () => narrow(Number(from.value), Number(to.value), false),
  } });
  const from = handle("From day");
  const to = handle("To day");
  const icon = svg("path", {});
  const play = el("button", { class: "play", type: "button", on: { click: () => (timer ? stop() : start()) } },
    svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, icon));
  const show = (on) => {
    play.setAttribute("aria-label", on ? "Stop" : "Play the days");
    icon.setAttribute("d", on ? "M4.5 3.5h2.4v9H4.5Zm4.6 0h2.4v9H9.1Z" : "M5 3.2 12.6 8 5 12.8Z");
    document.body.classList.toggle("playing", on);
  };
  const start = () => {
    const { state } = app;
    const { step, length } = pace();
    const size = state.from === null ? length : Math.min(state.to - state.from + 1, length);
    if (state.from === null || state.to >= lastDay) narrow(firstDay, firstDay + size - 1, true, true);
    show(true);
    timer = setInterval(() => {
      if (app.state.from === null || app.state.to >= lastDay) { stop(); return; }
      const by = Math.min(step, lastDay - app.state.to);
      narrow(app.state.from + by, app.state.to + by, true, true);
    }, PLAY_STEP);
  };
  const stop = () => {
    clearInterval(timer);
    timer = null;
    show(false);
  };

  const chart = el("div", { class: "chart" });
  const veils = [el("div", { class: "veil" }), el("div", { class: "veil end" })];
  const axis = el("div", { class: "axis", "aria-hidden": "true" }, ticks(narrowFrame() ? 3 : 8).map(({ day, text }) => {
    const tick = el("span", {}, text);
    tick.style.setProperty("left", share(day));
    return tick;
  }));
  const strip = el("div", { class: "strip" }, chart, veils, axis, from, to);
  const range = el("p", { class: "range" });
  const whole = el("button", { class: "link", type: "button", on: { click: () => { stop(); narrow(firstDay, lastDay, false); play.focus(); } } }, "All of the time");
  brush(strip, chart, { narrow, stop });
  show(false);
  home.append(play, strip, el("div", { class: "when" }, range, whole));

  return () => {
    const { state } = app;
    const [a, b] = [state.from ?? firstDay, state.to ?? lastDay];
    chart.replaceChildren(histogram(passing({ ...state, from: null, to: null }), 1000, 40, everything));
    from.value = a;
    to.value = b;
    from.setAttribute("aria-valuetext", dateWords(isoOf(a)));
    to.setAttribute("aria-valuetext", dateWords(isoOf(b)));
    veils[0].style.setProperty("width", share(a));
    veils[1].style.setProperty("left", share(b + 1));
    range.textContent = rangeWords(a, b);
    whole.hidden = state.from === null;
    byId("caption").textContent = state.from === null ? "" : rangeWords(a, b);
    byId("caption").hidden = state.from === null;
  };
}

const rangeWords = (a, b) => (a === b ? dateWords(isoOf(a)) : `${dateWords(isoOf(a))} – ${dateWords(isoOf(b))}`);

/** Lets the pointer draw a range on the chart, or pick one bar; what lies under it is told beside it. */
function brush(strip, chart, { narrow, stop }) {
  const { step } = bins();
  const note = el("div", { class: "note", "aria-hidden": "true", hidden: true });
  strip.append(note);
  let begun = null;
  const dayAt = (event) => {
    const box = chart.getBoundingClientRect();
    const at = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 0.99999);
    return firstDay + Math.floor((at * (lastDay - firstDay + 1)) / step) * step;
  };
  const bar = (day) => [day, Math.min(day + step - 1, lastDay)];
  const tell = (event) => {
    const [a, b] = bar(dayAt(event));
    const { from, to } = app.state;
    const told = passing({ ...app.state, from: a, to: b }).length;
    note.textContent = `${rangeWords(a, b)}: ${count(told, "statement")}`;
    note.hidden = false;
    const box = strip.getBoundingClientRect();
    note.style.setProperty("left", `${Math.min(Math.max(event.clientX - box.left, 70), box.width - 70)}px`);
    return [from, to];
  };
  strip.addEventListener("pointerdown", (event) => {
    if (event.target.tagName === "INPUT" || event.button) return;
    stop();
    begun = dayAt(event);
    strip.setPointerCapture(event.pointerId);
    narrow(...bar(begun), true);
  });
  strip.addEventListener("pointermove", (event) => {
    if (event.target.tagName === "INPUT" && begun === null) { note.hidden = true; return; }
    tell(event);
    if (begun === null) return;
    const [first, last] = [begun, dayAt(event)].sort((x, y) => x - y);
    narrow(first, bar(last)[1], true);
  });
  const done = () => {
    if (begun === null) return;
    begun = null;
    narrow(app.state.from ?? firstDay, app.state.to ?? lastDay, false);
  };
  strip.addEventListener("pointerup", done);
  strip.addEventListener("pointercancel", done);
  strip.addEventListener("pointerleave", () => { note.hidden = true; });
}
