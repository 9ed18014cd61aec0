// Keeps the member card for when there is no network: that page, style and all, and its pictures.
const KEPT = "portal-card-1", CARD = "/portal/card", UNTIL = "x-card-until";
const DOORS = ["/portal/sign-in", "/portal/sign-out", "/portal/enter", "/portal/code", "/portal/with-password"];

let turn = 0; // rises with every sign-in and sign-out: what was asked for before is kept no more

const forget = () => caches.delete(KEPT);

// A page of somebody who is signed in; anything else says that the session is over.
const isCard = (answer) => answer.status === 200 && !answer.redirected && answer.headers.has(UNTIL);
const isOver = (answer) => answer.type === "opaqueredirect" || answer.redirected || (answer.status > 299 && answer.status < 500);

async function keep(answer, asked) {
  const html = await answer.clone().text();
  const parts = new Set(html.match(/\/(?:static|brand)\/[^"'#\s]+|\/portal\/icon-[^"'#\s]+/g));
  if (asked !== turn) return;
  await forget();
  const cache = await caches.open(KEPT);
  await cache.put(CARD, answer);
  await Promise.all([...parts].map((part) => cache.add(part).catch(() => {})));
}

async function kept() {
  const answer = await caches.match(CARD, { cacheName: KEPT });
  if (answer && Number(answer.headers.get(UNTIL)) > Date.now()) {
    const headers = new Headers(answer.headers), html = await answer.text();
    headers.delete("content-encoding");
    headers.delete("content-length");
    return new Response(html.replace('id="kept" hidden', 'id="kept"'), { headers });
  }
  await forget();
  return Response.error();
}

async function card(event) {
  const asked = turn;
  let answer;
  try {
    answer = await fetch(event.request);
  } catch {
    return kept();
  }
  if (isCard(answer)) event.waitUntil(keep(answer.clone(), asked));
  else if (isOver(answer)) await forget();
  else return kept().then((old) => (old.type === "error" ? answer : old));
  return answer;
}

self.addEventListener("install", (event) => {
  event.waitUntil(self.skipWaiting());
});
self.addEventListener("activate", (event) => {
  event.waitUntil(
    self.clients.claim().then(async () => {
      const asked = turn, answer = await fetch(CARD, { redirect: "manual", cache: "no-store" });
      if (isCard(answer)) await keep(answer, asked);
    }).catch(() => {})
  );
});
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (DOORS.includes(url.pathname)) {
      turn += 1;
      event.waitUntil(forget());
    }
    if (url.pathname === CARD && request.method === "GET") event.respondWith(card(event));
  } else if (request.method === "GET" && /^\/(static|brand)\//.test(url.pathname)) {
    event.respondWith(caches.match(request, { cacheName: KEPT }).then((found) => found || fetch(request)));
  }
});
