// What a page of forms that keep does beyond htmx: say the state, survive a dropped line, a stale token, a closed tab.
(function () {
  "use strict";
  var persona = document.body.dataset.persona || "";
  var textos = JSON.parse(document.getElementById("guardado-textos").textContent);
  var enviados = new Map();
  var DIA = 24 * 3600 * 1000, MIO = 30 * DIA, AJENO = DIA;
  var turno = 0, espera = 0;

  // What waits on this computer is of one person, by number: nobody else is shown it, and it does not outlive its use.
  var mio = "guardado:" + persona + ":";
  function clave(nombre) { return mio + location.pathname + ":" + nombre; }
  function apartados() {
    try { return Object.keys(localStorage).filter(function (k) { return k.indexOf("guardado:") === 0; }); } catch (e) { return []; }
  }
  function caducado(k) {
    var cuando = 0;
    try { cuando = JSON.parse(localStorage.getItem(k)).cuando || 0; } catch (e) { /* not ours */ }
    return Date.now() - cuando > (k.indexOf(mio) === 0 ? MIO : AJENO);
  }
  apartados().filter(caducado).forEach(function (k) { localStorage.removeItem(k); });
  function nombreDe(campo) { return campo.dataset.campo; }
  function controles(campo) { return Array.from(campo.querySelectorAll("[name='" + CSS.escape(nombreDe(campo)) + "']")); }
  function valores(campo) {
    return controles(campo).filter(function (c) { return !/^(radio|checkbox)$/.test(c.type) || c.checked; }).map(function (c) { return c.value; });
  }
  function deFabrica(campo) {
    return JSON.stringify(controles(campo).reduce(function (suma, c) {
      if (/^(radio|checkbox)$/.test(c.type)) { return c.defaultChecked ? suma.concat(c.value) : suma; }
      if (c.options) { return suma.concat(Array.from(c.options).filter(function (o, i) { return o.defaultSelected || (i === 0 && !c.querySelector("[selected]")); }).map(function (o) { return o.value; }).slice(0, 1)); }
      return suma.concat(c.defaultValue);
    }, []));
  }
  function visto(campo) { return campo.querySelector("[name='visto-" + CSS.escape(nombreDe(campo)) + "']"); }
  function decir(campo, estado, texto) {
    var linea = campo.querySelector(".campo__estado");
    if (!linea) { return; }
    linea.className = "campo__estado campo__estado--" + estado;
    linea.textContent = texto;
    if (estado !== "guardando" && texto) { oir(campo); }
  }
  // One voice for the page: it outlives what htmx replaces, says which field, and keeps silent while one types.
  var voz = document.createElement("p");
  voz.className = "visualmente-oculto";
  voz.setAttribute("role", "status");
  document.getElementById("contenido").appendChild(voz);
  function oir(campo) {
    var nombre = campo.querySelector(".campo__etiqueta, .opcion__nombre");
    var dicho = Array.from(campo.querySelectorAll(".campo__error, .campo__estado")).map(function (n) { return n.textContent.trim(); });
    voz.textContent = (nombre ? nombre.textContent.trim() + ". " : "") + dicho.join(" ");
  }
  document.addEventListener("htmx:afterSettle", function (e) {
    var campo = campoDe(e.target);
    if (!campo) { return; }
    var error = campo.querySelector(".campo__error");
    campo.classList.toggle("campo--error", Boolean(error));
    controles(campo).forEach(function (c) { if (error) { c.setAttribute("aria-invalid", "true"); } else { c.removeAttribute("aria-invalid"); } });
    oir(campo);
  });
  function apartar(campo) {
    try {
      localStorage.setItem(clave(nombreDe(campo)), JSON.stringify({ valores: valores(campo), visto: visto(campo).value, cuando: Date.now() }));
      return true;
    } catch (e) { return false; }
  }
  function olvidar(campo) { try { localStorage.removeItem(clave(nombreDe(campo))); } catch (e) { /* private mode */ } }
  function campoDe(elemento) { return elemento && elemento.closest ? elemento.closest("[data-campo]") : null; }
  function huella(campo) { return JSON.stringify(valores(campo)); }
  function enviar(campo) { window.htmx.trigger(campo, "change"); }

  document.querySelectorAll("[data-campo]").forEach(function (campo) {
    enviados.set(campo, deFabrica(campo));
    if (huella(campo) !== enviados.get(campo)) { campo.dataset.pendiente = "si"; }
    var guardado;
    try { guardado = JSON.parse(localStorage.getItem(clave(nombreDe(campo)))); } catch (e) { guardado = null; }
    if (!guardado || !visto(campo)) { return; }
    if (JSON.stringify(guardado.valores) === huella(campo)) { olvidar(campo); return; }
    controles(campo).forEach(function (c) {
      if (/^(radio|checkbox)$/.test(c.type)) { c.checked = guardado.valores.indexOf(c.value) >= 0; }
      else { c.value = guardado.valores[0] || ""; }
    });
    visto(campo).value = guardado.visto;
    decir(campo, "sin-conexion", textos.recuperado);
    campo.dataset.pendiente = "si";
  });
  window.addEventListener("load", function () { document.querySelectorAll("[data-campo][data-pendiente]").forEach(enviar); });

  document.addEventListener("input", function (e) {
    var campo = campoDe(e.target);
    if (campo && huella(campo) !== enviados.get(campo)) { campo.dataset.pendiente = "si"; decir(campo, "escribiendo", ""); }
  });
  document.addEventListener("htmx:beforeRequest", function (e) {
    var campo = campoDe(e.detail.elt);
    if (!campo) { return; }
    if (huella(campo) === enviados.get(campo)) { e.preventDefault(); return; }
    campo.dataset.enviando = huella(campo);
    decir(campo, "guardando", textos.guardando);
  });
  document.addEventListener("htmx:afterRequest", function (e) {
    var campo = campoDe(e.detail.elt);
    if (!campo || !e.detail.xhr) { return; }
    if (e.detail.xhr.status === 200) {
      espera = 0;
      enviados.set(campo, campo.dataset.enviando);
      delete campo.dataset.repetido;
      if (huella(campo) === campo.dataset.enviando) { delete campo.dataset.pendiente; olvidar(campo); }
    }
  });
  // Without a line, or with the portal closed: the text stays here and is sent again, more and more slowly.
  function esperarLinea(campo, segundos) {
    campo.dataset.pendiente = "si";
    decir(campo, "sin-conexion", apartar(campo) ? textos.sinConexion : textos.sinConexionNiEspacio);
    if (turno) { return; }
    espera = Math.min(Math.max(espera * 2, segundos, 15), 120);
    turno = window.setTimeout(function () { turno = 0; enviarPendientes(); }, espera * (800 + 400 * Math.random()));
  }
  document.addEventListener("htmx:sendError", function (e) {
    var campo = campoDe(e.detail.elt);
    if (campo) { esperarLinea(campo, 0); }
  });
  document.addEventListener("htmx:responseError", function (e) {
    var campo = campoDe(e.detail.elt);
    if (!campo) { return; }
    var estado = e.detail.xhr.status;
    if (estado >= 502 && estado <= 504) { esperarLinea(campo, Number(e.detail.xhr.getResponseHeader("Retry-After")) || 0); return; }
    var token = e.detail.xhr.getResponseHeader("X-Token");
    apartar(campo);
    if (e.detail.xhr.status === 401 && token && !campo.dataset.repetido) {
      campo.dataset.repetido = "si";
      document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token, "X-Persona": persona }));
      document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach(function (c) { c.value = token; });
      window.setTimeout(function () { enviar(campo); }, 0);
      return;
    }
    if (e.detail.xhr.status === 401) {
      decir(campo, "sesion", textos.sesion + " ");
      var enlace = document.createElement("a");
      enlace.href = textos.entrar + "?next=" + encodeURIComponent(location.pathname);
      enlace.target = "_blank";
      enlace.textContent = textos.entrarOtraVez;
      campo.querySelector(".campo__estado").appendChild(enlace);
    } else { decir(campo, "sin-conexion", textos.fallo); }
  });
  function enviarPendientes() { document.querySelectorAll("[data-campo][data-pendiente]").forEach(enviar); }
  window.addEventListener("online", enviarPendientes);
  // back from the tab where one logged in again
  document.addEventListener("visibilitychange", function () { if (document.visibilityState === "visible") { enviarPendientes(); } });
  window.addEventListener("pagehide", function () {
    var porFormulario = new Map();
    document.querySelectorAll("[data-campo][data-pendiente]").forEach(function (campo) {
      var formulario = campo.closest("form");
      if (!formulario || !visto(campo) || huella(campo) === enviados.get(campo)) { return; }
      var datos = porFormulario.get(campo.getAttribute("hx-post")) || new FormData();
      valores(campo).forEach(function (v) { datos.append(nombreDe(campo), v); });
      datos.append("visto-" + nombreDe(campo), visto(campo).value);
      datos.set("csrfmiddlewaretoken", formulario.querySelector("[name=csrfmiddlewaretoken]").value);
      datos.set("_baliza", "1");
      porFormulario.set(campo.getAttribute("hx-post"), datos);
      apartar(campo);
    });
    porFormulario.forEach(function (datos, direccion) { navigator.sendBeacon(direccion || location.pathname, datos); });
  });
  document.addEventListener("submit", function (e) {
    if (e.target.getAttribute("action") === textos.salir) {
      var mios = apartados().filter(function (k) { return k.indexOf(mio) === 0; });
      if (mios.length && !window.confirm(textos.alSalir)) { e.preventDefault(); return; }
      document.querySelectorAll("[data-campo]").forEach(function (campo) { enviados.set(campo, huella(campo)); });
      mios.forEach(function (k) { localStorage.removeItem(k); });
    }
    if (e.target.method === "post") {
      // a second press while the first is on its way would only make the wait longer
      if (e.target.getAttribute("aria-busy")) { e.preventDefault(); return; }
      e.target.setAttribute("aria-busy", "true");
      window.setTimeout(function () { e.target.removeAttribute("aria-busy"); }, 8000);
    }
    e.target.querySelectorAll("[data-campo]").forEach(function (campo) { delete campo.dataset.pendiente; });
  });
  window.addEventListener("pageshow", function () { // «back» finds the page as it was left
    document.querySelectorAll("form[aria-busy]").forEach(function (f) { f.removeAttribute("aria-busy"); });
  });
})();
