"""Add versions of a policy; none is ever changed."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Max

from comments.models import Site
from moderation.models import PolicyVersion

ATTEMPTS = 5


def add_version(site: Site | None, data: Any, by: AbstractBaseUser) -> PolicyVersion:
    """Put new data in force for a site, or for every site without a policy of its own.

    The caller has validated `data`. Two people who do this at once get one version each.
    """
    for _attempt in range(ATTEMPTS - 1):
        try:
            return _add(site, data, by)
        except IntegrityError:
            continue  # somebody else took the number
    return _add(site, data, by)


@transaction.atomic
def _add(site: Site | None, data: Any, by: AbstractBaseUser) -> PolicyVersion:
    latest = PolicyVersion.objects.filter(site=site).aggregate(Max("number"))["number__max"] or 0
    return PolicyVersion.objects.create(site=site, number=latest + 1, data=data, created_by_id=by.pk)
