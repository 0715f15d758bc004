#!/usr/bin/env python
"""Run Django's commands and ours."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        # Read the settings now, so that one that is wrong is told in a line.
        str(settings.DEBUG)
    except (ImproperlyConfigured, ValueError) as error:
        sys.exit(f"A setting is wrong: {error}")
    execute_from_command_line(sys.argv)
