"""Whose turn a host is: one request at a time for each, with a pause in between, also when a redirect leads there."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import defaultdict
from collections.abc import Iterator

PAUSA_MAXIMA = 30  # seconds: a host that asks for more between two requests is not waited for


class Turnos:
    """The hosts of one run. ``pausa`` in seconds."""

    def __init__(self, pausa: float):
        self.pausa = pausa
        self._cerrojos: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._libres: dict[str, float] = {}
        self._pausas: dict[str, float] = {}
        self._guarda = threading.Lock()

    @contextlib.contextmanager
    def turno(self, host: str) -> Iterator[None]:
        """Wait until nobody asks this host and its pause is over."""
        with self._guarda:
            cerrojo = self._cerrojos[host]
        with cerrojo:
            falta = self._libres.get(host, 0) - time.monotonic()
            if falta > 0:
                time.sleep(falta)
            try:
                yield
            finally:
                self._libres[host] = time.monotonic() + self._pausas.get(host, self.pausa)

    def frenar(self, host: str, segundos: float) -> None:
        """Ask a host for its next page only after some seconds (Retry-After, a second try)."""
        self._libres[host] = max(self._libres.get(host, 0), time.monotonic() + segundos)

    def ajustar(self, host: str, segundos: float) -> None:
        """Keep the pause that a host asks for in its robots.txt, up to ``PAUSA_MAXIMA``."""
        self._pausas[host] = max(self.pausa, min(segundos, PAUSA_MAXIMA))
