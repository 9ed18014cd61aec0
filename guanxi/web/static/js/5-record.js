// The record page: mentions, records made within a form, hints while one types, files dropped on it.
class Mention extends Combo {
  query() {
    return /(?:^|[^\w.+-])@([^\s@]{0,40})$/.exec(this.text.value.slice(0, this.text.selectionStart))?.[1] ?? null;
  }

  take(index) {
    const end = this.text.selectionStart;
    this.text.setRangeText(`${this.items[index].label} `, end - this.query().length, end, "end");
    this.close();
  }
}

const post = (address, form) => fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)) });

async function createRecord(box, href, name) {
  const dialog = document.createElement("dialog");
  const show = async (answer) => {
    dialog.innerHTML = await answer.text();
    startCombos(dialog);
    if (!dialog.open) dialog.showModal();
    one("[aria-invalid=true], .control", dialog)?.focus();
  };
  dialog.setAttribute("aria-labelledby", "new-title");
  dialog.addEventListener("click", ({ target }) => { if (target.closest("[data-close]")) dialog.close(); });
  dialog.addEventListener("close", () => { dialog.remove(); one("input, select", box).focus(); box.combo?.request.abort(); });
  dialog.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.submitter.disabled = true;
    const answer = await post(event.target.action, event.target);
    if (answer.status !== 201) return show(answer);
    const made = await answer.json(), select = one("select", box);
    if (select) select.add(new Option(made.label, made.id, true, true)); else box.combo.choose(made);
    select?.dispatchEvent(new Event("change", { bubbles: true }));
    dialog.close();
  });
  document.body.append(dialog);
  show(await fetch(`${href}${href.includes("?") ? "&" : "?"}dialog=1&label=${encodeURIComponent(name)}`));
}

function startPickers() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-new-record]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    createRecord(one(".combo", link.parentElement) ?? link.parentElement, link.href, "");
  });
  document.addEventListener("change", ({ target }) => {
    const picker = target.closest?.(".picker"), link = picker && one("[data-open]", picker);
    if (link) link.href = `${link.dataset.open}/${one("select, [type=hidden]", picker).value}`;
  });
}

function startHints(form) {
  let timer;
  const ask = async () => {
    const answer = await post(form.dataset.check, form), html = answer.ok ? await answer.text() : "", box = one("[data-hints]", form);
    if (box.said !== html) box.innerHTML = box.said = html;
  };
  for (const kind of ["input", "compositionend"]) form.addEventListener(kind, (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, 500);
  });
}

function startFiles(page) {
  const form = one(".upload", page), input = one("[type=file]", form), hint = one("[data-hint]", form);
  hint.hidden = false;
  form.addEventListener("submit", () => { hint.textContent = hint.dataset.hint.replace("{count}", input.files.length); });
  for (const kind of ["dragover", "dragleave", "drop"]) addEventListener(kind, (event) => {
    const files = event.dataTransfer.types.includes("Files");
    if (files) event.preventDefault();
    page.classList.toggle("dropping", files && kind === "dragover");
    if (!files || kind !== "drop") return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

for (const box of all("[data-mentions]")) new Mention(box).source = box.dataset.mentions;
one(".stages [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
startPickers();
all("form[data-check]").forEach(startHints);
all("[data-drop]").forEach(startFiles);
