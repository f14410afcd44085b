"""`wingbeat texts`: everything that is said, to be read once through."""

from pathlib import Path

import click

from bot.app import discover
from bot.operating.speaking import REFUSED, leave, say
from bot.text.catalogue import DEFAULT_LOCALE, SHARED, Catalogue
from bot.text.reading import page


@click.command(short_help="Print all texts, to be read through.")
@click.argument("languages", nargs=-1)
@click.option("--longer", metavar="CHARACTERS", type=int, default=0, help="Only texts that are longer.")
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="A file to write it to.")
def texts(languages: tuple[str, ...], longer: int, to: Path | None) -> None:
    """Print all texts in reading order, in one language (en-US) or in several below each other (en-US de)."""
    folders = {"shared": SHARED, **{feature.name: feature.texts for feature in discover()}}
    known = Catalogue(folders.values()).locales
    wanted = languages or (DEFAULT_LOCALE,)
    if strangers := [one for one in wanted if one not in known]:
        raise click.UsageError(f"There are no texts in {', '.join(strangers)}; there are {', '.join(known)}.")
    found = page(folders, wanted, longer)
    if to is None:
        say(found)
        return
    try:
        to.write_text(found, encoding="utf-8")
    except OSError as error:
        leave(REFUSED, f"I cannot write {to}: {error.strerror}.")
    say(f"{to}: {found.count(chr(10))} lines")
