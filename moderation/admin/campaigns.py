"""Campaigns: comments that say nearly the same, with one decision for all of them."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comments.models import Comment, Status
from moderation.access import Level
from moderation.admin.display import excerpt
from moderation.admin.each_alone import EachAlone
from moderation.admin.filters import SiteFilter
from moderation.forms import DecisionForm
from moderation.models import Campaign, CampaignMember
from moderation.rules.repetition import FEWEST_IN_CAMPAIGN
from moderation.wordings import reason_choices

SHOWN = 100
STATUS_AFTER = {
    Status.PUBLISHED: Campaign.Status.ACCEPTED,
    Status.REJECTED: Campaign.Status.REJECTED,
    Status.HELD: Campaign.Status.OPEN,
}


@admin.register(Campaign)
class CampaignAdmin(EachAlone):
    """Nobody makes or changes campaigns; people decide their comments together, each of them recorded alone."""

    decided_by = Level.MODERATOR
    list_display = ["text", "site", "size", "spread", "first_seen_at", "last_seen_at", "status"]
    list_display_links = ["text"]
    list_filter = [SiteFilter, "status"]
    list_select_related = ["site"]
    ordering = ["-last_seen_at"]
    sortable_by = ["size", "first_seen_at", "last_seen_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Campaign]:
        """Those that have grown large enough to be called so, with a sample."""
        sample = CampaignMember.objects.filter(campaign=OuterRef("pk")).order_by("-seen_at")
        campaigns: QuerySet[Campaign] = super().get_queryset(request).filter(size__gte=FEWEST_IN_CAMPAIGN)
        return campaigns.annotate(sample=Subquery(sample.values("comment__latest_revision__body")[:1]))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show one campaign; a POST decides its comments."""
        campaign: Campaign = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, campaign):
            raise PermissionDenied
        if request.method != "POST":
            return self._show(request, campaign, self._form(campaign))
        if not self.has_decide_permission(request, campaign):
            raise PermissionDenied
        form = self._form(campaign, request.POST)
        if not form.is_valid():
            return self._show(request, campaign, form)
        return self._decide(request, campaign, form.cleaned_data)

    def _decide(self, request: HttpRequest, campaign: Campaign, given: dict[str, Any]) -> HttpResponse:
        """Decide every comment that had joined when the person looked, and is not so already."""
        members = campaign.members.filter(pk__lte=given["version"]).values("comment_id")
        there_already = {"status": given["to"], "latest_revision__status": given["to"]}
        undecided = Comment.objects.filter(pk__in=members).exclude(**there_already)
        whole = undecided.select_related("thread__site", "author", "latest_revision", "public_revision").order_by("pk")
        Campaign.objects.filter(pk=campaign.pk).update(status=STATUS_AFTER[given["to"]])
        self.decide_each(request, whole, to_status=given["to"], reason=given["reason"])
        return HttpResponseRedirect(reverse("admin:moderation_campaign_change", args=[campaign.pk]))

    def _show(self, request: HttpRequest, campaign: Campaign, form: DecisionForm) -> HttpResponse:
        members = campaign.members.order_by("-seen_at").select_related("comment__thread", "comment__latest_revision")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Campaign %(number)s") % {"number": campaign},
            "opts": self.opts,
            "campaign": campaign,
            "spread": self.spread(campaign),
            "comments": [member.comment for member in members[:SHOWN]],
            "form": form,
        }
        status = 400 if form.is_bound else 200
        response = TemplateResponse(request, "admin/moderation/campaign/decide.html", context, status=status)
        # A link in a comment shall not tell its target where moderators work.
        response["Referrer-Policy"] = "same-origin"
        return response

    def _form(self, campaign: Campaign, data: Any = None) -> DecisionForm:
        """A decision about the comments up to the newest that the person sees."""
        newest = campaign.members.aggregate(newest=Max("pk"))["newest"] or 0
        return DecisionForm(data, reasons=reason_choices([campaign.site_id]), initial={"version": newest})

    @admin.display(description=gettext_lazy("text"))
    def text(self, campaign: Campaign) -> str:
        return excerpt(getattr(campaign, "sample", None) or "")

    @admin.display(description=gettext_lazy("spread"))
    def spread(self, campaign: Campaign) -> str:
        """How many authors, networks and articles it came from, and under."""
        authors = ngettext("%(count)d author", "%(count)d authors", campaign.authors)
        networks = ngettext("%(count)d network", "%(count)d networks", campaign.networks)
        articles = ngettext("%(count)d article", "%(count)d articles", campaign.threads)
        return ", ".join(
            words % {"count": count}
            for words, count in (
                (authors, campaign.authors),
                (networks, campaign.networks),
                (articles, campaign.threads),
            )
        )
