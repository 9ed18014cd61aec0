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

// A new record step by step: one step is shown at a time, and none is left before what it asks is right.
function startGuide(list) {
  const form = list.closest("form"), steps = all("[data-step]", form), links = all("a", list);
  const back = one("[data-back]", form), next = one("[data-next]", form), save = one("[data-hotkey='ctrl+s']", form);
  const wrong = (step) => all("input, select, textarea", step).find((input) => !input.checkValidity());
  const show = (number, focus = true) => {
    form.step = number;
    steps.forEach((step, place) => { step.hidden = place !== number; });
    links.forEach((link, place) => {
      link.parentElement.classList.toggle("past", place < number);
      link.parentElement.ariaCurrent = place === number ? "step" : null;
    });
    back.hidden = number === 0;
    next.hidden = number === steps.length - 1;
    save.hidden = !next.hidden;
    links[number].scrollIntoView({ block: "nearest", inline: "center" });
    if (focus) one("h2", steps[number]).focus();
  };
  const go = (number) => {
    const held = steps.slice(0, number).findIndex(wrong);
    show(held < 0 ? number : held);
    if (held >= 0) wrong(steps[held]).reportValidity();
  };
  on(list, "click", (event) => {
    const place = links.indexOf(event.target.closest("a"));
    if (place < 0) return;
    event.preventDefault();
    go(place);
  });
  on(back, "click", () => show(form.step - 1));
  on(next, "click", () => go(form.step + 1));
  on(form, "keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.defaultPrevented || next.hidden) return;
    event.preventDefault();
    go(form.step + 1);
  });
  show(Math.max(0, steps.findIndex((step) => one("[aria-invalid=true], p.error", step))), false);
}

for (const box of all("[data-mentions]")) new Mention(box);
one(".stages [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
startPickers();
all("form[data-check]").forEach(startHints);
all("[data-guide]").forEach(startGuide);
all("[data-drop]").forEach(startFiles);
