"""The small picture of a balance: two bars. Runs in the drawing process."""

from dataclasses import dataclass

from bot.pictures import style

HEIGHT_PX = 330
HATCHES = ("", "////", "....")
LABEL_FROM = 0.07
"""A part narrower than this share of the picture has no room for its number."""


@dataclass(frozen=True)
class Bars:
    """`sides` are two: (its name, how often of each kind); `kinds` are the kinds' names, in the same order."""

    sides: tuple[tuple[str, tuple[int, ...]], ...]
    kinds: tuple[str, ...]


def draw(bars: Bars) -> bytes:
    """A PNG. Kinds differ by colour and by pattern; equal lengths are equally much."""
    figure = style.sheet(HEIGHT_PX)
    axes = figure.add_subplot()
    style.bare(axes)
    longest = max(sum(counts) for _, counts in bars.sides)
    for row, (name, counts) in enumerate(bars.sides):
        place, start = -row * 1.0, 0
        axes.text(0, place + 0.42, name, color=style.INK, fontsize=style.BASE_PT, va="bottom", ha="left")
        for number, count in enumerate(counts):
            if count:
                axes.barh(
                    place + 0.12, count, left=start, height=0.44, color=style.SERIES[number],
                    hatch=HATCHES[number], edgecolor=style.GROUND, linewidth=1.5, label="_",
                )  # fmt: skip
            if count >= LABEL_FROM * longest:
                axes.text(
                    start + count / 2, place + 0.12, str(count), color=style.GROUND, fontsize=style.BASE_PT,
                    ha="center", va="center", fontweight="bold",
                    bbox={"facecolor": style.SERIES[number], "edgecolor": "none", "pad": 1.5},
                )  # fmt: skip
            start += count
    _legend(figure, axes, bars)
    axes.set_xlim(0, longest)
    axes.set_ylim(-1.2, 0.9)
    return style.png(figure)


def _legend(figure: style.Sheet, axes: style.Plot, bars: Bars) -> None:
    from matplotlib.patches import Patch

    used = [number for number in range(len(bars.kinds)) if any(counts[number] for _, counts in bars.sides)]
    marks = [
        Patch(facecolor=style.SERIES[number], hatch=HATCHES[number], edgecolor=style.GROUND, label=bars.kinds[number])
        for number in used
    ]
    figure.legend(handles=marks, loc="outside lower left", ncols=len(marks), labelcolor=style.FAINT)
    axes.set_xlabel("")
