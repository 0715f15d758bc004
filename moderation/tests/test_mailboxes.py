import pytest

from moderation.text.mailboxes import domain_of, mailbox_of


@pytest.mark.parametrize(
    ("email", "mailbox"),
    [
        ("alice@mail.example", "alice@mail.example"),
        ("Alice+News@Mail.Example", "alice@mail.example"),
        ("a.lice+1@gmail.com", "alice@gmail.com"),
        ("a.lice@mail.example", "a.lice@mail.example"),
        ("+1@mail.example", "+1@mail.example"),
    ],
)
def test_all_spellings_of_a_mailbox_are_one(email, mailbox):
    assert mailbox_of(email) == mailbox


def test_the_domain_of_an_address():
    assert domain_of("Alice@Mail.Example") == "mail.example"
    assert domain_of("") == ""
