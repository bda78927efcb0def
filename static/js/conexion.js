// Asks the browser to keep the page for when there is no line, and stops a form that could not arrive.
(function () {
  "use strict";
  var propio = document.currentScript;
  window.addEventListener("load", function () {
    if (navigator.serviceWorker) { navigator.serviceWorker.register(propio.dataset.trabajador).catch(function () { /* private mode */ }); }
  });
  document.addEventListener("submit", function (e) {
    if (navigator.onLine || e.defaultPrevented) { return; }
    e.preventDefault();
    var aviso = document.getElementById("sin-linea") || document.createElement("p");
    aviso.id = "sin-linea";
    aviso.className = "aviso aviso--alerta";
    aviso.setAttribute("role", "alert");
    aviso.textContent = "";
    e.target.before(aviso);
    aviso.textContent = propio.dataset.aviso;
    aviso.scrollIntoView({ block: "center" });
  });
})();
