#!/usr/bin/env python3
"""Checks the rules of the house that a compiler does not know: the include law, the homes of
third-party headers, circles of includes, where functions are defined, sizes, and that every source
and test is built.

    check_layers.py               checks the repository that this file lies in
    check_layers.py --self-test   checks the checker: each violating tree must be refused

The rules as data: layers/tables.py; what is let pass, with reasons: layers/exceptions.py.
"""

import pathlib
import sys

from layers import exceptions, self_test, tables
from layers.house import problems_of
from layers.tree import read_tree


def main(arguments):
    if arguments == ["--self-test"]:
        return 0 if self_test.passes() else 1
    tree = read_tree(pathlib.Path(__file__).resolve().parent.parent)
    problems = problems_of(tree, tables, exceptions)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
