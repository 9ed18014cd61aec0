// The card works without this script; with it, the phone keeps the card for when there is no network.
if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/portal/worker.js", { scope: "/portal/" }).catch(() => {}));
}
