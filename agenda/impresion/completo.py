"""The whole document: what ``agenda/pdf/documento.html`` reads. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import override

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion import breve, cuadros, entorno, figuras, metodo, secciones
from agenda.impresion.emision import Emision, comun
from agenda.impresion.fichas import ficha
from agenda.impresion.lectura import larga, pesos, termino
from agenda.impresion.textos import cabe, lineas, recortar
from informes import graficas

ANCHO, ALTO = 498.0, 670.0  # points of a line of text and of a page of it
RESUMEN = (ANCHO, 10.0, 10)  # width, size and lines that the summary may take on its page
COLUMNA = (212.0, 9.4, 8)
EJES_EN_RESUMEN = 6
LADOS, RENGLONES_JUNTOS = ("ofrecemos", "buscamos"), 16  # longer ones go one below the other


def completo(contenido: dict, emision: Emision) -> dict:
    """Give the context of the whole document."""
    base = comun(contenido, emision)
    paises = entorno.paises(contenido)
    articulacion = cuadros.articulacion(contenido)
    presupuesto = cuadros.presupuesto(contenido)
    resumen = base["t"]["resumen"]["texto"]
    otra = _otra_lengua(contenido, emision)
    resumen_largo = bool(resumen) and not cabe(resumen, *RESUMEN)
    dibujos = {
        "mundo": figuras.mundo(contenido, paises),
        "articulacion": articulacion,
        "ods": figuras.ods(contenido, articulacion["cuentas"], graficas.franja_ods),
        "cronograma": cuadros.cronograma(contenido),
        "presupuesto": presupuesto,
        "indicadores": cuadros.indicadores(contenido),
        "cadena": figuras.cadena(contenido, con_cuentas=False),
        "gobernanza": entorno.gobernanza(contenido),
        "revisados": [termino(consejo["texto"]) for consejo in contenido["consejos"] if consejo["revisado"]],
        "resumen_largo": resumen_largo,
        "otra_lengua": otra,
        "ofrece_aparte": any(not cabe(base["t"][campo]["texto"], *COLUMNA) for campo in LADOS),
        "presentacion": resumen_largo or otra["hay"],
    }
    s = secciones.del_documento(contenido, dibujos, borrador=emision.borrador)
    return {
        **base,
        **dibujos,
        "s": s,
        "indice": secciones.indice(s),
        "ejecutivo": _ejecutivo(contenido, base["t"], paises, base["sin_ingles"]),
        "ofrece_largo": any(lineas(base["t"][campo]["texto"], *COLUMNA[:2]) > RENGLONES_JUNTOS for campo in LADOS),
        "hay_acciones": bool(acciones_de(contenido)),
        "mapa_portada": figuras.portada(contenido, paises),
        "mapa_lugar": figuras.ubicacion(contenido),
        "perfil": entorno.perfil(contenido),
        "memoria": entorno.memoria(contenido),
        "hermanamientos": entorno.hermanamientos(contenido),
        "actores": entorno.actores(contenido),
        "socios": entorno.socios(contenido),
        "plan": [_eje(eje, contenido, s) for eje in contenido["ejes"]],
        "mirada": cuadros.mirada(contenido),
        "barras": figuras.dinero(contenido) if presupuesto else None,
        "filas": figuras.fuentes(contenido) if presupuesto else None,
        "aportes": cuadros.aportes(contenido),
        "diagnostico": metodo.diagnostico(contenido["diagnostico"]),
        "reuniones": [{**r, "fecha": larga(r["fecha"])} for r in contenido["reuniones"]],
    }


def _ejecutivo(contenido: dict, t: dict, paises: list, sin_ingles: str) -> dict:
    """Give the executive summary: one page, whatever the town wrote."""
    resumen = t["resumen"]["texto"]
    cortado = bool(resumen) and not cabe(resumen, *RESUMEN)
    dinero = breve.dinero(contenido)
    contacto = [recortar(linea, 360, 9.4, 1) for linea in entorno.contacto(contenido)]
    pie = "\n".join(["·".join(f"{nombre}, {pesos(monto)}" for nombre, monto in dinero), " · ".join(contacto)])
    notas = lineas(sin_ingles, *RESUMEN[:2]) + cortado
    return {
        "resumen": recortar(resumen, *RESUMEN) if cortado else resumen,
        "cortado": cortado,
        "ofrecemos": recortar(t["ofrecemos"]["texto"], *COLUMNA),
        "buscamos": recortar(t["buscamos"]["texto"], *COLUMNA),
        "cifras": breve.cifras(contenido, paises),
        "ejes": breve.ejes(contenido, EJES_EN_RESUMEN, 360),
        "destacadas": _destacadas(contenido, t, pie, notas),
        "dinero": dinero,
        "contacto": contacto,
    }


def _destacadas(contenido: dict, t: dict, pie: str, notas: int) -> list[dict]:
    """Give the flagship actions that fit on the page of the summary after everything else, at most one an eje.

    ``pie``: what is written below them, as one text; ``notas``: lines of small print above.
    """
    renglones = min(RESUMEN[2], lineas(t["resumen"]["texto"], ANCHO, 9.6)) + lineas(pie, ANCHO, 9.6)
    columna = max(min(COLUMNA[2], lineas(t[campo]["texto"], *COLUMNA[:2])) for campo in LADOS)
    ejes = min(EJES_EN_RESUMEN, len(contenido["ejes"]))
    parrafos = sum(1 for parte in t["resumen"]["texto"].splitlines() if parte.strip())
    ocupado = 186 + 13.2 * renglones + 5 * parrafos + 12.8 * columna + 31.5 * ejes + 13 * notas
    tope = min(4, len(contenido["ejes"]), int((ALTO - ocupado) // 29.5))
    return [breve.fila(accion, 250) for accion in breve.destacadas(contenido, tope)] if tope > 0 else []


def _eje(eje: dict, contenido: dict, s: dict) -> dict:
    """Give an eje with the sheets of its actions."""
    return {
        "eje": eje,
        "seccion": s[f"eje-{eje['clave']}"],
        "objetivos": [
            {"objetivo": o, "fichas": [ficha(accion, contenido) for accion in o["acciones"]]} for o in eje["objetivos"]
        ],
    }


def _otra_lengua(contenido: dict, emision: Emision) -> dict:
    """Give the summary in the other language of the document: English in the Spanish one, Spanish in the English one.

    In an English document without an English summary, the Spanish one is already the summary.
    """
    ingles, propio = contenido["ingles"], contenido["textos"]
    if emision.idioma == "en":
        textos = {"resumen": propio["resumen"]} if ingles["resumen"] else {}
        return {"hay": any(textos.values()), "lang": "es", "titulo": _("Resumen en español"), "textos": textos}
    with override("en"):
        dichos = {"ofrecemos_dice": _("Lo que ofrecemos"), "buscamos_dice": _("Lo que buscamos")}
    return {"hay": any(ingles.values()), "lang": "en", "titulo": _("Resumen en inglés"), "textos": ingles, **dichos}
