"""Check a policy's data, so that a mistake is told with its place instead of misjudging comments."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

T = TypeVar("T")

# Beyond any sensible weight, and small enough that sums stay exact; NaN and infinities fail the same comparison.
LARGEST = 1_000_000


class PolicyError(ValueError):
    """Say which field of a policy's data is wrong, and how; `field` is a path such as `points.links.many`."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}" if field else message)
        self.field = field
        self.message = message


def section(value: Any, field: str, known: Collection[str] | None = None) -> dict[str, Any]:
    """Return a mapping with text for keys; with `known`, refuse every other key."""
    if not isinstance(value, Mapping):
        raise PolicyError(field, "must be an object")
    for key in value:
        if not isinstance(key, str) or not key:
            raise PolicyError(field, "has a name that is not text")
        if known is not None and key not in known:
            raise PolicyError(f"{field}.{key}".lstrip("."), "is unknown")
    return dict(value)


def required(mapping: Mapping[str, Any], key: str, field: str) -> Any:
    if key not in mapping:
        raise PolicyError(f"{field}.{key}".lstrip("."), "is missing")
    return mapping[key]


def number(value: Any, field: str) -> float:
    """Return a finite number; True and False are none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise PolicyError(field, "must be a number of a million at most")
    return float(value)


def positive_number(value: Any, field: str) -> float:
    if number(value, field) < 0:
        raise PolicyError(field, "must not be negative")
    return float(value)


def text(value: Any, field: str) -> str:
    if not isinstance(value, str) or not value:
        raise PolicyError(field, "must be text")
    return value


def items(value: Any, field: str) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise PolicyError(field, "must be a list")
    return list(value)


def texts(value: Any, field: str) -> tuple[str, ...]:
    """Return a list of texts, each of which stands there once."""
    found = tuple(text(item, f"{field}.{position}") for position, item in enumerate(items(value, field)))
    if len(set(found)) < len(found):
        raise PolicyError(field, "names something twice")
    return found


def by_name(value: Any, field: str, check: Callable[[Any, str], T]) -> dict[str, T]:
    """Return a mapping with every value checked."""
    return {key: check(item, f"{field}.{key}") for key, item in section(value, field).items()}
