// Dragging the cards of the home page; buttons do the same.
const arranged = one("[data-arrange]"), cardsOf = () => all("[data-card]", arranged);
let held;
if (arranged) {
  for (const card of cardsOf()) card.draggable = true;
  on(arranged, "dragstart", ({ target }) => { held = target.closest("[data-card]"); });
  on(arranged, "dragover", (event) => {
    const over = event.target.closest("[data-card]"), list = cardsOf();
    if (!held || !over) return;
    event.preventDefault();
    if (over !== held) over[list.indexOf(held) < list.indexOf(over) ? "after" : "before"](held);
  });
  on(arranged, "dragend", () => {
    const form = one("[data-order]");
    form.order.value = cardsOf().map((card) => card.dataset.card).join();
    form.requestSubmit();
  });
}
