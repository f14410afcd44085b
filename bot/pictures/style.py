"""One visual language for all pictures: a dark card as wide as a phone, few words, colours that everybody tells apart.

Drawn at twice the size at which it is seen, so a font of 10 points is about 13 pixels high on a phone. Only functions
that run in the drawing process may be called (`bot.pictures.pool`): the bot itself never loads matplotlib.
"""

import io
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

Sheet: TypeAlias = Any
"""matplotlib's Figure, whose own types are half unknown to the checker (matplotlib 3.10)."""
Plot: TypeAlias = Any
"""matplotlib's Axes."""

WIDTH_PX = 800
DPI = 200
SMALL_PT, BASE_PT, LARGE_PT = 8.5, 10.0, 13.0

GROUND = "#1e1f22"
"""Discord's darkest grey (its dark theme's side bar): a card on dark and on light."""
RAISED = "#2b2d31"
INK = "#f2f3f5"
FAINT = "#b5bac1"
"""Both inks keep 4.5:1 on GROUND and RAISED (WCAG 2.2, 1.4.3; a test counts)."""
QUIET = "#4e5058"
"""For what is there but says nothing: empty cells, guides."""

BLUE, ORANGE, GREEN, YELLOW, RED, PURPLE = "#56b4e9", "#e69f00", "#2bb98c", "#f0e442", "#e8743b", "#d58cb4"
SERIES = (BLUE, ORANGE, GREEN, PURPLE, YELLOW, RED)
"""Okabe and Ito 2008, its darker three made lighter for a dark ground. Never the only carrier of a meaning: where two
things differ by colour they differ by shape, place or a word too."""

_SETTINGS: dict[str, Any] = {
    "backend": "agg", "font.family": ["DejaVu Sans"], "font.size": BASE_PT, "text.color": INK, "text.parse_math": False,
    "figure.facecolor": GROUND, "savefig.facecolor": GROUND, "figure.dpi": DPI,
    "axes.facecolor": GROUND, "axes.edgecolor": QUIET, "axes.labelcolor": FAINT, "axes.titlesize": LARGE_PT,
    "axes.titlelocation": "left", "axes.titlepad": 12, "axes.spines.top": False, "axes.spines.right": False,
    "axes.grid": False, "axes.axisbelow": True, "grid.color": RAISED, "grid.linewidth": 1.0,
    "xtick.color": FAINT, "ytick.color": FAINT, "xtick.labelsize": SMALL_PT, "ytick.labelsize": SMALL_PT,
    "xtick.major.size": 0, "ytick.major.size": 0, "legend.frameon": False, "legend.fontsize": SMALL_PT,
    "lines.linewidth": 2.5, "lines.solid_capstyle": "round",
}  # fmt: skip


def prepare() -> None:
    """Loads what draws, and sets it to this language for the whole process."""
    import matplotlib

    settings: Any = matplotlib.rcParams
    settings.update(_SETTINGS)
    _characters()


def sheet(height_px: int) -> Sheet:
    """An empty card, WIDTH_PX wide."""
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH_PX / DPI, height_px / DPI), layout="constrained")


def bare(axes: Plot) -> None:
    """Takes frame and ticks away: what is drawn speaks for itself."""
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)


def baseline(axes: Plot) -> None:
    """Only the line on which bars stand, and pale guides for the eye."""
    axes.spines["left"].set_visible(False)
    axes.grid(visible=True, axis="y")


def png(figure: Sheet) -> bytes:
    """The finished picture. Nothing about the machine or the moment stands in the file."""
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=DPI, metadata={"Software": None})
    return out.getvalue()


def shown(text: str, most: int) -> str:
    """A text that somebody typed, as the font can write it: on one line, `most` characters, unknown signs left out.

    Empty where nothing of it can be written (a name in emoji): then draw a word of your own.
    """
    known = _characters()
    words = " ".join("".join(sign for sign in text if ord(sign) in known or sign.isspace()).split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def fitting(text: str, most_px: int, size_pt: float) -> str:
    """The same, cut where it would be wider than so many pixels at this size."""
    whole = shown(text, len(text))
    many = len(whole)
    while many > 1 and _width_px(shown(whole, many), size_pt) > most_px:
        many -= 1
    return shown(whole, many)


def _width_px(text: str, size_pt: float) -> float:
    font = _font()
    font.set_size(size_pt, DPI)
    font.set_text(text)
    return font.get_width_height()[0] / 64


@cache
def _font() -> Any:
    fonts: Any = import_module("matplotlib.font_manager")
    return fonts.get_font(fonts.findfont("DejaVu Sans"))


@cache
def _characters() -> set[int]:
    return set(_font().get_charmap())


def contrast(one: str, other: str) -> float:
    """How far two colours ("#rrggbb") are apart in lightness, 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts: Sequence[float] = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
