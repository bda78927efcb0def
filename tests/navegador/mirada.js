// What axe does not look at, read from the live page: gives a list of complaints. Evaluated by tests/navegador/mirada.py.
({ tactil }) => {
  const quejas = [];
  const decir = (regla, nodo, mas = "") => quejas.push(`${regla}: ${nodo.outerHTML.slice(0, 150)} ${mas}`.trim());
  const FOCO = "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex='0']";
  const MINIMO = 24, DEDO = 44, CONTRASTE = 3;
  document.documentElement.style.scrollBehavior = "auto";
  const visible = (nodo) => nodo.checkVisibility({ visibilityProperty: true }) && nodo.getClientRects().length > 0;
  const oculto = (nodo) => nodo.matches(".visualmente-oculto, .saltar");
  const enfocables = Array.from(document.querySelectorAll(FOCO)).filter(visible);

  // one h1, a title, a language, the skip link first, order of Tab as written
  if (Array.from(document.querySelectorAll("h1")).filter(visible).length !== 1) { quejas.push("h1: there must be one"); }
  if (!document.title.replace("· De cara al mundo", "").trim()) { quejas.push("title: empty"); }
  if (document.documentElement.lang !== "es-CO") { quejas.push("lang: not es-CO"); }
  if (!enfocables[0].matches(".saltar[href='#contenido']")) { decir("skip link is not first", enfocables[0]); }
  document.querySelectorAll("[tabindex]").forEach((n) => { if (n.tabIndex > 0) { decir("positive tabindex", n); } });
  const ids = new Set();
  document.querySelectorAll("[id]").forEach((n) => { if (ids.has(n.id)) { decir("id twice", n); } ids.add(n.id); });

  // size of targets: WCAG 2.5.8 (24 px; links inside a sentence, or with 24 px of air, exempt); controls 44 px under a finger
  const enFrase = (n) => {
    const bloque = n.closest("p, li, dd, dt, td, th, figcaption, caption, label, legend, h1, h2, h3, h4");
    return n.matches("a, button.termino") && getComputedStyle(n).display.startsWith("inline") && bloque && bloque.textContent.trim().length > n.textContent.trim().length + 1;
  };
  const caja = (n) => {
    const despues = getComputedStyle(n, "::after");
    if (despues.position === "absolute" && despues.content !== "none" && despues.inset === "0px") { return n.offsetParent.getBoundingClientRect(); }
    return (n.closest("label") || (n.matches("[type=checkbox], [type=radio]") && n.labels[0]) || n).getBoundingClientRect();
  };
  const cajas = enfocables.filter((n) => !oculto(n)).map((n) => [n, caja(n)]);
  const centro = (c) => [c.left + c.width / 2, c.top + c.height / 2];
  const holgado = (n, c) => cajas.every(([otro, d]) => {
    const [x, y] = centro(c), dx = Math.max(d.left - x, 0, x - d.right), dy = Math.max(d.top - y, 0, y - d.bottom);
    return otro === n || Math.hypot(dx, dy) >= MINIMO / 2;
  });
  cajas.forEach(([n, c]) => {
    const enlace = n.matches("a:not(.boton), button.termino");
    const minimo = tactil && !enlace ? DEDO : MINIMO;
    if (c.width >= minimo - 0.5 && c.height >= minimo - 0.5) { return; }
    if (enlace && (enFrase(n) || holgado(n, c))) { return; }
    decir(`target under ${minimo} px`, n, `${Math.round(c.width)}×${Math.round(c.height)}`);
  });

  // drawings: hidden, or named; a chart has its figures as a table or a list beside it (a ladder is one figure: its name says it)
  document.querySelectorAll("svg").forEach((n) => {
    if (!visible(n) || n.closest("[aria-hidden=true]")) { return; }
    const titulo = n.querySelector(":scope > title");
    if (!n.getAttribute("aria-label") && !n.getAttribute("aria-labelledby") && !(titulo && titulo.textContent.trim())) { decir("drawing without a name", n); }
    const cerca = n.closest("section, article, .heroe, main");
    if (!n.matches(".escalera") && !cerca.querySelector("table, dl, ul, ol")) { decir("chart without its figures in words", n); }
  });

  // two buttons that do different things do not sound the same
  const texto = (n) => (n.innerText || n.textContent).replace(/\s+/g, " ").trim();
  const descrito = (n) => (n.getAttribute("aria-describedby") || "").split(" ").filter(Boolean).map((id) => (document.getElementById(id) || { textContent: "" }).textContent).join(" ");
  const nombre = (n) => n.getAttribute("aria-label") || (n.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean).map((id) => document.getElementById(id).textContent).join(" ") || Array.from(n.childNodes).map((h) => (h.nodeType === 1 && h.getAttribute("aria-hidden") === "true" ? "" : h.textContent)).join("").replace(/\s+/g, " ").trim() || texto(n);
  const oidos = new Map();
  document.querySelectorAll("main button, main a.boton, main summary").forEach((n) => {
    if (!visible(n)) { return; }
    const hace = n.href || `${n.tagName}${n.form ? n.form.action : ""}${n.name}${n.value}`;
    const suena = `${nombre(n)} ${descrito(n)}`.trim();
    if (n.tagName === "SUMMARY" ? oidos.has(`summary ${suena}`) : oidos.has(suena) && oidos.get(suena) !== hace) { decir("two controls sound the same", n, `«${suena}»`); }
    oidos.set(n.tagName === "SUMMARY" ? `summary ${suena}` : suena, hace);
  });

  // focus: seen on each kind of control, with contrast, and not covered (2.4.7, 2.4.11, 1.4.11)
  const color = (valor) => { const [r, g, b, a = 1] = (valor.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number); return { r, g, b, a }; };
  const luz = ({ r, g, b }) => [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)).reduce((s, c, i) => s + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contraste = (a, b) => { const [x, y] = [luz(a), luz(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const fondo = (n) => { for (let m = n; m; m = m.parentElement) { const c = color(getComputedStyle(m).backgroundColor); if (c.a > 0.99) { return c; } } return { r: 255, g: 255, b: 255 }; };
  const clases = new Set();
  enfocables.forEach((n) => {
    const clase = `${n.tagName}.${n.type || ""}.${n.className}.${n.closest("header, footer, nav, main") ? n.closest("header, footer, nav, main").className : ""}`;
    if (clases.has(clase)) { return; }
    clases.add(clase);
    n.focus({ preventScroll: false });
    if (document.activeElement !== n) { decir("cannot take focus", n); return; }
    const marco = [n, n.closest(".opcion"), n.closest("label")].find((m) => m && getComputedStyle(m).outlineStyle !== "none" && parseFloat(getComputedStyle(m).outlineWidth) >= 2);
    if (!marco) { decir("focus is not seen", n); return; }
    const visto = contraste(color(getComputedStyle(marco).outlineColor), fondo(marco.parentElement));
    if (visto < CONTRASTE) { decir("focus has little contrast", n, visto.toFixed(2)); }
    if (matchMedia("(prefers-reduced-motion: reduce)").matches && parseFloat(getComputedStyle(n).transitionDuration) > 0.01) { decir("moves under reduced motion", n); }
    const r = n.getClientRects()[0];
    const puntos = [[r.left + r.width / 2, r.top + r.height / 2], [r.left + 3, r.top + 3], [r.right - 3, r.bottom - 3]];
    const toca = puntos.some(([x, y]) => { const m = document.elementFromPoint(x, y); return m && (n.contains(m) || m.contains(n)); });
    if (!toca) { decir("focus is covered or out of sight", n, `${Math.round(r.left)},${Math.round(r.top)}`); }
  });
  document.activeElement.blur();
  document.documentElement.style.scrollBehavior = "";
  return quejas;
}
