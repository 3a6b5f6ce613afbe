"""Includes go downward, third-party headers stay at home, link lines say the same as includes."""

import fnmatch
import re

from layers.law import lies_in, twin_of

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
ROOM_CALL = re.compile(r"pingshen_room\(\s*NAME\s+(\w+)([^)]*)\)")


def matches(path, patterns):
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)


class IncludeLaw:
    def __init__(self, tree, law):
        self.tree = tree
        self.law = law
        self.tables = law.tables
        self.problems = []
        self.pairs = {}  # (header pattern, home) -> {name of the file pair: first file}
        self.includes = {}  # room -> {room included: first file}
        self.patterns = {}  # header -> its pattern in HOMES or None

    def report(self, path, sentence):
        self.problems.append(f"{path}: {sentence}")

    def run(self):
        for path, text in self.tree.code().items():
            if self.has_place(path):
                for bracket, header in INCLUDE.findall(text):
                    self.check_include(path, bracket, header)
        for (pattern, home), names in self.pairs.items():
            if len(names) > 1:
                listed = ", ".join(sorted(names.values()))
                self.report(home, f"{pattern} has one home, but these include it: {listed}")
        self.check_link_lines()
        return self.problems

    def has_place(self, path):
        if path.startswith("tests/"):
            if self.law.test_place_of(path.removeprefix("tests/")) is None:
                self.report(path, "mirrors no room, and TEST_FLOORS does not name its folder")
                return False
        elif not path.startswith("scripts/") and self.law.room_of(path) is None:
            folder = path.rsplit("/", 1)[0]
            if folder in self.law.halls:
                self.report(path, f"lies directly in the hall {folder}, not in one of its rooms")
            else:
                self.report(path, "lies in no room of FLOORS in scripts/layers/tables.py")
            return False
        return True

    def home_pattern(self, header):
        if header not in self.patterns:
            found = (pattern for pattern in self.tables.HOMES if fnmatch.fnmatchcase(header, pattern))
            self.patterns[header] = next(found, None)
        return self.patterns[header]

    def check_include(self, path, bracket, header):
        pattern = self.home_pattern(header)
        if bracket == '"' and pattern is None:
            target = self.law.room_of(header)
            if target is None and not header.startswith("tests/"):
                self.report(path, f'"{header}" is not a path of a room from the repository root')
            elif target is not None:
                self.check_floor(path, header, target)
            elif not path.startswith("tests/"):
                self.report(path, f"includes a test's header {header}")
            return
        # A test may include what the room it mirrors may.
        place = path.removeprefix("tests/") if not header.startswith(("gtest/", "gmock/")) else path
        if pattern is not None:
            homes = self.tables.HOMES[pattern]
            if not matches(place, [home.lstrip("#") for home in homes]):
                self.report(path, f"<{header}> has its home in {' '.join(homes)}")
            elif homes[0].startswith("#") and not path.startswith("tests/"):
                names = self.pairs.setdefault((pattern, homes[0].lstrip("#")), {})
                names.setdefault(twin_of(path), path)
        elif self.tables.STANDARD_HEADERS.match(header):
            return
        elif not self.tables.SYSTEM_HEADERS.match(header):
            self.report(path, f"<{header}> is in no table: give it a home in scripts/layers/tables.py")
        elif not matches(place, self.tables.SYSTEM_HOMES):
            homes = " ".join(self.tables.SYSTEM_HOMES)
            self.report(path, f"<{header}> belongs to the operating system: {homes}")

    def check_floor(self, path, header, target):
        is_test = path.startswith("tests/")
        if is_test:
            source = self.law.test_place_of(path.removeprefix("tests/"))
        else:
            source = self.law.room_of(path)
        if source is None or target == source:
            return
        if not is_test:
            self.includes.setdefault(source, {}).setdefault(target, path)
        if not self.law.below(target, source, is_test):
            floor = self.law.floor_of(source, is_test)
            self.report(
                path, f"{header} is on floor {self.law.floors[target]}, not below floor {floor}")
        elif self.law.never(target, source):
            self.report(path, f"{header}: {source} never includes {target}")

    def check_link_lines(self):
        depends = {}  # room or hall with a target of its own -> rooms and halls that it links
        for path, text in self.tree.files.items():
            if not path.endswith("CMakeLists.txt") or path.startswith("tests/"):
                continue
            folder = path.rsplit("/", 1)[0]
            for name, rest in ROOM_CALL.findall(re.sub(r"#.*", "", text)):
                place = self.law.targets.get(name)
                if place is None or not lies_in(place, folder):
                    self.report(path, f"{name} is not the name of the room in this folder")
                    continue
                words = rest.split("DEPENDS", 1)[1].split() if "DEPENDS" in rest else []
                depends[place] = set()
                for word in words:
                    self.check_link(path, place, word, depends[place])
        for room, included in self.includes.items():
            owner = owner_of(room, depends)
            if owner is None or room.endswith(".cc"):
                continue
            reachable = reach(owner, depends)
            for target, path in included.items():
                lower = owner_of(target, depends) or target
                if lower != owner and lower not in reachable:
                    self.report(path, f"includes {target}, which the DEPENDS of {owner} do not reach")

    def check_link(self, path, place, word, linked):
        space, _, short = word.partition("::")
        if space == "pingshen" and short in self.law.targets:
            lower = self.law.targets[short]
            linked.add(lower)
            if not self.law.may_link(lower, place):
                self.report(path, f"{place} must not link {word}")
        elif space == "pingshen":
            self.report(path, f"{word} is the name of no room")
        elif space == "third_party" and not self.law.may_link_library(short, place):
            self.report(path, f"{word} has its home in {self.tables.LIBRARY_HOMES[short]}")


def owner_of(room, depends):
    """The room itself or the hall around it, whichever has a target of its own."""
    return max((place for place in depends if lies_in(room, place)), key=len, default=None)


def reach(owner, depends):
    reachable, todo = set(), [owner]
    while todo:
        for lower in depends.get(todo.pop(), ()):
            if lower not in reachable:
                reachable.add(lower)
                todo.append(lower)
    return reachable
