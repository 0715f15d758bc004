"""A setting or command that is not documented breaks the build, and so does documentation of one that is gone."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
OURS = re.compile(r"^((?:COMMENTS|MODERATION|EXAMINATION)_\w+) =", re.MULTILINE)
READ_FROM_ENVIRONMENT = re.compile(r'env\.\w+\(\s*"(\w+)"')
READ_BY_ENTRY_POINTS = {"PORT", "WEB_CONCURRENCY"}


def settings() -> set[str]:
    source = (ROOT / "config" / "settings.py").read_text()
    return set(OURS.findall(source)) | set(READ_FROM_ENVIRONMENT.findall(source)) | READ_BY_ENTRY_POINTS


def test_every_setting_is_documented_and_none_that_is_gone():
    documented = re.findall(r"^\| `(\w+)` \|", (REFERENCE / "settings.md").read_text(), re.MULTILINE)
    assert sorted(documented) == sorted(settings())


def test_every_command_is_documented_and_none_that_is_gone():
    ours = {name for name, app in get_commands().items() if app in ("comments", "moderation")}
    documented = re.findall(r"^## (\w+)$", (REFERENCE / "commands.md").read_text(), re.MULTILINE)
    assert sorted(documented) == sorted(ours)


@pytest.mark.parametrize(
    "path", sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]), ids=lambda path: str(path.relative_to(ROOT))
)
def test_links_between_documents_lead_somewhere(path):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_decisions_are_numbered_without_gap():
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "adr").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
