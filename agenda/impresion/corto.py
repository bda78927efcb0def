"""The two short editions: «Agenda mínima», two pages for the short route, and the page for a partner. Pure.

Each has its number of pages whatever the content: everything has its lines and how many of it go in.
"""

from __future__ import annotations

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion import breve, entorno, figuras, metodo
from agenda.impresion.emision import Emision, comun
from agenda.impresion.lectura import nivel, plural
from agenda.impresion.textos import elegidos, lineas, recortar

ACCIONES_MINIMA, EJES_MINIMA = 14, 5
ACCIONES_RESUMEN, EJES_RESUMEN = 3, 5  # actions: at least; more when the texts are short
LINEAS_RESUMEN = (6, 9)  # of the summary on the page for a partner: more when four actions fit as well
ALTO_RESUMEN, ALTO_ACCION, ALTO_LINEA = 511.0, 41.5, 13.2  # points under the band without headings; an action; a line


def minima(contenido: dict, emision: Emision) -> dict:
    """Give the context of ``agenda/pdf/minima.html``."""
    base = _corta(contenido, emision, lineas_resumen=7)
    acciones = acciones_de(contenido)
    resultado = contenido["diagnostico"]
    return {
        **base,
        "ejes": breve.ejes(contenido, EJES_MINIMA, 360),
        "acciones": [breve.fila(accion, 206) for accion in acciones[:ACCIONES_MINIMA]],
        "mas_acciones": max(0, len(acciones) - ACCIONES_MINIMA),
        "dinero": breve.dinero(contenido),
        "diagnostico": metodo.diagnostico(resultado),
        "firmas": [(papel, recortar(cargo, 140, 8.6, 2)) for papel, cargo in base["firmas"]],
    }


def resumen(contenido: dict, emision: Emision) -> dict:
    """Give the context of ``agenda/pdf/resumen.html``."""
    pocas, muchas = LINEAS_RESUMEN
    base = _corta(contenido, emision, lineas_resumen=pocas)
    sobran = max(0, int((_libre(base) - 4 * ALTO_ACCION) // ALTO_LINEA))
    entero = elegidos(contenido, emision.idioma)["resumen"]["texto"]
    base["t"]["resumen"]["texto"] = recortar(entero, 494, 9.6, min(muchas, pocas + sobran))
    cuantas = max(ACCIONES_RESUMEN, min(7, int(_libre(base) // ALTO_ACCION)))
    acciones = breve.destacadas(contenido, cuantas)
    return {
        **base,
        "ejes": breve.ejes(contenido, EJES_RESUMEN, 196, lineas=2),
        "acciones": [breve.fila(accion, 222) for accion in acciones],
        "mas_acciones": max(0, len(acciones_de(contenido)) - len(acciones)),
    }


def _libre(base: dict) -> float:
    """Give the points left for flagship actions on the page for a partner, between the texts and the box below."""
    t = base["t"]
    texto = ALTO_LINEA * lineas(t["resumen"]["texto"], 494, 9.6) + 5
    lados = 46 + 12.8 * max(lineas(t[campo]["texto"], 212, 9.4) for campo in ("ofrecemos", "buscamos"))
    caja = 46 + 15 * (len(base["contacto"]) + 2) + 12 * lineas(base["sin_ingles"], 360, 8.4)
    return ALTO_RESUMEN - caja - texto - lados


def _corta(contenido: dict, emision: Emision, *, lineas_resumen: int) -> dict:
    """Give what both short editions read: the texts of the town cut to their lines, the map, the contact."""
    base = comun(contenido, emision)
    paises = entorno.paises(contenido)
    lado = (212, 9.4, 7)
    medidas = {"titulo": (330, 13, 2), "resumen": (494, 9.6, lineas_resumen), "ofrecemos": lado, "buscamos": lado}
    base["t"] = {
        campo: {**dado, "texto": recortar(dado["texto"], *medidas[campo])} for campo, dado in base["t"].items()
    }
    return {
        **base,
        "lugar": recortar(base["lugar_completo"], 330, 22, 2),
        "ejes_plural": recortar(plural(nivel(contenido["niveles"]["eje"])), 230, 11.6, 1),
        "acciones_plural": recortar(plural(nivel(contenido["niveles"]["accion"])), 480, 11.6, 1),
        "cifras": breve.cifras(contenido, paises),
        "mapa": figuras.portada(contenido, paises, alto=178, ancho=240, margen=(8, 70, 8, 20)),
        "habitantes": entorno.habitantes(contenido),
        "contacto": [recortar(linea, 360, 9, 1) for linea in entorno.contacto(contenido)],
        "adopcion_corta": recortar(emision.adopcion, 330, 9, 2),
    }
