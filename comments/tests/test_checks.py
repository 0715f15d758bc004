import pytest
from django.core.checks import run_checks


def ids() -> set[str]:
    return {message.id for message in run_checks() if message.id.startswith(("comments.", "moderation."))}


def test_the_settings_as_they_are_shipped_are_in_order():
    assert ids() == set()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("COMMENTS_EXAMINER", "moderation.tasks.nobody", "comments.E001"),
        ("COMMENTS_EXAMINER", "comments.limits.LIMIT_NAMES", "comments.E001"),
        ("RATE_LIMITS", {"address": "often"}, "comments.E002"),
        ("RATE_LIMITS", {"planet": "5/m"}, "comments.E002"),
        ("IDENTITY_KEYS", ["k1:short"], "comments.E003"),
        ("SITE_URL", "foo", "comments.E008"),
        ("SITE_URL", "https://comments.example/path", "comments.E008"),
        ("TRUSTED_PROXIES", -1, "comments.E009"),
        ("COMMENTS_MIN_LENGTH", 0, "comments.E005"),
        ("COMMENTS_MAX_LENGTH", 1, "comments.E005"),
        ("COMMENTS_MAX_LENGTH", 50_000, "comments.W001"),
        ("CACHES", {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}, "comments.E006"),
        ("MIDDLEWARE", [], "comments.E007"),
        ("MODERATION_RULES", ["moderation.rules.gone.rule"], "moderation.E001"),
        ("MODERATION_RULES", ["moderation.pipeline.examine"], "moderation.E001"),
        ("MODERATION_RULES", ["moderation.rules.links.many_links"] * 2, "moderation.E001"),
        ("EXAMINATION_SOFT_SECONDS", 60, "moderation.E002"),
        ("EXAMINATION_MAX_ATTEMPTS", 0, "moderation.E002"),
    ],
)
def test_a_setting_that_is_wrong_says_so(settings, name, value, expected):
    setattr(settings, name, value)
    assert expected in ids()


def test_the_key_that_matches_people_is_not_djangos(settings):
    settings.IDENTITY_KEYS = [f"k1:{settings.SECRET_KEY}"]
    assert "comments.E004" in ids()
