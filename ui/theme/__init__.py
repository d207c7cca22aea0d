"""The look of the program: colours, type, sizes and icons, by what they are for."""

from ui.theme.icons import icon, pixmap
from ui.theme.look import avatar_colours, colour, font, line_height, size

__all__ = ["avatar_colours", "colour", "font", "icon", "line_height", "pixmap", "size"]
