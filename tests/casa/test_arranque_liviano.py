"""A web worker loads its addresses and views, and none of the libraries that only some answers need."""

import subprocess
import sys

from fcm_portal.arranque.instalacion import RAIZ

GUION = """
import sys
import django
django.setup()
from django.urls import get_resolver
from django.urls.resolvers import URLResolver
pendientes = [get_resolver()]
vistas = 0
while pendientes:
    uno = pendientes.pop()
    if isinstance(uno, URLResolver):
        pendientes += uno.url_patterns
    else:
        vistas += callable(uno.callback)
pesadas = {"weasyprint", "pikepdf", "openpyxl", "docx", "lxml", "zxingcpp", "fontTools"}
print(vistas, sorted(pesadas & set(sys.modules)))
"""


def test_no_heavy_library_before_somebody_needs_it():
    salida = subprocess.run(
        [sys.executable, "-c", GUION], cwd=RAIZ, capture_output=True, text=True, check=True, timeout=120
    ).stdout.split(maxsplit=1)
    assert int(salida[0]) > 100
    assert salida[1].strip() == "[]"
