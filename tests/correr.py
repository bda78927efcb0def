"""``make test``: the fast tests, then what is measured alone, then the browser, each with its time.

Extra arguments go to every part.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
PARTES = {"rápidas": "not navegador and not a_solas", "a solas": "a_solas", "navegador": "navegador"}
PROCESOS = {"a solas": "0"}  # what is measured has no neighbour; the others take two processes
MARCA_A_SOLAS = "pytest.mark.a_solas"
SIN_PRUEBAS = 5


def a_solas() -> list[str]:
    """Give the files of what is measured alone, with nothing else in its memory: the pages of the portal first."""
    ruta = RAIZ / "tests"
    suyas = [una for una in sorted(ruta.rglob("test_*.py")) if MARCA_A_SOLAS in una.read_text(encoding="utf-8")]
    suyas.sort(key=lambda una: una.parent.name != "rendimiento")
    return [una.relative_to(RAIZ).as_posix() for una in suyas]


def traducciones() -> None:
    """Compile the catalogues, which are not committed."""
    from fcm_portal.arranque.traducciones import compilar

    compilar(RAIZ / "locale")


def main(argumentos: list[str]) -> int:
    """Run every part, print the time of each, and fail when either failed."""
    entorno = {clave: valor for clave, valor in os.environ.items() if clave != "DJANGO_SETTINGS_MODULE"}
    resultados = []
    inicio = time.monotonic()
    traducciones()
    resultados.append(("traducciones", 0, time.monotonic() - inicio))
    for nombre, marca in PARTES.items():
        inicio = time.monotonic()
        orden = [
            sys.executable,
            "-m",
            "pytest",
            "-n",
            PROCESOS.get(nombre, "2"),
            "--dist",
            "worksteal",
            "-m",
            marca,
            "--durations",
            "8",
            *(a_solas() if nombre == "a solas" else []),
            *argumentos,
        ]
        codigo = subprocess.run(orden, cwd=RAIZ, env=entorno, check=False).returncode
        resultados.append((nombre, 0 if codigo == SIN_PRUEBAS else codigo, time.monotonic() - inicio))
    for nombre, codigo, segundos in resultados:
        print(f"{nombre}: {segundos:.0f} s{'' if codigo == 0 else ' · con fallas'}")
    return max(codigo for _, codigo, _ in resultados)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
