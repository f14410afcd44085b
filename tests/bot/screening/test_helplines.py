"""The helplines: there is one for every country promised, and a broken file says what is wrong."""

import pytest

from bot.screening.helplines import HelplineError, load, read

COUNTRIES = "US CA GB IE AU NZ DE AT CH NL BE FR ES IT PT PL SE NO DK FI IN ZA SG JP BR MX"
PROMISED = COUNTRIES.split()
GOOD = """
[directory]
name = "D"
url = "https://d.example"
about = "all"
source = "https://d.example"
checked = 2026-11-22
by = "us"

[[line]]
country = "DE"
name = "L"
number = "0800 111"
url = "https://l.example"
hours = "24 hours"
languages = ["de"]
source = "https://l.example"
checked = 2026-11-22
by = "us"
"""


@pytest.mark.parametrize("country", PROMISED)
def test_every_promised_country_has_a_line(country: str) -> None:
    assert load().for_country(country.lower())


def test_people_elsewhere_get_the_directory() -> None:
    assert load().for_country("XX") == ()
    assert load().directory.url.startswith("https://")


def test_every_line_says_honestly_how_it_was_checked() -> None:
    assert all("re-checked by the operator" in line.by for line in load().lines)
    assert len(load().countries()) >= len(PROMISED)


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ('country = "DE"', 'country = "Germany"', "two capital letters"),
        ('number = "0800 111"', 'number = "ring us"', "no number one can dial"),
        ('number = "0800 111"\n', "", "“number” is missing"),
        ('url = "https://l.example"', 'url = "http://l.example"', "https://"),
        ("checked = 2026-11-22\nby", 'checked = "soon"\nby', "a day like"),
        ('languages = ["de"]', 'languages = ["German"]', "“languages”"),
        ('name = "L"', 'name = "L"\nnumbr = "1"', "typing slip"),
        ("[[line]]", "[[lines]]", "no \\[\\[line\\]\\]"),
        ("[directory]", "[directories]", "no \\[directory\\]"),
        ('name = "D"', "name = D", "cannot be read"),
    ],
)
def test_a_broken_file_is_refused_in_words_that_name_the_entry(was: str, becomes: str, says: str) -> None:
    assert read(GOOD)
    with pytest.raises(HelplineError, match=says):
        read(GOOD.replace(was, becomes))
