"""Say in words what a finding means, at display time: history keeps codes and parameters only."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy as plural

from moderation.findings import JSON

WORDS: dict[str, Promise | str] = {
    "form.honeypot": _("A field was filled in that people do not see."),
    "pace.too_fast": _("The form was filled in within %(seconds)s seconds."),
    "pace.burst_of_author": _("The author's %(count)s. comment in this thread within ten minutes."),
    "pace.burst_of_address": _("The %(count)s. comment from the same network address within ten minutes."),
    "pace.burst_of_network": _("The %(count)s. comment from neighbouring network addresses within ten minutes."),
    "pace.burst_of_name": _("%(count)s authors of this thread use the same name."),
    "thread.spike": _("%(count)s comments in this thread within an hour, many more than usual."),
    "links.present": plural("One link to elsewhere.", "%(links)s links to elsewhere.", "links"),
    "links.many": plural("%(links)s link.", "As many as %(links)s links.", "links"),
    "links.in_name": _("The name is an address: %(host)s."),
    "terms.banned": plural(
        "A term of the banned list in text or name: %(terms)s.",
        "%(count)s terms of the banned list in text or name: %(terms)s.",
        "count",
    ),
    "terms.suspect": plural(
        "A term of the suspect list in text or name: %(terms)s.",
        "%(count)s terms of the suspect list in text or name: %(terms)s.",
        "count",
    ),
    "repetition.same_author": plural(
        "The author posted the same text once before.",
        "The author posted the same text %(repeats)s times before.",
        "repeats",
    ),
    "repetition.other_authors": plural(
        "The same text was posted once by somebody else.",
        "The same text was posted %(repeats)s times by others.",
        "repeats",
    ),
    "repetition.campaign": _(
        "%(comments)s comments by %(authors)s authors said nearly the same within %(hours)s hours."
    ),
    "shape.shouting": _("Written in capitals: %(percent)s%% of the letters."),
    "shape.repeated_characters": _("“%(character)s” is repeated %(times)s times."),
    "author.first_comment": _("The author has no published comment yet, or has not proven to be the author of any."),
    "author.rejections": _("Of the author's %(decided)s recent comments, %(rejected)s were rejected."),
    "author.few_published": plural(
        "The author has one published comment.", "The author has %(published)s published comments.", "published"
    ),
    "author.disposable_email": _("The e-mail address is one of those that are thrown away after use: %(domain)s."),
    "author.address_variant": _("Another spelling of %(mailbox)s, under which comments were rejected: %(rejected)s."),
    "author.imitation": _("The name looks like that of somebody else: %(name)s."),
    "author.reserved_name": _("The name claims an office."),
    "standing.watched": _("The author is watched: every comment waits for a person."),
    "standing.suspended": _("The author is suspended."),
    "standing.banned": _("The author is banned."),
    "thread.held": _("Every comment here waits for a person: the thread or the site is set so."),
    "markup.disputed": _("The HTML may be dangerous: two sanitisers disagree about it."),
    "composite.newcomer_link": _("A link in a newcomer's comment."),
    "links.shortener": _("A link through the shortener %(host)s, which hides where it leads."),
    "links.only": plural(
        "One link and hardly a word beside it.", "%(links)s links and hardly a word beside them.", "links"
    ),
    "links.other_host": _("A link that shows %(shown)s and leads to %(host)s."),
    "links.bbcode": _("Links in BBCode, as they are written for forums."),
    "links.bad_path": _(
        "A link of the kind that earns a reward, hands out a program or leads into a broken-into site: “%(part)s”."
    ),
    "links.keyword": _("A link laid on a keyword that stands in its address, too: “%(words)s”."),
    "links.sales_address": _("A link whose address says what is sold there: %(host)s."),
    "evasion.styled_letters": _("Letters that only look like letters: “%(word)s”."),
    "evasion.mixed_alphabets": plural(
        "A word with letters of another alphabet: “%(word)s”.",
        "%(words)s words with letters of another alphabet, such as “%(word)s”.",
        "words",
    ),
    "evasion.invisible": plural(
        "Characters that cannot be seen, in one place.",
        "Characters that cannot be seen, in %(places)s places.",
        "places",
    ),
    "evasion.stacked_marks": plural(
        "Marks heaped upon letters, in one place.", "Marks heaped upon letters, in %(places)s places.", "places"
    ),
    "evasion.direction": _("Text whose direction is overridden, so that it is read backwards."),
    "evasion.spaced_out": plural(
        "A word whose letters are set apart.", "%(words)s words whose letters are set apart.", "words"
    ),
    "contact.telephone": plural("A telephone number.", "%(numbers)s telephone numbers.", "numbers"),
    "contact.email": plural("An e-mail address.", "%(addresses)s e-mail addresses.", "addresses"),
    "contact.wallet": plural(
        "An address to which cryptocurrency can be sent.",
        "%(addresses)s addresses to which cryptocurrency can be sent.",
        "addresses",
    ),
    "contact.messenger": plural("An account in a messenger.", "%(accounts)s accounts in messengers.", "accounts"),
    "contact.messenger_link": plural("A link into a messenger.", "%(links)s links into messengers.", "links"),
    "contact.invitation": _("An invitation to write or call elsewhere."),
    "promotion.gambling": _("Words of advertising for gambling: %(phrases)s."),
    "promotion.investment": _("Words of advertising for investments: %(phrases)s."),
    "promotion.earning": _("Words of offers to earn without work: %(phrases)s."),
    "promotion.wares": _("Words that offer wares or services: %(phrases)s."),
    "promotion.unasked_offer": _("Words of letters to strangers: %(phrases)s."),
    "promotion.of_oneself": _("Asks to visit, follow or like what the author makes: %(phrases)s."),
    "promotion.coded_name": _("A name with a number stuck to it, as betting sites have: “%(name)s”."),
    "promotion.testimonial": _("Thanks to an expert for a gain, or a tale of one."),
    "promotion.daily_gain": _("A sum to be earned by the day, the week or the month."),
    "promotion.price_question": _("Asks for “your price”, as programs do in every form."),
    "shape.repeated_words": _("The same words again and again: %(words)s, of which %(different)s differ."),
    "shape.gibberish": _("Letters struck at random."),
    "shape.mojibake": _("Text that was read in a wrong encoding before it was sent."),
    "shape.emoji_flood": _("%(emoji)s emoji, more than words."),
    "shape.mentions": _("%(mentions)s people are mentioned."),
    "shape.only_quote": _("A quotation to which nothing is added."),
    "shape.other_script": _("Written in another script than the thread's language, %(language)s."),
    "composite.newcomer_in_spike": _("A newcomer in a thread that suddenly gets many comments."),
    "composite.newcomer_contact": _("A way to be reached in a newcomer's comment."),
    "composite.advertised_link": _("A link beside words of advertising."),
    "composite.advertised_contact": _("A way to be reached beside words of advertising."),
    "rule.failed": _("The rule %(rule)s failed (%(error)s), so the comment was not examined in full."),
    "examination.crashed": _("The examination broke off."),
    "examination.unfinished": plural(
        "The examination did not finish in %(attempts)s attempt.",
        "The examination did not finish in %(attempts)s attempts.",
        "attempts",
    ),
}


def explain(code: str, params: Mapping[str, JSON]) -> str:
    """Return a sentence in the active language; a code or parameters from another version still give one."""
    try:
        return str(WORDS[code] % {name: _shown(value) for name, value in params.items()})
    except (KeyError, TypeError, ValueError):
        return _without_words(code, params)


def _without_words(code: str, params: Mapping[str, JSON]) -> str:
    if params.get("parts"):
        return gettext("Several signs together: %(parts)s.") % {"parts": _shown(params["parts"])}
    return gettext("Finding %(code)s.") % {"code": code}


def _shown(value: JSON) -> JSON:
    return ", ".join(f"“{item}”" for item in value) if isinstance(value, list | tuple) else value
