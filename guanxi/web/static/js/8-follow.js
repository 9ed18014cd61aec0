// A bar that follows work under way.
async function follow(bar) {
  while (bar) {
    await new Promise((go) => setTimeout(go, 1500));
    const html = await fetch("").then((page) => page.text()).catch(() => 0);
    if (!html) continue;
    const now = one("#follow", new DOMParser().parseFromString(html, "text/html"));
    if (!now) return location.reload();
    bar.innerHTML = now.innerHTML;
  }
}
follow(one("#follow"));
