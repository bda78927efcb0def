"""To put one function in the place of another, wherever the engine has taken it by name."""

from __future__ import annotations

import sys
from collections.abc import Callable


def en_lugar_de(antes: Callable, ahora: Callable) -> None:
    """Put a function where each module of the engine keeps another. ``LookupError`` when none keeps it."""
    suyos = [modulo for nombre, modulo in list(sys.modules.items()) if nombre.partition(".")[0] == "weasyprint"]
    tomada = [modulo for modulo in suyos if vars(modulo).get(antes.__name__) is antes]
    if not tomada:
        raise LookupError(antes.__name__)
    for modulo in tomada:
        setattr(modulo, antes.__name__, ahora)
