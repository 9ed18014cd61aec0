// Cards go to other columns by mouse, by a long press or by Alt and arrows: each presses a button of the card's menu.
function startBoard(board) {
  const columns = () => all("[data-column]", board);
  const at = (item) => item?.closest("[data-column]");
  const way = (card, column) => column && one(`button[value="${column.dataset.column}"]`, card);
  let drag;

  on(document, "submit", async (event) => {
    const form = event.target, card = one(`[data-card="${form.dataset.move}"]`, board);
    if (!card) return;
    event.preventDefault();
    card.inert = true;
    const answer = await post(form.action, form, event.submitter).then((page) => page.json()).catch(() => ({ toast: board.dataset.failed }));
    if (answer.board) board.innerHTML = answer.board; else rest(card);
    if (answer.go_to) return location.assign(answer.go_to);
    one(`[data-card="${card.dataset.card}"] a`, board)?.focus();
    tell(answer.toast);
  });

  function go(card, column) {
    const button = way(card, column);
    if (button) return button.click();
    rest(card);
    tell(board.dataset.refused);
  }

  function rest(card) {
    card.inert = false;
    card.classList.remove("dragged");
    card.removeAttribute("style");
  }

  function lift() {
    const { card, x, y } = drag, box = card.getBoundingClientRect();
    drag.on = true;
    card.style.cssText = `inline-size: ${box.width}px; left: ${box.left - x}px; top: ${box.top - y}px`;
    card.classList.add("dragged");
    follow(x, y);
  }

  function follow(x, y) {
    const { card } = drag, over = drag.over = at(document.elementFromPoint(x, y));
    card.style.translate = `${x}px ${y}px`;
    over?.scrollIntoView({ block: "nearest", inline: "nearest" });
    for (const column of columns()) {
      column.classList.toggle("over", column === over);
      column.classList.toggle("off", column !== at(card) && !way(card, column));
    }
  }

  function drop(take) {
    const { card, on, over, timer } = drag ?? {};
    clearTimeout(timer);
    drag = null;
    if (!on) return;
    for (const column of columns()) column.classList.remove("off", "over");
    if (take && over && over !== at(card)) go(card, over); else rest(card);
  }

  on(board, "pointerdown", ({ target, button, clientX: x, clientY: y, pointerType }) => {
    const card = target.closest(".movable");
    if (card && !button && !target.closest("details")) drag = { card, x, y, timer: pointerType !== "mouse" && setTimeout(lift, 350) };
  });
  on(window, "pointermove", ({ clientX: x, clientY: y }) => {
    if (drag && !drag.on && Math.hypot(x - drag.x, y - drag.y) > 7) drag.timer ? drop() : lift();
    if (drag?.on) follow(x, y);
  });
  on(window, "pointerup pointercancel", ({ type }) => drop(type === "pointerup"));
  on(board, "touchmove contextmenu", (event) => { if (drag?.on) event.preventDefault(); }, { passive: false });
  on(window, "keydown", (event) => {
    if (event.key === "Escape") drop();
    const card = event.target.closest?.(".movable"), step = { ArrowLeft: -1, ArrowRight: 1 }[event.key], list = columns();
    if (!card || !step || !event.altKey || event.isComposing) return;
    event.preventDefault();
    let place = list.indexOf(at(card)) + step;
    while (list[place] && !way(card, list[place])) place += step;
    go(card, list[place]);
  });
}

all("[data-board]").forEach(startBoard);
