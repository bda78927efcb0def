"""The style of the first screen, written inside a visitor's first page: on a slow line it paints in one round trip.

The whole style sheet still comes, after the content, and is kept; a page reached from another of ours only links it.
One text for all pages, so that its digest can stand in the Content-Security-Policy (a nonce would not survive a 304).
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import tinycss2
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

HOJA = Path(__file__).resolve().parents[2] / "static" / "css" / "portal.css"
DESDE_AQUI_NO = re.compile(r"^/\* 6 ", re.MULTILINE)  # sections 1 to 5 go whole: tokens, base, page, layout, buttons
TAMBIEN = (  # what a first screen shows of the other sections
    *("heroe", "mapa", "portada", "cubierta", "pestanas", "etiqueta", "tarjeta", "aviso", "cifra", "cifras"),
    *("campo", "filtros", "boton--sol"),
)
MAS_TARDE = re.compile(  # what needs a pointer, a click or a scroll before it is seen
    r":hover|__desplegada|^\.(?:pie|boton--(?:peligro|enlace|icono)|paginacion|dos-columnas|lateral|rejilla)"
    r"|territorio__menu|resumen-errores|campo__estado--|campo--|--vacia|\.comentario|\.orden|\.h1--|\.error"
    r"|:disabled|progress|__persona|\.termino|\.definicion|\.cargando"
    r"|busqueda (?!>? ?summary)|busqueda > form|ul\.cifras|filtros__|__rotulo"
    r"|mapa-sitio|\.expres|\.tabla|^(?:hr|blockquote|code|mark|small|kbd)|scrollbar|^\.botones--|:focus-visible$"
)
DE_LA_VISTA = re.compile(rf"\.(?:{'|'.join(TAMBIEN)})(?![a-z])")


@cache
def estilo() -> str:
    """Give the rules of the first screen, without comments nor needless blanks."""
    hoja = HOJA.read_text(encoding="utf-8")
    corte = DESDE_AQUI_NO.search(hoja).start()
    return _escribir(_leer(hoja[:corte]), todas=True) + _escribir(_leer(hoja[corte:]), todas=False)


@cache
def huella() -> str:
    """Give its digest as a source of ``style-src``: ``'sha256-…'``, quotes included."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(estilo().encode()).digest()).decode()}'"


def es_primera(request: HttpRequest) -> bool:
    """Say whether this page is the first of a visit: no page of ours led here, so no style sheet was kept yet."""
    propia = f"{request.scheme}://{request.headers.get('Host', '')}/"
    return not request.headers.get("Referer", "").startswith(propia)


@cache
def etiqueta() -> SafeString:
    """Give the element to write in the ``head``: our own file, nothing anybody typed."""
    return mark_safe(f"<style>{estilo()}</style>")


def _leer(css) -> list:
    return tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True)


def _escribir(reglas: list, *, todas: bool) -> str:
    return "".join(_regla(regla, todas=todas) for regla in reglas)


def _regla(regla, *, todas: bool) -> str:
    cabeza, cuerpo = tinycss2.serialize(regla.prelude), regla.content
    if regla.type == "at-rule":
        if regla.at_keyword != "media" or "print" in cabeza or "pointer" in cabeza or "forced" in cabeza:
            return ""
        dentro = _escribir(_leer(cuerpo), todas=todas)
        return f"@media {_junto(cabeza)}{{{dentro}}}" if dentro else ""
    if MAS_TARDE.search(cabeza) or not (todas or DE_LA_VISTA.search(cabeza)):
        return ""
    return f"{_junto(cabeza)}{{{_junto(_sin_comentarios(cuerpo))}}}"


def _sin_comentarios(cuerpo: list) -> str:
    return tinycss2.serialize([pieza for pieza in cuerpo if pieza.type != "comment"])


def _junto(texto: str) -> str:
    """Take out the blanks that CSS does not need."""
    return re.sub(r"\s*([;,]|(?<=[a-z]):)\s+", r"\1", " ".join(texto.split()).removesuffix(";"))
