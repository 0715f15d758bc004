"""Every ModelAdmin of both apps, since their actions decide."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from moderation.admin import authors, campaigns, comments, decisions, policies, sites, terms, threads

__all__ = ["authors", "campaigns", "comments", "decisions", "policies", "sites", "terms", "threads"]

admin.site.site_header = "Anteroom"
admin.site.site_title = "Anteroom"
admin.site.index_title = _("Moderation")
# There is no page of ours at the root: articles live on their own sites.
admin.site.site_url = None
