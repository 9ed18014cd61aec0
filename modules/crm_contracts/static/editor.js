// The preview of a contract's template or clause, a moment after one stops typing. Without it, the button does the same.
const button = document.querySelector("[data-preview]");
const form = button?.form;
const shown = document.querySelector("[data-preview-text]");
const REST = 500;
let timer;
let asked;
let field;

async function preview() {
  clearTimeout(timer);
  asked?.abort();
  const request = asked = new AbortController();
  shown.ariaBusy = "true";
  try {
    const answer = await fetch(button.dataset.preview, {
      method: "POST", body: new URLSearchParams(new FormData(form)), signal: request.signal,
    });
    const html = answer.headers.get("X-Preview") ? await answer.text() : "";
    if (request !== asked) return;
    if (html) shown.innerHTML = html; else shown.textContent = button.dataset.failed;
    for (const control of shown.querySelectorAll("[data-show-line]")) control.hidden = false;
  } catch (error) {
    if (error.name !== "AbortError") shown.textContent = button.dataset.failed;
  } finally {
    if (request === asked) shown.ariaBusy = "false";
  }
}

function later(event) {
  clearTimeout(timer);
  asked?.abort();
  if (!event.isComposing) timer = setTimeout(preview, REST);
}

function showLine({ field: name, line }) {
  const area = form.elements[name];
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
}

if (form) {
  field = form.elements.body;
  for (const name of ["body", "body_en", "_contract"]) {
    for (const kind of ["input", "compositionend"]) form.elements[name].addEventListener(kind, later);
  }
  for (const name of ["body", "body_en"]) {
    form.elements[name].addEventListener("focus", (event) => { field = event.target; });
  }
  document.addEventListener("click", (event) => {
    const control = event.target.closest("[data-put], [data-show-line]");
    if (!control) return;
    if (control.dataset.put) {
      field.focus();
      field.setRangeText(control.dataset.put, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else showLine(control.closest("[data-line]").dataset);
  });
  button.addEventListener("click", (event) => {
    event.preventDefault();
    preview();
  });
  preview();
}
