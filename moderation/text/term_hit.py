"""Hold where a listed term stands."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class TermHit:
    """Hold a listed term that stands in the comment; `span` points into the submitted body or, by `field`, the name."""

    term: str
    list: Literal["banned", "suspect"]
    span: tuple[int, int]
    field: Literal["body", "name"] = "body"
