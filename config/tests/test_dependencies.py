import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def direct_dependencies():
    lines = "\n".join((ROOT / name).read_text() for name in ("requirements.in", "requirements-dev.in")).splitlines()
    return sorted(re.match(r"[\w-]+", line)[0] for line in lines if line and line[0] not in "#-")


def test_each_dependency_has_its_entry_and_each_entry_its_dependency():
    page = (ROOT / "docs/reference/dependencies.md").read_text()
    entries = re.findall(r"^### (\S+)\n(?=\S)", page, re.MULTILINE)

    assert sorted(entries) == direct_dependencies()


def test_every_dependency_is_pinned_with_hashes():
    pinned = "\n".join((ROOT / name).read_text() for name in ("requirements.txt", "requirements-dev.txt")).lower()

    for name in direct_dependencies():
        assert re.search(rf"^{name.lower()}==\S+.*\\\n +--hash=sha256:", pinned, re.MULTILINE), name
