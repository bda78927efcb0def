"""``make bench``: what things cost beside each other, in one run on one machine. Ratios travel; milliseconds do not.

Each part prints its rows and says whether they hold; the run fails when one does not.
"""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run each part; give 1 when a limit was passed."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.ajustes"
    import django

    django.setup()
    from django.conf import settings

    from fcm_portal import base_de_datos
    from tests.medidas import formularios, paginas, pdf, red

    try:
        bien = [parte() for parte in (paginas.medir, formularios.medir, red.medir, pdf.medir)]
        print("\nEvery limit holds." if all(bien) else "\nSome limit was passed: see above.")
    finally:
        base_de_datos.apagar(settings.VAR / settings.MODO.carpeta_postgres)
    return 0 if all(bien) else 1


if __name__ == "__main__":
    sys.exit(main())
