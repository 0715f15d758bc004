"""Every setting of Anteroom, read from the environment by django-environ.

`docs/reference/settings.md` explains each. A checkout that `make run` has prepared keeps its development values in
`DATA_DIR/development.env`; production gives its own and refuses to start without the secrets.
"""

from pathlib import Path

import environ
from redis.backoff import NoBackoff
from redis.retry import Retry

from config.redis_urls import for_celery, for_django

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).absolute()
environ.Env.read_env(DATA_DIR / "development.env")

# Installation ---------------------------------------------------------------------------------------------------------

DEVELOPMENT = env.bool("DEVELOPMENT", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
SITE_URL = env.str("SITE_URL").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEVELOPMENT else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "comments",
    "moderation",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "comments.middleware.PrivateWhenPersonal",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "moderation.middleware.StaffLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEMONSTRATION = env.bool("DEMONSTRATION", default=DEVELOPMENT)

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Database -------------------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'anteroom.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Writers queue at BEGIN and wait their turn, instead of failing half-way through a transaction.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # "Received" means on disk: in WAL mode, only FULL syncs at every commit.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    # The pool keeps connections; Django asks for CONN_MAX_AGE = 0 beside it.
    # Health checks: a connection that was cut costs a reconnection, not a request.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}}

# Redis ----------------------------------------------------------------------------------------------------------------

REDIS_URL = env.str("REDIS_URL")
BROKER_URL = for_celery(env.str("BROKER_URL", default=REDIS_URL))
CACHE_URL = for_django(env.str("CACHE_URL", default=REDIS_URL))
REDIS_KEY_PREFIX = env.str("REDIS_KEY_PREFIX", default="anteroom:")
# How long a reader may be kept waiting by a Redis that hangs; after the first time the circuit breaker spares the next.
REDIS_TIMEOUT_SECONDS = env.float("REDIS_TIMEOUT_SECONDS", default=0.5)

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": REDIS_KEY_PREFIX + "cache",
        "OPTIONS": {
            "socket_timeout": REDIS_TIMEOUT_SECONDS,
            "socket_connect_timeout": REDIS_TIMEOUT_SECONDS,
            # redis-py tries three times by default, which triples the wait for a server that is away.
            "retry": Retry(NoBackoff(), 0),
        },
    }
}

# Security -------------------------------------------------------------------------------------------------------------

# Proxies of ours that append to X-Forwarded-For; 0 means that REMOTE_ADDR is the reader.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
BEHIND_TLS = env.bool("BEHIND_TLS", default=SITE_URL.startswith("https://"))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000 if BEHIND_TLS else 0)
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Languages, time, static files ----------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Development serves what lies in the tree; production runs collectstatic and gets hashed, compressed names.
WHITENOISE_USE_FINDERS = DEVELOPMENT
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Comments -------------------------------------------------------------------------------------------------------------

COMMENTS_EXAMINER = "moderation.tasks.ask_to_examine"
COMMENTS_MIN_LENGTH = env.int("COMMENTS_MIN_LENGTH", default=2)
COMMENTS_MAX_LENGTH = env.int("COMMENTS_MAX_LENGTH", default=5_000)
COMMENTS_MAX_POST_BYTES = env.int("COMMENTS_MAX_POST_BYTES", default=64 * 1024)
COMMENTS_REQUIRE_EMAIL = env.bool("COMMENTS_REQUIRE_EMAIL", default=True)
COMMENTS_FORM_VALID_HOURS = env.int("COMMENTS_FORM_VALID_HOURS", default=48)
COMMENTS_EDIT_MINUTES = env.int("COMMENTS_EDIT_MINUTES", default=5)
COMMENTS_PAGE_SIZE = env.int("COMMENTS_PAGE_SIZE", default=100)
COMMENTS_MAX_DEPTH = 3
COMMENTS_SENDER_DAYS = env.int("COMMENTS_SENDER_DAYS", default=90)
# "id:secret" pairs, the current one first; they key the hashes by which addresses and e-mails are matched.
IDENTITY_KEYS = env.list("IDENTITY_KEYS")

# Rates as django-ratelimit writes them; None switches a limit off.
RATE_LIMITS = {
    "address": env.str("RATE_LIMIT_ADDRESS", default="5/m"),
    "network": env.str("RATE_LIMIT_NETWORK", default="20/m"),
    "email": env.str("RATE_LIMIT_EMAIL", default="5/m"),
    "thread": env.str("RATE_LIMIT_THREAD", default="60/m"),
    "site": env.str("RATE_LIMIT_SITE", default="600/m"),
}

# Moderation -----------------------------------------------------------------------------------------------------------

MODERATION_RULES = [
    "moderation.rules.form.honeypot_filled",
    "moderation.rules.pace.too_fast",
    "moderation.rules.pace.burst_of_author",
    "moderation.rules.pace.burst_of_address",
    "moderation.rules.pace.burst_of_network",
    "moderation.rules.pace.burst_of_name",
    "moderation.rules.links.links_present",
    "moderation.rules.links.many_links",
    "moderation.rules.links.link_in_name",
    "moderation.rules.links.shortened_link",
    "moderation.rules.links.only_links",
    "moderation.rules.links.other_host_shown",
    "moderation.rules.links.bbcode_links",
    "moderation.rules.links.bad_path",
    "moderation.rules.links.keyword_link",
    "moderation.rules.links.sales_address",
    "moderation.rules.evasion.styled_letters",
    "moderation.rules.evasion.mixed_alphabets",
    "moderation.rules.evasion.invisible_characters",
    "moderation.rules.evasion.stacked_marks",
    "moderation.rules.evasion.direction_overridden",
    "moderation.rules.evasion.spaced_out",
    "moderation.rules.contact.telephone_number",
    "moderation.rules.contact.email_address",
    "moderation.rules.contact.wallet_address",
    "moderation.rules.contact.messenger_account",
    "moderation.rules.contact.messenger_link",
    "moderation.rules.contact.invitation",
    "moderation.rules.promotion.gambling",
    "moderation.rules.promotion.investment",
    "moderation.rules.promotion.earning",
    "moderation.rules.promotion.wares",
    "moderation.rules.promotion.unasked_offer",
    "moderation.rules.promotion.of_oneself",
    "moderation.rules.promotion.coded_name",
    "moderation.rules.promotion.thanks_for_a_gain",
    "moderation.rules.promotion.daily_gain",
    "moderation.rules.promotion.price_question",
    "moderation.rules.terms.banned_terms",
    "moderation.rules.terms.suspect_terms",
    "moderation.rules.repetition.repeated_by_author",
    "moderation.rules.repetition.repeated_by_others",
    "moderation.rules.repetition.part_of_campaign",
    "moderation.rules.shape.shouting",
    "moderation.rules.shape.repeated_characters",
    "moderation.rules.shape.repeated_words",
    "moderation.rules.shape.gibberish",
    "moderation.rules.shape.mojibake",
    "moderation.rules.shape.emoji_flood",
    "moderation.rules.shape.many_mentions",
    "moderation.rules.shape.quote_without_reply",
    "moderation.rules.shape.other_script",
    "moderation.rules.author.first_comment",
    "moderation.rules.author.recent_rejections",
    "moderation.rules.author.few_published",
    "moderation.rules.author.disposable_email",
    "moderation.rules.author.address_variant",
    "moderation.rules.author.imitation",
    "moderation.rules.author.reserved_name",
    "moderation.rules.standing.author_watched",
    "moderation.rules.standing.author_suspended",
    "moderation.rules.standing.author_banned",
    "moderation.rules.thread.everything_held",
    "moderation.rules.thread.sudden_spike",
    "moderation.rules.markup.html_disputed",
]
MODERATION_CAMPAIGN_DAYS = env.int("MODERATION_CAMPAIGN_DAYS", default=30)
EXAMINATION_MAX_ATTEMPTS = 3
EXAMINATION_SOFT_SECONDS = env.int("EXAMINATION_SOFT_SECONDS", default=5)
EXAMINATION_HARD_SECONDS = env.int("EXAMINATION_HARD_SECONDS", default=10)
# After this long nobody can still be at it: the hard limit has passed.
EXAMINATION_LEASE_SECONDS = EXAMINATION_HARD_SECONDS + 2
EXAMINATION_SWEEP_SECONDS = env.int("EXAMINATION_SWEEP_SECONDS", default=5)

# Logging: one JSON object a line, so that no reader's text can forge a second event -----------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    # The sweep runs every few seconds and would fill the log; what fails is still told.
    "loggers": {name: {"level": "WARNING"} for name in ("celery.beat", "celery.worker.strategy", "celery.app.trace")},
}
