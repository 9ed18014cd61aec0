// A text input that offers records while one types: the ARIA combobox with a list.
let serial = 0;

class Combo {
  constructor(box) {
    [this.text, this.id = {}, this.was = { value: "" }] = all("input, textarea", box);
    this.box = box;
    this.list = one("ul", box) ?? box.appendChild(make("ul", { id: `combo-${++serial}`, role: "listbox", ariaLabel: nameOf(this.text) }));
    this.items = [];
    this.field = this.text.matches("input");
    if (this.field) this.text.role = "combobox";
    this.text.ariaAutoComplete = "list";
    this.text.setAttribute("aria-controls", this.list.id);
    this.close();
    on(this.text, "input", () => { if (this.text.value !== this.was.value) this.id.value = this.was.value = ""; });
    on(this.text, "focus", () => this.search());
    on(this.text, "blur", () => { if (!box.open) this.close(); });
    on(this.text, "keydown", (event) => this.key(event));
    onTyping(this.text, 180, () => this.search());
    on(this.list, "mousedown", (event) => event.preventDefault());
    on(this.list, "click", ({ target }) => this.pick([...this.list.children].indexOf(target.closest("li"))));
  }

  expand(open) {
    this.list.hidden = !open;
    if (this.field) this.text.ariaExpanded = open;
    this.text.removeAttribute("aria-activedescendant");
  }

  close() { this.expand(false); }

  query() { return this.text.value === this.was.value ? "" : this.text.value; }

  address(query) { return `${this.box.dataset.combo}?q=${encodeURIComponent(query)}`; }

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
    if (create && query && !items.some((item) => item.label === query)) items.push({ query, label: create.replace("{name}", query) });
    const rows = items.length ? items.map((item) => this.row(item)) : [make("li", { ariaDisabled: "true" }, none)];
    rows.forEach((row, index) => Object.assign(row, { id: `${this.list.id}-${index}`, role: "option" }));
    this.list.replaceChildren(...rows);
    this.items = items;
    this.active = -1;
    this.expand(true);
  }

  row(item) { return make("li", {}, item.label); }

  key(event) {
    const { key, isComposing } = event, open = !this.list.hidden, step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (isComposing) return;
    if (key === "Escape" && open) { event.stopPropagation(); this.close(); }
    else if (key === "Enter" && open && this.active >= 0) this.pick(this.active);
    else if (step && open) this.move(step);
    else if (step && this.field) this.search();
    else return;
    event.preventDefault();
  }

  move(step) {
    const count = this.items.length, rows = [...this.list.children];
    if (!count) return;
    this.active = (Math.max(this.active, step < 0 ? 0 : -1) + step + count) % count;
    rows.forEach((row, index) => { row.ariaSelected = index === this.active; });
    rows[this.active].scrollIntoView({ block: "nearest" });
    this.text.setAttribute("aria-activedescendant", rows[this.active].id);
  }

  pick(index) {
    const item = this.items[index];
    if (!item) return;
    this.close();
    this.take(item);
  }

  take(item) {
    if (item.query) createRecord(this.box, this.box.dataset.new, item.query); else this.choose(item);
  }

  choose(item) {
    this.text.value = this.was.value = item.label;
    this.id.value = item.id;
    this.id.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function startCombos(root) {
  for (const box of all("[data-combo]", root)) if (box.dataset.combo) box.combo = new Combo(box);
}
