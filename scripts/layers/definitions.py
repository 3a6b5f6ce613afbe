"""A function declared in x.h is defined in x.h or in x.cc beside it, and nowhere else.

Nor does a source declare what another source defines: that is a header of nobody.
"""

from layers import cpp_scan
from layers.law import twin_of


def found_elsewhere(tree):
    """({declaring file: {source, "nowhere" for none: [functions]}}, problems of reading)."""
    texts = {path: cpp_scan.strip(text) for path, text in tree.files.items()
             if path.endswith((".h", ".cc"))}
    types = set()
    for path, text in texts.items():
        if path.endswith(".h"):
            types |= cpp_scan.function_types(text)
    problems = []
    declared, sources = {}, {}  # function -> headers; function -> files that define it
    for path, text in texts.items():
        scan = cpp_scan.Scan(text, path.endswith(".h"), types)
        if not scan.balanced:
            problems.append(f"{path}: its braces do not match without the preprocessor")
        for name in scan.declared:
            declared.setdefault(name, set()).add(path)
        for name in scan.defined:
            sources.setdefault(name, set()).add(path)
    found = {}
    for name, declaring in declared.items():
        for path in declaring:
            for source in elsewhere(path, declaring, sources.get(name, set())):
                found.setdefault(path, {}).setdefault(source, []).append(name)
    return found, problems


def elsewhere(path, declaring, sources):
    """Where else than at home a function that `path` declares is defined. `declaring`: all files that
    declare it; `sources`: all that define it."""
    home = {twin_of(path) + ".cc", path}
    if not sources and path.endswith(".h"):
        return {"nowhere"}
    if not sources & home:
        return sources
    # The rest may be overloads that other headers declare.
    headers = {other for other in declaring if other.endswith(".h")}
    return sources - home - headers - {twin_of(header) + ".cc" for header in headers}


def beside(header, source):
    """A source as exceptions.py names it: without the folder where that is the header's."""
    return source.removeprefix(header.rsplit("/", 1)[0] + "/")


def check_definitions(tree, exceptions):
    found, problems = found_elsewhere(tree)
    known = {header: set(sources.split())
             for header, (_, sources) in exceptions.DEFINED_ELSEWHERE.items()}
    for header in sorted(found):
        for source in sorted(found[header]):
            name = beside(header, source)
            if name in known.get(header, ()):
                known[header].discard(name)
                continue
            functions = ", ".join(sorted(one.rsplit("::", 1)[-1] for one in found[header][source]))
            place = "nowhere" if source == "nowhere" else f"in {source}"
            problems.append(f"{header}: declares what is defined {place}: {functions}")
    for header in sorted(known):
        for name in sorted(known[header]):
            problems.append(f"{header}: DEFINED_ELSEWHERE in exceptions.py names {name}, "
                            "which defines nothing of it any more")
    return problems
