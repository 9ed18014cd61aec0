// A row of a form is filled in from what is chosen in it: what is empty, or was filled in before.
for (const body of document.querySelectorAll("[data-fill]")) {
  const { fill, by, given } = body.dataset, form = body.closest("form");
  body.addEventListener("change", async ({ target }) => {
    const [, row, changed] = /^(\w+-\d+-)(\w+)$/.exec(target.name) ?? [], asked = new URLSearchParams();
    if (!by.split(" ").includes(changed)) return;
    for (const [name, value] of new FormData(form)) {
      if (name.startsWith(row)) asked.set(name.slice(row.length), value);
      else if (given.split(" ").includes(name)) asked.set(`of.${name}`, value);
    }
    const answer = await fetch(`${fill}&${asked}`);
    if (!answer.ok || target.value !== asked.get(changed)) return;
    for (const [name, value] of Object.entries(await answer.json())) {
      const input = form.elements[row + name];
      if (input && (!input.value || input.value === input.dataset.filled)) input.value = input.dataset.filled = value;
    }
  });
}
