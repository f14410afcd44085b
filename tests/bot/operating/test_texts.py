"""Whoever reviews the words reads them all in one go."""

from pathlib import Path

from click.testing import CliRunner

from bot.cli import main
from bot.text.reading import sentences


def test_all_words_come_in_the_order_of_the_files_one_language_below_the_other(tmp_path: Path) -> None:
    (tmp_path / "en-US.ftl").write_text(
        "first = One\n## Later\n"
        "second = { $count ->\n    [one] 1 line\n   *[other] { $count } lines\n  }\n    .label = A label\n"
    )
    (tmp_path / "de.ftl").write_text("second = Zwei\nfirst = Eins\n")

    read = list(sentences(tmp_path, ["en-US", "de"]))

    assert [(one.id, one.heading) for one in read] == [("first", ""), ("second", "Later"), ("second.label", "Later")]
    assert [list(one.said.values()) for one in read] == [
        ["One", "Eins"],
        ["[1 line|{count} lines]", "Zwei"],
        ["A label"],
    ]


def test_a_reviewer_gets_a_file(tmp_path: Path) -> None:
    given = CliRunner().invoke(main, ["texts", "en-US", "de", "--longer", "200", "--to", str(tmp_path / "texts.md")])

    page = (tmp_path / "texts.md").read_text()
    assert given.exit_code == 0
    assert "`defect`" not in page, "it is short"
    assert "`crisis`" in page
    assert "Manche dieser Worte" in page


def test_a_language_that_is_not_there_is_named() -> None:
    given = CliRunner().invoke(main, ["texts", "xx"])

    assert given.exit_code == 2
    assert "xx" in given.output
    assert "de" in given.output
