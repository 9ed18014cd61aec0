// Every page: theme, menus, questions before something is done, rows of a form, changes not yet saved.

function startTheme() {
  const { dataset } = document.documentElement;
  onPress("[data-theme-toggle]", () => {
    const now = dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    dataset.theme = now === "dark" ? "light" : "dark";
    document.cookie = `guanxi_theme=${dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  });
}

function startMenus() {
  const opener = one("[data-menu]"), side = one(".side");
  const shut = ({ key, target }) => {
    for (const menu of all("details.menu[open], .side[open]")) {
      if (!key && menu.contains(target)) continue;
      menu.removeAttribute("open");
      if (menu === side) opener.ariaExpanded = "false";
      if (key) (one("summary", menu) ?? opener).focus();
    }
  };
  onPress("[data-menu]", () => {
    side.setAttribute("open", "");
    opener.ariaExpanded = "true";
    one("a", side).focus();
  });
  onPress(".side-close", () => shut({ key: "Escape" }));
  on(document, "click", shut, true);
  on(window, "keydown", (event) => { if (event.key === "Escape") shut(event); });
  if (opener) opener.ariaExpanded = "false";
}

function ask(text, label, danger) {
  const yes = make("button", { className: `button ${danger ? "danger" : "primary"}`, value: "yes" }, label);
  const bar = make("div", { className: "dialog-actions" }, make("button", { className: "button quiet" }, words.cancel), yes);
  const form = make("form", { method: "dialog" }, make("h2", {}, words.sure), make("p", {}, text), bar);
  const dialog = make("dialog", { ariaLabel: words.sure }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => on(dialog, "close", () => {
    dialog.remove();
    resolve(dialog.returnValue);
  }));
}

function startConfirm() {
  onPress("a[data-confirm]", async (link) => {
    if (!await ask(link.dataset.confirm, link.dataset.confirmLabel, link.matches(".danger"))) return;
    const form = make("form", { method: "post", action: link.href }, one("[name=_csrf]").cloneNode());
    document.body.append(form);
    form.submit();
  });
  on(document, "submit", async (event) => {
    const form = event.target, text = form.dataset.confirmForm;
    if (!text) return;
    event.preventDefault();
    if (await ask(text, nameOf(one("button", form)), true)) form.submit();
  });
}

function startLines() {
  onPress("[data-add-line]", ({ dataset: { addLine: name } }) => {
    const body = one(`[data-lines="${name}"]`), count = one(`[data-lines-count="${name}"]`), blank = one(`[data-lines-blank="${name}"]`);
    body.insertAdjacentHTML("beforeend", blank.innerHTML.replaceAll("__index__", count.value++));
    startCombos(body.lastElementChild);
    one("input:not([type=hidden]), select, textarea", body.lastElementChild)?.focus();
  });
}

function startForms() {
  let changed = null;
  on(document, "input change", ({ target }) => { changed ||= target.closest("[data-record]"); });
  on(document, "click", async (event) => {
    const control = event.target.closest("a, button"), [path, then] = (control?.href ?? control?.form?.action ?? "").split("/actions/");
    if (!then || path !== changed?.action || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!await ask(changed.dataset.unsaved, changed.dataset.goOn)) return;
    const button = make("button", { name: "_then", value: then, hidden: true });
    changed.append(button);
    changed.requestSubmit(button);
  }, true);
  on(document, "submit", (event) => {
    const button = event.submitter;
    if (event.target === changed) changed = null;
    if (event.defaultPrevented || !button || event.target.method === "dialog") return;
    setTimeout(() => { button.disabled = true; });
    setTimeout(() => { button.disabled = false; }, 4000);
  });
  on(window, "beforeunload", (event) => { if (changed) event.preventDefault(); });
  one("[aria-invalid=true]")?.focus();
}

startTheme();
startMenus();
startConfirm();
startLines();
startCombos(document);
startForms();
