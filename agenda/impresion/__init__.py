"""From the frozen document to what the templates of the PDF read: facts with names, nothing to decide there. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion import cuadros, figuras
from agenda.impresion.fichas import ficha
from agenda.impresion.lectura import con_hora, cuantas, larga, plural
from formato.numeros import miles
from informes.colores import SOL
from informes.qr import qr


@dataclass(frozen=True)
class Emision:
    """What surrounds the document when it is drawn: its digest and where it is verified, or the moment of a draft.

    ``adopcion``: the act of the town, as text. ``acta``: who sent and who approved.
    """

    sha256: str = ""
    verificar: str = ""
    acta: dict | None = None
    adopcion: str = ""
    borrador: bool = False


def contexto(contenido: dict, emision: Emision) -> dict:
    """Give the context of ``agenda/pdf/documento.html``."""
    acciones = acciones_de(contenido)
    paises = cuadros.paises(contenido)
    articulacion = cuadros.articulacion(contenido)
    presupuesto = cuadros.presupuesto(contenido)
    resultado = contenido["diagnostico"]
    fecha = (emision.acta or {}).get("aprobada", {}).get("cuando") or contenido["compuesta_en"]
    demostracion = contenido["demostracion"] or bool(emision.acta and emision.acta.get("demostracion"))
    niveles = contenido["niveles"]
    return {
        "c": contenido,
        "e": emision,
        "fecha_iso": fecha,
        "fecha": larga(fecha),
        "momento": con_hora(contenido["compuesta_en"]),
        "demostracion": demostracion,
        "ejes_plural": plural(niveles["eje"]),
        "objetivos_plural": plural(niveles["objetivo"]).lower(),
        "cifras": _cifras(contenido, acciones, paises),
        "mapa_portada": figuras.portada(contenido, paises),
        "mapa_lugar": figuras.ubicacion(contenido),
        "mundo": figuras.mundo(contenido, paises),
        "perfil": cuadros.perfil(contenido),
        "memoria": cuadros.memoria(contenido),
        "socios": cuadros.socios(contenido),
        "articulacion": articulacion,
        "ods": figuras.ods(contenido, articulacion["cuentas"]),
        "plan": [
            {
                "eje": eje,
                "objetivos": [
                    {"objetivo": o, "fichas": [ficha(a, contenido) for a in o["acciones"]]} for o in eje["objetivos"]
                ],
                "acciones": acciones_de([eje]),
            }
            for eje in contenido["ejes"]
        ],
        "hay_acciones": bool(acciones),
        "cronograma": cuadros.cronograma(contenido),
        "presupuesto": presupuesto,
        "barras": figuras.dinero(contenido) if presupuesto else None,
        "indicadores": cuadros.indicadores(contenido),
        "cadena": figuras.cadena(contenido),
        "diagnostico": resultado,
        "figuras_diagnostico": figuras.diagnostico(resultado) if resultado else None,
        "gobernanza": _gobernanza(contenido),
        "reuniones": [{**r, "fecha": larga(r["fecha"])} for r in contenido["reuniones"]],
        "revisados": [consejo["texto"] for consejo in contenido["consejos"] if consejo["revisado"]],
        "firmas": [
            (_("Proyectó"), contenido["firmas"]["proyecto"]),
            (_("Revisó"), contenido["firmas"]["reviso"]),
            (_("Aprobó"), contenido["firmas"]["aprobo"]),
        ],
        "qr": qr(emision.verificar, _("Código QR que abre la página que verifica este documento"))
        if emision.verificar
        else None,
        "huella_corta": f"{emision.sha256[:8]}…{emision.sha256[-8:]}" if emision.sha256 else "",
        "huella_partida": [emision.sha256[i : i + 16] for i in range(0, 64, 16)] if emision.sha256 else [],
        "acta": _acta(emision.acta),
        **(_marcas([_("BORRADOR"), con_hora(contenido["compuesta_en"])]) if emision.borrador else {}),
    }


def _marcas(lineas: list[str]) -> dict[str, str]:
    """Give the words across the pages of a draft, for paper and for the dark cover."""
    return {"marca": figuras.marca_de_agua(lineas), "marca_portada": figuras.marca_de_agua(lineas, SOL, "0.3")}


def _cifras(contenido: dict, acciones: list[dict], paises: list) -> list[tuple[str, str]]:
    """Give the agenda in figures."""
    niveles = contenido["niveles"]
    indicadores = sum(len(a["indicadores"]) for a in acciones)
    cifras = [
        (str(len(contenido["ejes"])), cuantas(len(contenido["ejes"]), niveles["eje"]).lower()),
        (str(len(acciones)), cuantas(len(acciones), niveles["accion"]).lower()),
        (str(indicadores), _("indicador") if indicadores == 1 else _("indicadores")),
    ]
    if paises:
        cifras.append((str(len(paises)), _("país") if len(paises) == 1 else _("países")))
    if contenido["totales"]["efectivo"]:
        cifras.append((figuras.en_millones(contenido["totales"]["efectivo"]), _("en dinero")))
    return cifras


def _gobernanza(contenido: dict) -> list[tuple[str, str]]:
    """Give who governs, who works and who follows up."""
    g, s = contenido["gobernanza"], contenido["seguimiento"]
    horas = _("%(n)s horas a la semana") % {"n": miles(g["equipo_horas"])} if g["equipo_horas"] else ""
    equipo = " · ".join(filter(None, (g["equipo_cargo"], horas, g["equipo_idiomas"])))
    filas = [
        (_("Preside"), g["preside"]),
        (_("Secretaría técnica"), g["secretaria_tecnica"]),
        (_("Integrantes"), g["integrantes"]),
        (_("Se reúne"), g["frecuencia"]),
        (_("Oficina a cargo"), g["equipo_oficina"]),
        (_("Equipo"), equipo),
        (_("Seguimiento"), " · ".join(filter(None, (s["responsable"], s["frecuencia"])))),
        (_("Rendición pública de cuentas"), larga(s["rendicion_fecha"])),
    ]
    return [fila for fila in filas if fila[1]]


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
