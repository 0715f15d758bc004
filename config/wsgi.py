"""The WSGI application, for any WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from config.charset import OnlyUtf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = OnlyUtf8(get_wsgi_application())
