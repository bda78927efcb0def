"""WSGI entry point: refuses to serve what the mode does not allow."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fcm_portal.settings")
application = get_wsgi_application()

from fcm_portal.arranque.calentar import calentar  # noqa: E402 - models are ready from here on
from fcm_portal.arranque.comprobaciones import exigir_sin_demostracion  # noqa: E402

exigir_sin_demostracion()
calentar()
