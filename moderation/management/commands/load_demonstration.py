"""Prepare the demonstration: its site, and somebody to moderate it."""

import os
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from comments.models import Site
from moderation.models import Membership

SITE_KEY = "demonstration"
MODERATOR = "moderator"


class Command(BaseCommand):
    help = (
        "Create the demonstration's site and the user “moderator” with the password in MODERATOR_PASSWORD. "
        "For development; safe to run again."
    )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        password = os.environ.get("MODERATOR_PASSWORD")
        if not settings.DEVELOPMENT:
            raise CommandError("The demonstration is for development: set DEVELOPMENT=1.")
        if not password:
            raise CommandError("Set MODERATOR_PASSWORD.")
        site, _created = Site.objects.get_or_create(
            key=SITE_KEY, defaults={"name": "The Demonstration", "origins": [settings.SITE_URL]}
        )
        # The same data may be served on another port than the last time.
        if site.origins != [settings.SITE_URL]:
            site.origins = [settings.SITE_URL]
            site.save(update_fields=["origins"])
        user, _created = get_user_model().objects.get_or_create(username=MODERATOR, defaults={"is_staff": True})
        # Hashing is slow by intent, so only where the password is another one.
        if not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])
        Membership.objects.get_or_create(user=user, site=site, defaults={"role": Membership.Role.LEAD})
