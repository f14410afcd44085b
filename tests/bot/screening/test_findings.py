"""The pre-flight finds what leads back to somebody, and leaves ordinary vents alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.crisis import sentences
from bot.screening.findings import MOST_CANDIDATES, MOST_FINDINGS, findings, name_candidates

FOUND = [
    ("write to karen.smith@acme.com", "email", "k…@acme.com"),
    ("Schreibt an bewerbung@firma.co.uk!", "email", "b…@firma.co.uk"),
    ("karen (at) acme dot com", "email", "k…@acme dot com"),
    ("ruf mich an: 089/1234567", "phone", "089…67"),
    ("+49 170 1234567 is mine", "phone", "+49…67"),
    ("call (415) 555-2671 today", "phone", "(41…71"),
    ("his number is 020 7946 0958", "phone", "020…58"),
    ("it is on https://acme.com/jobs/7?x=1", "link", "acme.com/…"),
    ("look at www.acme.de", "link", "www.acme.de"),
    ("they run acme-careers.com", "link", "acme-careers.com"),
    ("steht auf karriere.at", "link", "karriere.at"),
    ("that was @karen_92 by the way", "handle", "@ka…"),
    ("ask <@123456789012345678>", "handle", "<@1…"),
    ("bob#1234 said it", "handle", "bob…"),
    ("my boss Karen screamed", "person", "my boss Karen"),
    ("my old manager tom did it", "person", "my old manager tom"),
    ("My colleague, Priya Patel, left", "person", "My colleague, Priya Patel"),
    ("mein Chef Thomas Müller hat gelacht", "person", "mein Chef Thomas Müller"),
    ("Meine Kollegin Sabine war dabei", "person", "Meine Kollegin Sabine"),
    ("Frau Schneider vom Jobcenter", "person", "Frau Schneider"),
    ("I talked to Mr. Jones again", "person", "Mr. Jones"),
    ("Karen from HR never called", "person", "Karen from HR"),
    ("Karen, my boss, laughed", "person", "Karen, my boss"),
    ("die Müller & Söhne GmbH", "company", "Müller & Söhne GmbH"),
    ("Acme Inc. ghosted me", "company", "Acme Inc."),
    ("bei der Siemens AG", "company", "Siemens AG"),
    ("Foo Bar Ltd rejected me", "company", "Foo Bar Ltd"),
    ("Blue Sky LLC", "company", "Blue Sky LLC"),
    ("they fired me on 12.03.2024", "date", "12.03.2024"),
    ("since March 5th", "date", "March 5th"),
    ("am 3. Mai kam der Brief", "date", "3. Mai"),
    ("am 12.3. war es vorbei", "date", "am 12.3."),
    ("on 2024-05-01", "date", "2024-05-01"),
    ("3rd of October 2023 it ended", "date", "3rd of October 2023"),
]
QUIET = [
    "Somebody from HR called. Anybody from HR? Nobody from HR, everybody from HR, Everyone from HR.",
    "Jemand von der Personalabteilung rief an, Niemand von HR",
    "I sent 200 applications in 2024 and heard back from 3.",
    "They offered 65.000 - 70.000, I asked for 80k. 40 h a week, 24/7 on call.",
    "Worked there 2019-2023, then 2 years nothing.",
    "C#, .NET 8.0, node.js, ASP.NET and socket.io are on my CV",
    "my boss said no. My manager was kind. my boss Friday meeting",
    "mein Chef hat gelacht, meine Kollegin auch. Mein Chef Montag Urlaub",
    "I have to be there at 9:30, room 12.04, floor 3",
    "Die AG der Schule trifft sich. Eine AG ist keine Firma.",
    "GPA 3.5, version 1.2.3, 10 000 Euro, 3.5.",
    "so tired...and sad.but going on",
    "Ich war 12.5 Jahre dort. Am 3. Tag kam die Absage.",
    "@everyone and @here do not work",
    "We may 5 times ask. I march 3 miles.",
]


@pytest.mark.parametrize(("text", "kind", "masked"), FOUND)
def test_what_leads_back_is_found_and_shown_masked(text: str, kind: str, masked: str) -> None:
    assert (kind, masked) in [(finding.kind, finding.masked) for finding in findings(text)]


@pytest.mark.parametrize("text", QUIET)
def test_ordinary_writing_raises_no_finding(text: str) -> None:
    assert findings(text) == []


def test_the_labelled_vents_raise_almost_no_finding() -> None:
    found = [sentence.text for sentence in sentences() if findings(sentence.text)]

    assert len(found) <= len(sentences()) * 0.01, found


def test_a_number_of_another_country_is_found_when_its_region_is_given() -> None:
    assert findings("06 12 34 56 78", regions=["FR"])[0].kind == "phone"


def test_one_place_is_told_once_and_there_are_never_more_than_ten() -> None:
    assert [finding.kind for finding in findings("me@acme.com me@acme.com")] == ["email"]
    assert len(findings(" ".join(f"a{number}@acme.com" for number in range(50)))) == MOST_FINDINGS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yesterday Karen told Wonko that I was out.", ["Karen", "Wonko"]),
        ("The recruiter called. Monday again. I went to Berlin.", []),
        ("Ich habe mit Sabine gesprochen und die Bewerbung war gut, Müller sagte nein", ["Sabine", "Müller"]),
        ("i talked to karen and it was bad", ["karen"]),
        ("Tom's desk is empty", ["Tom"]),
        ("Absage. Gehalt. Leben.", []),
    ],
)
def test_names_worth_a_search_are_named(text: str, names: list[str]) -> None:
    assert name_candidates(text) == names


@given(st.text(max_size=500))
def test_any_text_gives_at_most_five_names_and_a_bounded_list(text: str) -> None:
    assert len(name_candidates(text)) <= MOST_CANDIDATES
    assert all(finding.excerpt in text for finding in findings(text))
