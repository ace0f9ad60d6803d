// What makes reading easier where scripts run; nothing of the text needs it. It fetches nothing and keeps what
// a reader has chosen in this browser alone.
"use strict";
(() => {
  const root = document.documentElement;
  const kept = (() => { try { return JSON.parse(localStorage.getItem("rubricator")) || {}; } catch { return {}; } })();
  const keep = () => { try { localStorage.setItem("rubricator", JSON.stringify(kept)); } catch { /* a private window */ } };
  const choices = ["theme", "size", "measure", "notes"];
  const choose = (name, value) => { if (choices.includes(name) && /^[a-z]+$/.test(value)) root.dataset[name] = value; };
  for (const name of choices) if (typeof kept[name] === "string") choose(name, kept[name]);

  // ## Display: what was chosen last time, and what is chosen now

  const display = () => {
    for (const input of document.querySelectorAll(".settings input, .switch input")) {
      if (kept[input.name] === input.value) input.checked = true;
      input.addEventListener("change", () => { kept[input.name] = input.value; choose(input.name, input.value); keep(); });
    }
    for (const menu of document.querySelectorAll(".settings")) menu.hidden = false;
  };

  // ## Search: without regard to case, accents and points, over the reading that is shown

  const alike = {
    "ß": "ss", "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "ς": "σ",
    "׳": "'", "״": '"', "־": "-", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
  };
  // What is written over and under letters, and what only joins or parts them; the vowels of Indian scripts and the voiced kana are letters.
  const marks = /^(?![\u3099\u309a])(?=\p{M})[\p{sc=Zinh}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Cyrillic}\p{sc=Coptic}\p{sc=Ethiopic}\p{sc=Latin}\p{sc=Greek}\u093c]|^[\p{Cf}\u034f]/u;
  const katakana = /[\u30a1-\u30f6\u30fd\u30fe]/;
  const letter = (char) => marks.test(char) ? "" : katakana.test(char) ? String.fromCharCode(char.charCodeAt(0) - 96) : alike[char] ?? char;
  const folds = new Map();
  const folded = (char) => {
    if (!folds.has(char)) {
      const plain = alike[char] ?? [...char.normalize("NFKD").toLowerCase()].map(letter).join("");
      folds.set(char, /\s/.test(char) ? " " : plain);
    }
    return folds.get(char);
  };
  const east = /[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const blocks = "p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, blockquote, div, section, figure, pre";

  const read = (place) => {
    const text = [], nodes = [], at = [], above = [];
    const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    let block = null, parted = false;
    const add = (char, node, offset) => {
      if (char === " " && text.at(-1) === " ") return;
      // The end of a line of the file within Chinese or Japanese is no space.
      if (!parted && text.at(-1) === " " && east.test(char) && east.test(text.at(-2))) for (const one of [text, nodes, at]) one.pop();
      parted = parted && char === " ";
      text.push(char); nodes.push(node); at.push(offset);
    };
    const part = (node) => { add(" ", node, 0); parted = true; };
    // Readings above characters come after all else: the characters go on.
    const next = () => walk.nextNode() ?? above.shift();
    for (let node = next(); node; node = next()) {
      const within = node.parentElement, reading = within.closest("rt");
      if (within.closest(".aloud, .eol-hyphen, sup.mark, .pb, .ln, a.back, nav, section[data-added]") || !within.checkVisibility()) continue;
      if (reading && walk.currentNode === node) { above.push(node); continue; }
      const here = reading ?? within.closest(blocks);
      if (here !== block) part(node);
      block = here;
      let offset = 0;
      for (const char of node.data) {
        for (const one of folded(char)) add(one, node, offset);
        offset += char.length;
      }
    }
    return { text: text.join(""), nodes, at };
  };

  const search = () => {
    const form = document.querySelector(".search");
    if (!form) return;
    const input = form.querySelector("input"), said = form.querySelector("output");
    let known = null, ranges = [], current = -1, waiting = 0, asked = "";
    const show = (name, some) => { if (CSS.highlights) some.length ? CSS.highlights.set(name, new Highlight(...some)) : CSS.highlights.delete(name); };
    const forget = () => { known = null; };
    for (const one of document.querySelectorAll(".switch input")) one.addEventListener("change", () => { forget(); find(); });
    document.addEventListener("toggle", forget, true);

    const go = (step) => {
      if (!ranges.length) return;
      current = (current + step + ranges.length) % ranges.length;
      show("current", [ranges[current]]);
      ranges[current].startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      said.textContent = form.dataset.found.replace("NN", current + 1).replace("MM", ranges.length);
    };
    const find = () => {
      const wanted = [...input.value].map(folded).join("").trim().replace(/ +/g, " ");
      clearTimeout(waiting);
      ranges = []; current = -1; said.textContent = ""; asked = input.value;
      if (wanted) {
        known ??= read(document.querySelector("main"));
        for (let from = known.text.indexOf(wanted); from !== -1; from = known.text.indexOf(wanted, from + wanted.length)) {
          const last = from + wanted.length - 1, range = document.createRange();
          range.setStart(known.nodes[from], known.at[from]);
          const wide = String.fromCodePoint(known.nodes[last].data.codePointAt(known.at[last])).length;
          range.setEnd(known.nodes[last], known.at[last] + wide);
          ranges.push(range);
        }
        if (!ranges.length) said.textContent = form.dataset.none;
      }
      show("found", ranges); show("current", []);
      const below = ranges.findIndex((range) => range.getBoundingClientRect().bottom >= 0);
      if (ranges.length) { current = Math.max(below, 0) - 1; go(1); }
    };
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(find, 200); });
    form.addEventListener("submit", (event) => { event.preventDefault(); input.value === asked ? go(1) : find(); });
    form.querySelector(".previous").addEventListener("click", () => go(-1));
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); go(-1); }
      if (event.key === "Escape") { input.value = ""; find(); }
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.matches("input, textarea, select, [contenteditable]");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); input.focus(); }
    });
    form.hidden = false;
  };

  // ## A link to the paragraph or heading that one points at, to be copied

  const linking = () => {
    const main = document.querySelector("main"), link = document.createElement("a");
    link.className = "permalink"; link.textContent = "#"; link.title = link.ariaLabel = document.body.dataset.permalink; link.tabIndex = -1;
    main.addEventListener("pointerover", (event) => {
      const place = event.target.closest(":is(p, h1, h2, h3, h4, h5, h6, .l, figure, table)[id]");
      if (!place || place.contains(link)) return;
      link.href = `#${place.id}`;
      const box = place.getBoundingClientRect(), within = main.getBoundingClientRect();
      link.style.top = `${box.top - within.top}px`;
      link.style.insetInlineStart = `${(document.dir === "rtl" ? within.right - box.right : box.left - within.left)}px`;
      if (!link.isConnected) main.append(link);
    });
  };

  // ## What the index says of a name opens beside the name

  const meeting = () => {
    document.querySelector("main").addEventListener("click", (event) => {
      const link = event.target.closest(":is(article, .notes, .apparatus, .corrections) a[href^='#']");
      const entry = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest(".index li");
      if (!entry?.showPopover || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      entry.popover = "auto";
      entry.tabIndex = -1;
      entry.addEventListener("toggle", ({ newState }) => { if (newState === "closed") entry.removeAttribute("popover"); });
      entry.addEventListener("click", ({ target }) => { if (target.closest("a")) entry.hidePopover(); }, { once: true });
      entry.showPopover({ source: link });
      entry.focus();
    });
  };

  // ## Menus and notes close with Escape, menus when one goes elsewhere

  const closing = () => {
    const menus = () => document.querySelectorAll(".menu[open], nav.contents details[open]");
    document.addEventListener("click", (event) => {
      for (const menu of menus()) if (!menu.contains(event.target) || (event.target.closest("a") && menu.closest("nav"))) menu.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const menu of menus()) { menu.open = false; menu.querySelector("summary").focus(); }
      const back = document.querySelector(":is(.notes, .apparatus, .corrections) li:target a.back");
      if (back) { back.click(); document.querySelector(back.getAttribute("href").replace(/[^\w#-]/g, "\\$&"))?.focus({ preventScroll: true }); }
    });
  };

  document.addEventListener("DOMContentLoaded", () => { display(); search(); linking(); meeting(); closing(); });
})();
