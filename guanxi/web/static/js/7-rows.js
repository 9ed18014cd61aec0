// Rows of a list are chosen, and their cells edited in place.
function startPicking(bar) {
  const boxes = all("input[form=bulk]"), every = one("[data-pick-all]"), more = one("[name=all]", bar), said = one("[data-picked]", bar);
  const show = () => {
    const count = boxes.filter((box) => box.checked).length;
    every.checked = count === boxes.length;
    every.indeterminate = count && !every.checked;
    more.checked &&= every.checked;
    more.parentElement.hidden = !every.checked;
    bar.hidden = !count;
    said.textContent = more.checked ? more.parentElement.textContent : said.dataset.picked.replace("{count}", count);
  };
  bar.classList.add("floating");
  every.onchange = () => { for (const box of boxes) box.checked = every.checked; show(); };
  for (const box of [...boxes, more]) box.onchange = show;
  on(window, "pageshow", show);
  show();
}

function startCells(table) {
  const beside = (cell, step, which = "") => {
    const cells = all(`td[data-field]${which}`, table);
    return cells[cells.indexOf(cell) + step];
  };
  const go = (cell) => {
    if (!cell) return;
    one("td[tabindex='0']", table)?.setAttribute("tabindex", -1);
    cell.tabIndex = 0;
    cell.focus();
  };

  async function edit(cell) {
    const { row } = cell.parentElement.dataset, old = [...cell.childNodes];
    const path = `${row}/cell?field=${cell.dataset.field}&first=${+cell.matches(".first")}&${location.search.slice(1)}`;
    const asked = await fetch(path);
    if (!asked.ok) return asked.status === 409 ? tell((await asked.json()).toast) : location.assign(row);
    cell.innerHTML = await asked.text();
    startCombos(cell);
    const form = one("form", cell), input = one(".control, [type=checkbox]", form), error = one(".error", form);
    const close = () => { cell.replaceChildren(...old); go(cell); };
    const send = async (then) => {
      form.inert = true;
      const saved = await post(path, form).then((answer) => answer.json()).catch(() => ({ error: error.dataset.failed }));
      form.inert = false;
      if (saved.toast) tell(saved.toast);
      if (saved.html) {
        cell.insertAdjacentHTML("afterend", saved.html);
        then ? edit(then) : go(cell.nextElementSibling);
        return cell.remove();
      }
      error.textContent = saved.error;
      input.setAttribute("aria-invalid", "true");
      input.focus();
    };
    form.onsubmit = (event) => { event.preventDefault(); send(); };
    one("[type=button]", form).onclick = close;
    form.onkeydown = (event) => {
      if (event.isComposing || event.defaultPrevented) return;
      const then = event.key === "Tab" && beside(cell, event.shiftKey ? -1 : 1);
      if (event.key === "Escape") close();
      if (then) { event.preventDefault(); send(then); }
    };
    input.focus();
    input.select?.();
  }

  table.ondblclick = ({ target }) => {
    const cell = target.closest("td[data-field]");
    if (cell && !one("form", cell)) edit(cell);
  };
  table.onkeydown = (event) => {
    const { target: cell, key } = event, by = cell.dataset.field;
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === "Enter" || key === "F2") edit(cell);
    else if (/^Arrow/.test(key)) go(beside(cell, /Up|Left/.test(key) ? -1 : 1, /Up|Down/.test(key) ? `[data-field=${by}]` : ""));
    else return;
    event.preventDefault();
  };
  one("td[data-field]", table)?.setAttribute("tabindex", 0);
}

all("form.bulk").forEach(startPicking);
all("table[data-rows]").forEach(startCells);
