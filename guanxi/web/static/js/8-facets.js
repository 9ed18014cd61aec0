// The search box proposes filters: values of fields, stretches of time, records.
class Facets extends Combo {
  address(text) {
    const { facets, path } = this.box.dataset, query = new URLSearchParams(location.search);
    query.set("on", path.slice(facets.lastIndexOf("/") + 1) || "list");
    query.set("text", text);
    return `${facets}?${query}`;
  }

  show(items) {
    if (items.length) super.show(items); else this.close();
  }

  take(item) { location.href = item.href; }
}

for (const box of all("[data-facets]")) new Facets(box);
