// A text input that offers records while one types: the ARIA combobox with a list.
let serial = 0;

class Combo {
  constructor(box) {
    [this.text, this.id = {}, this.was = { value: "" }] = box.querySelectorAll("input, textarea");
    this.box = box;
    this.source = box.dataset.combo;
    this.list = document.createElement("ul");
    this.list.id = `combo-${++serial}`;
    this.list.setAttribute("role", "listbox");
    this.list.hidden = true;
    box.append(this.list);
    this.active = -1;
    this.items = [];
    this.field = this.text.tagName === "INPUT";
    if (this.field) this.text.setAttribute("role", "combobox");
    for (const [name, value] of [["autocomplete", "list"], ["controls", this.list.id]]) this.text.setAttribute(`aria-${name}`, value);
    this.expand(false);
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("focus", () => this.search());
    this.text.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("pointerdown", (event) => {
      const item = event.target.closest("li[data-index]");
      if (item) { event.preventDefault(); this.take(Number(item.dataset.index)); }
    });
  }

  expand(open) {
    this.list.hidden = !open;
    if (this.field) this.text.setAttribute("aria-expanded", String(open));
  }

  typed() {
    if (this.text.value !== this.was.value) this.id.value = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), 180);
  }

  query() { return this.text.value === this.was.value ? "" : this.text.value; }

  address(query) { return `${this.source}?q=${encodeURIComponent(query)}`; }

  async search() {
    const query = this.query();
    this.request?.abort();
    if (query === null) return this.close();
    this.request = new AbortController();
    try {
      const answer = await fetch(this.address(query), { signal: this.request.signal });
      if (answer.ok && document.activeElement === this.text) this.show(await answer.json(), query.trim());
    } catch { /* typed on, or offline: what is typed is searched for when the form is sent */ }
  }

  show(items, query) {
    const { none, create } = this.box.dataset;
    this.items = [...items];
    if (create && query && !items.some((item) => item.label === query)) this.items.push({ query, label: create.replace("{name}", query) });
    this.active = -1;
    this.list.replaceChildren(...(this.items.length ? this.items : [{ label: none }]).map((item, index) => {
      const row = document.createElement("li");
      row.textContent = item.label;
      row.id = `${this.list.id}-${index}`;
      row.setAttribute("role", "option");
      if (this.items.length) row.dataset.index = String(index);
      else row.setAttribute("aria-disabled", "true");
      return row;
    }));
    this.expand(true);
  }

  key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && open) { event.preventDefault(); event.stopPropagation(); this.close(); }
    else if (event.key === "Enter" && open && this.active >= 0) { event.preventDefault(); this.take(this.active); }
    else if (step && (open || this.field)) {
      event.preventDefault();
      if (open) this.move(step); else this.search();
    }
  }

  move(step) {
    const count = this.items.length;
    if (!count) return;
    this.active = (Math.max(this.active, step < 0 ? 0 : -1) + step + count) % count;
    [...this.list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === this.active)));
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
    this.text.setAttribute("aria-activedescendant", `${this.list.id}-${this.active}`);
  }

  take(index) {
    const item = this.items[index];
    this.close();
    if (item.query) createRecord(this.box, this.box.dataset.new, item.query); else this.choose(item);
  }

  choose(item) {
    this.text.value = this.was.value = item.label;
    this.id.value = String(item.id);
    this.id.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() {
    this.expand(false);
    this.text.removeAttribute("aria-activedescendant");
  }
}

function startCombos(root) {
  for (const box of root.querySelectorAll("[data-combo]")) if (box.dataset.combo) box.combo = new Combo(box);
}
