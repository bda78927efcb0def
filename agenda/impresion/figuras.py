"""The charts of the document, each made from the frozen content. Pure."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.impresion.lectura import mayuscula
from formato.numeros import miles
from informes import graficas
from informes.colores import MAR_HONDO, MAR_MEDIO, SOL, TEJA

LLENO = 1_000_000


def _lugar(contenido: dict) -> tuple[float | None, float | None]:
    """Give the coordinates of the place."""
    t = contenido["territorio"]
    return (float(t["latitud"]) if t["latitud"] else None, float(t["longitud"]) if t["longitud"] else None)


def portada(contenido: dict, paises: list[tuple[str, str, int]], alto=792, margen=(312, 24, 22, 96)) -> graficas.mapa:
    """Give the map of the cover, on paper or on the public page: threads leave towards the document's countries."""
    latitud, longitud = _lugar(contenido)
    t = contenido["territorio"]
    return graficas.mapa(
        latitud,
        longitud,
        _("Mapa de puntos de los municipios de Colombia con %(lugar)s señalado") % {"lugar": t["nombre_completo"]},
        cerca=[t["departamento"]["codigo"]] if t["departamento"] else [],
        encendidos=[otro["codigo"] for otro in t["integrantes"]] or [t["codigo"]],
        rumbos=graficas.rumbos_a(latitud, longitud, [codigo for codigo, _n, _c in paises]),
        alto=alto,
        margen=margen,
    )


def ubicacion(contenido: dict) -> graficas.mapa:
    """Give the small map of the profile."""
    latitud, longitud = _lugar(contenido)
    t = contenido["territorio"]
    return graficas.mapa(
        latitud,
        longitud,
        _("Ubicación de %(lugar)s en Colombia") % {"lugar": t["nombre_completo"]},
        cerca=[t["departamento"]["codigo"]] if t["departamento"] else [],
        encendidos=[otro["codigo"] for otro in t["integrantes"]] or [t["codigo"]],
        rumbos=[],
        ancho=170,
        alto=215,
        margen=(6, 6, 6, 6),
        sobre_oscuro=False,
    )


def mundo(contenido: dict, paises: list[tuple[str, str, int]]):
    """Give the world from the place, when there is a country to show."""
    latitud, longitud = _lugar(contenido)
    if not paises or latitud is None or longitud is None:
        return None
    nombres = ", ".join(nombre for _codigo, nombre, _n in paises)
    titulo = _("Países con los que trabaja %(lugar)s, en su dirección y distancia: %(paises)s") % {
        "lugar": contenido["territorio"]["nombre"], "paises": nombres,
    }  # fmt: skip
    return graficas.mundo(latitud, longitud, paises, titulo)


def ods(contenido: dict, cuentas: dict[int, int]):
    """Give the grid of goals, when an action names one."""
    if not cuentas:
        return None
    titulo = _("Los 17 Objetivos de Desarrollo Sostenible; con acciones: %(lista)s") % {
        "lista": "; ".join(
            ngettext("%(ods)s, %(n)s acción", "%(ods)s, %(n)s acciones", n) % {"ods": numero, "n": n}
            for numero, n in sorted(cuentas.items())
        )
    }
    return graficas.rejilla_ods(contenido["ods"], cuentas, titulo)


def en_millones(pesos: int) -> str:
    """Give an amount short enough for a chart: millions, or thousands of millions."""
    if pesos >= 10_000 * LLENO:
        return f"$ {miles((pesos + 500 * LLENO) // (1000 * LLENO))} mil M"
    if pesos >= LLENO:
        decimas = (pesos + LLENO // 20) // (LLENO // 10)
        return f"$ {miles(decimas // 10)}{f',{decimas % 10}' if decimas % 10 else ''} M"
    return f"$ {miles(pesos)}"


def dinero(contenido: dict):
    """Give the bars of cash by year and, apart, in kind."""
    totales = contenido["totales"]
    especie = totales["especie"] > 0
    columnas = [
        (
            str(fila["anio"]),
            [fila["asegurado"], fila["por_conseguir"], *([fila["especie"]] if especie else [])],
            en_millones(fila["efectivo"]) + (f" + {en_millones(fila['especie'])}" if fila["especie"] else ""),
        )
        for fila in totales["por_anio"]
    ]
    series = [(_("Comprometido"), MAR_HONDO), (_("Por conseguir"), MAR_MEDIO)]
    series += [(_("En especie (no suma al dinero)"), SOL)] if especie else []
    titulo = _("Presupuesto por año: %(lista)s") % {"lista": "; ".join(f"{c[0]}, {c[2]}" for c in columnas)}
    return graficas.barras(columnas, series, titulo)


def cadena(contenido: dict):
    """Give results and impacts joined by the actions, when some action names one."""
    resultados, impactos = contenido["resultados"], contenido["impactos"]
    if not resultados and not impactos:
        return None
    titulo = _("Resultados esperados: %(r)s. Impactos: %(i)s.") % {
        "r": ", ".join(fila["texto"] for fila in resultados) or "–",
        "i": ", ".join(fila["texto"] for fila in impactos) or "–",
    }
    return graficas.cadena(resultados, impactos, titulo)


def diagnostico(resultado: dict) -> dict:
    """Give the radar of steps and the ladders of modalities."""
    pasos = [(paso["verbo"], paso["puntaje"]) for paso in resultado["pasos"]]
    lista = "; ".join(f"{verbo}: {_('sin dato') if puntaje is None else puntaje}" for verbo, puntaje in pasos)
    return {
        "radar": graficas.radar(pasos, _("Puntaje de 0 a 100 de cada paso. %(lista)s.") % {"lista": lista}),
        "escaleras": [
            {
                "nombre": m["nombre"],
                "nivel": _("Sin dato")
                if m["nivel"] is None
                else f"{m['nivel']}. {mayuscula(m['escala'][m['nivel']]['nombre'])}",
                "texto": "" if m["nivel"] is None else m["escala"][m["nivel"]]["texto"],
                "instrumentos": ", ".join(i["nombre"] for i in m["instrumentos"]),
                "grafica": graficas.escalera(m["nombre"], m["nivel"], [n["nombre"] for n in m["escala"]]),
            }
            for m in resultado["modalidades"]
        ],
    }


def marca_de_agua(lineas: list[str], color: str = TEJA, opacidad: str = "0.15") -> str:
    """Give the address (``data:``) of the words that cross every page of a draft: a page background, not a box."""
    textos = "".join(
        f'<text x="0" y="{y}" text-anchor="middle" font-family="Fuente" font-weight="700" font-size="{cuerpo}" '
        f'fill="{color}" fill-opacity="{opacidad}">{escape(linea)}</text>'
        for linea, y, cuerpo in zip(lineas, (0, 34), (92, 22), strict=False)
    )
    dibujo = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="612" height="792" viewBox="-306 -396 612 792">'
        f'<g transform="rotate(-52)">{textos}</g></svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(dibujo.encode('utf-8')).decode('ascii')}"
