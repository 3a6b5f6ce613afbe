"""Sizes of product files and folders, against the limits in tables.py and the entries of LARGE."""

from layers.law import twin_of

PRODUCT = ("core/", "forms/", "web/", "commission/")


def measured(tree, tables):
    """Path of each file or folder over its limit -> (size, limit, unit)."""
    found = {}
    pairs = {}
    for path, text in tree.files.items():
        if not path.startswith(PRODUCT):
            continue
        limit = tables.MOST_LINES.get("." + path.rsplit(".", 1)[-1])
        lines = text.count("\n")
        if limit is not None and lines > limit:
            found[path] = (lines, limit, "lines")
        if path.endswith((".h", ".cc")):
            pairs.setdefault(path.rsplit("/", 1)[0], set()).add(twin_of(path))
    for folder, names in pairs.items():
        if len(names) > tables.MOST_PAIRS:
            found[folder] = (len(names), tables.MOST_PAIRS, "file pairs")
    return found


def check_sizes(tree, tables, exceptions):
    problems = []
    found = measured(tree, tables)
    for path, (size, limit, unit) in sorted(found.items()):
        allowed, _ = exceptions.LARGE.get(path, (limit, ""))
        if size > allowed:
            problems.append(f"{path}: {size} {unit}, at most {allowed}")
    for path in sorted(exceptions.LARGE):
        if path not in found:
            problems.append(f"{path}: LARGE in exceptions.py names it, but it is within the limit")
    return problems
