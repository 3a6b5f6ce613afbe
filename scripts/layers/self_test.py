"""Checks the checker: each violating tree must be refused, the clean trees accepted.

The trees have tables of their own, so that a change of tables.py changes nothing here.
"""

from types import SimpleNamespace

from layers import tables as real
from layers.house import problems_of
from layers.self_test_trees import CLEAN, EXCUSED, FLOORS, VIOLATIONS, WAIVED
from layers.tree import Tree

TABLES = SimpleNamespace(
    FLOORS=FLOORS,
    BESIDE={"web/platform": {"web/ui"}},
    TEST_FLOORS={"forms": 5, "bench": 99},
    NEVER={"web/ui": {"core/archive", "core/store", "core/bundle"}},
    TARGETS={"forms_data": "forms", "commission": "commission"},
    HOMES={
        "imgui*.h": ["web/ui/draw/*", "web/platform/*"],
        "sqlite3.h": ["core/store/*", "commission/register/*"],
        "cereal/*": ["#core/bundle/*"],
        "botan*": ["#core/bundle/*"],
        "nlohmann/*": ["core/json/*"],
        "gtest/*": ["tests/*"],
    },
    SYSTEM_HEADERS=real.SYSTEM_HEADERS,
    SYSTEM_HOMES=["commission/*"],
    STANDARD_HEADERS=real.STANDARD_HEADERS,
    LIBRARY_HOMES={
        "imgui": ["web/ui/draw", "web/platform"],
        "sqlite3": ["core/store", "commission/register"],
        "cereal": ["core/bundle"],
        "botan": ["core/bundle"],
    },
    MOST_LINES={".h": 20, ".cc": 40, ".js": 15, ".mjs": 15},
    MOST_PAIRS=3,
)
EXCEPTIONS = SimpleNamespace(DEFINED_ELSEWHERE={}, CIRCLES={}, LARGE={})


def problems_in(tree, exceptions=EXCEPTIONS):
    return problems_of(Tree(tree), TABLES, exceptions)


def exceptions_with(entries):
    return SimpleNamespace(**(vars(EXCEPTIONS) | entries))


def passes():
    failures = []
    accepted = [(CLEAN, EXCEPTIONS)]
    accepted += [(CLEAN | change, exceptions_with(entries)) for change, entries in EXCUSED]
    for tree, exceptions in accepted:
        if found := problems_in(tree, exceptions):
            failures.append(f"refused, though nothing is wrong: {found}")
    refused = [(change, {}, expected) for change, expected in VIOLATIONS] + WAIVED
    for change, entries, expected in refused:
        found = problems_in(CLEAN | change, exceptions_with(entries))
        if not any(expected in problem for problem in found):
            failures.append(f"{change} {entries}: expected '{expected}', found {found}")
    for failure in failures:
        print(failure)
    print(f"{len(accepted) + len(refused) - len(failures)} passed, {len(failures)} failed")
    return not failures
