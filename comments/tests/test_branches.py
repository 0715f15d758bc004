"""Nesting replies under one another."""

from comments.branches import Branch, grow
from comments.models import Comment


def outline(branch: Branch) -> list:
    return [branch.comment.name, *(outline(reply) for reply in branch.replies)]


def nested(*replies: tuple[str, int]) -> list:
    return outline(grow(Comment(name="root"), [Comment(name=name, depth=depth) for name, depth in replies]))


def test_replies_stand_under_what_they_reply_to():
    assert nested(("a", 1), ("a1", 2), ("a11", 3), ("b", 1), ("b1", 2)) == [
        "root",
        ["a", ["a1", ["a11"]]],
        ["b", ["b1"]],
    ]


def test_a_comment_without_replies_stands_alone():
    assert nested() == ["root"]


def test_the_deepest_stand_beside_one_another():
    assert nested(("a", 1), ("a1", 2), ("x", 3), ("reply to x", 3)) == ["root", ["a", ["a1", ["x"], ["reply to x"]]]]


def test_a_reply_whose_parent_is_not_shown_is_shown_nevertheless():
    assert nested(("orphan", 3), ("a", 1)) == ["root", ["orphan"], ["a"]]


def test_headings_go_as_deep_as_html_has_them():
    levels = [Branch(Comment(depth=depth)).heading_level for depth in range(6)]
    assert levels == [3, 4, 5, 6, 6, 6]
