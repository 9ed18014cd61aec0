// The bell counts on while the page is open.

function startLive() {
  const bell = one("[data-bell]");
  if (!bell || !window.EventSource) return;
  const badge = one("b", bell), { some, all: none, news } = bell.dataset;
  let source, count = Number(bell.dataset.bell);
  const show = (now) => {
    badge.textContent = now > 99 ? "99+" : now;
    badge.hidden = !now;
    bell.ariaLabel = now ? some.replace("{count}", badge.textContent) : none;
    if (now > count) {
      const toast = make("div", { className: "toast" }, news);
      one(".toasts").append(toast);
      fade(toast);
    }
    count = now;
  };
  const follow = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource("/live");
    source.addEventListener("unread", (event) => show(Number(event.data)));
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) follow(); });
  setTimeout(follow, 1000);
}

startLive();
