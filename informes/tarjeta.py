"""The picture that messengers show beside a link: 1200 × 630, a title, some figures and the country as dots.

It receives everything it draws. The same data give the same bytes: no clock. What the typeface cannot write stays out.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from informes.colores import BLANCO, SOL, TEJA
from informes.graficas.mapa import NORTE, OESTE, municipios
from informes.papel.pdf import FUENTES

ANCHO, ALTO = 1200, 630  # pixels, what Open Graph asks for
MAPA = (1200, 560)  # pixels of the map alone
EDICION = 1  # raise it when the drawing changes: it is part of the tag under which browsers keep the picture
IZQUIERDA, ANCHO_TEXTO = 72, 640
LADO = 44  # of the mark
FRANJA = 46  # height of the band that says it is a demonstration
FONDO, SUAVE, TINTA_SOL = "#0b3f57", "#c9dfe7", "#3b2800"
FINO = 2  # the dots are drawn this many times larger and brought down: smooth edges
COLORES = 160
ACERCA = (3.1, -0.9)  # degrees of longitude and latitude that San Andrés y Providencia move
HILOS = (58, 80, 101)  # degrees from the north in which the threads leave


@dataclass(frozen=True)
class Tarjeta:
    """What the picture says. ``cifras``: number and noun, in order. ``cerca``: prefixes of codes a little brighter.

    ``encendidos``: codes of the municipalities lit; ``lugar``: longitude and latitude of the one with a halo.
    """

    sobre: str
    titulo: str
    bajo: str = ""
    lema: str = ""
    cifras: tuple[tuple[str, str], ...] = ()
    lugar: tuple[float, float] | None = None
    cerca: tuple[str, ...] = ()
    encendidos: tuple[str, ...] = ()
    demostracion: str = ""


def dibujar(tarjeta: Tarjeta) -> bytes:
    """Give the picture as PNG."""
    from PIL import Image, ImageDraw  # heavy: only whoever draws pays for it

    techo = FRANJA if tarjeta.demostracion else 0
    grande = _pais(tarjeta)
    _marca(ImageDraw.Draw(grande), techo + 44)
    imagen = grande.resize((ANCHO, ALTO), Image.Resampling.LANCZOS)
    lienzo = ImageDraw.Draw(imagen)
    if techo:
        _franja(lienzo, escribible(tarjeta.demostracion))
    lienzo.rectangle((0, ALTO - 12, ANCHO, ALTO), fill=SOL)
    nombre = _letra("Bold", 32)
    lienzo.text(
        (IZQUIERDA + LADO + 16, techo + 44 + LADO / 2), "De cara al mundo", font=nombre, fill=BLANCO, anchor="lm"
    )
    _textos(lienzo, tarjeta, techo)
    _cifras(lienzo, tarjeta.cifras)
    bytes_ = io.BytesIO()
    imagen.quantize(COLORES, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(bytes_, "PNG", optimize=True)
    return bytes_.getvalue()


def dibujar_mapa(tarjeta: Tarjeta) -> bytes:
    """Give only the country with its place lit, for a cover: a PNG without the words of ``tarjeta``."""
    from PIL import Image

    grande = _pais(tarjeta, MAPA, escala=30.5, x0=380, y0=24)
    bytes_ = io.BytesIO()
    imagen = grande.resize(MAPA, Image.Resampling.LANCZOS)
    imagen.quantize(COLORES, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(bytes_, "PNG", optimize=True)
    return bytes_.getvalue()


def escribible(texto: str) -> str:
    """Give the text without what the typeface lacks (emoji, other scripts, line ends), composed, blanks joined."""
    compuesto = unicodedata.normalize("NFC", " ".join(texto.split()))
    return " ".join("".join(letra for letra in compuesto if letra == " " or _tiene(letra)).split())


@lru_cache(maxsize=512)
def _tiene(letra: str) -> bool:
    prueba = _letra("Regular", 32)
    hueco, mascara = prueba.getmask("\uffff"), prueba.getmask(letra)
    return letra.isprintable() and (mascara.size, bytes(mascara)) != (hueco.size, bytes(hueco))


@lru_cache(maxsize=64)
def _letra(grueso: str, alto: int):
    from PIL import ImageFont

    return ImageFont.truetype(str(FUENTES / f"SourceSansPro-{grueso}.ttf"), alto)


def _pais(tarjeta: Tarjeta, medida=(ANCHO, ALTO), escala: float = 34.5, x0: float = 752, y0: float = 22):
    """Give the ground with the country as dots, ``FINO`` times larger than the picture.

    ``escala``: pixels a degree; ``x0``, ``y0``: where its western and northern edges go.
    """
    from PIL import Image, ImageDraw

    imagen = Image.new("RGB", tuple(lado * FINO for lado in medida), FONDO)
    lienzo = ImageDraw.Draw(imagen)

    def en(longitud: float, latitud: float) -> tuple[float, float]:
        if longitud < OESTE:  # the archipelago, drawn nearer as on the map of the home
            longitud, latitud = longitud + ACERCA[0], latitud + ACERCA[1]
        return x0 + (longitud - OESTE) * escala, y0 + (NORTE - latitud) * escala

    def punto(x: float, y: float, radio: float, color: str) -> None:
        lienzo.ellipse(tuple(v * FINO for v in (x - radio, y - radio, x + radio, y + radio)), fill=color)

    ultimos = []
    for uno in municipios():
        x, y = en(uno.longitud, uno.latitud)
        radio = 1.7 + uno.tamano * 1.1
        if uno.codigo in tarjeta.encendidos:
            ultimos.append((x, y, radio + 1.2))
        else:
            cerca = any(uno.codigo.startswith(prefijo) for prefijo in tarjeta.cerca)
            punto(x, y, radio, "#d5e5eb" if cerca else "#4f7a8e")
    for x, y, radio in ultimos:
        punto(x, y, radio, SOL)
    if tarjeta.lugar:
        x, y = en(*tarjeta.lugar)
        for grados in HILOS:
            for hx, hy in _hilo(x, y, grados):
                punto(hx, hy, 1.3, "#a58a45")
        for radio, color in ((27, "#45604a"), (18, "#7f7a41"), (10, SOL)):
            punto(x, y, radio, color)
    return imagen


def _hilo(x: float, y: float, grados: float) -> list[tuple[float, float]]:
    """Give the dots of a thread that leaves in a direction, bends upwards and goes out of the picture."""
    largo = 620
    ex, ey = x + largo * sin(radians(grados)), y - largo * cos(radians(grados))
    cx, cy = x + largo * 0.35 * sin(radians(grados)), y - largo * 0.35 * cos(radians(grados)) - largo * 0.12
    pasos = [n / 64 for n in range(3, 65)]
    return [
        ((1 - t) ** 2 * x + 2 * t * (1 - t) * cx + t * t * ex, (1 - t) ** 2 * y + 2 * t * (1 - t) * cy + t * t * ey)
        for t in pasos
    ]


def _franja(lienzo, texto: str) -> None:
    """Draw the striped band of a demonstration."""
    lienzo.rectangle((0, 0, ANCHO, FRANJA), fill=SOL)
    for x in range(-FRANJA, ANCHO, 44):
        lienzo.polygon([(x, FRANJA), (x + 22, FRANJA), (x + 22 + FRANJA, 0), (x + FRANJA, 0)], fill="#f5bd50")
    lienzo.text((ANCHO / 2, FRANJA / 2), texto, font=_letra("Bold", 26), fill=TINTA_SOL, anchor="mm")


def _marca(lienzo, y: float) -> None:
    """Draw the mark of the portal, ``FINO`` times larger; ``y`` is its top."""
    caja = tuple(v * FINO for v in (IZQUIERDA, y, IZQUIERDA + LADO, y + LADO))
    for desde, hasta, color in ((110, 305, "#6fbcd8"), (305, 395, SOL), (35, 110, TEJA)):
        lienzo.pieslice(caja, desde, hasta, fill=color)


def _textos(lienzo, tarjeta: Tarjeta, techo: int) -> None:
    """Draw the line above, the title as large as it fits, the line below and the motto, from top to bottom."""
    y = techo + (118 if techo else 138)
    lienzo.text((IZQUIERDA, y), escribible(tarjeta.sobre), font=_letra("Semibold", 32), fill=SOL)
    y += 46
    hasta = ALTO - 160 if tarjeta.cifras else ALTO - 60
    alto, lineas = _caber(escribible(tarjeta.titulo), (hasta - y) - (50 if tarjeta.bajo else 0))
    for linea in lineas:
        lienzo.text((IZQUIERDA, y), linea, font=_letra("Bold", alto), fill=BLANCO)
        y += round(alto * 1.04)
    y += round(alto * 0.2)
    if tarjeta.bajo:
        y = _bajo(lienzo, y, escribible(tarjeta.bajo))
    letra = _letra("Semibold", 34)
    for linea in _con_puntos(_lineas(escribible(tarjeta.lema), letra), letra, max(0, min(2, int((hasta - y) // 42)))):
        lienzo.text((IZQUIERDA, y), linea, font=letra, fill=BLANCO)
        y += 42


def _bajo(lienzo, y: float, texto: str) -> float:
    """Draw the line below the title, in two smaller ones when it is long; give where the next begins."""
    letra, paso = _letra("Regular", 36), 42
    if letra.getlength(texto) > ANCHO_TEXTO:
        letra, paso = _letra("Regular", 30), 36
    for linea in _con_puntos(_lineas(texto, letra), letra, 2):
        lienzo.text((IZQUIERDA, y), linea, font=letra, fill=SUAVE)
        y += paso
    return y + 14


def _cifras(lienzo, cifras: Sequence[tuple[str, str]]) -> None:
    """Draw the figures in a row at the foot: number above, noun below."""
    x = IZQUIERDA
    for numero, nombre in cifras:
        grande, chica = _letra("Bold", 52), _letra("Regular", 28)
        lienzo.text((x, ALTO - 142), numero, font=grande, fill=BLANCO)
        lienzo.text((x, ALTO - 82), nombre, font=chica, fill=SUAVE)
        x += max(grande.getlength(numero), chica.getlength(nombre)) + 48


def _caber(texto: str, alto_libre: float) -> tuple[int, list[str]]:
    """Give the size of the letter and the lines of a title: at most four lines, as large as it fits."""
    for alto in range(96, 36, -6):
        lineas = _lineas(texto, _letra("Bold", alto))
        caben = 2 if alto > 66 else 4
        if len(lineas) <= caben and len(lineas) * alto * 1.04 <= alto_libre:
            return alto, lineas
    letra = _letra("Bold", 42)
    return 42, _con_puntos(_lineas(texto, letra), letra, 4)


def _lineas(texto: str, letra) -> list[str]:
    """Give the text in lines no wider than the column; a word wider than it is broken."""
    lineas: list[str] = []
    for palabra in texto.split():
        if lineas and letra.getlength(f"{lineas[-1]} {palabra}") <= ANCHO_TEXTO:
            lineas[-1] += f" {palabra}"
            continue
        while letra.getlength(palabra) > ANCHO_TEXTO:
            corte = next(n for n in range(len(palabra), 0, -1) if letra.getlength(palabra[:n]) <= ANCHO_TEXTO)
            lineas.append(palabra[:corte])
            palabra = palabra[corte:]
        lineas.append(palabra)
    return lineas


def _con_puntos(lineas: list[str], letra, tope: int) -> list[str]:
    """Give the first lines; what is left out is told by an ellipsis."""
    if len(lineas) <= tope:
        return lineas
    return [*lineas[: tope - 1], _cortar(f"{lineas[tope - 1]} {lineas[tope]}", letra)] if tope else []


def _cortar(texto: str, letra) -> str:
    """Give the text cut to the width of the column, with an ellipsis."""
    if letra.getlength(texto) <= ANCHO_TEXTO:
        return texto
    while letra.getlength(f"{texto}…") > ANCHO_TEXTO:
        texto = texto[:-1]
    return f"{texto.rstrip(' ,.;:')}…"
