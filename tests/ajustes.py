"""Settings of the tests: those of the portal in the mode ``pruebas``, set before they are read."""

import os

os.environ["PORTAL_MODO"] = "pruebas"

from fcm_portal.settings import *  # noqa: F403
