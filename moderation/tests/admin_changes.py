"""Every change that can be made in the admin, and who may make it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from comments.models import Comment, Site, Thread
from comments.tests.builders import make_site
from moderation.forms import pretty
from moderation.models import Decision, Membership, PolicyVersion, ReasonWording, Standing, Term
from moderation.presets import BALANCED
from moderation.tests.admin_world import ADMINISTRATOR, LEAD, MODERATOR, NOBODY, World, again, page, page_of_row


@dataclass(frozen=True)
class Change:
    """One POST: who may make it, and how to see whether it was made."""

    name: str
    url: Callable[[World], str]
    data: Callable[[World], dict[str, Any]]
    made: Callable[[World], bool]
    made_by: int


def _deciding(to: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"version": world.comment.version, "to": to, "reason": "spam"}


def _deciding_campaign(to: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"version": world.campaign.members.latest("pk").pk, "to": to, "reason": "spam"}


def _bulk(action: str, row: str, **more: Any) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"action": action, ACTION_CHECKBOX_NAME: [world.rows[row].pk], "index": 0} | more


def _moved(status: str) -> Callable[[World], bool]:
    return lambda world: Comment.objects.get(pk=world.comment.pk).status == status


def _gone(row: str) -> Callable[[World], bool]:
    return lambda world: not type(world.rows[row]).objects.filter(pk=world.rows[row].pk).exists()


def _standing(world: World, **more: Any) -> dict[str, Any]:
    form = {
        "TOTAL_FORMS": 1,
        "INITIAL_FORMS": 1,
        "0-author": world.author.pk,
        "0-id": world.standing.pk,
        "0-kind": "banned",
    }
    return {f"standing-{name}": value for name, value in (form | more).items()}


def _term(world: World, text: str, site: Any) -> dict[str, Any]:
    return {"list": "banned", "text": text, "site": site.pk if site else "", "language": ""}


def _policy(world: World, site: Any) -> dict[str, Any]:
    return {"site": site.pk if site else "", "data": pretty(BALANCED)}


def _site_form(site: Site, **more: Any) -> dict[str, Any]:
    form = {"name": site.name, "key": site.key, "language": "en", "origins": "https://daily.example", "mode": site.mode}
    return form | {"guidelines": ""} | more


CHANGES = [
    Change(
        "approve", page_of_row("comments_comment", "change"), _deciding("published"), _moved("published"), MODERATOR
    ),
    Change("reject", page_of_row("comments_comment", "change"), _deciding("rejected"), _moved("rejected"), MODERATOR),
    Change(
        "undo",
        page_of_row("comments_comment", "change"),
        lambda world: {"version": world.comment.version, "undo": world.decision.pk},
        _moved("rejected"),
        MODERATOR,
    ),
    Change(
        "approve in bulk",
        page("comments_comment", "changelist"),
        _bulk("approve_selected", "comment"),
        _moved("published"),
        MODERATOR,
    ),
    Change(
        "reject in bulk",
        page("comments_comment", "changelist"),
        _bulk("reject_selected", "comment", reason="spam"),
        _moved("rejected"),
        MODERATOR,
    ),
    Change(
        "approve all in bulk",
        page("comments_comment", "changelist"),
        _bulk("approve_selected", "comment", select_across=1),
        _moved("published"),
        MODERATOR,
    ),
    Change(
        "approve a campaign",
        page_of_row("moderation_campaign", "change"),
        _deciding_campaign("published"),
        _moved("published"),
        MODERATOR,
    ),
    Change(
        "reject a campaign",
        page_of_row("moderation_campaign", "change"),
        _deciding_campaign("rejected"),
        _moved("rejected"),
        MODERATOR,
    ),
    Change(
        "delete a campaign",
        page_of_row("moderation_campaign", "delete"),
        lambda world: {"post": "yes"},
        _gone("campaign"),
        NOBODY,
    ),
    Change(
        "delete campaigns in bulk",
        page("moderation_campaign", "changelist"),
        _bulk("delete_selected", "campaign", post="yes"),
        _gone("campaign"),
        NOBODY,
    ),
    Change(
        "delete comments in bulk",
        page("comments_comment", "changelist"),
        _bulk("delete_selected", "comment", post="yes"),
        _gone("comment"),
        NOBODY,
    ),
    Change(
        "delete a comment",
        page_of_row("comments_comment", "delete"),
        lambda world: {"post": "yes"},
        _gone("comment"),
        NOBODY,
    ),
    Change(
        "delete a decision",
        page_of_row("moderation_decision", "delete"),
        lambda world: {"post": "yes"},
        _gone("decision"),
        NOBODY,
    ),
    Change(
        "change a decision",
        page_of_row("moderation_decision", "change"),
        lambda world: {"reason": "hate", "to_status": "published"},
        lambda world: Decision.objects.get(pk=world.decision.pk).to_status != "held",
        NOBODY,
    ),
    Change(
        "set the site's mode",
        page_of_row("comments_site", "change"),
        lambda world: _site_form(world.site, mode="hold"),
        lambda world: Site.objects.get(pk=world.site.pk).mode == "hold",
        LEAD,
    ),
    Change(
        "rename the site",
        page_of_row("comments_site", "change"),
        lambda world: _site_form(world.site, name="Renamed"),
        lambda world: Site.objects.get(pk=world.site.pk).name == "Renamed",
        ADMINISTRATOR,
    ),
    Change(
        "move the site's origins",
        page_of_row("comments_site", "change"),
        lambda world: _site_form(world.site, origins="https://evil.example"),
        lambda world: Site.objects.get(pk=world.site.pk).origins == ["https://evil.example"],
        ADMINISTRATOR,
    ),
    Change(
        "add a site",
        page("comments_site", "add"),
        lambda world: _site_form(world.site, key="new", name="New"),
        lambda world: Site.objects.filter(key="new").exists(),
        ADMINISTRATOR,
    ),
    Change(
        "set the thread's mode",
        page_of_row("comments_thread", "change"),
        lambda world: {"mode": "closed"},
        lambda world: Thread.objects.get(pk=world.thread.pk).mode == "closed",
        LEAD,
    ),
    Change(
        "change a standing on the author's page",
        page_of_row("comments_author", "change"),
        _standing,
        lambda world: Standing.objects.filter(author=world.author, kind="banned").exists(),
        LEAD,
    ),
    Change(
        "end a standing on the author's page",
        page_of_row("comments_author", "change"),
        lambda world: _standing(world, **{"0-DELETE": "on"}),
        _gone("standing"),
        LEAD,
    ),
    Change(
        "change a standing",
        page_of_row("moderation_standing", "change"),
        lambda world: {"kind": "banned"},
        lambda world: Standing.objects.filter(kind="banned").exists(),
        LEAD,
    ),
    Change(
        "end a standing",
        page_of_row("moderation_standing", "delete"),
        lambda world: {"post": "yes"},
        _gone("standing"),
        LEAD,
    ),
    Change(
        "add a term",
        page("moderation_term", "add"),
        lambda world: _term(world, "odds", world.site),
        lambda world: Term.objects.filter(text="odds").exists(),
        LEAD,
    ),
    Change(
        "change a term",
        page_of_row("moderation_term", "change"),
        lambda world: _term(world, "odds", world.site),
        lambda world: Term.objects.get(pk=world.term.pk).text == "odds",
        LEAD,
    ),
    Change(
        "delete a term", page_of_row("moderation_term", "delete"), lambda world: {"post": "yes"}, _gone("term"), LEAD
    ),
    Change(
        "delete terms in bulk",
        page("moderation_term", "changelist"),
        _bulk("delete_selected", "term", post="yes"),
        _gone("term"),
        LEAD,
    ),
    Change(
        "add a term for every site",
        page("moderation_term", "add"),
        lambda world: _term(world, "odds", None),
        lambda world: Term.objects.filter(text="odds").exists(),
        ADMINISTRATOR,
    ),
    Change(
        "make a term one for every site",
        page_of_row("moderation_term", "change"),
        lambda world: _term(world, "gadzooks", None),
        lambda world: Term.objects.get(pk=world.term.pk).site_id is None,
        ADMINISTRATOR,
    ),
    Change(
        "move a term to another site",
        page_of_row("moderation_term", "change"),
        lambda world: _term(world, "gadzooks", make_site("weekly")),
        lambda world: Term.objects.get(pk=world.term.pk).site.key == "weekly",
        ADMINISTRATOR,
    ),
    Change(
        "change a term of every site",
        lambda world: reverse("admin:moderation_term_change", args=[world.shared_term.pk]),
        lambda world: _term(world, "odds", world.site),
        lambda world: Term.objects.get(pk=world.shared_term.pk).text == "odds",
        ADMINISTRATOR,
    ),
    Change(
        "delete a term of every site",
        lambda world: reverse("admin:moderation_term_delete", args=[world.shared_term.pk]),
        lambda world: {"post": "yes"},
        _gone("shared_term"),
        ADMINISTRATOR,
    ),
    Change(
        "delete terms of every site in bulk",
        page("moderation_term", "changelist"),
        _bulk("delete_selected", "shared_term", post="yes"),
        _gone("shared_term"),
        ADMINISTRATOR,
    ),
    Change(
        "add a policy",
        page("moderation_policyversion", "add"),
        lambda world: _policy(world, world.site),
        lambda world: PolicyVersion.objects.filter(site=world.site, number=2).exists(),
        LEAD,
    ),
    Change(
        "add a policy for every site",
        page("moderation_policyversion", "add"),
        lambda world: _policy(world, None),
        lambda world: PolicyVersion.objects.filter(site=None, number=2).exists(),
        ADMINISTRATOR,
    ),
    Change(
        "return to a policy",
        lambda world: again(world.policyversion),
        lambda world: {},
        lambda world: PolicyVersion.objects.filter(site=world.site, number=2).exists(),
        LEAD,
    ),
    Change(
        "return to a policy of every site",
        lambda world: again(world.shared_policy),
        lambda world: {},
        lambda world: PolicyVersion.objects.filter(site=None, number=2).exists(),
        ADMINISTRATOR,
    ),
    Change(
        "change a policy in place",
        page_of_row("moderation_policyversion", "change"),
        lambda world: {"data": "{}", "site": ""},
        lambda world: PolicyVersion.objects.get(pk=world.policyversion.pk).data != BALANCED,
        NOBODY,
    ),
    Change(
        "word a reason",
        page_of_row("moderation_reasonwording", "change"),
        lambda world: {"site": world.site.pk, "reason": "spam", "label": "Trash"},
        lambda world: ReasonWording.objects.filter(label="Trash").exists(),
        LEAD,
    ),
    Change(
        "make oneself a lead",
        page_of_row("moderation_membership", "change"),
        lambda world: {"user": world.membership.user_id, "site": world.site.pk, "role": "lead"},
        lambda world: Membership.objects.get(pk=world.membership.pk).role == "lead",
        ADMINISTRATOR,
    ),
    Change(
        "add a member",
        page("moderation_membership", "add"),
        lambda world: {"user": world.people["staff"].pk, "site": world.site.pk, "role": "lead"},
        lambda world: Membership.objects.filter(user=world.people["staff"]).exists(),
        ADMINISTRATOR,
    ),
    Change(
        "add a user",
        page("auth_user", "add"),
        lambda world: {"username": "eve", "usable_password": "false"},
        lambda world: type(world.people["staff"]).objects.filter(username="eve").exists(),
        ADMINISTRATOR,
    ),
]
