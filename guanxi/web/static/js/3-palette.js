// The command palette, keys, and the list of keys.

const make = (tag, values, ...inside) => {
  const made = Object.assign(document.createElement(tag), values);
  made.append(...inside);
  return made;
};
const nameOf = (element) => (element.ariaLabel || element.labels?.[0]?.textContent || element.textContent).trim();
const keyed = (label, keys) => [make("span", {}, label), ...keys.map((key) => make("kbd", {}, key[0].toUpperCase() + key.slice(1)))];
const use = (element) => element.matches("input") ? element.focus() : element.click();

function startPalette() {
  const box = one("#palette"), opener = one("[data-opens=palette]");
  if (!box?.showModal) return;
  const text = one("input", box), list = one("ul", box);
  let found, here, at, timer, request;

  const row = (item, index) => {
    const icon = one("svg", opener).cloneNode(true), use = icon.firstElementChild;
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${item.icon}`));
    if (here[item.here]) item.keys = here[item.here].dataset.hotkey.split("+");
    return make("li", { id: `palette-${index}`, role: "option" }, icon, ...keyed(item.label, item.keys));
  };
  const choose = (index) => {
    at = (index + found.length) % found.length;
    [...list.children].forEach((option, place) => { option.ariaSelected = place === at; });
    list.children[at]?.scrollIntoView({ block: "nearest" });
    text.setAttribute("aria-activedescendant", found.length ? `palette-${at}` : "");
  };
  const search = async () => {
    request?.abort();
    request = new AbortController();
    const asked = new URLSearchParams([["q", text.value], ...here.map((element) => ["here", nameOf(element)])]);
    try {
      found = await (await fetch(`/palette.json?${asked}`, { signal: request.signal })).json();
      list.replaceChildren(...found.map(row));
      if (!found.length) list.append(make("li", { role: "option", ariaDisabled: "true" }, list.dataset.none));
      choose(0);
    } catch { /* typed on, or offline */ }
  };
  const take = (index) => {
    const item = found[index];
    if (!item) return;
    box.close();
    if (item.href) location.href = item.href;
    else use(here[item.here] || one(`[data-press="${item.press}"]`));
  };

  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (box.open) return box.close();
    here = all("[data-hotkey]:not([data-opens])").filter((element) => element.getClientRects().length);
    text.value = "";
    found = [];
    list.replaceChildren();
    box.showModal();
    search();
  });
  text.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(search, 120);
  });
  text.addEventListener("compositionend", search);
  text.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 0 }[event.key];
    if (event.isComposing || step === undefined) return;
    event.preventDefault();
    if (step) choose(at + step); else take(at);
  });
  list.addEventListener("click", (event) => take([...list.children].indexOf(event.target.closest("li"))));
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
}

function startKeys() {
  const help = one("#keys"), opener = one("[data-opens=keys]"), off = words.hotkeys === "off";
  let went = 0;
  if (help?.showModal) {
    opener.hidden = false;
    opener.addEventListener("click", () => {
      const line = (element) => {
        const { hotkey, go } = element.dataset;
        return make("li", {}, ...keyed(nameOf(element), hotkey ? hotkey.split("+") : ["g", go]));
      };
      one("ul", help).replaceChildren(...all(off ? "[data-hotkey^=ctrl]" : "[data-hotkey], [data-go]").map(line));
      help.showModal();
    });
  }
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.repeat) return;
    const held = event.ctrlKey || event.metaKey, key = CSS.escape((held ? "ctrl+" : "") + event.key.toLowerCase());
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if ((one("dialog[open]") && !one("#palette")?.open) || ((off || typing) && !held)) return;
    const target = (Date.now() - went < 1500 && one(`[data-go="${key}"]`)) || one(`[data-hotkey="${key}"]`)
      || (event.key === "/" && one("[data-opens=palette]"));
    went = key === "g" ? Date.now() : 0;
    if (!target) return;
    event.preventDefault();
    use(target);
  });
}

startPalette();
startKeys();
