"""All checks, one after the other."""

from layers.built import Built
from layers.circles import check_circles
from layers.definitions import check_definitions
from layers.include_law import IncludeLaw
from layers.law import Law
from layers.sizes import check_sizes


def problems_of(tree, tables, exceptions):
    """Sentences, each beginning with a path; empty when every rule holds. `tables`, `exceptions`: the
    modules of these names, or what the self-test puts in their place."""
    return [
        *IncludeLaw(tree, Law(tables)).run(),
        *Built(tree).run(),
        *check_circles(tree, exceptions),
        *check_definitions(tree, exceptions),
        *check_sizes(tree, tables, exceptions),
    ]
