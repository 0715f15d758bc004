"""Know a mailbox by all the addresses under which it can be written to."""

# Providers that read "j.doe" and "jdoe" as one.
_DOTS_DO_NOT_MATTER = frozenset({"gmail.com", "googlemail.com"})


def mailbox_of(email: str) -> str:
    """Return the address without what the provider overlooks: "jdoe@gmail.com" for "j.doe+news@gmail.com"."""
    local, _, domain = email.strip().casefold().rpartition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '') if domain in _DOTS_DO_NOT_MATTER else local}@{domain}"


def domain_of(email: str) -> str:
    """Return the domain of an address, in lower case."""
    return email.strip().casefold().rpartition("@")[2]
