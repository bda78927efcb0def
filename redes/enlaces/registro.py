"""Which addresses the directory has, which of them are due, and what is kept of each try."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import reduce
from operator import or_
from urllib.parse import urlsplit

from django.db.models import Q, QuerySet
from django.utils.timezone import now

from redes.enlaces.tanteo import Hallazgo
from redes.models import Convocatoria, Enlace, Entrada, EstadoEnlace, Hermanamiento

CADA = dt.timedelta(days=7)
FALLOS_PARA_ROTO = 2
MOSTRADAS = 200
EN_TEXTO = re.compile(r"https?://[^\s<>«»\"'|]+", re.IGNORECASE)
CIERRES = ".,;:)]"  # what closes the sentence, not the address
CON_ENLACES = (
    (Entrada.objects.all(), "sitio_web"),
    (Convocatoria.objects.all(), "enlace"),
    (Hermanamiento.objects.filter(retirado_en__isnull=True), "enlace"),
)
LARGO = Enlace._meta.get_field("url").max_length


def direcciones(solo: str = "") -> list[str]:
    """Give every address of the directory once: links and those written inside a source; ``solo``: of one host."""
    halladas: dict[str, None] = {}
    for filas, campo in CON_ENLACES:
        for enlace, fuente in filas.order_by().values_list(campo, "fuente").iterator(chunk_size=5000):
            for url in (enlace, *en_texto(fuente)):
                if url and len(url) <= LARGO and (not solo or _es_de(url, solo)):
                    halladas[url] = None
    return list(halladas)


def en_texto(texto: str) -> list[str]:
    """Give the addresses written inside a text, without the stop or the bracket that closes the sentence."""
    return [hallada.group().rstrip(CIERRES) for hallada in EN_TEXTO.finditer(texto)]


def cambiar_en_texto(texto: str, vieja: str, nueva: str) -> str:
    """Write an address where another one was inside a text; those that only begin like it stay."""

    def una(hallada: re.Match) -> str:
        limpia = hallada.group().rstrip(CIERRES)
        return nueva + hallada.group()[len(limpia) :] if limpia == vieja else hallada.group()

    return EN_TEXTO.sub(una, texto)


def pendientes(urls: Iterable[str], momento: dt.datetime | None = None) -> list[str]:
    """Keep those that are due: never tried first, then the longest ago. What fails waits 1, 2, 4 … 30 days."""
    momento = momento or now()
    conocidas = {
        url: (probado, fallos)
        for url, probado, fallos in Enlace.objects.order_by().values_list("url", "probado_en", "fallos")
    }
    debidas = []
    for url in urls:
        probado, fallos = conocidas.get(url, (None, 0))
        espera = dt.timedelta(days=min(2 ** (fallos - 1), 30)) if fallos else CADA
        if probado is None or probado + espera <= momento:
            debidas.append((probado is not None, probado or momento, url))
    return [url for _conocida, _probado, url in sorted(debidas)]


def por_antiguedad(urls: Iterable[str]) -> list[str]:
    """Give all of them, never tried first and then the longest ago."""
    conocidas = dict(Enlace.objects.order_by().values_list("url", "probado_en"))
    return sorted(urls, key=lambda url: (url in conocidas, conocidas.get(url, now())))


def anotar(url: str, hallado: Hallazgo) -> Enlace:
    """Keep what was found. Only what does not open counts as a failure; anything that answers forgets them."""
    enlace = Enlace.objects.filter(url=url).first() or Enlace(url=url)
    enlace.estado, enlace.codigo, enlace.detalle = hallado.estado, hallado.codigo, hallado.detalle[:300]
    enlace.destino, enlace.permanente, enlace.probado_en = hallado.destino, hallado.permanente, now()
    if hallado.estado == EstadoEnlace.ROTO:
        enlace.fallos += 1
        enlace.falla_desde = enlace.falla_desde or enlace.probado_en
    else:
        enlace.fallos, enlace.falla_desde = 0, None
    enlace.save()
    return enlace


def olvidar(urls: Iterable[str]) -> int:
    """Forget what is no longer in the directory; give how many were forgotten."""
    vigentes = set(urls)
    sobran = [pk for pk, url in Enlace.objects.order_by().values_list("pk", "url") if url not in vigentes]
    return Enlace.objects.filter(pk__in=sobran).delete()[0]


def quienes(urls: Iterable[str]) -> dict[str, list]:
    """Give, of each address, the entries, calls and twinnings whose link it is, or else whose source names it.

    Three queries, however many addresses; six when one is nobody's link.
    """
    suyas: dict[str, list] = {url: [] for url in urls}
    for filas, campo in CON_ENLACES if suyas else ():
        for fila in _ligeras(filas).filter(**{f"{campo}__in": list(suyas)})[:MOSTRADAS]:
            suyas[getattr(fila, campo)].append(fila)
    huerfanas = {url for url, filas in suyas.items() if not filas}
    for filas, _campo in CON_ENLACES if huerfanas else ():
        en_fuente = reduce(or_, (Q(fuente__contains=url) for url in sorted(huerfanas)))
        for fila in _ligeras(filas).filter(en_fuente)[:MOSTRADAS]:
            for url in huerfanas.intersection(en_texto(fila.fuente)):
                suyas[url].append(fila)
    return suyas


def _ligeras(filas: QuerySet) -> QuerySet:
    return filas.select_related("territorio__departamento") if filas.model is Hermanamiento else filas.order_by()


def _es_de(url: str, host: str) -> bool:
    try:
        return (urlsplit(url).hostname or "") == host.lower()
    except ValueError:
        return False
