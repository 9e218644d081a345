"""Wholes are parted as the tables part them."""

from portbook.nomenclature.groups import groups
from portbook.nomenclature.partitions import exhaustive, partitions
from portbook.nomenclature.places import places
from portbook.nomenclature.products import products
from portbook.nomenclature.tables import by_code, table

KNOWN = {
    "partner": {*places(), *groups()},
    "product": set(products()),
    "regime": set(by_code("regimes")),
    "enterprise": set(by_code("enterprises")),
    "flow": {"total", "export", "import"},
}


def test_parts_and_wholes_are_known_members():
    for row in table("partitions"):
        assert {row["whole"], row["part"]} <= KNOWN[row["dimension"]], row
        assert row["kind"] in {"exhaustive", "selected", "overlapping"}
        assert row["reference"]


def test_members_of_a_group_are_a_partition_of_the_day():
    (asean,) = exhaustive("partner", "asean", "2024")
    assert len(asean) == 10
    assert exhaustive("partner", "asean") == [asean]
    assert len(exhaustive("partner", "asean", "2025-12")[0]) == 11
    assert len(exhaustive("partner", "eu27", "2019")[0]) == 28
    assert exhaustive("partner", "belt-and-road", "2024") == []


def test_the_world_is_its_continents_and_two_rows_more():
    (world,) = exhaustive("partner", "world", "2024")
    assert len(world) == 8
    assert {"asia", "ATA", "unspecified"} <= set(world)


def test_regimes_part_by_flow():
    assert [len(parts) for parts in exhaustive("regime", "total", flow="export")] == [12, 17]
    assert [len(parts) for parts in exhaustive("regime", "total", flow="import")] == [16, 17, 4]
    assert [len(parts) for parts in exhaustive("regime", "total")] == [17]
    assert exhaustive("regime", "processing") == [
        ("processing-assembling", "processing-imported-materials")
    ]


def test_enterprises_are_four():
    assert exhaustive("enterprise", "total") == [
        ("private", "foreign-invested", "state-owned", "other")
    ]


def test_lines_inside_a_heading_are_selected_and_starred_groups_overlap():
    kinds = {each.name: each.kind for each in partitions("product", "total")}
    assert kinds == {"starred": "overlapping"}
    (lines,) = partitions("product", "electronic-components")
    assert not lines.exhaustive
    assert "integrated-circuits" in lines.parts
    (inner,) = partitions("product", "diodes-semiconductors")
    assert inner.parts == ("solar-cells",)
