import pytest
from django.contrib.auth.models import AnonymousUser

from comments.models import Comment, Site
from comments.tests.builders import make_comment, make_site, make_thread
from moderation.access import Access, Level, access_of
from moderation.models import Membership, Term
from moderation.tests.staff import make_administrator, make_lead, make_moderator, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def daily():
    return make_site("daily")


@pytest.fixture
def weekly():
    return make_site("weekly")


def test_a_moderator_moderates_their_own_site_and_no_other(daily, weekly):
    access = access_of(make_moderator(site=daily))
    assert access.level_on(daily.pk) == Level.MODERATOR
    assert access.level_on(weekly.pk) == Level.NONE
    assert list(access.sites()) == [daily]


def test_a_person_may_have_another_role_on_each_site(daily, weekly):
    alice = make_moderator(site=daily)
    Membership.objects.create(user=alice, site=weekly, role=Membership.Role.LEAD)
    access = access_of(alice)
    assert (access.level_on(daily.pk), access.level_on(weekly.pk)) == (Level.MODERATOR, Level.LEAD)
    assert access.highest == Level.LEAD
    assert list(access.sites(Level.LEAD)) == [weekly]


def test_an_administrator_may_everything_everywhere_without_a_membership(daily):
    access = access_of(make_administrator())
    assert access.level_on(daily.pk) == access.level_on(None) == Level.ADMINISTRATOR
    assert access.sees_personal_data(daily.pk)
    assert list(access.sites(Level.LEAD)) == [daily]


def test_what_belongs_to_every_site_is_seen_by_all_who_moderate_and_changed_by_administrators(daily):
    assert access_of(make_lead(site=daily)).level_on(None) == Level.MODERATOR
    assert access_of(make_staff("staff")).level_on(None) == Level.NONE


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}])
def test_nobody_but_active_staff_may_anything(daily, change):
    people = [make_lead(site=daily, sees_personal_data=True), make_administrator()]
    for user in people:
        for name, value in change.items():
            setattr(user, name, value)
        assert access_of(user) == Access()
    assert access_of(AnonymousUser()) == Access()
    assert Access().highest == Access().level_on(daily.pk) == Access().level_on(None) == Level.NONE
    assert not Access().sites().exists()


def test_personal_data_is_seen_only_where_the_membership_says_so(daily, weekly):
    alice = make_moderator(site=daily, sees_personal_data=True)
    Membership.objects.create(user=alice, site=weekly, role=Membership.Role.LEAD)
    access = access_of(alice)
    assert access.sees_personal_data(daily.pk)
    assert not access.sees_personal_data(weekly.pk)
    assert list(Site.objects.filter(access.within_personal("pk"))) == [daily]


def test_rows_are_narrowed_to_the_sites_of_the_person(daily, weekly):
    own, other = make_comment(make_thread(daily)), make_comment(make_thread(weekly))
    alice, charlie = access_of(make_moderator(site=daily)), access_of(make_administrator())
    assert set(Comment.objects.filter(alice.within("thread__site_id"))) == {own}
    assert set(Comment.objects.filter(charlie.within("thread__site_id"))) == {own, other}
    assert not Comment.objects.filter(alice.within("thread__site_id", Level.LEAD)).exists()
    assert not Comment.objects.filter(access_of(make_staff("staff")).within("thread__site_id")).exists()


def test_rows_of_every_site_are_seen_where_they_are_shared(daily, weekly):
    for site in (None, daily, weekly):
        Term.objects.create(list="banned", text="term", site=site)
    access = access_of(make_moderator(site=daily))
    seen = Term.objects.filter(access.within("site_id", shared=True)).values_list("site__key", flat=True)
    assert set(seen) == {None, "daily"}
    nobody = access_of(make_staff("staff"))
    assert not Term.objects.filter(nobody.within("site_id", shared=True)).exists()
