"""The charts of the document, each made from the frozen content. Pure."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.impresion.lectura import en_millones, mayuscula, termino
from informes import graficas
from informes.colores import MAR_CLARO, MAR_HONDO, SOL_CLARO, TEJA
from informes.graficas.dinero import LLENO, PUNTEADO, RAYADO

FUENTES_DIBUJADAS = 10


def _lugar(contenido: dict) -> tuple[float | None, float | None]:
    """Give the coordinates of the place."""
    t = contenido["territorio"]
    return (float(t["latitud"]) if t["latitud"] else None, float(t["longitud"]) if t["longitud"] else None)


def portada(
    contenido: dict, paises: list[tuple[str, str, int]], alto=792, margen=(312, 24, 22, 96), ancho=612
) -> graficas.mapa:
    """Give the map of a cover, on paper or on the public page: threads leave towards the document's countries."""
    latitud, longitud = _lugar(contenido)
    t = contenido["territorio"]
    return graficas.mapa(
        latitud,
        longitud,
        _("Mapa de puntos de los municipios de Colombia con %(lugar)s señalado") % {"lugar": t["nombre_completo"]},
        cerca=[t["departamento"]["codigo"]] if t["departamento"] else [],
        encendidos=[otro["codigo"] for otro in t["integrantes"]] or [t["codigo"]],
        rumbos=graficas.rumbos_a(latitud, longitud, [codigo for codigo, _n, _c in paises]),
        ancho=ancho,
        alto=alto,
        margen=margen,
    )


def ubicacion(contenido: dict, ancho: float = 140, alto: float = 122) -> graficas.mapa:
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
        ancho=ancho,
        alto=alto,
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


def ods(contenido: dict, cuentas: dict[int, int], dibujo=graficas.rejilla_ods):
    """Give the grid of goals (or the strip: ``graficas.franja_ods``), when an action names one."""
    if not cuentas:
        return None
    titulo = _("Los 17 Objetivos de Desarrollo Sostenible; con acciones: %(lista)s") % {
        "lista": "; ".join(
            ngettext("%(ods)s, %(n)s acción", "%(ods)s, %(n)s acciones", n) % {"ods": numero, "n": n}
            for numero, n in sorted(cuentas.items())
        )
    }
    metas = [{**meta, "texto": termino(meta["texto"])} for meta in contenido["ods"]]
    return dibujo(metas, cuentas, titulo)


def _series(*, especie: bool) -> list[tuple[str, str, str]]:
    """Give what the bars of money are made of: certain is solid, to be raised hatched, in kind dotted."""
    series = [(_("Comprometido"), MAR_HONDO, LLENO), (_("Por conseguir"), MAR_CLARO, RAYADO)]
    return [*series, (_("En especie (no suma al dinero)"), SOL_CLARO, PUNTEADO)] if especie else series


def _montos(fila: dict, *, especie: bool) -> list[int]:
    """Give the pieces of a bar."""
    return [fila["asegurado"], fila["por_conseguir"], *([fila["especie"]] if especie else [])]


def _cifra(fila: dict) -> str:
    """Give the amount written beside a bar: cash and, apart, in kind."""
    return en_millones(fila["efectivo"]) + (f" + {en_millones(fila['especie'])}" if fila["especie"] else "")


def dinero(contenido: dict):
    """Give the bars of cash by year and, apart, in kind."""
    totales = contenido["totales"]
    especie = totales["especie"] > 0
    columnas = [(str(fila["anio"]), _montos(fila, especie=especie), _cifra(fila)) for fila in totales["por_anio"]]
    titulo = _("Presupuesto por año: %(lista)s") % {"lista": "; ".join(f"{c[0]}, {c[2]}" for c in columnas)}
    return graficas.barras(columnas, _series(especie=especie), titulo)


def fuentes(contenido: dict):
    """Give the bars by source, the largest first; None with fewer than two sources."""
    totales = contenido["totales"]
    if len(totales["por_fuente"]) < 2:
        return None
    especie = totales["especie"] > 0
    mayores = sorted(totales["por_fuente"], key=lambda f: -(f["efectivo"] + f["especie"]))[:FUENTES_DIBUJADAS]
    filas = [(mayuscula(termino(f["texto"])), _montos(f, especie=especie), _cifra(f)) for f in mayores]
    titulo = _("Presupuesto por fuente: %(lista)s") % {"lista": "; ".join(f"{f[0]}, {f[2]}" for f in filas)}
    return graficas.filas(filas, _series(especie=especie), titulo)


def cadena(contenido: dict, *, con_cuentas: bool = True):
    """Give results and impacts joined by the actions, when some action names one."""
    resultados, impactos = (
        [{**fila, "texto": termino(fila["texto"])} for fila in contenido[clave]] for clave in ("resultados", "impactos")
    )
    if not resultados and not impactos:
        return None
    titulo = _("Resultados esperados: %(r)s. Impactos: %(i)s.") % {
        "r": ", ".join(fila["texto"] for fila in resultados) or "–",
        "i": ", ".join(fila["texto"] for fila in impactos) or "–",
    }
    rotulos = (_("Resultados cercanos") if resultados else "", _("Impactos duraderos") if impactos else "")
    return graficas.cadena(resultados, impactos, titulo, rotulos, con_cuentas=con_cuentas)


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
