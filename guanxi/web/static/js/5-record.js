// The record page: mentions, records made within a form, hints while one types, files dropped on it.
class Mention extends Combo {
  query() {
    return /(?:^|[^\w.+-])@([^\s@]{0,40})$/.exec(this.text.value.slice(0, this.text.selectionStart))?.[1] ?? null;
  }

  address(query) { return `${this.box.dataset.mentions}?q=${encodeURIComponent(query)}`; }

  show(items, query) { super.show(items, query); this.move(1); }

  take(item) {
    const end = this.text.selectionStart;
    this.text.setRangeText(`${item.label} `, end - this.query().length, end, "end");
  }
}

async function createRecord(box, href, name) {
  const dialog = make("dialog", {});
  const show = async (answer) => {
    dialog.innerHTML = await answer.text();
    startCombos(dialog);
    if (!dialog.open) dialog.showModal();
    one("[aria-invalid=true], .control", dialog)?.focus();
  };
  dialog.setAttribute("aria-labelledby", "new-title");
  on(dialog, "close", () => { dialog.remove(); one("input, select", box).focus(); box.combo?.request.abort(); });
  on(dialog, "submit", async (event) => {
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
  onPress("[data-new-record]", (link) => createRecord(one(".combo", link.parentElement) ?? link.parentElement, link.href, ""));
  onPress("[data-close]", (button) => button.closest("dialog").close());
  on(document, "change", ({ target }) => {
    const picker = target.closest(".picker"), link = picker && one("[data-open]", picker);
    if (link) link.href = `${link.dataset.open}/${one("select, [type=hidden]", picker).value}`;
  });
}

function startHints(form) {
  const box = one("[data-hints]", form);
  onTyping(form, 500, async () => {
    const answer = await post(form.dataset.check, form), html = answer.ok ? await answer.text() : "";
    if (box.said !== html) box.innerHTML = box.said = html;
  });
}

function startFiles(page) {
  const form = one(".upload", page), input = one("[type=file]", form), hint = one("[data-hint]", form);
  on(form, "submit", () => { hint.textContent = hint.dataset.hint.replace("{count}", input.files.length); });
  on(window, "dragover dragleave drop", (event) => {
    const files = event.dataTransfer.types.includes("Files");
    if (files) event.preventDefault();
    page.classList.toggle("dropping", files && event.type === "dragover");
    if (!files || event.type !== "drop") return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

for (const box of all("[data-mentions]")) new Mention(box);
one(".stages [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
startPickers();
all("form[data-check]").forEach(startHints);
all("[data-drop]").forEach(startFiles);
