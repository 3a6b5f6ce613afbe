"""Which functions a C++ file declares and defines, by reading its text; no compiler.

Understood: namespaces (nested, anonymous, in a linkage block), classes in classes, members defined
out of class, constructors with initialisers, operators, overloads, attributes, declarations over
several lines, and declarations by a function type (`using Drawer = void(int); Drawer A, B;`).

Not seen, on purpose or for want of a compiler:
- templates, friends, inline, constexpr and defaulted functions, abstract methods: they need no source;
- functions that a macro declares or defines, and both branches of an #if count;
- which overload a definition belongs to: functions are told apart by their qualified names only;
- definitions that reach their name through a using-directive or a namespace alias;
- variables and static members, whatever their source;
- variables initialised with parentheses at namespace scope, which read like declarations.
"""

import re

# Comments, preprocessor lines, strings, characters, and the separators in numbers. Each alternative
# begins with a literal: so the engine leaps from one to the next.
NOISE = re.compile(
    r"""//[^\n]*|/\*[\s\S]*?\*/|\#(?:\\\n|[^\n])*"""
    r"""|R"([^()\s\\]*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*\""""
    r"""|'(?<=[0-9a-fA-F]')(?<!u8')(?=[0-9a-fA-F])|'(?:\\.|[^'\\\n])*'""")
BRACE = re.compile(r"[{}]")
STOP = re.compile(r"[;{}()]")
ATTRIBUTE = re.compile(r"\[\[.*?\]\]")
ACCESS = re.compile(r"^(?:(?:public|private|protected)\s*:\s*)+")
NAMESPACE = re.compile(r"^(?:inline )?namespace\b\s*([\w: ]*)$")
CLASS = re.compile(r"^(?:class|struct|union)\b\s*([\w:]*)")
PARENTHESIS = re.compile(r"[<>=({]")
NAME = re.compile(r"((?:\w+\s*::\s*)*~?\s*\w+)$")
OPERATOR = re.compile(
    r"((?:\w+\s*::\s*)*operator\s*"
    r"(?:\(\s*\)|\[\s*\]|\"\"\s*\w+|[-+*/%^&|~!=<>,]+|[\w:<>][\w:<>\s*&]*?))\s*\(")
FUNCTION_TYPE = re.compile(r"\busing\s+(\w+)\s*=\s*([^;=]+);")
BY_TYPE = re.compile(r"^(?:[\w]+\s*::\s*)*(\w+) (\w+(?:\s*,\s*\w+)*)$")
NO_FUNCTION = re.compile(r"^(?:using|typedef|friend|static_assert|namespace|enum|goto|return)\b")
NEEDS_NO_SOURCE = re.compile(r"\b(?:inline|constexpr|consteval|friend)\b")
NO_NAMES = {"alignas", "decltype", "__attribute__", "explicit", "requires", "noexcept"}


def strip(text):
    """The text without what only looks like code; a string is left as "", a character as 0."""
    return NOISE.sub(stand_in, text)


def stand_in(match):
    found = match.group()
    if found[0] in "/#":
        return " "
    if found[0] == "'":
        return "0" if len(found) > 1 else ""
    return '""'


def function_types(text):
    """Names of the function types that a file declares. `text`: stripped."""
    found = set()
    if "using" in text:
        for name, meaning in FUNCTION_TYPE.findall(text):
            if signature(meaning.replace("(", " f(", 1)) is not None:
                found.add(name)
    return found


def signature(head):
    """(name, what stands before it, what stands behind the parameters) of a function, else None.

    The name is "" where the text is a call of a macro, or a specialisation of a template.
    """
    operator = OPERATOR.search(head) if "operator" in head else None
    if operator:
        name = re.sub(r"\s+", "", operator.group(1))
        end = matching(head, operator.end() - 1)
        return name, head[:operator.start()].strip(), head[end + 1:]
    depth = at = 0
    while match := PARENTHESIS.search(head, at):
        at = match.end()
        sign = match.group()
        if sign == "<":
            depth += 1
        elif sign == ">":
            depth -= 1
        elif sign == "(":
            end = matching(head, at - 1)
            named = NAME.search(head[:at - 1].rstrip())
            if depth == 0 and named and named.group() not in NO_NAMES:
                before = head[:named.start()].strip()
                if head[at:].lstrip()[:1] == "*":  # a pointer to a function
                    return None
                name = re.sub(r"\s+", "", named.group())
                if before.endswith("::"):
                    name = ""
                return name, before, head[end + 1:]
            at = end + 1
        elif depth == 0:
            return None
    return None


def matching(text, opening):
    """Where the parenthesis at `opening` is closed; the last character when it is not."""
    depth = 0
    for at in range(opening, len(text)):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return at
    return len(text) - 1


class Scan:
    """After construction: `declared`, the qualified names without a body, and `defined`, those with
    one. In a source (not `is_header`), static and anonymous functions and classes are left out.

    `types`: names of function types. `balanced`: whether every brace has its other one.
    """

    def __init__(self, text, is_header, types):
        self.text = text
        self.is_header = is_header
        self.types = types
        self.declared = set()
        self.defined = set()
        self.closing = {}
        self.balanced = self.match_braces()
        if self.balanced:
            self.scope(0, len(text), (), in_class=False)

    def match_braces(self):
        opened = []
        for match in BRACE.finditer(self.text):
            at = match.start()
            if self.text[at] == "{":
                opened.append(at)
            elif opened:
                self.closing[opened.pop()] = at
            else:
                return False
        return not opened

    def scope(self, at, end, names, in_class):
        start, depth = at, 0
        while match := STOP.search(self.text, at, end):
            at = match.end()
            sign = match.group()
            if sign == "(":
                depth += 1
            elif sign == ")":
                depth -= 1
            elif sign == "{":
                close = self.closing[match.start()]
                if depth == 0 and self.block(start, match.start(), close, names, in_class):
                    start = close + 1
                at = close + 1
            elif depth == 0:  # ";"
                self.statement(clean(self.text[start:match.start()]), names, in_class)
                start = at

    def block(self, start, opening, close, names, in_class):
        """What begins with a brace. Returns False when it is a part of a statement that goes on."""
        head = clean(self.text[start:opening])
        if head == 'extern ""':
            self.scope(opening + 1, close, names, in_class)
            return True
        if named := NAMESPACE.match(head):
            parts = tuple(part.strip() for part in named.group(1).split("::") if part.strip())
            if parts:
                self.scope(opening + 1, close, names + parts, in_class=False)
            elif self.is_header:
                self.scope(opening + 1, close, names + ("",), in_class=False)
            return True
        if head.startswith("template"):
            # The rest of a class ends with ";", which is an empty statement.
            return not head.endswith(("=", ",")) and not is_initialiser(head)
        if head.startswith("enum"):
            return True
        found = signature(head)
        kind = CLASS.match(head)
        if kind and found is None and "=" not in head:
            if self.is_header and kind.group(1):
                self.scope(opening + 1, close, names + tuple(kind.group(1).split("::")), in_class=True)
            return True
        if found is None or is_initialiser(head):
            return False
        name, before, _ = found
        if name and (self.is_header or not re.search(r"\bstatic\b", before)):
            self.defined.add("::".join(names + (name,)))
        return True

    def statement(self, head, names, in_class):
        if not head or NO_FUNCTION.match(head) or head.startswith("template"):
            return
        found = signature(head)
        if found is None:
            by_type = BY_TYPE.match(head) if self.is_header else None
            if by_type and by_type.group(1) in self.types:
                for name in by_type.group(2).split(","):
                    self.declared.add("::".join(names + (name.strip(),)))
            return
        name, before, behind = found
        ending = behind.replace(" ", "")
        if not self.is_header and "::" in name:
            if ending.endswith("=default"):
                self.defined.add("::".join(names + (name,)))
            return
        if not name or ending.endswith(("=0", "=default", "=delete")) or NEEDS_NO_SOURCE.search(before):
            return
        if in_class:
            nameless = before in ("", "explicit", "virtual")
            if nameless and name.lstrip("~") != names[-1] and not name.startswith("operator"):
                return  # a macro
        elif not before or re.search(r"\bstatic\b", before):
            return
        self.declared.add("::".join(names + (name,)))


def clean(head):
    head = " ".join(ATTRIBUTE.sub(" ", head).split()) if "[[" in head else " ".join(head.split())
    return ACCESS.sub("", head)


def is_initialiser(head):
    """Whether a brace behind this head belongs to a member initialiser: `X::X(int a) : a_` {a}."""
    found = re.search(r"\)\s*(?:noexcept\s*)?:(?!:)", head)
    return bool(found) and head[-1] not in ")}"
