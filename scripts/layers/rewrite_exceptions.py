#!/usr/bin/env python3
"""Rewrites exceptions.py for the tree as it is: what is still needed keeps its reason, sizes are
measured again, what is new gets the reason "to be split". Read the difference before committing it.
"""

import pathlib
import sys
import textwrap

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SCRIPTS))

from layers import circles, definitions, exceptions, sizes, tables  # noqa: E402
from layers.tree import read_tree  # noqa: E402

NEW = "to be split"

TEXT = '''"""What the checks let pass, each with its reason. An entry that is not needed any more is an error;
rewrite_exceptions.py takes such entries out.
"""

# Header (or source) -> (reason, the sources that define functions which it declares). Sources of the
# same folder without it; "nowhere": no C++ file of the repository.
DEFINED_ELSEWHERE = {{
{elsewhere}}}

# Circle of includes: its files, or its two sources -> reason.
CIRCLES = {{
{circles}}}

# File or folder over its limit -> (lines or file pairs that it may have, reason).
LARGE = {{
{large}}}
'''


def defined_elsewhere(tree):
    for path, sources in sorted(definitions.found_elsewhere(tree)[0].items()):
        reason, _ = exceptions.DEFINED_ELSEWHERE.get(path, (NEW, ""))
        names = " ".join(sorted(definitions.beside(path, source) for source in sources))
        line = f'    "{path}": ("{reason}", "{names}"),\n'
        if len(line) > 101:
            names = textwrap.fill(names, 92, initial_indent=" " * 8, subsequent_indent=" " * 8)
            line = f'    "{path}": ("{reason}", """\n{names}"""),\n'
        yield line


def known_circles(tree):
    edges = circles.edges_of(tree)
    found = circles.circles_of(edges) + [[one[0], one[2]] for one in circles.mutual_sources(edges)]
    for name in sorted(" ".join(circle) for circle in found):
        yield f'    "{name}": "{exceptions.CIRCLES.get(name, NEW)}",\n'


def large(tree):
    for path, (size, _, _) in sorted(sizes.measured(tree, tables).items()):
        _, reason = exceptions.LARGE.get(path, (0, NEW))
        yield f'    "{path}": ({size}, "{reason}"),\n'


def main():
    tree = read_tree(SCRIPTS.parent)
    text = TEXT.format(elsewhere="".join(defined_elsewhere(tree)),
                       circles="".join(known_circles(tree)), large="".join(large(tree)))
    (SCRIPTS / "layers" / "exceptions.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
