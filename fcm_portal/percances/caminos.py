"""Addresses that people guess: where they lead, and what a page not found may propose."""

from __future__ import annotations

import re
from difflib import get_close_matches

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from formato.texto import sin_acentos

MAXIMO = 200  # characters of an address worth reading
PROPUESTAS = 3
# the name of an address → what people write in the bar when they mean it
ALIAS = {
    "account_login": "login ingreso ingresar entrar acceso acceder iniciar-sesion sesion signin cuenta/login",
    "account_signup": "registro registrarse registrar crear-cuenta signup inscripcion",
    "autodiagnostico": "diagnostico autodiagnostico autoevaluacion diagnosticos encuesta",
    "territorios": "territorio municipio municipios departamento departamentos mapa alcaldias alcaldia distritos",
    "agendas": "agenda agendas-publicadas agenda-estrategica publicaciones documentos",
    "redes": "red agencias agencia directorio convocatorias convocatoria hermanamientos aliados cooperantes",
    "guia": "guias manual fasciculo pasos ayuda instructivo",
    "glosario": "definiciones terminos-y-siglas",
    "portada": "inicio home index index.html index.php portal principal",
    "buscar": "buscador busqueda search",
    "verificar": "verificacion verifica autenticidad",
    "privacidad": "politica-de-privacidad habeas-data datos-personales tratamiento-de-datos",
    "panel_lista": "mi-panel paneles trabajo",
    "cuenta": "mi-cuenta perfil usuario",
    "revision": "revisar bandeja revisiones",
    "tablero": "dashboard estadisticas indicadores",
}
TITULOS = {
    "account_login": _("Entrar con su cuenta"),
    "account_signup": _("Crear una cuenta"),
    "autodiagnostico": _("Responder el autodiagnóstico"),
    "territorios": _("Buscar un municipio"),
    "agendas": _("Agendas publicadas"),
    "redes": _("Redes y agencias"),
    "guia": _("La guía"),
    "glosario": _("Glosario"),
    "portada": _("Inicio"),
    "buscar": _("Buscar en el portal"),
    "verificar": _("Verificar un documento"),
    "privacidad": _("Tratamiento de datos personales"),
    "panel_lista": _("Mi panel"),
    "cuenta": _("Mi cuenta"),
}
DESTINOS = {palabra: nombre for nombre, palabras in ALIAS.items() for palabra in palabras.split()}
DE_UN_TERRITORIO = [
    (r"(?:territorio|municipio|municipios|alcaldia|agenda|agendas)/([0-9]{5})", "territorio_publico"),
    (r"agendas?/([0-9]{5})/([0-9]{4}-[0-9]{4})", "agenda_publica"),
    (r"(?:diagnostico|diagnosticos)/([0-9]{5})", "diagnostico"),
    (r"([0-9]{5})", "territorio_publico"),
]


def destino(camino: str) -> str | None:
    """Give the address that somebody meant with one that does not exist, when there is no doubt."""
    limpio = _limpio(camino)
    for patron, nombre in DE_UN_TERRITORIO:
        if hallado := re.fullmatch(patron, limpio):
            return reverse(nombre, args=hallado.groups())
    return reverse(DESTINOS[limpio]) if limpio in DESTINOS else None


def propuestas(camino: str) -> list[tuple[str, str]]:
    """Give pages whose name is like one in the address: (title, address), at most ``PROPUESTAS``."""
    partes = [parte for parte in _limpio(camino).split("/") if parte and not parte.isdigit()]
    conocidas = {**DESTINOS, **{nombre: nombre for nombre in TITULOS}}
    halladas: dict[str, str] = {}
    for parte in partes[:3]:
        for palabra in get_close_matches(parte, conocidas, n=PROPUESTAS, cutoff=0.75):
            if (nombre := conocidas[palabra]) in TITULOS:
                halladas.setdefault(reverse(nombre), str(TITULOS[nombre]))
    return [(titulo, direccion) for direccion, titulo in halladas.items()][:PROPUESTAS]


def palabras(camino: str) -> str:
    """Give the words of an address, for a search box: «/territorios/san-jose/» → «san jose»."""
    partes = [parte for parte in camino[:MAXIMO].strip("/").split("/") if parte]
    ultima = re.sub(r"\.\w{1,5}$", "", partes[-1]) if partes else ""
    return re.sub(r"[^\w]+|_", " ", ultima).strip()[:60]


def _limpio(camino: str) -> str:
    return re.sub(r"/+", "/", sin_acentos(camino[:MAXIMO]).replace("_", "-")).strip("/")
