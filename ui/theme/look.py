"""How the program looks at this moment: colours, type and sizes, asked for by what they are for.

There is no style sheet. What the kit shows it paints itself from these tokens, and the rest follows one palette: a
theme change is then one repaint, where an application style sheet costs 18 to 65 ms and makes every start slower.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from app.resources import RESOURCES
from ui.theme import tokens

_FONT_FILES = (
    "Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "InterDisplay-SemiBold.ttf", "Notes-Regular.ttf",
    "Notes-SemiBold.ttf",
)  # fmt: skip
_S = QFontDatabase.WritingSystem
_SCRIPTS = {
    _S.Japanese: "DroidSansFallbackFull.ttf", _S.Korean: "NotoSansKR-Regular.ttf",
    _S.Arabic: "NotoSansArabic-Regular.ttf", _S.Hebrew: "NotoSansHebrew-Regular.ttf",
    _S.Devanagari: "NotoSansDevanagari-Regular.ttf", _S.Thai: "NotoSansThai-Regular.ttf",
}  # fmt: skip
_SMALLEST, _LARGEST = 90, 130
# Asked for in Qt's own words when the application is made: the 566 names of Python's `QStyle` take 11 ms and 350 kB.
BASE_STYLE = ("-style", "Fusion")
_W = QFont.Weight


class Role(NamedTuple):
    """One role of type: size and line in logical pixels at 100 %."""

    pixels: int
    line: int
    weight: QFont.Weight
    display: bool = False


ROLES = {
    "display": Role(26, 32, _W.DemiBold, display=True),
    "number": Role(28, 34, _W.DemiBold, display=True),
    "title": Role(22, 28, _W.DemiBold, display=True),
    "lead": Role(15, 22, _W.Normal),
    "search": Role(18, 24, _W.Normal),
    "heading": Role(15, 20, _W.DemiBold),
    "statement": Role(14, 20, _W.Medium),
    "body": Role(13, 18, _W.Normal),
    "bodyMedium": Role(13, 18, _W.Medium),
    "bodyStrong": Role(13, 18, _W.DemiBold),
    "caption": Role(12, 16, _W.Normal),
    "captionMedium": Role(12, 16, _W.Medium),
    "captionStrong": Role(12, 16, _W.DemiBold),
    "keycap": Role(11, 14, _W.Medium),
}


class _Now:
    """The one state of this module: which theme, how large, which family."""

    dark = False
    contrast = False
    percent = 100
    system_font = False
    generation = 0


_now = _Now()
_colours: dict[str, QColor] = {}
_fonts: dict[str, QFont] = {}


def colour(token: str) -> QColor:
    """The colour of a token in the current theme; with more contrast asked of the system, lines and quiet text grow."""
    found = _colours.get(token)
    if found is None:
        wanted = _LOUDER.get(token, token) if _now.contrast else token
        found = _colours[token] = QColor((tokens.DARK if _now.dark else tokens.LIGHT)[wanted])
    return found


def avatar_colours(number: int) -> tuple[QColor, QColor]:
    """Ground and letters of a person's picture."""
    tints = tokens.AVATARS_DARK if _now.dark else tokens.AVATARS_LIGHT
    ground, letters = tints[number * 2_654_435_761 % 2**32 % len(tints)]
    return QColor(ground), QColor(letters)


def font(role: str) -> QFont:
    """The font of a role, at the person's text size."""
    found = _fonts.get(role)
    if found is None:
        found = _fonts[role] = _made(ROLES[role])
    return found


def line_height(role: str) -> int:
    """The height of one line of a role, in logical pixels."""
    return size(ROLES[role].line)


def size(pixels: float) -> int:
    """A length in logical pixels at the person's text size."""
    return round(pixels * _now.percent / 100)


def is_dark() -> bool:
    """Whether the dark theme is shown."""
    return _now.dark


def generation() -> int:
    """Rises with each change of look, for what caches drawings."""
    return _now.generation


def start(app: QApplication) -> None:
    """Fonts and colours, before the first widget, of an application that was made with `BASE_STYLE`."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
    _fill_gaps()
    show(app)


def _fill_gaps() -> None:
    """Load our own font for each script that this computer has none for.

    Before the first picture: it takes 4 ms, and the first Japanese or Korean name without it 8 to 13 in each role.
    """
    for script, name in _SCRIPTS.items():
        if not QFontDatabase.families(script):
            QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))


def show(
    app: QApplication, *, theme: str = "system", percent: int = 100, system_font: bool = False, contrast: bool = False
) -> None:
    """Take on a look: `theme` is light, dark or system; `percent` the text size, 90 to 130."""
    type_before = (_now.percent, _now.system_font)
    _now.dark = theme == "dark" or (theme == "system" and _system_is_dark())
    _now.contrast = contrast
    _now.percent = max(_SMALLEST, min(_LARGEST, percent))
    _now.system_font = system_font
    _now.generation += 1
    _colours.clear()
    _fonts.clear()
    app.setFont(font("body"))
    palette = _palette()
    app.setPalette(palette)
    app.setPalette(_for_menus(palette), "QMenu")  # type: ignore[arg-type]  # the stubs want bytes, the call a str
    if type_before != (_now.percent, _now.system_font):
        for widget in app.allWidgets():  # the same colours in another size: Qt itself would tell nobody
            app.sendEvent(widget, QEvent(QEvent.Type.PaletteChange))
    QToolTip.setPalette(palette)
    QToolTip.setFont(font("caption"))


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _made(role: Role) -> QFont:
    if _now.system_font:
        made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    else:
        made = QFont("Inter Display" if role.display else "Inter")
    made.setPixelSize(size(role.pixels))
    made.setWeight(role.weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _for_menus(palette: QPalette) -> QPalette:
    """The same, with the ground of a chosen row, and an edge that is seen on a dark card: Fusion darkens the window."""
    menus = QPalette(palette)
    roles = QPalette.ColorRole
    for role, token in ((roles.Window, "raised"), (roles.Highlight, "selection"), (roles.HighlightedText, "text")):
        menus.setColor(role, colour(token))
    return menus


def _palette() -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("text3"))
    return palette


_R = QPalette.ColorRole
_PALETTE = {
    _R.Window: "canvas", _R.WindowText: "text", _R.Base: "surface", _R.AlternateBase: "canvas", _R.Text: "text",
    _R.PlaceholderText: "text3", _R.Button: "surface", _R.ButtonText: "text", _R.BrightText: "missed",
    _R.Highlight: "fill", _R.HighlightedText: "onFill", _R.Link: "accent", _R.LinkVisited: "accent",
    _R.ToolTipBase: "toast", _R.ToolTipText: "onToast", _R.Light: "surface", _R.Midlight: "hover", _R.Mid: "border",
    _R.Dark: "borderStrong", _R.Shadow: "border", _R.Accent: "fill",
}  # fmt: skip
_LOUDER = {"border": "borderStrong", "text3": "text2"}
