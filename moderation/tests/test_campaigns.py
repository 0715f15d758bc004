"""Campaigns from the reader's post to the finding, with the real rules."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment, Revision, Status
from comments.tests.builders import make_comment, make_site, make_thread
from moderation.campaigns.matching import BANDS, NEWEST_PER_BAND
from moderation.campaigns.retention import forget_campaigns
from moderation.examination import examine_comment
from moderation.models import Campaign, CampaignMember, FindingRecord, SketchBand, TextSketch

pytestmark = pytest.mark.django_db

SPINS = [
    "Wonderful article! I have been searching for this kind of information for many weeks and found it here at last.",
    "Great article! I have been looking for this kind of information for several weeks and found it here at last.",
    "Wonderful post! I had been searching for that kind of information for many days and found it here at last.",
    "Great post! I have been hunting for this kind of information for many weeks and finally found it here.",
]
OTHERS = [
    "My grandfather drove the last tram over that bridge in 1961, and he never forgave the council for closing it.",
    "If the harbour gets its own station, who pays for the lifts? The plan says nothing of that, nor of the noise.",
    "Compare this with the line in the north: it took eleven years, and now it carries more people than the bus did.",
]


def post(number: int, body: str, site: str = "daily", **fields) -> Comment:
    """A comment by an author of their own, from a network of their own, under an article of its own."""
    thread = make_thread(make_site(site), f"article-{number}")
    sender = {"name": f"Reader {number}", "email": f"reader{number}@mail.example", "address": f"198.51.{number}.7"}
    return make_comment(thread, body, **(sender | fields))


def examine(comment: Comment, ago: timedelta = timedelta()) -> Comment:
    if ago:
        Revision.objects.filter(pk=comment.latest_revision_id).update(created_at=timezone.now() - ago)
    examine_comment(comment.pk, timezone.now())
    comment.refresh_from_db()
    return comment


def found(comment: Comment) -> FindingRecord | None:
    return FindingRecord.objects.filter(revision=comment.latest_revision, code="repetition.campaign").first()


def test_the_third_to_say_nearly_the_same_is_held_with_the_campaign_as_the_reason():
    comments = [examine(post(number, body)) for number, body in enumerate(SPINS)]
    assert [comment.status for comment in comments] == [Status.PUBLISHED] * 2 + [Status.HELD] * 2
    assert found(comments[3]).params["comments"] == 4
    campaign = Campaign.objects.get()
    assert (campaign.size, campaign.authors, campaign.networks, campaign.threads) == (4, 4, 4, 4)
    assert campaign.first_seen_at == comments[0].latest_revision.created_at
    assert campaign.last_seen_at == comments[3].latest_revision.created_at
    assert set(campaign.members.values_list("comment_id", flat=True)) == {comment.pk for comment in comments}


def test_readers_who_write_about_the_same_are_none():
    comments = [examine(post(number, body)) for number, body in enumerate(OTHERS)]
    assert {comment.status for comment in comments} == {Status.PUBLISHED}
    assert not Campaign.objects.exists()


@pytest.mark.parametrize("text", ["Well said!", "R.I.P.", "Rest in peace, you will be missed."])
def test_what_everybody_says_is_none_however_often(text):
    for number in range(6):
        assert examine(post(number, text)).status == Status.PUBLISHED
    assert not TextSketch.objects.exists()


def test_quotes_of_the_title_are_none():
    title = "Council votes for a new tram line to the harbour and against the old bridge after years of debate"
    thread = make_thread(title=title)
    for number, remark in enumerate(["Finally!", "What a shame.", "Who pays?", "I knew it."]):
        comment = make_comment(thread, f"{title}. {remark}", email=f"reader{number}@mail.example")
        assert found(examine(comment)) is None


def test_one_author_alone_is_none():
    comments = [examine(post(1, body)) for body in SPINS]
    assert [found(comment) for comment in comments] == [None] * 4


def test_a_campaign_stays_on_its_site():
    comments = [examine(post(number, body, f"site{number}")) for number, body in enumerate(SPINS)]
    assert [found(comment) for comment in comments] == [None] * 4


def test_what_comes_once_a_week_is_none():
    ages = [timedelta(days=21), timedelta(days=14), timedelta(days=7), timedelta()]
    comments = [examine(post(number, body), age) for number, (body, age) in enumerate(zip(SPINS, ages, strict=True))]
    assert [found(comment) for comment in comments] == [None] * 4
    assert Campaign.objects.get().size == 4


def test_an_accepted_campaign_holds_nobody_any_more():
    for number, body in enumerate(SPINS[:3]):
        examine(post(number, body))
    Campaign.objects.update(status=Campaign.Status.ACCEPTED)
    assert examine(post(9, SPINS[3])).status == Status.PUBLISHED
    assert Campaign.objects.get().size == 4


def test_a_campaign_alone_never_rejects_however_large():
    for number in range(15):
        comment = examine(post(number, SPINS[number % 4]))
    assert comment.status == Status.HELD
    assert found(comment).params["comments"] == 15


def test_an_examination_repeated_counts_nothing_twice():
    comments = [examine(post(number, body)) for number, body in enumerate(SPINS)]
    Revision.objects.filter(pk=comments[3].latest_revision_id).update(due_at=timezone.now())
    examine_comment(comments[3].pk, timezone.now())
    assert Campaign.objects.get().size == 4
    assert CampaignMember.objects.count() == 4


def test_a_look_up_reads_only_the_newest_under_each_hash(django_assert_max_num_queries):
    for number in range(NEWEST_PER_BAND + 5):
        examine(post(number, SPINS[0]))
    assert SketchBand.objects.count() == (NEWEST_PER_BAND + 5) * BANDS
    comment = post(99, SPINS[0])
    with django_assert_max_num_queries(45):
        examine(comment)
    assert found(comment).params["comments"] == NEWEST_PER_BAND + 6


def test_old_texts_and_ended_campaigns_are_forgotten_and_newer_ones_kept():
    old = timedelta(days=31)
    for number, body in enumerate(SPINS):
        examine(post(number, body), old)
    kept = [examine(post(10 + number, OTHERS[0])) for number in range(2)]
    assert forget_campaigns(timezone.now()) == 8
    assert set(TextSketch.objects.values_list("comment_id", flat=True)) == {comment.pk for comment in kept}
    assert SketchBand.objects.count() == 2 * BANDS
    assert Campaign.objects.get().size == 2
    assert forget_campaigns(timezone.now()) == 0


def test_a_campaign_that_goes_on_outlives_its_first_texts():
    examine(post(0, SPINS[0]), timedelta(days=31))
    examine(post(1, SPINS[1]))
    forget_campaigns(timezone.now())
    assert Campaign.objects.get().size == 2
    assert CampaignMember.objects.count() == 2
