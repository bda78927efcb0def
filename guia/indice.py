"""The blocks of the guide in reading order, grouped as a reader meets them."""

from __future__ import annotations

from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from formato.fechas import MESES, fecha_larga
from guia.catalogo import Catalogo
from guia.models import Ficha

PARTES = (
    (
        _("De qué se trata"),
        ("invitacion", "idea-central", "en-que-estamos", "por-que-actuar", "definicion", "que-es", "que-no-es"),
    ),
    (_("Los caminos y los pasos"), ("modalidades", "tenga-en-cuenta", "pasos", "gobernanza", "temas")),
    (
        _("Con quién, para qué y qué deja"),
        ("actores-locales", "motivaciones", "proceso", "condiciones", "resultados", "impactos"),
    ),
    (_("La Agenda Estratégica"), ("agenda-estrategica", "ventajas-agenda", "consejos", "casos")),
    (
        _("Normas, lecturas y programas"),
        (
            "marco-internacional",
            "marco-nacional",
            "marco-actualizacion",
            "documentos-clave",
            "redes-guia",
            "agencias-guia",
            "programas-referencia",
        ),
    ),
    (_("Quiénes la hicieron"), ("creditos",)),
)
CON_DIRECTORIO = ("redes-guia", "agencias-guia", "programas-referencia")


def partes(guia: Catalogo) -> list[tuple[str, list[Ficha]]]:
    """Give the parts with their blocks; a block that no part names goes in the last one."""
    nombrados = {slug for _titulo, slugs in PARTES for slug in slugs}
    sueltos = [bloque for slug, bloque in guia.bloques.items() if slug not in nombrados]
    resultado = [(titulo, [guia.bloques[slug] for slug in slugs if slug in guia.bloques]) for titulo, slugs in PARTES]
    if sueltos:
        resultado[-1][1].extend(sueltos)
    return [(titulo, bloques) for titulo, bloques in resultado if bloques]


def fechas(guia: Catalogo) -> dict[str, str]:
    """Give when the guide was published («abril de 2009») and the day of the text of the portal, as far as known."""
    datos = guia.bloques["creditos"].datos if "creditos" in guia.bloques else {}
    anio, _guion, mes = datos.get("publicada_en", "").partition("-")
    return {
        "publicada": f"{MESES[int(mes) - 1]} de {anio}" if mes else "",
        "texto_del": fecha_larga(parse_date(datos.get("texto_del_portal", ""))),
    }


def contiguos(guia: Catalogo, bloque: Ficha) -> tuple[Ficha | None, Ficha | None]:
    """Give the block before and the block after, in reading order."""
    orden = [cada for _titulo, bloques in partes(guia) for cada in bloques]
    lugar = orden.index(bloque)
    return (orden[lugar - 1] if lugar else None, orden[lugar + 1] if lugar + 1 < len(orden) else None)
