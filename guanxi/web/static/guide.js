// A new record step by step: one step is shown at a time, and none is left before what it asks is right.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

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
  list.addEventListener("click", (event) => {
    const place = links.indexOf(event.target.closest("a"));
    if (place < 0) return;
    event.preventDefault();
    go(place);
  });
  back.addEventListener("click", () => show(form.step - 1));
  next.addEventListener("click", () => go(form.step + 1));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.defaultPrevented || next.hidden) return;
    event.preventDefault();
    go(form.step + 1);
  });
  show(Math.max(0, steps.findIndex((step) => one("[aria-invalid=true], p.error", step))), false);
}

all("[data-guide]").forEach(startGuide);
