"""Who may do what on which site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from comments.models import Site
from moderation.models import Membership


class Level(IntEnum):
    """How far a person's word goes on a site; each level may do what those below it may."""

    NONE = 0
    MODERATOR = 1
    LEAD = 2
    ADMINISTRATOR = 3


LEVEL_OF_ROLE = {Membership.Role.MODERATOR: Level.MODERATOR, Membership.Role.LEAD: Level.LEAD}


@dataclass(frozen=True, slots=True)
class Access:
    """What one person may do on which sites. Whoever has none of them may do nothing."""

    administrator: bool = False
    levels: Mapping[int, Level] = field(default_factory=dict)
    personal: frozenset[int] = frozenset()

    @property
    def highest(self) -> Level:
        """The level on the site where it is highest."""
        return Level.ADMINISTRATOR if self.administrator else max(self.levels.values(), default=Level.NONE)

    def level_on(self, site_id: int | None) -> Level:
        """The level on a site; None is for what belongs to every site: moderators see it, administrators change it."""
        if self.administrator:
            return Level.ADMINISTRATOR
        if site_id is None:
            return min(self.highest, Level.MODERATOR)
        return self.levels.get(site_id, Level.NONE)

    def site_ids(self, level: Level = Level.MODERATOR) -> list[int]:
        """The sites where at least this level is held; of no use for administrators, who need no list."""
        return [site_id for site_id, held in self.levels.items() if held >= level]

    def sites(self, level: Level = Level.MODERATOR) -> QuerySet[Site]:
        """The sites where at least this level is held."""
        return Site.objects.filter(self.within("pk", level))

    def within(self, path: str, level: Level = Level.MODERATOR, *, shared: bool = False) -> Q:
        """The condition that a row's site, found by `path`, is one of those; with `shared`, or that it has none."""
        if self.administrator:
            return Q()
        own = Q(**{f"{path}__in": self.site_ids(level)})
        return own | Q(**{path: None}) if shared and self.levels else own

    def sees_personal_data(self, site_id: int) -> bool:
        """Whether e-mail and network addresses of this site's authors may be shown."""
        return self.administrator or site_id in self.personal

    def within_personal(self, path: str) -> Q:
        """The condition that personal data of a row's site may be shown."""
        return Q() if self.administrator else Q(**{f"{path}__in": self.personal})


def access_of(user: AbstractUser | AnonymousUser) -> Access:
    """Look up what a person may do now. Nobody but active staff may do anything."""
    if not (user.is_active and user.is_staff):
        return Access()
    if user.is_superuser:
        return Access(administrator=True)
    memberships = list(Membership.objects.filter(user_id=user.pk))
    return Access(
        levels={membership.site_id: LEVEL_OF_ROLE[Membership.Role(membership.role)] for membership in memberships},
        personal=frozenset(membership.site_id for membership in memberships if membership.sees_personal_data),
    )


def access_for(request: HttpRequest) -> Access:
    """What the person behind a request may do: looked up once per request, so that a lost role is lost at the next."""
    found: Access | None = getattr(request, "anteroom_access", None)
    if found is None:
        found = access_of(request.user)
        request.anteroom_access = found  # type: ignore[attr-defined]
    return found
