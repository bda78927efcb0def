"""The models at hand for tests that drive a browser: one process runs pieces of Python, each on the database it names.

To start Django for each of them takes two seconds, as many times as there are sessions. ``python -m tests.guiones``
reads a request a line (JSON: ``base`` and ``guion``) and answers one a line (``salida`` and ``error``).
"""

from __future__ import annotations

import atexit
import contextlib
import io
import json
import os
import subprocess
import sys
import traceback

from tests import bases

_vivo: list[subprocess.Popen] = []


def correr(base: str, guion: str) -> str:
    """Run a piece of Python on one database; give what it printed. Raises ``RuntimeError`` with its traceback."""
    if not _vivo or _vivo[0].poll() is not None:
        entorno = bases.entorno(base, DJANGO_SETTINGS_MODULE="tests.ajustes")
        orden = [sys.executable, "-m", "tests.guiones"]
        _vivo[:] = [
            subprocess.Popen(
                orden, cwd=bases.RAIZ, env=entorno, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
            )
        ]
        atexit.register(_vivo[0].terminate)
    _vivo[0].stdin.write(json.dumps({"base": base, "guion": guion}) + "\n")
    respuesta = json.loads(_vivo[0].stdout.readline() or '{"error": "it ended"}')
    if respuesta["error"]:
        raise RuntimeError(f"{guion}\n{respuesta['error']}")
    return respuesta["salida"].strip()


def _hacer(guion: str) -> dict[str, str]:
    salida = io.StringIO()
    try:
        with contextlib.redirect_stdout(salida):
            exec(guion, {"__name__": "guion"})
    except BaseException:
        return {"salida": salida.getvalue(), "error": traceback.format_exc()}
    return {"salida": salida.getvalue(), "error": ""}


def atender() -> None:
    """Answer requests until nobody asks."""
    import django

    django.setup()
    from django.db import connection, connections

    from tests.conftest import olvidar_todo

    # what the portal prints while it starts or works does not mix with the answers
    respuestas = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    for linea in sys.stdin:
        pedido = json.loads(linea)
        connection.settings_dict["NAME"] = pedido["base"]
        olvidar_todo()
        respuestas.write(json.dumps(_hacer(pedido["guion"])) + "\n")
        connections.close_all()  # its database may be dropped


if __name__ == "__main__":
    atender()
