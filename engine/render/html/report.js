"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  root.classList.add("js");

  // ---- light and dark: as the system has it, until somebody says otherwise
  const remember = (value) => { try { localStorage.setItem("schemadiff-theme", value); } catch { /* file:// */ } };
  try { root.dataset.theme = localStorage.getItem("schemadiff-theme") || ""; } catch { /* file:// */ }
  one("#theme").addEventListener("click", () => {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    root.dataset.theme = (root.dataset.theme || system) === "dark" ? "light" : "dark";
    remember(root.dataset.theme);
  });

  // ---- pan and zoom: the view box of the picture that is shown
  const views = new Map();  // svg -> {x, y, width, height}; and how large all of it is
  const shownCanvas = () => one(".canvas.shown");
  const whole = (svg) => {
    const [x, y, width, height] = (svg.dataset.whole ||= svg.getAttribute("viewBox")).split(" ").map(Number);
    return { x, y, width, height };
  };
  const show = (svg, box) => {
    views.set(svg, box);
    svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  };
  const scale = (svg, box) => Math.min(svg.clientWidth / box.width, svg.clientHeight / box.height);
  // All of it, but never larger than life.
  const fit = (svg) => {
    const box = whole(svg);
    const factor = Math.min(1, scale(svg, box));
    if (!(factor > 0)) return;
    const width = svg.clientWidth / factor, height = svg.clientHeight / factor;
    show(svg, { x: box.x - (width - box.width) / 2, y: box.y - (height - box.height) / 2, width, height });
  };
  // At first: on a small screen as large as can be read, from the left.
  const begin = (svg) => {
    views.delete(svg);
    fit(svg);
    const box = whole(svg);
    if (!svg.clientWidth || svg.clientWidth > 700 || scale(svg, box) > 0.55) return;
    const width = svg.clientWidth / 0.55, height = svg.clientHeight / 0.55;
    show(svg, { x: box.x, y: box.y + Math.max(0, (box.height - height) / 2), width, height });
  };
  // By a factor, around a point of the screen; without one around the middle.
  const zoom = (svg, factor, at) => {
    const box = views.get(svg) || whole(svg);
    const now = scale(svg, box);
    const next = Math.min(4, Math.max(0.02, now * factor));
    const area = svg.getBoundingClientRect();
    const px = at ? at.x - area.left : area.width / 2, py = at ? at.y - area.top : area.height / 2;
    const left = box.x + px / now, top = box.y + py / now;
    show(svg, { x: left - px / next, y: top - py / next, width: area.width / next, height: area.height / next });
  };
  const pan = (svg, dx, dy) => {
    const box = views.get(svg) || whole(svg);
    const now = scale(svg, box);
    show(svg, { ...box, x: box.x - dx / now, y: box.y - dy / now });
  };
  const goTo = (svg, box) => {
    const [, x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(box.getAttribute("transform")).map(Number);
    const size = one(".frame", box);
    const width = svg.clientWidth, height = svg.clientHeight;
    show(svg, {
      x: x + size.getAttribute("width") / 2 - width / 2, y: y + size.getAttribute("height") / 2 - height / 2, width, height,
    });
  };
  for (const canvas of all(".canvas")) {
    const svg = one("svg", canvas);
    if (!svg) continue;
    const fingers = new Map();
    let moved = false;
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoom(svg, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), { x: event.clientX, y: event.clientY });
    }, { passive: false });
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      moved = false;
    });
    canvas.addEventListener("pointermove", (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
      if (!moved) { moved = true; canvas.setPointerCapture(event.pointerId); canvas.classList.add("held"); }
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const distance = (a) => Math.hypot(a.x - other.x, a.y - other.y) || 1;
        zoom(svg, distance(now) / distance(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      } else {
        pan(svg, now.x - before.x, now.y - before.y);
      }
      fingers.set(event.pointerId, now);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, (event) => { fingers.delete(event.pointerId); canvas.classList.remove("held"); });
    }
    // What ends a drag is no click.
    canvas.addEventListener("click", (event) => { if (moved) { event.preventDefault(); moved = false; } }, true);
    canvas.addEventListener("dragstart", (event) => event.preventDefault());
    canvas.addEventListener("keydown", (event) => {
      const step = 60;
      const keys = {
        ArrowLeft: () => pan(svg, step, 0), ArrowRight: () => pan(svg, -step, 0),
        ArrowUp: () => pan(svg, 0, step), ArrowDown: () => pan(svg, 0, -step),
        "+": () => zoom(svg, 1.25), "=": () => zoom(svg, 1.25), "-": () => zoom(svg, 0.8), 0: () => fit(svg),
      };
      if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      keys[event.key]();
    });
    // A table that gets the focus by Tab comes into sight.
    svg.addEventListener("focusin", (event) => {
      const box = event.target.closest(".box");
      if (!box || !box.matches(":focus-visible")) return;
      const area = svg.getBoundingClientRect(), seen = box.getBoundingClientRect();
      if (seen.left < area.left || seen.top < area.top || seen.right > area.right || seen.bottom > area.bottom) goTo(svg, box);
    });
  }
  for (const button of all("[data-zoom]")) {
    button.addEventListener("click", () => {
      const svg = one("svg", shownCanvas());
      if (!svg) return;
      if (button.dataset.zoom === "fit") fit(svg); else zoom(svg, button.dataset.zoom === "in" ? 1.25 : 0.8);
    });
  }
  addEventListener("resize", () => { const svg = shownCanvas() && one("svg", shownCanvas()); if (svg) fit(svg); });

  // ---- what belongs together: a table under the pointer, and what it is joined to
  for (const svg of all("svg.erd")) {
    const boxes = all(".box", svg), edges = all(".edge", svg);
    if (!edges.length) continue;
    const light = (table) => {
      const near = new Set([table]);
      for (const edge of edges) {
        const is = table !== undefined && (edge.dataset.from === table || edge.dataset.to === table);
        if (is) { near.add(edge.dataset.from); near.add(edge.dataset.to); }
        edge.classList.toggle("near", is);
        edge.classList.toggle("far", table !== undefined && !is);
      }
      for (const box of boxes) box.classList.toggle("far", table !== undefined && !near.has(box.dataset.table));
    };
    for (const box of boxes) {
      box.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse" && !event.buttons) light(box.dataset.table); });
      box.addEventListener("pointerleave", () => { light(); if (search.value) narrow(); });
    }
  }

  // ---- search and filter
  const search = one("#search"), filter = one("#schema"), found = one("#found");
  const items = all("#list > li").map((item) => ({
    item,
    name: item.dataset.name.toLowerCase(),
    columns: item.dataset.columns ? item.dataset.columns.split("\n") : [],
  }));
  const narrow = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const schema = filter ? filter.value : "";
    const hits = new Set();
    let first = null, count = 0, best = -1;
    for (const { item, name, columns } of items) {
      const column = words.length ? columns.find((text) => words.every((word) => `${name}.${text.toLowerCase()}`.includes(word))) : undefined;
      const named = words.every((word) => name.includes(word));
      const fits = (!schema || item.dataset.schema === schema) && (named || column !== undefined);
      item.hidden = !fits;
      one(".why", item)?.remove();
      // Partitions are only listed when they are looked for.
      item.classList.toggle("partition", item.dataset.partition !== undefined && !(words.length && named));
      if (!fits || item.classList.contains("partition")) continue;
      ++count;
      if (!words.length) continue;
      hits.add(item.dataset.table);
      const rank = named ? (name.split(".").pop() === words[0] ? 3 : name.split(".").pop().startsWith(words[0]) ? 2 : 1) : 0;
      if (rank > best) { best = rank; first = item; }
      if (!named) {
        const why = document.createElement("span");
        why.className = "why";
        why.textContent = column;
        one("a", item).append(why);
      }
    }
    found.textContent = !words.length ? "" : count === 0 ? "Nothing is called that." : `${count} found`;
    one(".side").classList.toggle("searching", words.length > 0);
    for (const box of all(".canvas .box")) {
      box.classList.toggle("found", hits.has(box.dataset.table));
      box.classList.toggle("far", words.length > 0 && !hits.has(box.dataset.table));
    }
    for (const edge of all(".canvas .edge")) edge.classList.toggle("far", words.length > 0);
    for (const row of all("#tables tbody tr")) row.hidden = schema !== "" && row.dataset.schema !== schema;
    for (const canvas of all(".canvas")) {
      const is = canvas.dataset.schema === schema;
      const changed = is !== canvas.classList.contains("shown");
      canvas.classList.toggle("shown", is);
      const svg = one("svg", canvas);
      if (is && changed && svg) begin(svg);
    }
    return first;
  };
  for (const { item } of items) if (item.classList.contains("partition")) item.dataset.partition = "";
  search.addEventListener("input", narrow);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { search.value = ""; narrow(); }
    const first = event.key === "Enter" && narrow();
    if (first) location.hash = one("a", first).hash;
  });
  if (filter) filter.addEventListener("change", narrow);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  // ---- #picture, #tables, #table=public.users, #picture=public.users
  const decode = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const sections = all(".view");
  const byName = (name) => sections.find((view) => view.id.startsWith("table=") && decode(view.id.slice(6)) === name);
  const route = () => {
    const hash = location.hash.slice(1);
    const name = decode(hash.slice(hash.indexOf("=") + 1));
    const table = hash.includes("=") ? byName(name) || byName(`public.${name}`) : undefined;
    const view = hash.startsWith("picture=") ? one("#picture") : table || sections.find((section) => section.id === hash) || sections[0];
    for (const section of sections) section.classList.toggle("shown", section === view);
    one("main").scrollTop = 0;
    for (const link of all(".tabs a")) {
      if (link.hash === `#${view.id}`) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
    for (const { item } of items) {
      const link = one("a", item);
      if (table && link.hash.endsWith(table.id.slice(6)) && link.hash === `#${table.id}`) {
        link.setAttribute("aria-current", "page");
        item.scrollIntoView({ block: "nearest" });
      } else {
        link.removeAttribute("aria-current");
      }
    }
    const title = document.title.split(" · ").pop();
    document.title = table && view === table ? `${name} · ${title}` : title;
    if (matchMedia("(max-width: 760px)").matches && table) { search.value = ""; narrow(); }
    if (view.id !== "picture") {
      const focus = one(".around .focus", view);
      if (focus) {
        const around = focus.closest(".around"), box = focus.getBoundingClientRect(), area = around.getBoundingClientRect();
        around.scrollLeft += (box.left + box.right - area.left - area.right) / 2;
      }
      return;
    }
    const svg = shownCanvas() && one("svg", shownCanvas());
    if (!svg) return;
    if (!views.has(svg)) begin(svg);
    const box = table && one(`.box[data-table="${table.dataset.table}"]`, svg);
    for (const other of all(".found", svg)) other.classList.remove("found");
    if (box) { goTo(svg, box); box.classList.add("found"); }
  };
  addEventListener("hashchange", route);

  // ---- tables are sorted by the heading that is clicked
  for (const heading of all(".sortable th")) {
    heading.tabIndex = 0;
    const sort = () => {
      const table = heading.closest("table"), body = table.tBodies[0], number = heading.cellIndex;
      const numeric = heading.classList.contains("number");
      const down = heading.getAttribute("aria-sort") ? heading.getAttribute("aria-sort") === "ascending" : numeric;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => numeric ? Number(row.cells[number].dataset.value) : row.cells[number].textContent;
      const rows = [...body.rows].sort((a, b) => numeric ? key(a) - key(b) : key(a).localeCompare(key(b)));
      body.append(...(down ? rows.reverse() : rows));
    };
    heading.addEventListener("click", sort);
    heading.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
  }

  narrow();
  route();
})();
