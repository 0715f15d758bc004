"""Every field that holds personal data is declared."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model

from comments.personal_data import PERSONAL_DATA

OURS = ("comments", "moderation")
LOOKS_PERSONAL = re.compile(
    r"(^|_)(name|email|e_mail|mail|address|ip|network|agent|referr?er|user|phone|body|html|text|hash|proof|device|"
    r"location|birth\w*|actor|author|authors|by|params|note|key)($|_)"
)
# What only looks personal, and why it is not.
NOT_PERSONAL = {
    "comments.Site.key": "names a publication",
    "comments.Site.name": "names a publication",
    "comments.Author.proof": "says how, not who",
    "comments.Comment.author": "a row of ours, which holds nothing once it is erased",
    "moderation.Campaign.authors": "a number",
    "moderation.Campaign.networks": "a number",
    "moderation.CampaignMember.author_id": "a row of ours, which holds nothing once it is erased",
    "moderation.Decision.author_id": "the same",
    "moderation.Fingerprint.author_id": "the same",
    "moderation.Standing.author": "the same",
    "moderation.Term.text": "written by moderators about no one",
}


def fields() -> dict[str, object]:
    models = [model for app in OURS for model in apps.get_app_config(app).get_models()]
    return {f"{model._meta.label}.{field.name}": field for model in models for field in model._meta.concrete_fields}


def test_a_field_that_looks_personal_is_declared():
    suspects = {name for name in fields() if LOOKS_PERSONAL.search(name.rpartition(".")[2])}
    suspects |= {name for name, field in fields().items() if field.related_model is get_user_model()}
    assert suspects - PERSONAL_DATA.keys() - NOT_PERSONAL.keys() == set()


def test_what_is_declared_exists():
    assert PERSONAL_DATA.keys() | NOT_PERSONAL.keys() <= fields().keys()
    for declared in PERSONAL_DATA.values():
        assert not declared.days_setting or getattr(settings, declared.days_setting) > 0


@pytest.mark.parametrize("name", ["comments.Author.email", "comments.Sender.address", "comments.Revision.body"])
def test_the_test_can_fail(name):
    assert LOOKS_PERSONAL.search(name.rpartition(".")[2])
