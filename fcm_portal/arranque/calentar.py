"""What a process reads before anybody asks: the index of the directory, so that no visitor waits for its first reading.

In a thread of its own: the process serves at once, and whoever searches in that moment waits for the same reading.
"""

from __future__ import annotations

import logging
from threading import Thread

from django.db import DatabaseError, connection

from redes.directorio import memoria

registro = logging.getLogger(__name__)


def calentar() -> Thread:
    """Begin to read; give the thread that does it. A database that does not answer is only noted."""
    hilo = Thread(target=_leer, name="calentar", daemon=True)
    hilo.start()
    return hilo


def _leer() -> None:
    try:
        memoria.al_dia()
    except DatabaseError as error:
        registro.warning("El índice del directorio se leerá con la primera búsqueda: %s", error)
    finally:
        connection.close()
