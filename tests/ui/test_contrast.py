"""The contrast that DESIGN.md section 4 promises (WCAG 2.2), computed from the tokens."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import look, tokens

GROUNDS = ("chrome", "canvas", "surface", "hover", "hoverChrome", "selection", "neutralSoft")
THEMES = {"light": tokens.LIGHT, "dark": tokens.DARK}
# The lowest over all grounds: light, dark.
LOWEST = {
    "text": (12.9, 9.5), "text2": (6.1, 5.7), "text3": (4.7, 4.7), "accent": (5.5, 5.8), "theirs": (5.4, 5.7),
    "kept": (4.9, 5.9), "risk": (5.1, 6.0), "missed": (5.0, 5.4), "borderStrong": (3.2, 3.2),
}  # fmt: skip
PAIRS = {
    ("onFill", "fill"): (6.9, 4.8), ("fill", "surface"): (6.9, 3.2), ("onToast", "toast"): (15.9, 13.9),
    ("toastLink", "toast"): (9.8, 7.9), ("accent", "accentSoft"): (5.3, 6.0), ("theirs", "theirsSoft"): (5.3, 6.0),
    ("kept", "keptSoft"): (5.3, 6.0), ("risk", "riskSoft"): (5.3, 6.0), ("missed", "missedSoft"): (5.3, 6.0),
    ("onFill", "fillHover"): (6.9, 4.8), ("text2", "neutralSoft"): (4.5, 4.5),
}  # fmt: skip


def luminance(colour: str) -> float:
    """The relative luminance of an #RRGGBB colour, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG counts it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("at", "theme"), list(enumerate(THEMES)))
@pytest.mark.parametrize("token", LOWEST)
def test_text_is_readable_on_every_ground(token: str, at: int, theme: str) -> None:
    """The lowest contrast of a token over all grounds, to a tenth."""
    colours = THEMES[theme]

    assert min(contrast(colours[token], colours[ground]) for ground in GROUNDS) > LOWEST[token][at] - 0.1


@pytest.mark.parametrize(("at", "theme"), list(enumerate(THEMES)))
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_pairs_are_readable(pair: tuple[str, str], at: int, theme: str) -> None:
    """What stands on a ground of its own."""
    colours = THEMES[theme]

    assert contrast(colours[pair[0]], colours[pair[1]]) > PAIRS[pair][at] - 0.1


@pytest.mark.parametrize("tints", [tokens.AVATARS_LIGHT, tokens.AVATARS_DARK], ids=list(THEMES))
def test_initials_are_readable(tints: tuple[tuple[str, str], ...]) -> None:
    """Six tints, each above 6 to 1."""
    assert all(contrast(letters, ground) > 6.0 for ground, letters in tints)


def test_both_themes_have_the_same_tokens() -> None:
    """A colour missing in one theme would stop a painter."""
    assert tokens.LIGHT.keys() == tokens.DARK.keys()


def test_more_contrast_asked_of_the_system_is_given(qapp: QApplication) -> None:
    look.show(qapp, theme="light", contrast=True)
    louder = {token: look.colour(token).name() for token in ("border", "text3")}
    look.show(qapp, theme="light")

    assert louder == {"border": tokens.LIGHT["borderStrong"].lower(), "text3": tokens.LIGHT["text2"].lower()}
