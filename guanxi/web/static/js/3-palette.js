// The command palette, keys, and the list of keys.
const keyed = (label, keys) => [make("span", {}, label), ...keys.map((key) => make("kbd", {}, key[0].toUpperCase() + key.slice(1)))];
const keysOf = ({ dataset: { hotkey, go } }) => hotkey ? hotkey.split("+") : ["g", go];
const use = (element) => element.matches("input") ? element.focus() : element.click();

class Palette extends Combo {
  open() {
    this.here = all("[data-hotkey]:not([data-opens])").filter((element) => element.getClientRects().length);
    this.text.value = "";
    this.items = [];
    this.list.replaceChildren();
    this.box.showModal();
  }

  close() { this.box.close(); }

  address(query) {
    return `/palette.json?${new URLSearchParams([["q", query], ...this.here.map((element) => ["here", nameOf(element)])])}`;
  }

  show(items) {
    super.show(items);
    this.move(1);
  }

  row(item) {
    const icon = one("[data-opens=palette] svg").cloneNode(true), shape = icon.firstElementChild, control = this.here[item.here];
    shape.setAttribute("href", shape.getAttribute("href").replace(/#.*/, `#${item.icon}`));
    return make("li", {}, icon, ...keyed(item.label, control ? keysOf(control) : item.keys));
  }

  take(item) {
    if (item.href) location.href = item.href;
    else use(this.here[item.here] ?? one(`[data-press="${item.press}"]`));
  }
}

function startPalette(box) {
  const palette = new Palette(box);
  onPress("[data-opens=palette]", () => box.open ? box.close() : palette.open());
  on(box, "click", ({ target }) => { if (target === box) box.close(); });
}

function startKeys(help) {
  const off = words.hotkeys === "off";
  let went = 0;
  onPress("[data-opens=keys]", () => {
    const controls = all(off ? "[data-hotkey^=ctrl]" : "[data-hotkey], [data-go]");
    one("ul", help).replaceChildren(...controls.map((control) => make("li", {}, ...keyed(nameOf(control), keysOf(control)))));
    help.showModal();
  });
  on(window, "keydown", (event) => {
    if (event.isComposing || event.altKey || event.repeat) return;
    const held = event.ctrlKey || event.metaKey, key = CSS.escape((held ? "ctrl+" : "") + event.key.toLowerCase());
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (one("dialog[open]:not(#palette)") || ((off || typing) && !held)) return;
    const target = (Date.now() - went < 1500 && one(`[data-go="${key}"]`)) || one(`[data-hotkey="${key}"]`)
      || (key === "\\/" && one("[data-opens=palette]"));
    went = key === "g" ? Date.now() : 0;
    if (!target) return;
    event.preventDefault();
    use(target);
  });
}

all("#palette").forEach(startPalette);
all("#keys").forEach(startKeys);
