"""Templates are filled with figures, and nobody types a number."""

import pytest

from portbook.errors import BadDeclaration
from portbook.release.desk import sentences
from portbook.release.pieces import Number, joined, plain, render


def test_a_number_typed_by_hand_is_an_error():
    with pytest.raises(BadDeclaration, match="typed by hand"):
        render("exports rose 7.1% in {year}", {"year": "2024"}.__getitem__)


def test_slots_take_words_numbers_and_lines(book):
    figure = book.figure("growth", flow="export", period="2024")
    number = Number(figure, "7.1%")
    line = render("{who} {grew}.", {"who": "Exports", "grew": ("rose ", number)}.__getitem__)
    assert line == ("Exports", " ", "rose ", number, ".")
    assert plain(line) == "Exports rose 7.1%."


def test_joined_lines_have_one_space_between():
    assert plain(joined([("One.",), (), ("Two.",)])) == "One. Two."


def test_no_sentence_of_the_report_holds_a_digit():
    found = [text for section in sentences("en").values() for text in section.values()]
    assert len(found) > 50
    assert not [text for text in found if any(character.isdigit() for character in text)]
