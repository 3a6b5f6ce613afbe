"""The small repositories of the self-test: a clean one, what is changed in it, what must come of it."""

FLOORS = {
    "core/base": 0,
    "forms": 1,
    "core/json": 1,
    "core/model": 2,
    "core/forms/file": 3,
    "core/forms/xlsform": 4,
    "core/words": 4,
    "core/store": 4,
    "core/bundle": 4,
    "core/grading": 4,
    "core/session": 5,
    "web/ui": 0,  # counts for nothing: it is a hall
    "web/ui/words": 6,
    "web/ui/draw": 7,
    "web/ui/item": 8,
    "web/platform": 8,
    "commission/register": 6,
    "commission/pages": 7,
    "web/main.cc": 9,
    "commission/main.cc": 9,
}

CLEAN = {
    "CMakeLists.txt": "set(rooms core/base core/model  # core/grading\n core/bundle core/forms/xlsform core/words\n"
                      " core/session web/ui web/platform commission)\nadd_subdirectory(tests/bench)",
    "core/base/error.h": "#include <string>\nint Code();\n",
    "core/base/error.cc": '#include "core/base/error.h"\nint Code() { return 1\'000; }\n',
    "core/base/CMakeLists.txt": "pingshen_room(NAME base SOURCES error.cc)",
    "core/model/form.cc": '#include "core/base/error.h"\n',
    "core/model/CMakeLists.txt": "pingshen_room(NAME model SOURCES form.cc DEPENDS pingshen::base)",
    "core/bundle/codec.cc": "#include <cereal/types/vector.hpp>\n#include \"core/base/error.h\"\n",
    "core/bundle/codec.h": '#include "core/model/form.h"\n',
    "core/bundle/CMakeLists.txt": "pingshen_room(NAME bundle SOURCES codec.cc  # the codec\n"
                                  "  DEPENDS pingshen::model third_party::cereal)",
    # A room in a hall with a target of its own, and two rooms with the same last part.
    "core/forms/xlsform/sheet.cc": '#include "core/model/form.h"\n',
    "core/forms/xlsform/CMakeLists.txt": "pingshen_room(NAME forms_xlsform SOURCES sheet.cc DEPENDS pingshen::model)",
    "core/words/words.cc": '#include "core/base/error.h"\n',
    "core/words/CMakeLists.txt": "pingshen_room(NAME words SOURCES words.cc DEPENDS pingshen::base)",
    "core/session/session.cc": '#include "core/words/words.h"\n#include "core/forms/xlsform/sheet.h"\n',
    "core/session/CMakeLists.txt": "pingshen_room(NAME session SOURCES session.cc\n"
                                   "  DEPENDS pingshen::words pingshen::forms_xlsform)",
    # Halls with one target for all of their rooms.
    "web/ui/words/strings.h": '#include "core/words/words.h"\n',
    "web/ui/draw/frame.cc": '#include "imgui.h"\n#include "web/ui/words/strings.h"\n',
    "web/ui/item/card.cc": '#include "web/ui/draw/frame.h"\n#include "core/session/session.h"\n',
    "web/ui/CMakeLists.txt": "pingshen_room(NAME ui SOURCES draw/frame.cc item/card.cc\n"
                             "  DEPENDS pingshen::session third_party::imgui)",
    "web/platform/page.cc": '#include "web/ui/item/card.h"\n',
    "web/platform/CMakeLists.txt": "pingshen_room(NAME platform SOURCES page.cc DEPENDS pingshen::ui)",
    "commission/register/desk_store.cc": "#include <sqlite3.h>\n",
    "commission/pages/list.cc": '#include "commission/register/desk_store.h"\n',
    "commission/CMakeLists.txt": "pingshen_room(NAME commission SOURCES pages/list.cc register/desk_store.cc\n"
                                 " DEPENDS third_party::sqlite3)\nadd_executable(pingshen main.cc)",
    "commission/main.cc": '#include "commission/pages/list.h"\n',
    "tests/core/base/error_test.cc": '#include <gtest/gtest.h>\n#include "core/base/error.h"\n',
    "tests/core/base/CMakeLists.txt": "pingshen_test(NAME base_test SOURCES error_test.cc)",
    "tests/web/ui/CMakeLists.txt": "add_subdirectory(item)",
    "tests/web/ui/item/CMakeLists.txt": "pingshen_test(NAME item_test SOURCES item_test.cc)",
    "tests/web/ui/item/item_test.cc": '#include "web/ui/draw/frame.h"\n',
    "tests/bench/CMakeLists.txt": "add_executable(engine_bench engine_bench.cc)",
    "tests/bench/engine_bench.cc": '#include "core/session/session.h"\n',
    "tests/browser/run.mjs": "import './whole_job_test.mjs'\n",
    "tests/browser/whole_job_test.mjs": "",
}

# Everything that the text scan must understand; declared in one header, defined in its source.
WIDGET_H = """// void NotThis();
#include "core/base/error.h"
namespace pingshen::json { namespace {} class Other; enum class Mark { kA, kB };
using Drawer = void(const Other& other,
                    int count);
Drawer DrawA, DrawB;
using Callback = std::function<void(int)>; extern const std::string_view kName;
[[nodiscard]] std::map<int, std::vector<std::string>> Lists(std::function<void(int)> done = {},
                                                            char separator = ';');
template <typename T> T Twice(T value); inline int Once() { return 1; } constexpr int kOne = Once();
struct Plain { int size = 0; std::vector<int> list{1, 2}; bool operator==(const Plain&) const = default; };
class Widget final : public Base { public: explicit Widget(int size = 3); ~Widget() override;
  static Result<std::unique_ptr<Widget>> Make(int size); Widget(const Widget&) = delete;
  virtual int Abstract() = 0; int Inline() const { return size_; } std::function<void(int)> on_done;
  Widget& operator=(Widget&& other) noexcept; int operator()(int a) const; explicit operator bool() const;
  void Do(int a); void Do(const Plain& plain); struct Inner { void Open(); }; friend class Other;
 private: int size_ = 0; void (*hook_)(int) = nullptr; };
std::ostream& operator<<(std::ostream& out, const Widget& widget); struct Plain Blank(); }
"""
WIDGET_CC = """#include "core/json/widget.h"
extern "C" { int pingshen_from_js(int a); }
namespace pingshen::json { namespace { class Local { void Method(); }; void Local::Method() {} }
static const char* kText = R"(} void NotThis( {)"; const int kMany = 1'000'000; const char kQuote = '"';
constexpr std::array kNames = {"a{", "b"}; const auto kBy = [](int a) { return a; };
void DrawA(const Other& other, int count) {} void DrawB(const Other& other, int count) { if (1) {} }
std::map<int, std::vector<std::string>> Lists(std::function<void(int)> done, char separator) { return {}; }
Widget::Widget(int size) : Base{size}, size_(size), list_{1} { Reset(); } Widget::~Widget() = default;
Result<std::unique_ptr<Widget>> Widget::Make(int size) { return {}; }
Widget& Widget::operator=(Widget&& other) noexcept { return *this; }
int Widget::operator()(int a) const { return a; } Widget::operator bool() const { return true; }
void Widget::Do(int a) {} void Widget::Do(const Plain& plain) {} void Widget::Inner::Open() {}
std::ostream& operator<<(std::ostream& out, const Widget& widget) { return out; }
struct Plain Blank() { return {}; } }
"""
WIDGET = {
    "core/json/widget.h": WIDGET_H,
    "core/json/widget.cc": WIDGET_CC,
    "core/json/CMakeLists.txt": "pingshen_room(NAME json SOURCES widget.cc other.cc DEPENDS pingshen::base)",
    "CMakeLists.txt": CLEAN["CMakeLists.txt"] + " core/json",
}


def widget_without(text, header=""):
    """The widget with a part of its source moved to other.cc, or with another line in its header."""
    assert text in WIDGET_CC
    return WIDGET | {
        "core/json/widget.cc": WIDGET_CC.replace(text, ""),
        "core/json/other.cc": "namespace pingshen::json {\n" + text + "\n}\n",
        "core/json/widget.h": WIDGET_H.replace("class Other;", "class Other; " + header),
    }


# What is changed in the clean tree, and a part of the sentence that must come of it.
VIOLATIONS = [
    ({"core/base/error.h": '#include "core/model/form.h"\n'}, "is on floor 2, not below floor 0"),
    ({"core/bundle/codec.h": '#include "core/store/log.h"\n'}, "is on floor 4, not below floor 4"),
    ({"tests/core/base/error_test.cc": '#include "core/model/form.h"\n'}, "not below floor 0"),
    ({"forms/built_in.h": '#include "core/forms/file/loader.h"\n'}, "not below floor 1"),
    ({"tests/forms/a.h": '#include "core/session/session.h"\n'}, "not below floor 5"),
    ({"core/model/form.cc": '#include "error.h"\n'}, "is not a path of a room"),
    ({"core/model/form.cc": '#include "tests/core/base/x.h"\n'}, "includes a test's header"),
    ({"core/model/form.cc": '#include "imgui.h"\n'}, "has its home in web/ui/draw/* web/platform/*"),
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
    ({"core/base/CMakeLists.txt": "pingshen_room(NAME base SOURCES  # error.cc\n)"}, "no target builds"),
    ({"core/grading/CMakeLists.txt": ""}, "names this folder"),
    ({"tests/tools/CMakeLists.txt": ""}, "names this folder"),
    ({"tests/core/base/new_test.cc": ""}, "no target builds"),
    ({"tests/core/base/deep/new_test.cc": ""}, "no target builds"),
    ({"tests/browser/new_test.mjs": ""}, "nothing runs or imports"),
    # Rooms in halls.
    ({"web/ui/words/strings.h": '#include "web/ui/draw/frame.h"\n'}, "is on floor 7, not below floor 6"),
    ({"web/ui/draw/frame.h": '#include "web/platform/page.h"\n'}, "is on floor 8, not below floor 7"),
    ({"web/ui/item/card.h": '#include "web/platform/page.h"\n'}, "is on floor 8, not below floor 8"),
    ({"web/ui/item/card.h": '#include "core/store/log.h"\n'}, "web/ui/item never includes core/store"),
    ({"tests/web/ui/item/x.h": '#include "core/store/log.h"\n'}, "web/ui/item never includes core/store"),
    ({"web/ui/item/card.h": '#include "imgui.h"\n'}, "has its home in web/ui/draw/*"),
    ({"commission/pages/list.h": "#include <sqlite3.h>\n"}, "has its home in core/store/* commission/register/*"),
    ({"web/ui/app.h": ""}, "lies directly in the hall web/ui"),
    ({"commission/desk.h": ""}, "lies directly in the hall commission"),
    ({"web/ui/new_room/x.h": ""}, "lies in no room"),
    ({"core/forms/xlsform/sheet.h": '#include "web/ui/frame.h"\n'}, "is not a path of a room"),
    ({"tests/web/ui/story_test.h": ""}, "mirrors no room"),
    ({"tests/new_folder/x.h": ""}, "mirrors no room"),
    ({"tests/web/ui/words/x.h": '#include "web/ui/item/card.h"\n'}, "not below floor 6"),
    ({"web/ui/item/card.h": '#include "core/model/form.h"\n',
      "core/forms/xlsform/CMakeLists.txt": "pingshen_room(NAME forms_xlsform SOURCES sheet.cc)"},
     "includes core/model, which the DEPENDS of web/ui do not reach"),
    ({"web/ui/CMakeLists.txt": CLEAN["web/ui/CMakeLists.txt"].replace("session", "bundle")},
     "web/ui must not link pingshen::bundle"),
    ({"web/ui/CMakeLists.txt": CLEAN["web/ui/CMakeLists.txt"].replace("session", "platform")},
     "web/ui must not link pingshen::platform"),
    ({"core/session/CMakeLists.txt": "pingshen_room(NAME session SOURCES session.cc DEPENDS third_party::sqlite3)"},
     "has its home in ['core/store', 'commission/register']"),
    ({"core/session/CMakeLists.txt": "pingshen_room(NAME session SOURCES session.cc DEPENDS pingshen::wrods)"},
     "is the name of no room"),
    ({"core/forms/xlsform/CMakeLists.txt": "pingshen_room(NAME words SOURCES sheet.cc)"}, "words is not the name"),
    ({"core/words/CMakeLists.txt": "pingshen_room(NAME ui_words SOURCES words.cc)"}, "ui_words is not the name"),
    ({"tests/web/ui/CMakeLists.txt": ""}, "names this folder"),
    # Circles.
    ({"core/model/a.h": '#include "core/model/b.h"\n', "core/model/b.h": '#include "core/model/a.h"\n'},
     "core/model/a.h -> core/model/b.h -> core/model/a.h"),
    ({"core/model/a.h": '#include "core/model/a.h"\n'}, "core/model/a.h -> core/model/a.h"),
    ({"core/model/form.h": "", "core/model/form.cc": '#include "core/model/list.h"\n',
      "core/model/list.h": "", "core/model/list.cc": '#include "core/model/form.h"\n'},
     "core/model/form.cc -> core/model/list.h, core/model/list.cc -> core/model/form.h"),
    # Declared here, defined there.
    (widget_without("void DrawB(const Other& other, int count) { if (1) {} }"),
     "core/json/widget.h: declares what is defined in core/json/other.cc: DrawB"),
    (widget_without("void Widget::Do(const Plain& plain) {}"), "in core/json/other.cc: Do"),
    (widget_without("Widget::~Widget() = default;"), "in core/json/other.cc: ~Widget"),
    (widget_without("Widget::Widget(int size) : Base{size}, size_(size), list_{1} { Reset(); }"),
     "in core/json/other.cc: Widget"),
    (widget_without("Result<std::unique_ptr<Widget>> Widget::Make(int size) { return {}; }"),
     "in core/json/other.cc: Make"),
    (widget_without("int Widget::operator()(int a) const { return a; }"), "in core/json/other.cc: operator()"),
    (widget_without("std::ostream& operator<<(std::ostream& out, const Widget& widget) { return out; }"),
     "in core/json/other.cc: operator<<"),
    (widget_without("void Widget::Inner::Open() {}"), "in core/json/other.cc: Open"),
    (widget_without("struct Plain Blank() { return {}; }"), "in core/json/other.cc: Blank"),
    (widget_without("", header="int Missing(int a);"), "declares what is defined nowhere: Missing"),
    (widget_without("", header="Drawer DrawC;"), "declares what is defined nowhere: DrawC"),
    (widget_without("void Widget::Do(int a) {}") | {"core/json/other.h": "namespace pingshen::json { void Do(); }"},
     "in core/json/other.cc: Do"),
    ({"core/base/error.cc": "int Code() { return 1; }\nint Other();\n", "core/model/form.cc": "int Other() { return 1; }\n"},
     "core/base/error.cc: declares what is defined in core/model/form.cc: Other"),
    ({"core/base/second.h": "int Code();\n"}, "second.h: declares what is defined in core/base/error.cc: Code"),
    ({"core/model/form.cc": "int Form() {\n"}, "its braces do not match"),
    # Sizes.
    ({"core/model/form.h": "\n" * 21}, "core/model/form.h: 21 lines, at most 20"),
    ({"core/model/form.cc": "\n" * 41}, "core/model/form.cc: 41 lines, at most 40"),
    ({"web/page/boot.js": "\n" * 16}, "web/page/boot.js: 16 lines, at most 15"),
    ({"core/model/a.h": "", "core/model/b.h": "", "core/model/c.h": ""}, "core/model: 4 file pairs, at most 3"),
]

_CIRCLE = {"core/model/a.h": '#include "core/model/b.h"\n', "core/model/b.h": '#include "core/model/a.h"\n'}
_ELSEWHERE = widget_without("struct Plain Blank() { return {}; }")

# What is changed in the clean tree, and the exceptions that let it pass.
EXCUSED = [
    (WIDGET | {"core/json/other.cc": ""}, {}),
    # Overloads: each header has its own; sources that are cut from one class.
    (WIDGET | {"core/json/other.cc": '#include "core/json/other.h"\nnamespace pingshen::json { int Blank(int a) { return a; } }\n',
               "core/json/other.h": "namespace pingshen::json { int Blank(int a); }\n"}, {}),
    (WIDGET | {"core/json/other.cc": '#include "core/json/other.h"\n', "core/json/other.h": '#include "core/json/widget.h"\n',
               "core/json/widget.cc": WIDGET_CC + '#include "core/json/other.h"\n'}, {}),
    (_CIRCLE, {"CIRCLES": {"core/model/a.h core/model/b.h": "to be split"}}),
    (_ELSEWHERE, {"DEFINED_ELSEWHERE": {"core/json/widget.h": ("to be split", "other.cc")}}),
    ({"core/model/form.h": "\n" * 21}, {"LARGE": {"core/model/form.h": (21, "one table")}}),
    ({"core/model/form.h": "\n" * 21}, {"LARGE": {"core/model/form.h": (30, "one table")}}),
]

# What is changed in the clean tree, exceptions, and a part of the sentence that must come all the same.
WAIVED = [
    ({}, {"CIRCLES": {"core/model/a.h core/model/b.h": "to be split"}}, "it is none any more"),
    ({}, {"DEFINED_ELSEWHERE": {"core/base/error.h": ("to be split", "other.cc")}}, "defines nothing of it any more"),
    (_ELSEWHERE, {"DEFINED_ELSEWHERE": {"core/json/widget.h": ("to be split", "other.cc third.cc")}}, "names third.cc"),
    ({}, {"LARGE": {"core/model/form.h": (30, "one table")}}, "it is within the limit"),
    ({"core/model/form.h": "\n" * 31}, {"LARGE": {"core/model/form.h": (30, "one table")}}, "31 lines, at most 30"),
]
