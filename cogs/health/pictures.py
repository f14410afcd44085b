"""The three pictures of community health. Each title is the question that it answers. Runs in the drawing process."""

from typing import Any

from bot.pictures import style
from cogs.health.model.charts import Answers, Hours, Mutual

ANSWERS_PX, HOURS_PX, MUTUAL_PX = 620, 560, 480
_DOT = 22
_NAMED = (0, 2, 4, 6, 7, 9)
"""Steps whose names stand on the axis: more of them run into each other on a phone."""
CLASSES = (1, 5, 10)
"""Posts from which a cell is one shade stronger: a shade says "a few", never one post."""
_REACH = 0.3
"""Of rho, at least: the same height means the same in every group, so that a little more does not look like much."""
SHADES = (style.RAISED, "#1f5673", "#3a8ab8", "#8fd0f5")


def draw_answers(data: Answers) -> bytes:
    """Steps, because the shares are known at these moments only. The earlier window is a thin dashed line."""
    figure = style.sheet(ANSWERS_PX)
    axes = figure.add_subplot()
    style.baseline(axes)
    places = range(len(data.ticks))
    if data.before:
        axes.plot(places, data.before, color=style.FAINT, linewidth=1.5, linestyle=(0, (4, 3)), label=data.before_name)
    axes.plot(places, data.now, color=style.BLUE, marker="o", markersize=5, label=data.now_name)
    axes.set_ylim(0, 1.02)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25 %", "50 %", "75 %", "100 %"])
    axes.set_xticks(list(places), [name if place in _NAMED else "" for place, name in enumerate(data.ticks)])
    axes.set_xlabel(data.by)
    axes.set_title(data.title)
    figure.legend(loc="outside lower left", labelcolor=style.INK)
    return style.png(figure)


def draw_hours(data: Hours) -> bytes:
    """A heat map in four shades with a strip of listeners below it: full dots where several listen, rings elsewhere."""
    figure = style.sheet(HOURS_PX)
    axes = figure.add_subplot()
    style.bare(axes)
    across = len(data.hours)
    for row, counts in enumerate(data.posts):
        for column, count in enumerate(counts):
            _block(axes, column, row, _shade(count))
    below = len(data.days) + 0.4
    for hour, several in enumerate(data.cover):
        place = (hour + 0.5) * across / len(data.cover)
        face = style.ORANGE if several else style.GROUND
        axes.scatter([place], [below + 0.35], s=_DOT, facecolors=face, edgecolors=style.ORANGE, linewidths=1, zorder=3)
    axes.set_xlim(0, across)
    axes.set_ylim(below + 0.9, -0.1)
    axes.set_yticks([*(row + 0.5 for row in range(len(data.days))), below + 0.35], [*data.days, data.cover_name])
    every = max(1, across // 8)
    axes.set_xticks(list(range(0, across, every)), data.hours[::every])
    axes.set_title(data.title)
    _shades(figure, data)
    return style.png(figure)


def _block(axes: style.Plot, column: int, row: int, color: str) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((column + 0.04, row + 0.06), 0.92, 0.88, facecolor=color, linewidth=0))


def _shade(count: int) -> str:
    return SHADES[sum(count >= least for least in CLASSES)]


def _shades(figure: style.Sheet, data: Hours) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    marks: list[Any] = [Patch(facecolor=shade, label=name) for shade, name in zip(SHADES, data.legend, strict=True)]
    for name, face in ((data.many, style.ORANGE), (data.few, style.GROUND)):
        marks.append(
            Line2D([], [], marker="o", markersize=5, linestyle="", color=style.ORANGE, markerfacecolor=face, label=name)
        )
    figure.legend(handles=marks, loc="outside lower left", ncols=3, labelcolor=style.FAINT, columnspacing=1.2)


def draw_mutual(data: Mutual) -> bytes:
    """A small line over a grey band: inside the band is chance."""
    figure = style.sheet(MUTUAL_PX)
    axes = figure.add_subplot()
    style.baseline(axes)
    places = list(range(len(data.values)))
    width = 0.42
    for place, low, high in zip(places, data.low, data.high, strict=True):
        axes.fill_between([place - width, place + width], low, high, color=style.QUIET, linewidth=0, alpha=0.7)
    axes.plot(places, data.values, color=style.GREEN, marker="D", markersize=7)
    axes.set_xlim(-0.6, max(places, default=0) + 0.6)
    reach = max(_REACH, *(abs(value) for value in (*data.values, *data.low, *data.high))) * 1.35
    axes.set_ylim(-reach, reach)
    axes.set_yticks([0], [data.band])
    for height, side, name in ((1.0, "top", data.more), (0.0, "bottom", data.less)):
        axes.text(0.01, height, name, transform=axes.transAxes, va=side, color=style.FAINT, fontsize=style.SMALL_PT)
    axes.set_xticks(places, data.ticks)
    axes.set_title(data.title)
    return style.png(figure)
