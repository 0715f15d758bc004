"""Load pieces of HTML in a real browser and report whatever they do besides being read.

Each piece is a document of its own in a frame, so that one cannot hide the next. What is reported, as ``kind: detail``:

- script: a script, handler or javascript: address that ran or was about to (by a policy that only reports, and by
  functions that scripts like to call);
- request, navigation: anything asked of the network; nothing leaves the browser;
- content: an element, attribute or link that comments may not hold, as the browser's own parser sees it.

Every element is clicked, links to other sites included.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape

from playwright.sync_api import Error, Frame, Page, Request, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PAGE_URL = "http://article.test/"
POLICY = "default-src 'none'; script-src 'none'; style-src 'none'; form-action 'none'; base-uri 'none'"
FRAMES_PER_PAGE = 50
SETTLING_MILLISECONDS = 150

ELSEWHERE = -1  # for what cannot be told from which piece it came

HOOKS = """
(() => {
  if (window === top) { window.happenings = []; return; }
  let frame = window;
  while (frame.parent !== top) frame = frame.parent;
  const number = Number(frame.name.slice("piece-".length));
  const report = what => top.happenings.push([number, what]);
  for (const name of ["alert", "confirm", "prompt", "print", "open", "eval", "fetch", "setTimeout", "setInterval"])
    window[name] = () => { report("script: " + name); return null; };
  for (const name of ["write", "writeln", "execCommand"])
    document[name] = () => report("script: document." + name);
  document.addEventListener("securitypolicyviolation", violation => {
    const kind = violation.effectiveDirective.startsWith("script-src") ? "script: " : "request: ";
    report(kind + violation.effectiveDirective + " " + violation.blockedURI);
  });
})();
"""

# Getters are taken from the prototypes, since <input name="attributes"> in a form hides the form's own.
INSPECTION = """
({elements, attributes, destinations, protocols}) => {
  const getter = (type, name) => Object.getOwnPropertyDescriptor(type.prototype, name).get;
  const nameOf = getter(Element, "localName");
  const protocolOf = getter(HTMLAnchorElement, "protocol");
  for (const frame of document.querySelectorAll("iframe")) {
    const number = Number(frame.name.slice("piece-".length));
    const report = what => happenings.push([number, what]);
    const inside = frame.contentDocument;
    if (!inside) { report("navigation: out of reach"); continue; }
    for (const element of Document.prototype.querySelectorAll.call(inside, "*")) {
      const name = nameOf.call(element);
      const skeleton = ["html", "head", "body"].includes(name);
      if (!skeleton && !elements.includes(name)) report("content: element " + name);
      for (const attribute of Element.prototype.getAttributeNames.call(element)) {
        if (skeleton || !(attributes[name] || []).includes(attribute)) report("content: attribute " + attribute);
        if (attribute === "href" && name === "a") {
          const href = Element.prototype.getAttribute.call(element, "href");
          if (!RegExp(destinations).test(href) || !protocols.includes(protocolOf.call(element)))
            report("content: link " + href);
        }
      }
    }
  }
}
"""

# A link to another site is followed as far as the click; where it leads, its protocol has told.
CLICKS = """
protocols => {
  for (const frame of document.querySelectorAll("iframe")) {
    const inside = frame.contentDocument;
    if (!inside) continue;
    inside.addEventListener("click", click => {
      const link = click.target.closest && click.target.closest("[href]");
      if (link && protocols.includes(link.protocol)) click.preventDefault();
    }, true);
    for (const element of Document.prototype.querySelectorAll.call(inside, "*"))
      EventTarget.prototype.dispatchEvent.call(element, new MouseEvent("click", {bubbles: true, cancelable: true}));
  }
}
"""

ALLOWED = {
    "elements": ["a", "b", "blockquote", "br", "code", "del", "em", "i", "li", "ol", "p", "pre", "strong", "ul"],
    "attributes": {"a": ["href", "rel"]},
    "destinations": "^(https?://|mailto:)",
    "protocols": ["http:", "https:", "mailto:"],
}


def chromium_path() -> str | None:
    """Find the browser of this machine."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


@contextmanager
def browser_page(executable_path: str) -> Iterator[Page]:
    """Open a page in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable_path, args=ARGUMENTS)
        try:
            yield browser.new_context().new_page()
        finally:
            browser.close()


def happenings(page: Page, pieces: Sequence[str]) -> dict[int, list[str]]:
    """Load and click the pieces, and return what happened by their index; a piece that only shows is not in it."""
    found: dict[int, list[str]] = defaultdict(list)
    numbered = list(enumerate(pieces))
    for start in range(0, len(numbered), FRAMES_PER_PAGE):
        tab = page.context.new_page()
        try:
            _observe(tab, numbered[start : start + FRAMES_PER_PAGE], found)
        except Error as error:
            found[ELSEWHERE].append(f"navigation: {error}")
        finally:
            tab.close()
    return dict(found)


def _observe(tab: Page, numbered: Sequence[tuple[int, str]], found: dict[int, list[str]]) -> None:
    frames = (f'<iframe name="piece-{number}" srcdoc="{escape(piece)}"></iframe>' for number, piece in numbered)
    document = "<!doctype html><title>Pieces</title>" + "".join(frames)
    tab.add_init_script(HOOKS)
    tab.route("**/*", lambda route, request: _answer(route, request, document, found))
    tab.on("popup", lambda popup: found[ELSEWHERE].append("navigation: popup"))
    tab.on("pageerror", lambda error: found[ELSEWHERE].append(f"script: {error}"))
    tab.goto(PAGE_URL)
    tab.wait_for_timeout(SETTLING_MILLISECONDS)
    tab.evaluate(INSPECTION, ALLOWED)
    tab.evaluate(CLICKS, ALLOWED["protocols"])
    tab.wait_for_timeout(SETTLING_MILLISECONDS)
    for number, what in tab.evaluate("happenings"):
        found[number].append(what)


def _answer(route: Route, request: Request, document: str, found: dict[int, list[str]]) -> None:
    if request.url == PAGE_URL and request.is_navigation_request():
        headers = {"Content-Security-Policy-Report-Only": POLICY}
        route.fulfill(body=document, content_type="text/html; charset=utf-8", headers=headers)
        return
    kind = "navigation" if request.is_navigation_request() else "request"
    found[_piece_of(request)].append(f"{kind}: {request.url}")
    route.abort()


def _piece_of(request: Request) -> int:
    frame: Frame | None
    try:
        frame = request.frame
    except Error:
        return ELSEWHERE
    while frame and not frame.name.startswith("piece-"):
        frame = frame.parent_frame
    return int(frame.name.removeprefix("piece-")) if frame else ELSEWHERE
