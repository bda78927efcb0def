"""Print what every page costs, in this process: ``tests.rendimiento.costos``."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.ajustes"
django.setup()

from tests.rendimiento.costos import main  # noqa: E402 - the settings come first

main()
