#!/usr/bin/env python3
"""Checks the include law, the homes of third-party headers, and that every source and test is built.

    check_layers.py               checks the repository that this file lies in
    check_layers.py --self-test   checks the checker: each violating tree must be refused
"""

import fnmatch
import pathlib
import re
import sys
import tempfile

# Room (folder or file) -> floor. Includes go to a lower floor or stay inside the room; rooms of one
# floor never see each other.
FLOORS = {
    "core/base": 0,
    "forms": 1,
    "core/json": 1,
    "core/ports": 1,
    "core/archive": 1,
    "core/model": 2,
    "core/expression": 3,
    "core/forms": 4,
    "core/grading": 4,
    "core/store": 4,
    "core/bundle": 4,
    "core/review": 4,
    "core/report": 4,
    "core/session": 5,
    "web/ui": 6,
    "web/platform": 6,
    "commission": 6,
    "web/main.cc": 7,
    "commission/main.cc": 7,
}

# The one way within a floor: the browser border carries what the screens say, never the reverse.
BESIDE = {"web/platform": {"web/ui"}}

# The form files are tested by the rooms that read them.
TEST_FLOORS = {"forms": 5}

# Screens use the front door only.
NEVER = {"web/ui": {"core/archive", "core/store", "core/bundle"}}

# Header pattern -> the patterns of the files that may include it. A home with "#" is one file pair:
# the name before the dot must be the same in all files that include the header.
HOMES = {
    "imgui*.h": ["web/ui/*", "web/platform/*"],
    "emscripten*.h": ["web/platform/*", "web/main.cc"],
    "emscripten/*": ["web/platform/*", "web/main.cc"],
    "GLES3/*": ["web/platform/*"],
    "sqlite3.h": ["core/store/*", "commission/*"],
    "cereal/*": ["#core/bundle/*"],
    "botan*": ["#core/bundle/*"],
    "httplib.h": ["#commission/*"],
    "nlohmann/*": ["core/json/*"],
    "re2/*": ["#core/expression/*"],
    "zlib.h": ["core/archive/zip_*"],
    "unzip.h": ["core/archive/zip_*"],
    "zip.h": ["core/archive/zip_*"],
    "ioapi.h": ["core/archive/zip_*"],
    "pugixml.hpp": ["core/forms/xlsform/xlsx_*", "commission/*"],
    "linebreak*.h": ["#web/ui/*"],
    "graphemebreak*.h": ["#web/ui/*"],
    "wordbreak*.h": ["#web/ui/*"],
    "unibreak*.h": ["#web/ui/*"],
    "gtest/*": ["tests/*"],
    "gmock/*": ["tests/*"],
}

# The operating system: the desk only (and what tests the desk), and SQLite's own dice.
SYSTEM_HEADERS = re.compile(r"^(sys/.*|netinet/.*|arpa/.*|[a-z0-9_]+\.h)$")
SYSTEM_HOMES = ["commission/*", "core/store/vfs_services.cc"]
STANDARD_HEADERS = re.compile(r"^[a-z0-9_]+$")

# CMake's names of the rooms and of the third-party libraries.
TARGETS = {room.split("/")[-1]: room for room in FLOORS if "/" in room and not room.endswith(".cc")}
TARGETS |= {"forms_data": "forms", "commission": "commission"}
LIBRARY_HOMES = {
    "imgui": ["web/ui", "web/platform"],
    "imgui_opengl3": ["web/platform"],
    "sqlite3": ["core/store", "commission"],
    "cereal": ["core/bundle"],
    "botan": ["core/bundle"],
    "httplib": ["commission"],
    "json": ["core/json"],
    "re2": ["core/expression"],
    "unibreak": ["web/ui"],
    "minizip": ["core/archive"],
    "pugixml": ["core/forms", "commission"],
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
ROOM_CALL = re.compile(r"pingshen_room\(\s*NAME\s+(\w+)([^)]*)\)")
CODE = (".h", ".cc", ".cpp", ".c", ".inc")


def room_of(path):
    """The room of a repository path: the longest entry of FLOORS that it lies in, or None."""
    found = [room for room in FLOORS if path == room or path.startswith(room + "/")]
    return max(found, key=len, default=None)


def below(target, source, floors=FLOORS):
    """Whether the room `source` may see the room `target` as far as floors go."""
    return FLOORS[target] < floors[source] or target in BESIDE.get(source, ())


def matches(path, patterns):
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)


class Check:
    def __init__(self, root):
        self.root = root
        self.problems = []
        self.files = {}
        for top in ("core", "forms", "web", "commission", "tests", "scripts"):
            for path in sorted((root / top).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    name = path.relative_to(root).as_posix()
                    self.files[name] = path.read_text(encoding="utf-8", errors="replace")
        self.root_list = ""
        if (root / "CMakeLists.txt").exists():
            self.root_list = (root / "CMakeLists.txt").read_text(encoding="utf-8")
        self.pairs = {}  # (header pattern, home) -> {name of the file pair: first file}
        self.includes = {}  # room -> {room included: first file}

    def report(self, path, sentence):
        self.problems.append(f"{path}: {sentence}")

    def run(self):
        for path, text in self.files.items():
            if path.endswith(CODE):
                for bracket, header in INCLUDE.findall(text):
                    self.check_include(path, bracket, header)
        for (pattern, home), names in self.pairs.items():
            if len(names) > 1:
                listed = ", ".join(sorted(names.values()))
                self.report(home, f"{pattern} has one home, but these include it: {listed}")
        self.check_link_lines()
        self.check_everything_is_built()
        return self.problems

    def check_include(self, path, bracket, header):
        if bracket == '"' and not any(fnmatch.fnmatchcase(header, home) for home in HOMES):
            target = room_of(header)
            if target is None and not header.startswith("tests/"):
                self.report(path, f'"{header}" is not a path of a room from the repository root')
            elif target is not None:
                self.check_floor(path, header, target)
            elif not path.startswith("tests/"):
                self.report(path, f"includes a test's header {header}")
            return
        # A test may include what the room it mirrors may.
        place = path.removeprefix("tests/") if not header.startswith(("gtest/", "gmock/")) else path
        for pattern, homes in HOMES.items():
            if fnmatch.fnmatchcase(header, pattern):
                if not matches(place, [home.lstrip("#") for home in homes]):
                    self.report(path, f"<{header}> has its home in {' '.join(homes)}")
                elif homes[0].startswith("#") and not path.startswith("tests/"):
                    names = self.pairs.setdefault((pattern, homes[0].lstrip("#")), {})
                    names.setdefault(path.rsplit(".", 1)[0], path)
                return
        if STANDARD_HEADERS.match(header):
            return
        if not SYSTEM_HEADERS.match(header):
            self.report(path, f"<{header}> is in no table: give it a home in check_layers.py")
        elif not matches(place, SYSTEM_HOMES):
            self.report(path, f"<{header}> belongs to the operating system: {' '.join(SYSTEM_HOMES)}")

    def check_floor(self, path, header, target):
        is_test = path.startswith("tests/")
        source = room_of(path.removeprefix("tests/"))
        if source is None:
            if not is_test:
                self.report(path, "lies in no room of the table in check_layers.py")
            return
        if target == source:
            return
        if not is_test:
            self.includes.setdefault(source, {}).setdefault(target, path)
        floors = FLOORS | TEST_FLOORS if is_test else FLOORS
        if not below(target, source, floors):
            self.report(path, f"{header} is on floor {FLOORS[target]}, not below floor {floors[source]}")
        elif target in NEVER.get(source, ()):
            self.report(path, f"{header}: {source} never includes {target}")

    def check_link_lines(self):
        depends = {}
        for path, text in self.files.items():
            if not path.endswith("CMakeLists.txt") or path.startswith("tests/"):
                continue
            for name, rest in ROOM_CALL.findall(re.sub(r"#.*", "", text)):
                room = TARGETS.get(name)
                if room is None or not path.startswith(room + "/"):
                    self.report(path, f"{name} is not the name of the room in this folder")
                    continue
                words = rest.split("DEPENDS", 1)[1].split() if "DEPENDS" in rest else []
                depends[room] = set()
                for word in words:
                    space, _, short = word.partition("::")
                    if space == "pingshen" and short in TARGETS:
                        lower = TARGETS[short]
                        depends[room].add(lower)
                        if not below(lower, room) or lower in NEVER.get(room, ()):
                            self.report(path, f"{room} must not link {word}")
                    elif space == "third_party":
                        if room not in LIBRARY_HOMES.get(short, [room]):
                            self.report(path, f"{word} has its home in {LIBRARY_HOMES[short]}")
        for room, included in self.includes.items():
            if room not in depends:
                continue
            reachable, todo = set(), list(depends[room])
            while todo:
                lower = todo.pop()
                if lower not in reachable:
                    reachable.add(lower)
                    todo.extend(depends.get(lower, ()))
            for target, path in included.items():
                if target not in reachable:
                    self.report(path, f"includes {target}, which the DEPENDS of {room} do not reach")

    def check_everything_is_built(self):
        """Every .cc is named by the CMakeLists.txt of its folder or of one above it; every test
        script is named by another file that is run."""
        in_root = re.sub(r"#.*", "", self.root_list).replace("(", " ").replace(")", " ").split()
        for path in self.files:
            folder, name = path.rsplit("/", 1)
            if name == "CMakeLists.txt":
                if folder not in in_root and folder.removeprefix("tests/") not in in_root:
                    self.report(path, "the CMakeLists.txt of the root does not name this folder")
            elif path.endswith((".cc", ".cpp")):
                if not self.named_in_cmake(path):
                    self.report(path, "no target builds this file")
            elif path.startswith("tests/") and path.endswith((".mjs", ".sh", ".py")):
                if path == "tests/browser/run.mjs":
                    continue
                if not any(other != path and name in text for other, text in self.files.items()):
                    self.report(path, "nothing runs or imports this file")

    def named_in_cmake(self, path):
        folder, _, name = path.rpartition("/")
        while folder:
            lists = self.files.get(f"{folder}/CMakeLists.txt")
            if lists is not None:
                words = re.sub(r"#.*", "", lists).replace("(", " ").replace(")", " ").split()
                return name in words
            folder, _, part = folder.rpartition("/")
            name = f"{part}/{name}"
        return False


CLEAN = {
    "CMakeLists.txt": "set(rooms core/base core/model  # core/grading\n core/bundle)",
    "core/base/error.h": "#include <string>\n",
    "core/base/error.cc": '#include "core/base/error.h"\n',
    "core/base/CMakeLists.txt": "pingshen_room(NAME base SOURCES error.cc)",
    "core/model/form.cc": '#include "core/base/error.h"\n',
    "core/model/CMakeLists.txt": "pingshen_room(NAME model SOURCES form.cc DEPENDS pingshen::base)",
    "core/bundle/codec.cc": "#include <cereal/types/vector.hpp>\n#include \"core/base/error.h\"\n",
    "core/bundle/codec.h": '#include "core/model/form.h"\n',
    "core/bundle/CMakeLists.txt": "pingshen_room(NAME bundle SOURCES codec.cc  # the codec\n"
                                  "  DEPENDS pingshen::model third_party::cereal)",
    "tests/core/base/error_test.cc": '#include <gtest/gtest.h>\n#include "core/base/error.h"\n',
    "tests/core/base/CMakeLists.txt": "pingshen_test(NAME base_test SOURCES error_test.cc)",
    "tests/browser/run.mjs": "import './whole_job_test.mjs'\n",
    "tests/browser/whole_job_test.mjs": "",
}

# What is changed in the clean tree, and a part of the sentence that must come of it.
VIOLATIONS = [
    ({"core/base/error.h": '#include "core/model/form.h"\n'}, "is on floor 2, not below floor 0"),
    ({"core/bundle/codec.h": '#include "core/store/log.h"\n'}, "is on floor 4, not below floor 4"),
    ({"tests/core/base/error_test.cc": '#include "core/model/form.h"\n'}, "not below floor 0"),
    ({"forms/built_in.h": '#include "core/forms/loader.h"\n'}, "not below floor 1"),
    ({"tests/forms/a.h": '#include "core/session/session.h"\n'}, "not below floor 5"),
    ({"core/model/form.cc": '#include "error.h"\n'}, "is not a path of a room"),
    ({"core/model/form.cc": '#include "tests/core/base/x.h"\n'}, "includes a test's header"),
    ({"core/model/form.cc": '#include "imgui.h"\n'}, "has its home in web/ui/* web/platform/*"),
    ({"web/ui/screen.h": '#include "web/platform/gl.h"\n'}, "is on floor 6, not below floor 6"),
    ({"core/model/form.cc": "  #  include <nlohmann/json.hpp>\n"}, "has its home in core/json/*"),
    ({"core/model/form.cc": "#include <unistd.h>\n"}, "belongs to the operating system"),
    ({"core/model/form.cc": "#include <boost/any.hpp>\n"}, "is in no table"),
    ({"core/model/form.cc": "#include <gtest/gtest.h>\n"}, "has its home in tests/*"),
    ({"core/bundle/other.h": "#include <cereal/cereal.hpp>\n"}, "cereal/* has one home"),
    ({"core/bundle/CMakeLists.txt": "pingshen_room(NAME bundle SOURCES codec.cc)"}, "do not reach"),
    ({"core/base/CMakeLists.txt": "pingshen_room(NAME base SOURCES error.cc DEPENDS pingshen::model)"},
     "must not link pingshen::model"),
    ({"core/base/CMakeLists.txt": "pingshen_room(NAME base SOURCES error.cc DEPENDS third_party::botan)"},
     "has its home in ['core/bundle']"),
    ({"core/base/CMakeLists.txt": "pingshen_room(NAME model SOURCES error.cc)"}, "is not the name"),
    ({"core/other/x.h": '#include "core/base/error.h"\n'}, "lies in no room"),
    ({"web/ui/screen.h": '#include "core/store/log.h"\n'}, "web/ui never includes core/store"),
    ({"core/base/CMakeLists.txt": "pingshen_room(NAME base SOURCES  # error.cc\n)"}, "no target builds"),
    ({"core/grading/CMakeLists.txt": ""}, "the root does not name this folder"),
    ({"tests/tools/CMakeLists.txt": ""}, "the root does not name this folder"),
    ({"tests/core/base/new_test.cc": ""}, "no target builds"),
    ({"tests/core/base/deep/new_test.cc": ""}, "no target builds"),
    ({"tests/browser/new_test.mjs": ""}, "nothing runs or imports"),
]


def problems_of(tree):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in tree.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return Check(root).run()


def self_test():
    failures = []
    if problems_of(CLEAN):
        failures.append(f"the clean tree is refused: {problems_of(CLEAN)}")
    for change, expected in VIOLATIONS:
        found = problems_of(CLEAN | change)
        if not any(expected in problem for problem in found):
            failures.append(f"{change}: expected a problem with '{expected}', found {found}")
    for failure in failures:
        print(failure)
    print(f"{len(VIOLATIONS) + 1 - len(failures)} passed, {len(failures)} failed")
    return not failures


def main(arguments):
    if arguments == ["--self-test"]:
        return 0 if self_test() else 1
    problems = Check(pathlib.Path(__file__).resolve().parent.parent).run()
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
