"""Groups have their members of the day."""

import pytest

from portbook.errors import UnknownName
from portbook.nomenclature.groups import adds_up, groups, members, memberships
from portbook.nomenclature.places import places


@pytest.mark.parametrize(
    ("group", "period", "count"),
    [
        ("asean", "2024", 10),
        ("asean", "2025-10", 11),
        ("asean", "2025-09", 10),
        ("asean", "1998", 9),
        ("eu27", "2012", 27),
        ("eu27", "2013-Q3", 28),
        ("eu27", "2020-01", 28),
        ("eu27", "2020-02", 27),
        ("eu27", "2024", 27),
        ("ea20", "2024", 20),
        ("brics", "2009-05", 0),
        ("brics", "2023", 5),
        ("brics", "2024", 9),
        ("brics", "2025", 10),
        ("brics-others", "2024", 8),
        ("g7", "2024", 7),
        ("apec", "1997", 18),
        ("apec", "2024", 21),
        ("rcep", "2022", 15),
        ("usmca", "2024", 3),
        ("central-asia", "2024", 5),
        ("emde", "2024", 155),
        ("advanced", "2024", 41),
        ("belt-and-road", "2024", 0),
        ("asean-hkg-usa", "2024", 12),
        ("asia", "2024", 52),
        ("africa", "2024", 64),
    ],
)
def test_a_group_has_so_many_members(group, period, count):
    assert len(members(group, period)) == count


def test_members_come_and_go():
    assert "GBR" in members("eu27", "2019")
    assert "GBR" not in members("eu27", "2020")
    assert "TLS" not in members("asean", "2025-01/2025-09")
    assert "TLS" in members("asean", "2025")


def test_no_economy_is_advanced_and_emerging():
    assert not set(members("emde")) & set(members("advanced"))


def test_the_continents_part_their_places():
    names = ("asia", "africa", "europe", "latin-america", "north-america", "oceania")
    listed = [member for name in names for member in members(name, "2024")]
    assert len(listed) == len(set(listed))
    assert {"CHN", "USA", "BRA", "ZAF", "AUS", "DEU", "MEX"} <= set(listed)


def test_a_single_place_has_no_members_and_an_unknown_one_is_refused():
    assert members("VNM") == ()
    with pytest.raises(UnknownName, match="no group called 'asaen'; did you mean: asean"):
        members("asaen")


def test_memberships_of_a_place():
    assert {"asean", "apec", "rcep", "asia", "emde"} <= set(memberships("VNM", "2024"))
    assert "eu27" not in memberships("GBR", "2024")


def test_members_are_places_or_groups_and_every_group_says_where_it_is_from():
    for group, row in groups().items():
        assert row["reference"], group
        assert set(members(group)) <= {*places(), *groups()}, group


def test_which_groups_the_tables_add_up():
    found = {group for group in groups() if adds_up(group) == "2024"}
    continents = {"asia", "africa", "europe", "latin-america", "north-america", "oceania"}
    assert found == {"asean", "apec", "eu27"} | continents
    assert adds_up("belt-and-road") == adds_up("VNM") == ""
