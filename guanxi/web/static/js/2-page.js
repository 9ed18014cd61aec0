// Everything here makes pages nicer; every page works without it.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const words = document.body.dataset;

function startTheme() {
  const dark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const show = (theme) => { document.documentElement.dataset.theme = theme; };
  const kept = localStorage.getItem("guanxi_theme");
  if (kept && !document.documentElement.dataset.theme) show(kept);
  for (const button of all("[data-theme-toggle]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const theme = dark() ? "light" : "dark";
      show(theme);
      localStorage.setItem("guanxi_theme", theme);
      document.cookie = `guanxi_theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    });
  }
}

function startMenu() {
  const side = one(".side"), opener = one("[data-menu]");
  if (!side || !opener) return;
  const set = (open) => {
    side.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
    if (open) one("a, button", side)?.focus();
  };
  set(false);
  opener.addEventListener("click", (event) => { event.preventDefault(); set(true); });
  one(".side-close", side).addEventListener("click", (event) => { event.preventDefault(); set(false); opener.focus(); });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && side.classList.contains("open")) { set(false); opener.focus(); }
  });
  document.addEventListener("click", (event) => {
    if (side.classList.contains("open") && !side.contains(event.target) && !opener.contains(event.target)) set(false);
  });
}

function ask(text, label, danger) {
  const dialog = document.createElement("dialog");
  const title = Object.assign(document.createElement("h2"), { textContent: words.sure, id: "ask-title" });
  const body = Object.assign(document.createElement("p"), { textContent: text });
  const bar = Object.assign(document.createElement("div"), { className: "dialog-actions" });
  const no = Object.assign(document.createElement("button"), { className: "button quiet", textContent: words.cancel });
  const yes = Object.assign(document.createElement("button"), { className: `button ${danger ? "danger" : "primary"}`, textContent: label });
  bar.append(no, yes);
  dialog.append(title, body, bar);
  dialog.setAttribute("aria-labelledby", "ask-title");
  document.body.append(dialog);
  return new Promise((resolve) => {
    no.addEventListener("click", () => dialog.close(""));
    yes.addEventListener("click", () => dialog.close("yes"));
    dialog.addEventListener("close", () => { resolve(dialog.returnValue === "yes"); dialog.remove(); });
    dialog.showModal();
    no.focus();
  });
}

function startConfirm() {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-confirm]");
    const token = one("input[name=_csrf]")?.value;
    if (!link || !token || !window.HTMLDialogElement || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!await ask(link.dataset.confirm, link.dataset.confirmLabel, link.classList.contains("danger"))) return;
    const form = Object.assign(document.createElement("form"), { method: "post", action: link.href });
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "_csrf", value: token }));
    document.body.append(form);
    form.submit();
  });
  for (const form of all("form[data-confirm-form]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await ask(form.dataset.confirmForm, one("button", form).textContent.trim(), true)) form.submit();
    });
  }
}

function startLines() {
  for (const button of all("[data-add-line]")) {
    const name = button.dataset.addLine;
    const body = one(`[data-lines="${name}"]`), count = one(`[data-lines-count="${name}"]`), blank = one(`[data-lines-blank="${name}"]`);
    if (!body || !count || !blank) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const html = blank.innerHTML.replaceAll("__index__", count.value);
      body.insertAdjacentHTML("beforeend", html);
      count.value = String(Number(count.value) + 1);
      startCombos(body.lastElementChild);
      one("input:not([type=hidden]), select, textarea", body.lastElementChild)?.focus();
    });
  }
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-delete-line]")) event.target.closest("tr").classList.toggle("removed", event.target.checked);
  });
}

function startForms() {
  let changed = false;
  const record = one("form[data-record]");
  record?.addEventListener("input", () => { changed = true; });
  document.addEventListener("submit", (event) => {
    changed &&= event.target !== record;
    const button = event.submitter;
    if (!event.defaultPrevented && button) setTimeout(() => { button.disabled = true; });
    setTimeout(() => { if (button) button.disabled = false; }, 4000);
  });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  one("[aria-invalid=true]")?.focus();
}

function startMenus() {
  document.addEventListener("click", (event) => {
    for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && one("details.menu[open]");
    if (open) { open.open = false; one("summary", open).focus(); }
  });
}

startTheme();
startMenu();
startMenus();
startConfirm();
startLines();
startCombos(document);
startForms();
