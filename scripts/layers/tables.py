"""The law of includes as data: floors, homes of third-party headers, names of link lines, sizes."""

import re

# Room (folder or file) -> floor. Includes go to a lower floor or stay inside the room; rooms of one
# floor never see each other. The room of a file is the longest entry that it lies in. A folder that
# has rooms is a hall: it has no floor, and no source lies in it but in one of its rooms.
FLOORS = {
    "core/base": 0,
    "forms": 1,
    "core/json": 1,
    "core/ports": 1,
    "core/archive": 1,
    "core/model": 2,
    "core/words": 3,
    "core/expression": 3,
    "core/forms": 4,
    "core/grading": 4,
    "core/store": 4,
    "core/bundle": 4,
    "core/report": 4,
    "core/evaluation": 5,
    "core/review": 6,
    "core/session": 7,
    "web/ui/words": 8,
    "web/ui/io": 8,
    "web/ui/draw": 9,
    "web/ui/controls": 10,
    "web/ui/screen": 11,
    "web/ui/item": 12,
    "web/ui/result": 12,
    "web/ui/catalogue": 12,
    "web/ui/assessments": 12,
    "web/ui/fill": 13,
    "web/ui/sign": 13,
    "web/ui/app": 14,
    "web/platform": 15,
    "web/exports": 16,
    "web/main.cc": 17,
    "commission/system": 7,
    "commission/http": 8,
    "commission/xforms": 8,
    "commission/trust": 9,
    "commission/register": 9,
    "commission/intake": 10,
    "commission/pages": 10,
    "commission/desk": 11,
    "commission/command": 12,
    "commission/main.cc": 16,
}

# The one way within a floor: the browser border carries what the screens say, never the reverse.
# A hall stands for all of its rooms, here and in NEVER.
BESIDE = {}

# tests/ mirrors the rooms, and a test stands on its room's floor. Here: folders of tests/ that mirror
# none, and rooms whose tests need more.
TOP = max(FLOORS.values()) + 1
TEST_FLOORS = {
    "forms": 5,  # the form files are tested by the rooms that read them
    "bench": TOP,  # measures the whole house
    "fuzz": TOP,  # feeds whatever reads what strangers send
    "tools": TOP,  # programs for tests of finished programs
}

# Screens use the front door only.
NEVER = {"web/ui": {"core/archive", "core/store", "core/bundle"}}

# Header pattern -> the patterns of the files that may include it. A home with "#" is one file pair:
# the name before the dot must be the same in all files that include the header.
HOMES = {
    "imgui*.h": ["web/ui/*", "web/platform/*"],
    "emscripten*.h": ["web/platform/*", "web/exports/*", "web/main.cc"],
    "emscripten/*": ["web/platform/*", "web/exports/*", "web/main.cc"],
    "GLES3/*": ["web/platform/*"],
    "sqlite3.h": ["core/store/*", "commission/register/*"],
    "cereal/*": ["#core/bundle/*"],
    "botan*": ["#core/bundle/*"],
    "httplib.h": ["#commission/http/*"],
    "nlohmann/*": ["core/json/*"],
    "re2/*": ["#core/expression/*"],
    "zlib.h": ["core/archive/zip_*"],
    "unzip.h": ["core/archive/zip_*"],
    "zip.h": ["core/archive/zip_*"],
    "ioapi.h": ["core/archive/zip_*"],
    "pugixml.hpp": ["core/forms/xlsform/xlsx_*", "commission/xforms/*"],
    "linebreak*.h": ["#web/ui/draw/*"],
    "graphemebreak*.h": ["#web/ui/draw/*"],
    "wordbreak*.h": ["#web/ui/draw/*"],
    "unibreak*.h": ["#web/ui/draw/*"],
    "gtest/*": ["tests/*"],
    "gmock/*": ["tests/*"],
}

# The operating system: the desk only (and what tests the desk), and SQLite's own dice.
SYSTEM_HEADERS = re.compile(r"^(sys/.*|netinet/.*|arpa/.*|[a-z0-9_]+\.h)$")
SYSTEM_HOMES = ["commission/*", "core/store/vfs_services.cc"]
STANDARD_HEADERS = re.compile(r"^[a-z0-9_]+$")

# CMake's names of the rooms and halls (pingshen_room(NAME …)) that are not the usual ones: the path
# without core/ or web/, "_" for "/" (web/ui/words: ui_words), or its last part where only one has it.
TARGETS = {"forms_data": "forms", "commission": "commission"}

# CMake's name of a third-party library -> the rooms and halls that may link it.
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

# At most so many lines, and so many names of .h/.cc (one pair counts once) in a folder. Larger ones
# stand in exceptions.py with a reason. Tests may be longer.
MOST_LINES = {".h": 120, ".cc": 400, ".js": 150, ".mjs": 150}
MOST_PAIRS = 25
