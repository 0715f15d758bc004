"""Readers with browsers that know nothing but HTTP: they open the article, fill the form and send it."""

import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPException
from http.cookiejar import CookieJar
from random import Random
from urllib.parse import urlencode, urljoin

TIMEOUT_SECONDS = 30
FORM_ACTION = "/comments/post/"
NO_ANSWER = (OSError, HTTPException)
_random = Random()


@dataclass(frozen=True)
class Page:
    status: int
    text: str
    headers: dict

    @property
    def form(self):
        """What a browser sends of the comment form if nothing is typed; a page without it counts as no answer."""
        parser = _Form()
        parser.feed(self.text)
        if not parser.found:
            raise HTTPException(f"no form on a page with status {self.status}: {self.text[:500]}")
        return parser.fields


class _Form(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.inside, self.fields = False, False, {}

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form" and attributes.get("action", "").endswith(FORM_ACTION):
            self.found = self.inside = True
        elif self.inside and tag in ("input", "textarea") and attributes.get("type") != "checkbox":
            self.fields[attributes["name"]] = attributes.get("value", "")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "form"


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


class Reader:
    """One browser with its cookies, at an address of its own for an installation with TRUSTED_PROXIES=1.

    NO_ANSWER is what is raised when no whole answer comes.
    """

    def __init__(self, base):
        self.base = base
        self.address = ".".join(str(_random.randint(11, 99)) for _ in range(4))
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(cookies, _NoRedirects, urllib.request.ProxyHandler({}))

    def get(self, path):
        return self._open(urllib.request.Request(urljoin(self.base, path)))

    def send(self, fields):
        """Send the form with these fields, as a browser does from the article's page."""
        said = {"Origin": self.base, "Referer": f"{self.base}/", "Sec-Fetch-Site": "same-origin"}
        data = urlencode(fields).encode()
        return self._open(urllib.request.Request(urljoin(self.base, FORM_ACTION), data, said))

    def comment(self, text, name="Alice", email="alice@mail.example"):
        return self.send(self.get("/").form | {"name": name, "email": email, "comment": text})

    def _open(self, request):
        request.add_header("X-Forwarded-For", self.address)
        try:
            response = self._opener.open(request, timeout=TIMEOUT_SECONDS)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            return Page(response.status, response.read().decode(), dict(response.headers))


@dataclass
class Answer:
    """What became of one comment: the last answer's status (0 for none) and the longest that any answer took."""

    mark: str
    text: str
    status: int = 0
    seconds: float = 0.0

    @property
    def acknowledged(self):
        return self.status == 303


@dataclass
class Posting:
    """Post comments with unique marks from several threads, `rate` a second, and watch the article meanwhile.

    A reader who gets no answer, or is told that the comment was not saved, sends the same form again. Use it as a
    context, which ends when all are sent. `seen` says when the article first showed each mark.
    """

    base: str
    texts: list
    rate: float = 20.0
    threads: int = 4
    tries: int = 20
    answers: list = field(default_factory=list)
    seen: dict = field(default_factory=dict)

    def __enter__(self):
        self.begun = time.monotonic()
        # One iterator for all threads: each takes the next comment that nobody has taken.
        self._unsent = iter(enumerate(self.texts))
        self._marks = {mark_of(text) for text in self.texts}
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()
        self._threads = [threading.Thread(target=self._post_all, daemon=True) for _ in range(self.threads)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error):
        for thread in self._threads:
            thread.join()

    def wait_for(self, part):
        """Return once this part (0 to 1) of the comments has been answered or given up."""
        while len(self.answers) < part * len(self.texts):
            assert any(thread.is_alive() for thread in self._threads), "nobody posts any more"
            time.sleep(0.01)

    def stop_watching(self):
        self._over.set()
        self._watcher.join()

    @property
    def slowest(self):
        return max(answer.seconds for answer in self.answers)

    def _post_all(self):
        for position, text in self._unsent:
            time.sleep(max(0, self.begun + position / self.rate - time.monotonic()))
            answer = Answer(mark_of(text), text)
            self._post(answer)
            self.answers.append(answer)

    def _post(self, answer):
        reader = Reader(self.base)
        fields = None
        for _ in range(self.tries):
            began = time.monotonic()
            try:
                if fields is None:
                    typed = {"name": new_name(), "email": f"{answer.mark}@mail.example", "comment": answer.text}
                    fields = reader.get("/").form | typed
                    began = time.monotonic()
                answer.status = reader.send(fields).status
            except NO_ANSWER:
                answer.status = 0
            answer.seconds = max(answer.seconds, time.monotonic() - began)
            if 0 < answer.status < 500:
                return
            time.sleep(1)

    def _watch(self):
        reader = Reader(self.base)
        while not self._over.wait(0.1):
            self._look(reader)
        self._look(reader)

    def _look(self, reader):
        try:
            text = reader.get("/").text
        except NO_ANSWER:
            return
        now = time.time()
        for mark in self._marks.difference(self.seen):
            if mark in text:
                self.seen[mark] = now


def mark_of(text):
    return text.split()[0]


def new_name():
    """A name that nobody has had yet, and that can be spoken."""
    return "".join(_random.choice("bdfgklmnprstv") + _random.choice("aeiou") for _ in range(6)).title()


def texts(count, does=""):
    """Ordinary comments, each of which begins with a mark that no other has."""
    return [f"{new_name()} is the train that I took that night. {does}".strip() for _ in range(count)]
