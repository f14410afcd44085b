"""What is drawn of check-ins: weeks as rows of days, and how often each kind of act. Runs in the drawing process."""

from typing import Any

from bot.pictures import style
from bot.pictures.pool import Picture, PictureFailed, Pictures
from cogs.checkins.model.recap import Drawn

UNSAID = "#777b84"
"""Quieter than the rest and still to be seen: 3.6:1 on the card."""
LOOKS = {"did": style.BLUE, "part": style.BLUE, "rest": style.GREEN, "asked": UNSAID, "missed": UNSAID}
RADIUS = 0.33
ALT_MAX = 1024
"""Of a file's description (documentation, attachment object)."""
HEAD_PX, WEEK_PX, LEGEND_PX, GAP_PX, ACT_PX = 230, 74, 56, 34, 62
IN_A_ROW = 3
ACT_NAME_PX, LEGEND_NAME_PX = 244, 208
"""As wide as what stands before a bar, or before the next sign, may be."""


async def picture_of(drawing: Pictures, data: Drawn, alt: str) -> Picture | None:
    """The card, ready to be sent; None where it did not come out."""
    try:
        png = await drawing.draw(history, data)
    except PictureFailed:
        return None
    return Picture("check-ins.png", png, alt[:ALT_MAX])


def history(data: Drawn) -> bytes:
    """The card: head, days, legend, acts."""
    acts = [one for one in data.acts if one[1]]
    bottom = ACT_PX * len(acts) + 40 if acts else 0
    weeks, legend = WEEK_PX * len(data.weeks), LEGEND_PX * _legend_rows(data)
    height = HEAD_PX + weeks + legend + GAP_PX + bottom
    figure = style.sheet(height)
    figure.set_layout_engine("none")
    figure.text(0.05, 1 - 44 / height, data.title, size=style.LARGE_PT, weight="bold", va="top")
    figure.text(0.05, 1 - 104 / height, data.subtitle, size=style.BASE_PT, color=style.FAINT, va="top")
    _days(figure.add_axes(_box(height, top=HEAD_PX - 70, tall=70 + weeks)), data)
    if legend:
        _legend(figure.add_axes(_box(height, top=HEAD_PX + weeks, tall=legend)), data)
    if acts:
        top = HEAD_PX + weeks + legend + GAP_PX
        _acts(figure.add_axes(_box(height, top=top, tall=bottom - 40)), acts, data.unnamed)
    return style.png(figure)


def _box(height: int, *, top: int, tall: int) -> tuple[float, float, float, float]:
    """A part as wide as the card, so many pixels below its top."""
    return (0.0, 1 - (top + tall) / height, 1.0, tall / height)


def _days(plot: style.Plot, data: Drawn) -> None:
    style.bare(plot)
    rows = len(data.weeks)
    tall = WEEK_PX / style.WIDTH_PX
    # one unit is a hundredth of the width; a week is as tall as WEEK_PX
    plot.set(xlim=(0, 100), ylim=(-(rows * tall * 100), 70 / style.WIDTH_PX * 100))
    columns = [29 + 10.4 * number for number in range(7)]
    for x, name in zip(columns, data.weekdays, strict=True):
        plot.text(x, 3.2, name, ha="center", va="center", size=style.SMALL_PT, color=style.FAINT)
    for row, (label, cells) in enumerate(data.weeks):
        y = -(row + 0.5) * tall * 100
        plot.text(5, y, label, ha="left", va="center", size=style.SMALL_PT, color=style.FAINT)
        for x, cell in zip(columns, cells, strict=True):
            mark(plot, x, y, cell, size=3.1)


def mark(plot: style.Plot, x: float, y: float, cell: str, *, size: float) -> None:
    """One day: a full disc, a half one, a moon for rest, a small ring where nothing was said, a dash for our fault."""
    from matplotlib import patches

    shapes: Any = patches
    colour = LOOKS.get(cell, UNSAID)
    if cell == "did":
        plot.add_patch(shapes.Circle((x, y), size, color=colour, lw=0))
    elif cell == "part":
        plot.add_patch(shapes.Circle((x, y), size, fill=False, ec=colour, lw=1.6))
        plot.add_patch(shapes.Wedge((x, y), size, 90, 270, color=colour, lw=0))
    elif cell == "rest":
        plot.add_patch(shapes.Circle((x, y), size, color=colour, lw=0))
        plot.add_patch(shapes.Circle((x + size * 0.5, y + size * 0.28), size * 0.82, color=style.GROUND, lw=0))
    elif cell == "asked":
        plot.add_patch(shapes.Circle((x, y), size * 0.34, fill=False, ec=colour, lw=1.4))
    elif cell == "missed":
        plot.plot([x - size * 0.4, x + size * 0.4], [y, y], color=colour, lw=1.6)


def _legend(plot: style.Plot, data: Drawn) -> None:
    """Three to a row, in columns wide enough for every language."""
    style.bare(plot)
    rows = _legend_rows(data)
    plot.set(xlim=(0, 100), ylim=(-(rows * LEGEND_PX / style.WIDTH_PX * 100), 0))
    for place, (cell, label) in enumerate(data.legend):
        row, column = divmod(place, IN_A_ROW)
        x, y = 6.5 + 31.5 * column, -(row + 0.5) * LEGEND_PX / style.WIDTH_PX * 100
        mark(plot, x, y, cell, size=1.9)
        plot.text(
            x + 3.6,
            y,
            style.fitting(label, LEGEND_NAME_PX, style.SMALL_PT),
            ha="left",
            va="center",
            size=style.SMALL_PT,
            color=style.FAINT,
        )


def _legend_rows(data: Drawn) -> int:
    return -(-len(data.legend) // IN_A_ROW)


def _acts(plot: style.Plot, acts: list[tuple[str, int]], unnamed: str) -> None:
    style.bare(plot)
    most = max(many for _, many in acts)
    plot.set(xlim=(0, 100), ylim=(len(acts) - 0.5, -0.5))
    for row, (label, many) in enumerate(acts):
        name = style.fitting(label, ACT_NAME_PX, style.BASE_PT) or unnamed
        plot.text(5, row, name, ha="left", va="center", size=style.BASE_PT)
        plot.barh(row, 48 * many / most, left=37, height=0.46, color=style.BLUE)
        plot.text(38.5 + 48 * many / most, row, str(many), ha="left", va="center", size=style.BASE_PT, weight="bold")
