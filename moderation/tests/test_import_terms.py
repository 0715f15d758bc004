import io

import pytest
from django.core.management import CommandError, call_command

from comments.tests.builders import make_site
from moderation.models import Term, TermsVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def import_terms(tmp_path):
    def run(content: str | bytes, **options: object) -> str:
        path = tmp_path / "terms.txt"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        out = io.StringIO()
        call_command("import_terms", path, stdout=out, stderr=out, **({"list": "suspect"} | options))
        return out.getvalue()

    return run


def test_each_line_is_a_term(import_terms):
    said = import_terms("gadzooks\n\n# a remark\n  zounds   and\tbother \nfiddle*\n", language="en")
    assert "3 added" in said
    terms = Term.objects.order_by("text").values_list("text", "list", "language", "site")
    assert list(terms) == [
        ("fiddle*", "suspect", "en", None),
        ("gadzooks", "suspect", "en", None),
        ("zounds and bother", "suspect", "en", None),
    ]


def test_what_is_there_already_stays_one(import_terms):
    import_terms("gadzooks\n")
    assert "1 added, 1 known before" in import_terms("gadzooks\nzounds\nzounds\n")
    assert "2 added" in import_terms("gadzooks\nzounds\n", list="banned")
    assert Term.objects.count() == 4


def test_lines_that_can_never_match_are_named_and_the_rest_come_in(import_terms):
    said = import_terms("gad*zooks\n...\nzounds\n" + "x" * 201)
    assert "1 added, 0 known before, 3 refused" in said
    assert "line 1:" in said
    assert "line 2:" in said
    assert "line 4:" in said


def test_a_byte_order_mark_is_no_letter(import_terms):
    import_terms(b"\xef\xbb\xbfzounds\r\n")
    assert Term.objects.get().text == "zounds"


def test_every_process_learns_of_it(import_terms):
    import_terms("gadzooks\n")
    number = TermsVersion.objects.get().number
    import_terms("zounds\n")
    assert TermsVersion.objects.get().number > number


def test_a_site_may_have_its_own(import_terms):
    import_terms("gadzooks\n", site=make_site("daily").key)
    assert Term.objects.get().site.key == "daily"
    with pytest.raises(CommandError, match="no site"):
        import_terms("gadzooks\n", site="gone")


def test_a_file_that_cannot_be_read_is_an_error(import_terms, tmp_path):
    with pytest.raises(CommandError, match="UTF-8"):
        import_terms(b"\xff\xfe")
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_terms", tmp_path / "gone", list="banned")
