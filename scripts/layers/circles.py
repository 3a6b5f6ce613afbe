"""No circle of includes: neither x.h -> y.h -> x.h, nor two sources that include each other's header.

A source that uses a part whose header takes types from the source's own header is no circle:
store.cc -> rows.h -> store.h is how a class is cut into parts.
"""

import re

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)


def edges_of(tree):
    """File -> the files of the tree that it includes."""
    code = tree.code()
    return {path: [header for header in INCLUDE.findall(text) if header in code]
            for path, text in code.items()}


def circles_of(edges):
    """Circles of files until none is left; the last arrow of each is taken out to find the next."""
    left = {path: set(found) for path, found in edges.items()}
    circles = []
    while True:
        drop_ends(left)
        if not left:
            return circles
        way = [min(left)]
        while (following := min(left[way[-1]])) not in way:
            way.append(following)
        circle = way[way.index(following):]
        first = circle.index(min(circle))
        circles.append(circle[first:] + circle[:first])
        left[circle[first - 1]].remove(circle[first])


def drop_ends(left):
    """Takes out, again and again, the files that include nothing that is left."""
    while True:
        ends = [path for path, found in left.items() if not found]
        if not ends:
            return
        for path in ends:
            del left[path]
        for found in left.values():
            found.intersection_update(left)


def mutual_sources(edges):
    """Pairs a.cc, b.cc where a.cc includes b.h and b.cc includes a.h, but neither header the other."""
    found = []
    for path, headers in edges.items():
        own = path.removesuffix(".cc") + ".h"
        if not path.endswith(".cc") or own not in edges:
            continue
        for header in headers:
            other = header.removesuffix(".h") + ".cc"
            if path < other and own in edges.get(other, ()):
                if own not in edges[header] and header not in edges[own]:
                    found.append([path, header, other, own])
    return found


def check_circles(tree, exceptions):
    problems = []
    unused = set(exceptions.CIRCLES)
    edges = edges_of(tree)
    told = [(circle, " -> ".join(circle + circle[:1])) for circle in circles_of(edges)]
    told += [([one, other], f"{one} -> {header}, {other} -> {own}")
             for one, header, other, own in mutual_sources(edges)]
    for circle, arrows in told:
        name = " ".join(circle)
        if name not in exceptions.CIRCLES:
            problems.append(f"{circle[0]}: a circle of includes: {arrows}")
        unused.discard(name)
    for circle in sorted(unused):
        problems.append(f"{circle}: CIRCLES in exceptions.py names it, but it is none any more")
    return problems
