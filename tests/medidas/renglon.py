"""How every measure is told: a title, then a line for each thing with both figures, their ratio, limit and verdict."""

from __future__ import annotations


def titulo(que: str, base: str, medida: str) -> None:
    """Print what is compared and the heads of its columns; ``base`` is the figure the other is divided by."""
    print(f"\n{que}")
    print(f"  {'':32} {base:>14} {medida:>14}    ratio    limit   verdict")


def renglon(nombre: str, base: float, medida: float, tope: float | None = None, decimales: int = 1) -> bool:
    """Print a line, figures in milliseconds; say whether the ratio is within ``tope`` (always, when there is none)."""
    razon = medida / base
    bien = tope is None or razon <= tope
    limite = "none" if tope is None else f"×{tope:.2f}"
    veredicto = "" if tope is None else "holds" if bien else "OVER THE LIMIT"
    figuras = f"{base:11.{decimales}f} ms {medida:11.{decimales}f} ms"
    print(f"  {nombre:32} {figuras}   {f'×{razon:.2f}':>6}   {limite:>6}   {veredicto}".rstrip(), flush=True)
    return bien
