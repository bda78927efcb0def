"""What every chart needs: coordinates as text (a template would write them with a comma) and text cut into lines."""

from __future__ import annotations

import unicodedata

ANGOSTAS = frozenset("iljftr.,:;'|!()[]I 1")
ANCHAS = frozenset("ABCDGHKNOQRUVXYZÑ")
MUY_ANCHAS = frozenset("mwMW%@")
PUNTUACION = " .,;:·–"  # not left before an ellipsis


def n(valor: float) -> str:
    """Write a coordinate: one decimal at most, with a point. Less is not seen, and a figure travels on slow lines."""
    texto = f"{valor:.1f}".rstrip("0").rstrip(".")
    return "0" if texto in ("", "-0") else texto


def puntos(pares: list[tuple[float, float]]) -> str:
    """Write the points of a polygon."""
    return " ".join(f"{n(x)},{n(y)}" for x, y in pares)


def separar(alturas: list[float], paso: float, arriba: float, abajo: float) -> list[float]:
    """Give heights in the same order, between two limits, ``paso`` apart; closer when so many do not fit."""
    paso = min(paso, (abajo - arriba) / max(1, len(alturas)))
    puestas: list[float] = []
    for altura in alturas:
        puestas.append(max(altura, arriba, puestas[-1] + paso if puestas else arriba))
    limite = abajo
    for i in range(len(puestas) - 1, -1, -1):
        puestas[i] = min(puestas[i], limite)
        limite = puestas[i] - paso
    return puestas


def recorrer(puntos: list[tuple[int, int]]) -> str:
    """Give the path of some dots, from one to the next: relative steps are short and compress well."""
    partes, x, y = [], 0, 0
    for px, py in sorted(set(puntos)):
        partes.append(f"m{px - x} {py - y}h0")
        x, y = px, py
    return "".join(partes).replace(" -", "-")


def ancho_de(texto: str, cuerpo: float) -> float:
    """Estimate how wide a text is in Source Sans Pro, a little on the large side."""
    ancho = 0.0
    for letra in texto:
        if letra in ANGOSTAS:
            ancho += 0.3
        elif letra in MUY_ANCHAS:
            ancho += 0.88
        elif unicodedata.east_asian_width(letra) in "WF":
            ancho += 1.25 if ord(letra) > 0x1F000 else 1.0  # emoji are wider than their line is high
        else:
            ancho += 0.66 if letra in ANCHAS else 0.52
    return ancho * cuerpo


def partir(texto: str, ancho: float, cuerpo: float, lineas: int = 2) -> list[str]:
    """Cut a text into at most ``lineas`` lines of that width; what does not fit ends in «…»."""
    hechas, actual = [], ""
    for palabra in _trozos(texto, ancho, cuerpo):
        prueba = f"{actual} {palabra}".strip()
        if actual and ancho_de(prueba, cuerpo) > ancho:
            hechas.append(actual)
            actual = palabra
        else:
            actual = prueba
    hechas += [actual] if actual else []
    if len(hechas) <= lineas:
        return hechas
    palabras = hechas[lineas - 1].split(" ")
    while len(palabras) > 1 and ancho_de(f"{' '.join(palabras)}…", cuerpo) > ancho:
        palabras.pop()  # a word is cut only when it is alone in its line
    ultima = " ".join(palabras)
    while ultima and ancho_de(f"{ultima}…", cuerpo) > ancho:
        ultima = ultima[:-1]
    return [*hechas[: lineas - 1], f"{ultima.rstrip(PUNTUACION)}…"]


def _trozos(texto: str, ancho: float, cuerpo: float) -> list[str]:
    """Give the words, those too long for a line already cut."""
    trozos = []
    for palabra in texto[:2000].split():
        while ancho_de(palabra, cuerpo) > ancho and len(palabra) > 1:
            corte = max(1, int(len(palabra) * ancho / ancho_de(palabra, cuerpo)) - 1)
            while corte > 1 and ancho_de(palabra[:corte], cuerpo) > ancho:
                corte -= 1
            trozos.append(palabra[:corte])
            palabra = palabra[corte:]
        trozos.append(palabra)
    return trozos


def rayado(x: float, y: float, ancho: float, alto: float, paso: float = 9.0) -> str:
    """Give the path of diagonal lines that fill a rectangle: a second colour for who prints in black and white."""
    partes, corte = [], paso / 2
    while corte < ancho + alto:
        x1, y1 = (corte, 0.0) if corte <= ancho else (ancho, corte - ancho)
        x2, y2 = (0.0, corte) if corte <= alto else (corte - alto, alto)
        partes.append(f"M{n(x + x1)} {n(y + y1)}L{n(x + x2)} {n(y + y2)}")
        corte += paso
    return "".join(partes)


def punteado(x: float, y: float, ancho: float, alto: float, paso: float = 5.0) -> str:
    """Give the path of dots (round ends of no length) that fill a rectangle, each step written alike."""
    filas, columnas = max(1, int(alto / paso)), max(1, int(ancho / paso))
    uno = f"m{n(ancho / columnas)} 0h0"
    return "".join(
        f"M{n(x + 0.5 * ancho / columnas)} {n(y + (j + 0.5) * alto / filas)}h0{uno * (columnas - 1)}"
        for j in range(filas)
    )
