"""Find what a folder declares: measures, sources, models. Nothing is registered by hand."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Generic, TypeVar

from portbook.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


class Catalogue(Generic[T]):
    """What the modules of one package declare, by name, and what entry points add.

    Parameters
    ----------
    package
        The package whose modules are content files, each holding what it is named after.
    kind
        What one item is called, for errors (``"measure"``).
    item
        The class of the items.
    """

    def __init__(self, package: str, kind: str, item: type[T]) -> None:
        self._package, self._kind, self._item = package, kind, item

    @cached_property
    def _items(self) -> dict[str, T]:
        found: dict[str, T] = {}
        path = import_module(self._package).__path__
        for module in iter_modules(path):
            one = getattr(import_module(f"{self._package}.{module.name}"), module.name, None)
            if isinstance(one, self._item):
                found[module.name] = one
        for point in entry_points(group=self._package):
            found[point.name] = point.load()
        return dict(sorted(found.items()))

    def __getitem__(self, name: str) -> T:
        """Return the item called `name`, or say which names are near."""
        if name in self._items:
            return self._items[name]
        raise UnknownName(self._kind, name, self._items)

    def __contains__(self, name: object) -> bool:
        """Return whether there is an item of that name."""
        return name in self._items

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names, in order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def items(self) -> list[tuple[str, T]]:
        """Return names and items, in order."""
        return list(self._items.items())
