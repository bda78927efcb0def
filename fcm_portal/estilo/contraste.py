"""What the style sheet says of colours, and how well one is read on another (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import re

LEER, VER = 4.5, 3.0  # least ratio of a text and of a control or a large text
ESQUEMAS = ("claro", "oscuro")
# Text and the background under it where a rule does not say both: it inherits one of them.
TEXTOS = [
    ("tinta", "papel"), ("tinta", "tarjeta"), ("tinta", "hundido"), ("tinta", "mar-claro"), ("tinta", "sol-claro"),
    ("tinta", "teja-claro"), ("tinta", "hoja-claro"), ("tinta-2", "papel"), ("tinta-2", "tarjeta"),
    ("tinta-2", "hundido"), ("tinta-2", "mar-claro"), ("tinta-2", "sol-claro"), ("tinta-2", "teja-claro"),
    ("tinta-2", "hoja-claro"), ("mar-tinta", "papel"), ("mar-tinta", "tarjeta"), ("mar-tinta", "hundido"),
    ("mar-tinta", "mar-claro"), ("mar-tinta", "sol-claro"), ("mar-tinta", "teja-claro"), ("mar-tinta", "hoja-claro"),
    ("sol-tinta", "tarjeta"), ("sol-tinta", "papel"), ("teja-tinta", "papel"), ("teja-tinta", "tarjeta"),
    ("hoja-tinta", "papel"), ("hoja-tinta", "tarjeta"), ("peligro", "tarjeta"), ("peligro", "papel"),
    ("peligro", "teja-claro"), ("pie-tinta", "pie"), ("pie-suave", "pie"), ("boton-tinta", "boton-encima"),
]  # fmt: skip
# What is not text and must be seen to be used: edges of fields, marks, focus, bars.
CONTROLES = [
    ("borde", "papel"), ("borde", "tarjeta"), ("borde", "mar-claro"), ("foco", "papel"), ("foco", "tarjeta"),
    ("foco", "mar-claro"), ("foco", "sol-claro"), ("foco", "teja-claro"), ("boton", "papel"), ("boton", "tarjeta"),
    ("mar-tinta", "papel"), ("mar-tinta", "tarjeta"), ("teja", "tarjeta"), ("teja", "papel"), ("mar-2", "linea"),
    ("sol-borde", "papel"),
]  # fmt: skip


def fichas(css: str) -> dict[str, dict[str, str]]:
    """Give the tokens of a style sheet: scheme → name → value; the dark one inherits what it does not change."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    claro, oscuro = re.findall(r":root\s*{([^}]*)}", css)[:2]
    leidas = [dict(re.findall(r"--([\w-]+):\s*([^;]+);", bloque)) for bloque in (claro, oscuro)]
    return {"claro": leidas[0], "oscuro": leidas[0] | leidas[1]}


def resolver(valor: str, esquema: dict[str, str]) -> str:
    """Give the hexadecimal colour of ``var(--x)``, of a token's name or of a colour; KeyError when there is no such."""
    if valor.startswith("#"):
        return valor
    return resolver(esquema[valor.removeprefix("var(--").removesuffix(")")], esquema)


def luminancia(color: str) -> float:
    """Give the relative luminance of ``#rgb`` or ``#rrggbb``, from 0 (black) to 1 (white)."""
    digitos = color.lstrip("#")
    digitos = "".join(uno * 2 for uno in digitos) if len(digitos) == 3 else digitos
    canales = [int(digitos[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    rojo, verde, azul = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canales)
    return 0.2126 * rojo + 0.7152 * verde + 0.0722 * azul


def contraste(uno: str, otro: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21, in any order."""
    claro, oscuro = sorted((luminancia(uno), luminancia(otro)), reverse=True)
    return (claro + 0.05) / (oscuro + 0.05)
