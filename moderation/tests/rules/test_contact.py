import pytest

from moderation.rules.contact import (
    email_address,
    invitation,
    messenger_account,
    messenger_link,
    telephone_number,
    wallet_address,
)
from moderation.tests.rules.verbs import hits, misses, shown


@pytest.mark.parametrize(
    "number",
    [
        "+1 (606) 235-9024",
        "+62 812-6941-9478",
        "+ 44 . - 7 . - 4 . - 5 . - 1 . - 2 . - 4 . - 8",
        "888-203-9661",
        "8 (916) 123-45-67",
        "0857-3617-8294",
        "030 1234 56789",
        "＋７ ９５２ ８９５ １０ ２６",
    ],
)
def test_telephone_numbers(number):
    text = f"Bitte anrufen: {number} danke"
    assert shown(hits(telephone_number, text), text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "In 1974 there were 1,200,000 of them.",
        "2020-11-22 16:30:45",
        "It ended 3-2, 25:21, 25:23",
        "ISBN 978-3-16-148410-0",
        "192.168.100.200",
        "١٩٧٤ كان عامًا جيدًا",
        "https://daily.example/?id=8882039661",
        "3.14159265358979",
        "+123 45 67 8",
    ],
)
def test_other_numbers(text):
    misses(telephone_number, text)


@pytest.mark.parametrize("address", ["anna.k@mail.example", "anna (at) mail (dot) example", "ANNA@MAIL.EXAMPLE"])
def test_email_addresses(address):
    text = f"schreib an {address} heute"
    assert shown(hits(email_address, text), text) == [address]


@pytest.mark.parametrize("text", ["@anna look at this", "5 @ 3 dollars", "meet at noon. Dot", "Привет @анна"])
def test_other_at_signs(text):
    misses(email_address, text)


@pytest.mark.parametrize(
    "address",
    [
        "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    ],
)
def test_wallets(address):
    text = f"отправь на {address}!"
    assert shown(hits(wallet_address, text), text) == [address]


@pytest.mark.parametrize(
    "text",
    ["1BoatSLRHtKNngkdXEeobR76b53LETtpyU", "3ThisIsJustSomeLongWordOfLetters", "zzz", "commit 0x5290840009852788"],
)
def test_what_only_looks_like_a_wallet(text):
    misses(wallet_address, text)


def test_a_number_too_large_for_an_address_is_none():
    misses(wallet_address, "T" + "z" * 34)


@pytest.mark.parametrize(
    "text",
    [
        "WhatsApp +1 606 235 9024",
        "W h a t s a p p: +16062359024",
        "пиши в телеграм @petr_invest",
        "للتواصل واتساب +966 50 123 4567",
        "加微信 +86 138 0013 8000",
        "teleg\u200bram @anna_trade",
    ],
)
def test_accounts_in_messengers(text):
    hits(messenger_account, text)


@pytest.mark.parametrize(
    "text",
    [
        "WhatsApp was down again yesterday.",
        "@anna_k you are right",
        "Телеграм заблокировали",
        "واتساب لا يعمل",
        "Telegram is blocked there, and that matters a lot more than people here seem to think, @anna_k",
    ],
)
def test_talk_of_messengers(text):
    misses(messenger_account, text)


def test_links_into_messengers():
    text = "Join https://t.me/+abcdef or wa.me/16062359024"
    assert shown(hits(messenger_link, text), text) == ["t.me/+abcdef", "wa.me/16062359024"]
    misses(messenger_link, "наш канал там же, где и был")


@pytest.mark.parametrize(
    "text",
    ["Text me on WhatsApp", "пиши мне +7 952 895 10 26", "schreib mir @anna_k", "hubungi admin wa +62 81269419478"],
)
def test_invitations_with_a_way(text):
    assert hits(invitation, text).strength == 1


@pytest.mark.parametrize("text", ["Text me when you are there", "пиши мне ещё", "schreib mir"])
def test_invitations_without_a_way_are_weak(text):
    assert hits(invitation, text).strength < 0.5


@pytest.mark.parametrize("text", ["She wrote a text", "Он пишет книгу", "他写了一本书"])
def test_writing_is_no_invitation(text):
    misses(invitation, text)
