"""Every colour of the program, by what it is for: light and dark. No colour is written anywhere else.

`tests/ui/test_contrast.py` computes the contrast of each pair that DESIGN.md section 4 promises.
"""

from __future__ import annotations

LIGHT = {
    "chrome": "#F3F1EC", "canvas": "#FDFCFA", "surface": "#FFFFFF", "hover": "#F2EFE9", "hoverChrome": "#E8E5DD",
    "selection": "#DFEBF0", "neutralSoft": "#E9E6DD", "raised": "#FFFFFF", "border": "#E5E1D9",
    "borderStrong": "#847E73", "scroll": "#CFC9BE", "text": "#22201C", "text2": "#57534C", "text3": "#68635B",
    "accent": "#1B6080", "accentSoft": "#E2EEF3", "fill": "#1B6080", "fillHover": "#154D67", "onFill": "#FFFFFF",
    "theirs": "#86446F", "theirsSoft": "#F6EAF2", "kept": "#2A6E46", "keptSoft": "#E3F1E8", "risk": "#8A5100",
    "riskSoft": "#FBEFD8", "missed": "#AE342A", "missedSoft": "#FBE8E5",
    "toast": "#22201C", "onToast": "#FDFCFA", "toastLink": "#9DD0E7", "overlap": "#3A3550",
    "scrim": "#3D000000", "shadow": "#3D000000",  # black, seen through: alpha first
}  # fmt: skip

DARK = {
    "chrome": "#191817", "canvas": "#1F1E1C", "surface": "#272623", "hover": "#2F2D29", "hoverChrome": "#2A2826",
    "selection": "#263D48", "neutralSoft": "#3A3833", "raised": "#56534C", "border": "#3A3833",
    "borderStrong": "#8D877C", "scroll": "#4C4943", "text": "#EDEAE4", "text2": "#BCB7AD", "text3": "#ACA69B",
    "accent": "#82C1DE", "accentSoft": "#223A45", "fill": "#2F7A9C", "fillHover": "#2A6E8D", "onFill": "#FFFFFF",
    "theirs": "#DFA6CE", "theirsSoft": "#402D3B", "kept": "#80CA9E", "keptSoft": "#23392C", "risk": "#E6B560",
    "riskSoft": "#3E3320", "missed": "#F39B8F", "missedSoft": "#472B28",
    "toast": "#EDEAE4", "onToast": "#1F1E1C", "toastLink": "#144A63", "overlap": "#F1DDEF",
    "scrim": "#8C000000", "shadow": "#99000000",
}  # fmt: skip

# Ground and letters of a person's picture; which one is chosen by the person's id, never by the name.
AVATARS_LIGHT = (
    ("#DCE8EE", "#1B4A61"), ("#F1E2EC", "#6B3058"), ("#E3EBDD", "#3C5A2C"),
    ("#F3E7D6", "#6E4516"), ("#E4E3F0", "#443F7A"), ("#E8E4DD", "#524A3C"),
)  # fmt: skip
AVATARS_DARK = (
    ("#2B4450", "#BFE0EF"), ("#49323F", "#F0CBE2"), ("#344130", "#CBE3BC"),
    ("#4A3C28", "#F0D4AA"), ("#393853", "#CFCDF2"), ("#403D37", "#DDD6C9"),
)  # fmt: skip
