"""Turn what readers write into HTML that may be shown, and that back into plain words."""

from comments.markup.sanitising import MARKUP_VERSION, SafeHtml, plain_text, to_safe_html
from comments.markup.source_text import as_words

__all__ = ["MARKUP_VERSION", "SafeHtml", "as_words", "plain_text", "to_safe_html"]
