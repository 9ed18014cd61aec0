// A text input that offers records while one types: the ARIA combobox with a list.
let serial = 0;

class Combo {
  constructor(box) {
    [this.text, this.id = {}, this.was = { value: "" }] = box.querySelectorAll("input");
    this.source = box.dataset.combo;
    this.none = box.dataset.none;
    this.list = document.createElement("ul");
    this.list.id = `combo-${++serial}`;
    this.list.setAttribute("role", "listbox");
    this.list.hidden = true;
    box.append(this.list);
    this.active = -1;
    this.items = [];
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]])
      this.text.setAttribute(name, value);
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("focus", () => this.search());
    this.text.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("pointerdown", (event) => {
      const item = event.target.closest("li[data-index]");
      if (item) { event.preventDefault(); this.take(Number(item.dataset.index)); }
    });
  }

  typed() {
    if (this.text.value !== this.was.value) this.id.value = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), 180);
  }

  address(query) {
    return `${this.source}?q=${encodeURIComponent(query)}`;
  }

  async search() {
    const query = this.text.value === this.was.value ? "" : this.text.value;
    this.request?.abort();
    this.request = new AbortController();
    try {
      const answer = await fetch(this.address(query), { signal: this.request.signal });
      if (answer.ok && document.activeElement === this.text) this.show(await answer.json());
    } catch { /* typed on, or offline: what is typed is searched for when the form is sent */ }
  }

  show(items) {
    this.items = items;
    this.active = -1;
    this.list.replaceChildren(...items.map((item, index) => {
      const row = document.createElement("li");
      row.textContent = item.label;
      row.id = `${this.list.id}-${index}`;
      row.dataset.index = String(index);
      row.setAttribute("role", "option");
      return row;
    }));
    if (!items.length) {
      const row = Object.assign(document.createElement("li"), { textContent: this.none, className: "muted" });
      row.setAttribute("role", "option");
      row.setAttribute("aria-disabled", "true");
      this.list.append(row);
    }
    this.list.hidden = false;
    this.text.setAttribute("aria-expanded", "true");
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape" && !this.list.hidden) { event.stopPropagation(); this.close(); }
    else if (event.key === "Enter" && !this.list.hidden && this.active >= 0) { event.preventDefault(); this.take(this.active); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.search();
      else this.move(event.key === "ArrowDown" ? 1 : -1);
    }
  }

  move(step) {
    const count = this.items.length;
    if (!count) return;
    this.active = (this.active + step + count) % count;
    [...this.list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === this.active)));
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
    this.text.setAttribute("aria-activedescendant", `${this.list.id}-${this.active}`);
  }

  take(index) {
    const item = this.items[index];
    this.text.value = this.was.value = item.label;
    this.id.value = String(item.id);
    this.id.dispatchEvent(new Event("change", { bubbles: true }));
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.text.setAttribute("aria-expanded", "false");
    this.text.removeAttribute("aria-activedescendant");
  }
}

function startCombos(root) {
  for (const box of root.querySelectorAll("[data-combo]")) if (box.dataset.combo) new Combo(box);
}
