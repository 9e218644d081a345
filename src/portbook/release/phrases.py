"""The words that figures are written with: predicates from their measures, subjects from cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portbook.errors import BadDeclaration
from portbook.nomenclature.labels import label
from portbook.release.numbers import prose
from portbook.release.pieces import Line, Piece, render

if TYPE_CHECKING:
    from portbook.figures.cell import Scope
    from portbook.figures.figure import Figure
    from portbook.figures.measure import Measure

ARTICLE = re.compile(
    r"United |European Union$|.*(Republic|Islands|Emirates|Federation)$"
    r"|(Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Comoros)$"
)
"""Names of places that English writes with an article."""


def articled(name: str, lang: str = "en") -> str:
    """Return the name of a place as it stands in a sentence.

    Examples
    --------
    >>> articled("China"), articled("United States")
    ('China', 'the United States')
    """
    return f"the {name}" if lang == "en" and ARTICLE.match(name) else name


def possessive(name: str, lang: str = "en") -> str:
    """Return the name of a place as the owner of something.

    Examples
    --------
    >>> possessive("China"), possessive("United States"), possessive("中国", "zh")
    ('China’s', 'the United States’', '中国')
    """
    if lang == "zh":
        return name
    named = articled(name, lang)
    return f"{named}\u2019" if named.endswith("s") else f"{named}\u2019s"


def word(measure: Measure, which: str, lang: str) -> str:
    """Return one of the words of a measure.

    Raises
    ------
    BadDeclaration
        Where the measure has no such word in the language.
    """
    try:
        return measure.phrases[lang][which]
    except KeyError:
        raise BadDeclaration(f"{measure.name} has no phrase {which!r} in {lang!r}") from None


def predicate(figure: Figure, lang: str = "en", **slots: Piece | Line) -> Line:
    """Return what is said of a figure's subject: "rose 7.1%", "made up 59.4% of its exports".

    The measure's phrase ``says`` is taken, or ``falls`` for what is negative where it has one.
    """
    phrases = figure.measure.phrases.get(lang, {})
    which = "falls" if figure.value < 0 and "falls" in phrases else "says"
    given: dict[str, Piece | Line] = {"value": prose(figure, lang), **slots}
    return render(word(figure.measure, which, lang), given.__getitem__)


def column(figure: Figure, lang: str = "en") -> str:
    """Return the head of a column of figures of one measure."""
    return word(figure.measure, "column", lang)


NARROWED = {
    "en": {
        "flow": {"total": "foreign trade", "balance": "trade balance"},
        "product": "{flow} of {product}",
        "export": "{flow} to {partner}",
        "import": "{flow} from {partner}",
        "total": "{flow} with {partner}",
        "balance": "{flow} with {partner}",
        "enterprise": "{flow} by {enterprise}",
        "regime": "{flow} under {regime}",
    }
}
"""How the members of a scope are worded around its flow."""


def trade(scope: Scope, lang: str = "en", *, product: str = "", partner: str = "") -> str:
    """Return what a scope is called without its reporter: "exports of ships to Japan"."""
    words = NARROWED[lang]
    flows: dict[str, str] = words["flow"]  # type: ignore[assignment]
    said = flows.get(scope.flow) or label(scope.flow, lang, "flow")
    for dimension in scope.narrowed():
        name = {"product": product, "partner": partner}.get(dimension) or label(
            getattr(scope, dimension), lang, dimension
        )
        if dimension == "partner":
            name = articled(name, lang)
        pattern: str = words[scope.flow if dimension == "partner" else dimension]  # type: ignore[assignment]
        said = pattern.format(flow=said, **{dimension: name})
    return said
