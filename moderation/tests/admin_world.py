"""A site with one of everything and everybody, for tests of who may do what in the admin."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, Status
from comments.tests.builders import make_comment, make_site, make_thread
from moderation.access import Level
from moderation.models import (
    Campaign,
    CampaignMember,
    Decision,
    Membership,
    PolicyVersion,
    ReasonWording,
    Standing,
    Term,
)
from moderation.presets import BALANCED
from moderation.reviewing import review
from moderation.tests.staff import make_administrator, make_lead, make_moderator, make_staff

STAFF, MODERATOR, LEAD, ADMINISTRATOR = Level
NOBODY = 99

ROLES = ["anonymous", "staff", "elsewhere", "moderator", "lead", "administrator"]


def level_of(role: str) -> int:
    """What a role amounts to on the site in question; who works elsewhere is as good as any other staff there."""
    return {"anonymous": -1, "staff": 0, "elsewhere": 0, "moderator": 1, "lead": 2, "administrator": 3}[role]


@dataclass
class World:
    """A site with one of everything, its people, and somebody who leads another site."""

    rows: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        return self.__dict__["rows"][name]


def make_world() -> World:
    site = make_site("daily", name="The Daily")
    comment = make_comment(make_thread(site), "A secret text.", Status.HELD, email="reader@private.example")
    charlie = make_administrator()
    review(Comment.objects.get(pk=comment.pk), to_status=Status.REJECTED, by=charlie, now=timezone.now(), reason="spam")
    review(Comment.objects.get(pk=comment.pk), to_status=Status.HELD, by=charlie, now=timezone.now())
    now = timezone.now()
    campaign = Campaign.objects.create(site=site, size=3, first_seen_at=now, last_seen_at=now)
    CampaignMember.objects.create(
        campaign=campaign,
        comment=comment,
        author_id=comment.author_id,
        thread_id=comment.thread_id,
        seen_at=now,
    )
    rows = {
        "campaign": campaign,
        "site": site,
        "thread": comment.thread,
        "author": comment.author,
        "comment": Comment.objects.get(pk=comment.pk),
        "decision": Decision.objects.latest("pk"),
        "membership": Membership.objects.create(user=make_staff("dora"), site=site),
        "policyversion": PolicyVersion.objects.create(site=site, number=1, data=BALANCED),
        "standing": Standing.objects.create(author=comment.author, kind=Standing.Kind.WATCHED),
        "term": Term.objects.create(site=site, list="banned", text="gadzooks"),
        "reasonwording": ReasonWording.objects.create(site=site, reason="spam", label="Rubbish"),
        "shared_term": Term.objects.create(list="banned", text="everywhere"),
        "shared_policy": PolicyVersion.objects.create(number=1, data=BALANCED),
    }
    people = {
        "anonymous": None,
        "staff": make_staff("staff"),
        "elsewhere": make_lead("erin", make_site("weekly", name="The Weekly"), sees_personal_data=True),
        "moderator": make_moderator("alice", site),
        "lead": make_lead("bob", site),
        "administrator": charlie,
    }
    return World(rows, people)


def page(name: str, verb: str) -> Callable[[World], str]:
    return lambda world: reverse(f"admin:{name}_{verb}")


def page_of_row(name: str, verb: str) -> Callable[[World], str]:
    return lambda world: reverse(f"admin:{name}_{verb}", args=[world.rows[name.partition("_")[2]].pk])


def again(version: PolicyVersion) -> str:
    return reverse("admin:moderation_policyversion_again", args=[version.pk])
