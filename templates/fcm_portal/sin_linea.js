// Service worker: without a line, a page of the portal answers instead of the browser's. It keeps that page and its two
// public files, never a page with somebody's data. What is sent by a form is not touched: it arrives or it does not.
"use strict";
const { pagina, archivos, edicion } = {{ datos }};
const CAJA = "sin-linea-" + edicion;

self.addEventListener("install", (e) => {
  e.waitUntil(
    caches.open(CAJA)
      .then((caja) => Promise.all([
        caja.add(new Request(pagina, { credentials: "omit", cache: "reload" })),
        caja.addAll(archivos),
      ]))
      .then(() => self.skipWaiting())
  );
});

self.addEventListener("activate", (e) => {
  e.waitUntil(
    caches.keys()
      .then((cajas) => Promise.all(cajas.filter((c) => c.startsWith("sin-linea-") && c !== CAJA).map((c) => caches.delete(c))))
      .then(() => self.registration.navigationPreload && self.registration.navigationPreload.enable())
      .then(() => self.clients.claim())
  );
});

self.addEventListener("fetch", (e) => {
  if (e.request.mode === "navigate") {
    e.respondWith(
      Promise.resolve(e.preloadResponse)
        .then((ya) => ya || fetch(e.request))
        .catch(() => caches.match(pagina, { cacheName: CAJA }).then((guardada) => guardada || Response.error()))
    );
  } else if (archivos.includes(new URL(e.request.url).pathname)) {
    e.respondWith(caches.match(e.request, { cacheName: CAJA }).then((guardado) => guardado || fetch(e.request)));
  }
});
