"""What surrounds a document when it is drawn, and what every edition says of itself. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from agenda.impresion import figuras
from agenda.impresion.lectura import con_hora, larga, lugar_completo, nivel, plural
from agenda.impresion.textos import Cuenta, elegidos, lengua, marcas_de_lengua, sin_ingles
from informes.colores import SOL
from informes.qr import qr


@dataclass(frozen=True)
class Emision:
    """What surrounds the document when it is drawn: its digest and where it is verified, or the moment of a draft.

    ``adopcion``: the act of the town, as text. ``acta``: who sent and who approved. ``edicion``: «completa», «minima»
    (two pages) or «resumen» (one). ``idioma``: «es» or «en»; whoever draws turns that translation on.
    """

    sha256: str = ""
    verificar: str = ""
    acta: dict | None = None
    adopcion: str = ""
    borrador: bool = False
    edicion: str = "completa"
    idioma: str = "es"


def comun(contenido: dict, emision: Emision) -> dict:
    """Give what every edition reads."""
    c = contenido
    fecha = (emision.acta or {}).get("aprobada", {}).get("cuando") or c["compuesta_en"]
    momento = con_hora(c["compuesta_en"])
    return {
        "c": c,
        "lugar_completo": lugar_completo(c["territorio"]),
        "e": emision,
        "lang": {"es": "es-CO"}.get(emision.idioma, emision.idioma),
        "le": lengua(emision.idioma),
        **marcas_de_lengua(emision.idioma),
        "fecha_iso": fecha,
        "fecha": larga(fecha),
        "momento": momento,
        "demostracion": c["demostracion"] or bool(emision.acta and emision.acta.get("demostracion")),
        "niveles": {clave: nivel(nombre) for clave, nombre in c["niveles"].items()},
        "objetivos_plural": plural(nivel(c["niveles"]["objetivo"])),
        "t": elegidos(c, emision.idioma),
        "sin_ingles": sin_ingles(c, emision.idioma),
        "vacia": not c["ejes"] and not any(c["textos"][campo] for campo in ("resumen", "ofrecemos", "buscamos")),
        "tablas": Cuenta(),
        "figuras": Cuenta(),
        "fuentes": _fuentes(c, emision, momento),
        "qr": qr(emision.verificar, _("Código QR que abre la página que verifica este documento"))
        if emision.verificar
        else None,
        "huella_corta": f"{emision.sha256[:8]}…{emision.sha256[-8:]}" if emision.sha256 else "",
        "huella_partida": [emision.sha256[i : i + 8] for i in range(0, len(emision.sha256), 8)],
        "acta": _acta(emision.acta),
        "firmas": [
            (_("Proyectó"), c["firmas"]["proyecto"]),
            (_("Revisó"), c["firmas"]["reviso"]),
            (_("Aprobó"), c["firmas"]["aprobo"]),
        ],
        **(_marcas([_("BORRADOR"), momento]) if emision.borrador else {}),
    }


def _marcas(lineas: list[str]) -> dict[str, str]:
    """Give the words across the pages of a draft, for paper and for the dark cover."""
    return {"marca": figuras.marca_de_agua(lineas), "marca_portada": figuras.marca_de_agua(lineas, SOL, "0.3")}


def _fuentes(contenido: dict, emision: Emision, momento: str) -> dict[str, str]:
    """Give where the facts of each table and figure come from, in words."""
    nombre, resultado = contenido["territorio"]["nombre"], contenido["diagnostico"]
    agenda = (
        _("plan de acción de esta agenda, borrador del %(momento)s.") % {"momento": momento}
        if emision.borrador
        else _("plan de acción de esta agenda, versión %(n)s.") % {"n": contenido["version"]}
    )
    dados = {
        "agenda": agenda,
        "territorio": _(
            "Departamento Administrativo Nacional de Estadística (DANE): código, ubicación y población; "
            "Contaduría General de la Nación: categoría."
        ),
        "registro": _("registros del territorio en el portal, escritos por %(t)s.") % {"t": nombre},
        "publico": _("registro público de hermanamientos del portal De cara al mundo."),
        "mundo": _("aliados, memoria y hermanamientos de %(t)s; cada país, por sus coordenadas.") % {"t": nombre},
        "plan": _("plan de desarrollo de %(t)s, según lo registró el territorio.") % {"t": nombre},
    }
    if resultado:
        dados["diagnostico"] = _("diagnóstico n.º %(n)s, cerrado el %(fecha)s.") % {
            "n": resultado["numero"], "fecha": larga(resultado["cerrado_en"]),
        }  # fmt: skip
    return dados


def _acta(acta: dict | None) -> list[tuple[str, str, str]]:
    """Give who sent and who approved: what, when, office and post."""
    if not acta:
        return []
    filas = []
    for clave, titulo in (
        ("enviada", _("Enviada por el territorio")),
        ("aprobada", _("Revisada y aprobada por la Federación")),
    ):
        dato = acta.get(clave)
        if dato:
            quien = " · ".join(filter(None, (dato.get("cargo"), dato.get("dependencia"))))
            filas.append((titulo, larga(dato["cuando"]), quien))
    return filas
