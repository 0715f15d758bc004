"""Hold what happened around a comment: what was posted lately, by whom, and under which names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Hold counts of the last ten minutes, this comment among them, and the names that it could be taken for.

    `authors_of_name` are those who used this name in the thread within the last day. `thread_hour` counts the thread's
    comments of the last hour, `thread_usual` an average hour of the day before. `variant_rejected` counts rejected
    comments under the mailbox of which the address is only another spelling.
    """

    by_author: int = 0
    by_address: int = 0
    by_network: int = 0
    authors_of_name: int = 0
    thread_hour: int = 0
    thread_usual: float = 0.0
    names_in_thread: tuple[str, ...] = ()
    staff_names: tuple[str, ...] = ()
    site_name: str = ""
    variant_rejected: int = 0
