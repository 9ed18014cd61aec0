// What all scripts share. They make pages nicer; every page works without them.
const words = document.body.dataset;
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const nameOf = (element) => (element.ariaLabel || element.labels?.[0]?.textContent || element.textContent).trim();

const make = (tag, values, ...inside) => {
  const made = Object.assign(document.createElement(tag), values);
  made.append(...inside);
  return made;
};

const on = (target, kinds, handler, options) => {
  for (const kind of kinds.split(" ")) target.addEventListener(kind, handler, options);
};

// Does something else than the control that is clicked. Links go on opening new tabs.
const onPress = (selector, handler) => on(document, "click", (event) => {
  const control = event.target.closest(selector);
  if (!control || event.ctrlKey || event.metaKey || !window.HTMLDialogElement) return;
  event.preventDefault();
  handler(control);
});

// Waits until typing rests, and for what an input method composes.
const onTyping = (target, wait, handler) => {
  let timer;
  on(target, "input compositionend", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(handler, wait);
  });
};

const post = (address, form, button) => fetch(address, {
  method: "POST", body: new URLSearchParams(new FormData(form, button)), headers: { Accept: "application/json, text/html" },
});

function fade(toast) {
  setTimeout(() => toast.matches(":hover, :focus-within") ? fade(toast) : toast.remove(), one("form", toast) ? 20000 : 8000);
}

function tell(html) {
  const toasts = one(".toasts");
  toasts.insertAdjacentHTML("beforeend", html);
  fade(toasts.lastElementChild);
}

all(".toast").forEach(fade);
for (const control of all("[data-scripted]")) control.hidden = false;
