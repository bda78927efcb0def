"""The table of states and moves as Markdown, for the README; a test compares the two."""

from __future__ import annotations

from agenda.estados import ESTADOS
from agenda.flujo import MOVIMIENTOS, TODOS


def diagrama() -> str:
    """Give the states and moves as a Mermaid diagram and a table, for the README."""
    lineas = ["```mermaid", "stateDiagram-v2", "    [*] --> borrador"]
    for fila in MOVIMIENTOS.values():
        for desde in fila.desde if fila.hacia or fila.vuelve else ():
            destinos = MOVIMIENTOS["enviar"].desde if fila.vuelve else (fila.hacia,)
            lineas += [f"    {desde} --> {destino}: {fila.nombre}" for destino in destinos]
    lineas += [
        "```",
        "",
        "| state | owner | the town reads | the FCM reads | the public reads |",
        "|---|---|---|---|---|",
    ]
    for estado, ficha in ESTADOS.items():
        lineas.append(f"| {estado} | {ficha.dueno} | {ficha.territorio} | {ficha.fcm} | {ficha.publico} |")
    lineas += ["", "| move | from | to | who |", "|---|---|---|---|"]
    for fila in MOVIMIENTOS.values():
        desde = "any" if fila.desde == TODOS else ", ".join(fila.desde)
        hacia = "the state it came from" if fila.vuelve else fila.hacia or "same"
        lineas.append(f"| {fila.nombre} | {desde} | {hacia} | {', '.join(sorted(fila.quien))} |")
    return "\n".join(lineas) + "\n"
