"""The settings, and rules that fail when a comment asks them to."""

from config.settings import *  # noqa: F403
from config.settings import MODERATION_RULES as REAL_RULES

FAILING_RULES = ("noted", "slow", "raises", "hangs", "swallows", "deaf", "poison")
MODERATION_RULES = [*REAL_RULES, *(f"config.tests.failing_rules.{name}" for name in FAILING_RULES)]
