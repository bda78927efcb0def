#!/usr/bin/env python
"""Command line of the portal."""

import os
import sys


def main() -> None:
    """Run one command; a setting that is missing is told in one sentence, without a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fcm_portal.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        settings.INSTALLED_APPS  # noqa: B018 - reading one setting reads the file
    except (ImproperlyConfigured, RuntimeError) as error:
        sys.exit(f"De cara al mundo: {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
