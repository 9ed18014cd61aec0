// Cards go to other columns by mouse, by a long press, by Alt and arrows, or by their menu.
function startBoard(board) {
  const columns = () => all("[data-column]", board);
  const at = (item) => item?.closest("[data-column]");
  const may = (card, column) => card.dataset.to.split(" ").includes(column?.dataset.column);
  const say = (toast) => { one(".toasts").innerHTML = toast; };
  let drag;

  async function move(card, to, focus) {
    if (!may(card, to)) return say(board.dataset.refused);
    const from = at(card), next = card.nextSibling, form = one("form", card), body = new URLSearchParams(new FormData(form));
    body.set("to", to.dataset.column);
    card.inert = true;
    one("ol", to).prepend(card);
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } })
      .then((response) => response.json()).catch(() => ({ toast: board.dataset.failed }));
    if (answer.board) board.innerHTML = answer.board;
    else {
      one("ol", from).insertBefore(card, next);
      card.inert = false;
    }
    if (answer.go_to) return location.assign(answer.go_to);
    if (focus) one(`[data-card="${card.dataset.card}"] a`, board)?.focus();
    say(answer.toast);
  }

  function lift() {
    const { card, x, y } = drag, box = card.getBoundingClientRect();
    drag.on = true;
    card.style.cssText = `inline-size: ${box.width}px; left: ${box.left - x}px; top: ${box.top - y}px`;
    card.classList.add("dragged");
    board.classList.add("dragging");
    for (const column of columns()) column.classList.toggle("off", column !== at(card) && !may(card, column));
    follow(x, y);
  }

  function follow(x, y) {
    drag.card.style.translate = `${x}px ${y}px`;
    drag.over = at(document.elementFromPoint(x, y));
    drag.over?.scrollIntoView({ block: "nearest", inline: "nearest" });
    for (const column of columns()) column.classList.toggle("over", column === drag.over);
  }

  function drop(take) {
    const { card, on, over, timer } = drag ?? {};
    clearTimeout(timer);
    drag = null;
    if (!on) return;
    card.removeAttribute("style");
    for (const item of [board, card, ...columns()]) item.classList.remove("dragging", "dragged", "off", "over");
    if (take && over && over !== at(card)) move(card, over);
  }

  board.addEventListener("pointerdown", ({ target, button, isPrimary, clientX: x, clientY: y, pointerType }) => {
    const card = target.closest("[data-to]");
    if (!card || button || !isPrimary || target.closest("details")) return;
    drag = { card, x, y, timer: pointerType !== "mouse" && setTimeout(lift, 350) };
  });
  addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
    if (drag && !drag.on && Math.hypot(x - drag.x, y - drag.y) > 7) drag.timer ? drop() : lift();
    if (drag?.on) follow(x, y);
  });
  addEventListener("pointerup", () => drop(true));
  addEventListener("pointercancel", () => drop());
  for (const name of ["touchmove", "contextmenu"])
    board.addEventListener(name, (event) => { if (drag?.on) event.preventDefault(); }, { passive: false });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") drop();
    const card = event.target.closest?.("[data-to]"), step = { ArrowLeft: -1, ArrowRight: 1 }[event.key], list = columns();
    if (!card || !step || !event.altKey || event.isComposing) return;
    event.preventDefault();
    let place = list.indexOf(at(card)) + step;
    while (list[place] && !may(card, list[place])) place += step;
    move(card, list[place], true);
  });
  document.addEventListener("submit", (event) => {
    const card = one(`[data-card="${event.target.dataset.move}"]`, board);
    if (!card) return;
    event.preventDefault();
    move(card, one(`[data-column="${event.submitter.value}"]`, board), true);
  });
}

all("[data-board]").forEach(startBoard);
