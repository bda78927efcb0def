"""What is worked out from frozen versions is worked out once in a process: a version never changes.

The key is the digest of each document and the language, so that every reader gets what belongs to that text; a new
version of the program starts new processes, with empty memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import get_language

from agenda.models import Version

T = TypeVar("T")
UNA_HORA = 3600  # seconds


def recordar(que: str, hacer: Callable[[], T], *versiones: Version) -> T:
    """Give ``hacer()``, remembered under its name ``que`` for these versions. It must depend on nothing else.

    What is remembered is copied on the way out: whoever writes on it (the comments of a block) writes on its own.
    With DEBUG nothing is: templates change while the process lives.
    """
    if settings.DEBUG:
        return hacer()
    clave = ":".join([que, get_language() or "", *(version.sha256 for version in versiones)])
    return caches["congelado"].get_or_set(clave, hacer, UNA_HORA)
