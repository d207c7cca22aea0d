"""Every sentence a person reads, in their language.

The English sentence is the key, so that the program reads well in its source and works without any catalogue.
The composition root calls `use` once; nothing else changes the language while the program runs.
"""

from __future__ import annotations

from gettext import NullTranslations

_catalogue = NullTranslations()


def use(translations: NullTranslations) -> None:
    """Take every sentence from `translations` from now on."""
    global _catalogue
    _catalogue = translations


def _(sentence: str) -> str:
    """The sentence in the person's language; placeholders are filled by the caller with `.format`."""
    return _catalogue.gettext(sentence)


def plural(one: str, many: str, count: int) -> str:
    """The sentence for `count` things, with `{count}` filled in; each language has its own plural forms."""
    return _catalogue.ngettext(one, many, count).format(count=count)


def plural_in_words(one: str, many: str, count: int) -> str:
    """As `plural`, with a small number written out, for sentences that are read and not scanned."""
    return _catalogue.ngettext(one, many, count).format(count=_in_words(count))


def _in_words(count: int) -> str:
    numbers = (
        _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"),
        _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return numbers[count] if 0 <= count < len(numbers) else str(count)
