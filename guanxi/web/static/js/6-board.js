// Cards go to other columns by mouse, by a long press, by Alt and arrows, or by their menu.
function startBoard(board) {
  const columns = all("[data-column]", board), text = board.dataset;
  const at = (card) => card.closest("[data-column]");
  const may = (card, column) => card.dataset.to.split(" ").includes(column?.dataset.column);
  const put = (card, column) => one("ol", column).prepend(card);
  let drag;

  function say(message, undo) {
    const toast = Object.assign(document.createElement("div"), { className: "toast", textContent: message });
    if (undo) {
      toast.append(Object.assign(document.createElement("button"), { className: "button", textContent: text.undo }));
      toast.lastChild.onclick = () => { toast.remove(); undo(); };
    }
    one(".toasts").replaceChildren(toast);
    setTimeout(() => toast.matches(":hover, :focus-within") || toast.remove(), 9000);
  }

  async function move(card, to, focus) {
    if (!may(card, to)) return say(text.refused);
    const from = at(card), next = card.nextSibling, form = one("form", card), body = new URLSearchParams(new FormData(form));
    body.set("to", to.dataset.column);
    card.inert = true;
    put(card, to);
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } })
      .then((response) => response.json()).catch(() => ({ message: text.failed }));
    card.inert = false;
    if (answer.heads) {
      for (const column of columns) one("[data-head]", column).innerHTML = answer.heads[column.dataset.column];
      const old = card;
      old.insertAdjacentHTML("afterend", answer.card);
      card = answer.card && old.nextElementSibling;
      old.remove();
      if (card) put(card, columns.find((column) => column.dataset.column === answer.column));
    } else {
      one("ol", from).insertBefore(card, next);
      if (answer.go_to) return location.assign(answer.go_to);
    }
    if (focus && card) one("a", card).focus();
    say(answer.message, answer.undo && card && (() => move(card, from, true)));
  }

  function lift() {
    const { card, x, y } = drag, box = card.getBoundingClientRect();
    drag.on = true;
    drag.place = (left, top) => { card.style.translate = `${box.left + left - x}px ${box.top + top - y}px`; };
    card.style.inlineSize = `${box.width}px`;
    drag.place(x, y);
    card.classList.add("dragged");
    board.classList.add("dragging");
    for (const column of columns) column.classList.toggle("off", column !== at(card) && !may(card, column));
  }

  function drop(to) {
    const { card, on, timer } = drag ?? {};
    clearTimeout(timer);
    drag = null;
    if (!on) return;
    card.removeAttribute("style");
    for (const item of [board, card, ...columns]) item.classList.remove("dragging", "dragged", "off", "over");
    if (to && to !== at(card)) move(card, to);
  }

  board.addEventListener("pointerdown", (event) => {
    const card = event.target.closest("[data-card]");
    if (!card?.dataset.to || event.button || !event.isPrimary || event.target.closest("details")) return;
    drag = { card, x: event.clientX, y: event.clientY, timer: event.pointerType !== "mouse" && setTimeout(lift, 350) };
  });
  addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
    if (drag && !drag.on && Math.hypot(x - drag.x, y - drag.y) > 7) drag.timer ? drop() : lift();
    if (!drag?.on) return;
    drag.place(x, y);
    drag.over = document.elementFromPoint(x, y)?.closest("[data-column]");
    drag.over?.scrollIntoView({ block: "nearest", inline: "nearest" });
    for (const column of columns) column.classList.toggle("over", column === drag.over);
  });
  addEventListener("pointerup", () => drop(drag?.over));
  addEventListener("pointercancel", () => drop());
  board.addEventListener("touchmove", (event) => { if (drag?.on) event.preventDefault(); }, { passive: false });
  board.addEventListener("contextmenu", (event) => { if (drag?.timer) event.preventDefault(); });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") drop();
    const card = event.target.closest?.("[data-to]"), step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!card || !step || !event.altKey || event.isComposing) return;
    event.preventDefault();
    let place = columns.indexOf(at(card)) + step;
    while (columns[place] && !may(card, columns[place])) place += step;
    move(card, columns[place], true);
  });
  board.addEventListener("submit", (event) => {
    event.preventDefault();
    move(event.target.closest("[data-to]"), columns.find((column) => column.dataset.column === event.submitter.value), true);
  });
}

all("[data-board]").forEach(startBoard);
