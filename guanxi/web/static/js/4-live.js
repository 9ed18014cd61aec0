// The bell counts on while the page is open.

function startLive(bell) {
  const badge = one("b", bell), { some, all: none, news } = bell.dataset;
  let source, count = Number(bell.dataset.bell);
  const show = (now) => {
    badge.textContent = now > 99 ? "99+" : now;
    badge.hidden = !now;
    bell.ariaLabel = now ? some.replace("{count}", badge.textContent) : none;
    if (now > count) tell(`<div class="toast">${news}</div>`);
    count = now;
  };
  const follow = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource("/live");
    on(source, "unread", (event) => show(Number(event.data)));
  };
  on(document, "visibilitychange", follow);
  on(window, "pagehide", () => source?.close());
  on(window, "pageshow", (event) => { if (event.persisted) follow(); });
  setTimeout(follow, 1000);
}

all("[data-bell]").forEach(startLive);
