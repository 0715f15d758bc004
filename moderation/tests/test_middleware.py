import pytest

from comments.tests.builders import make_site
from comments.tests.test_post_view import fields, send  # noqa: F401

pytestmark = pytest.mark.django_db


def test_the_admin_speaks_its_readers_language(client):
    page = client.get("/admin/login/", headers={"Accept-Language": "de"})
    assert 'lang="de"' in page.content.decode()
    assert "Accept-Language" in page["Vary"]


@pytest.mark.parametrize("address", ["/", "/comments/guidelines/demonstration/"])
def test_what_readers_share_does_not_vary_with_theirs(client, address):
    make_site("demonstration")
    german = client.get(address, headers={"Accept-Language": "de"})
    assert "Accept-Language" not in german.get("Vary", "")
    assert german.content == client.get(address).content


def test_one_reader_leaves_no_language_to_the_next(client):
    client.get("/admin/login/", headers={"Accept-Language": "de"})
    assert 'lang="en"' in client.get("/nowhere/").content.decode()


def test_an_error_speaks_the_sites_language_where_the_page_gave_none(client, fields):  # noqa: F811
    site = make_site()
    site.language = "ar"
    site.save()
    page = send(client, fields | {"name": ""}).content.decode()
    assert 'lang="ar"' in page
    assert 'dir="rtl"' in page
