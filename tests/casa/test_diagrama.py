"""The state diagram of the README is the one the table of the workflow generates."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from tests import bases

LEAME = Path(__file__).resolve().parent.parent.parent / "README.md"


@pytest.mark.skipif(not bases.existe_orden("diagrama"), reason="the command does not exist yet")
def test_readme_shows_the_generated_diagram():
    salida = io.StringIO()
    call_command("diagrama", stdout=salida)
    entre_marcas = LEAME.read_text().split("<!-- estados:inicio -->")[1].split("<!-- estados:fin -->")[0]
    assert entre_marcas.strip() == salida.getvalue().strip()
