"""What can be pressed below a post: three cheers, and a laugh under *Cheer me up* where the server has one."""

from dataclasses import dataclass, field

from cogs.venting.model.vent import Change, Cheer, Vent, Wish

THREE = (Cheer.WITH_YOU, Cheer.SITTING, Cheer.ROOTING)
USUAL = {Cheer.WITH_YOU: "🫂", Cheer.SITTING: "☕", Cheer.ROOTING: "💪"}


@dataclass(frozen=True)
class CheerSet:
    """A server's cheers by the number in their buttons; `labels` are its own words, the usual ones are texts."""

    emoji: dict[Cheer, str] = field(default_factory=lambda: dict(USUAL))
    labels: dict[Cheer, str] = field(default_factory=dict[Cheer, str])

    def below(self, wish: Wish) -> tuple[Cheer, ...]:
        """Those on a card with this wish."""
        laughs = wish is Wish.CHEER and Cheer.LAUGH in self.emoji
        return (*THREE, Cheer.LAUGH) if laughs else THREE

    def meant_by(self, emoji: str, wish: Wish) -> Cheer | None:
        """The cheer a reaction stands for, None if it is just a reaction."""
        bare = _bare(emoji)
        return next((cheer for cheer in self.below(wish) if _bare(self.emoji[cheer]) == bare), None)


@dataclass(frozen=True)
class Cheered:
    """What pressing a cheer did, how the vent stands now, and what can be pressed below it."""

    change: Change
    vent: Vent
    cheers: CheerSet


def cheer_set(three: tuple[tuple[str, str], ...], laugh: tuple[str, str] | None) -> CheerSet:
    """As the server chose them, (emoji, label) each; the usual three where it chose none."""
    chosen = dict(zip(THREE, three, strict=False)) | ({Cheer.LAUGH: laugh} if laugh is not None else {})
    emoji = USUAL | {cheer: face for cheer, (face, _) in chosen.items()}
    return CheerSet(emoji, {cheer: f"{face} {label}" for cheer, (face, label) in chosen.items()})


def _bare(emoji: str) -> str:
    """Without the mark that asks for colour: Discord sends some emoji with it and some without."""
    return emoji.replace("\ufe0f", "")
