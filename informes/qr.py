"""QR codes as an SVG path, without an image library."""

from __future__ import annotations

from dataclasses import dataclass

import segno


@dataclass(frozen=True)
class Qr:
    """What ``informes/qr.svg`` draws: dark modules as one path, four blank modules around."""

    titulo: str
    lado: int
    trazo: str


def qr(texto: str, titulo: str) -> Qr:
    """Give the QR code of a text."""
    codigo = segno.make(texto, error="m", micro=False)
    trazo = []
    for y, fila in enumerate(codigo.matrix_iter(border=4)):
        x = 0
        celdas = list(fila)
        while x < len(celdas):
            if celdas[x]:
                fin = x
                while fin < len(celdas) and celdas[fin]:
                    fin += 1
                trazo.append(f"M{x} {y}h{fin - x}v1h-{fin - x}z")
                x = fin
            x += 1
    return Qr(titulo, codigo.symbol_size(border=4)[0], "".join(trazo))
