#!/usr/bin/env python3
"""check_pages.py FILE.html…: printed pages as parsers that share no code with us see them.

Each must be well-formed XML, read the same by an HTML parser, and neither run nor fetch anything.
"""

import html.parser
import sys
import xml.etree.ElementTree as tree

SPACE = "{http://www.w3.org/1999/xhtml}"
ALLOWED = {"html", "head", "meta", "title", "style", "body", "div", "span", "b", "br", "ul", "li", "h1", "h2", "h3", "h4", "h5",
           "h6", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "img"}
ATTRIBUTES = {"xmlns", "lang", "charset", "http-equiv", "content", "name", "class", "colspan", "src", "alt"}


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []
        self.texts = []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.texts.append(data)


def faults(path):
    text = open(path, encoding="utf-8").read()
    try:
        root = tree.fromstring(text)
    except tree.ParseError as error:
        return [f"no XML: {error}"]
    parser = Tags()
    parser.feed(text)
    parser.close()
    found = []
    elements = [element.tag.removeprefix(SPACE) for element in root.iter()]
    if elements != [tag for tag, _ in parser.tags]:
        found.append("XML and HTML parsers see different elements")
    if "".join(root.itertext()).split() != "".join(parser.texts).split():
        found.append("XML and HTML parsers see different texts")
    for tag, attributes in parser.tags:
        if tag not in ALLOWED or set(attributes) - ATTRIBUTES:
            found.append(f"<{tag} {attributes}>")
        if tag == "img" and not attributes.get("src", "").startswith("data:image/"):
            found.append(f"an image from elsewhere: {attributes.get('src', '')[:60]}")
    style = "".join(element.text for element in root.iter(SPACE + "style"))
    if "url(" in style or "@import" in style or "expression(" in style:
        found.append("the style sheet fetches something")
    for row in root.iter(SPACE + "table"):
        if not (row.findall(SPACE + "tbody") and row.find(SPACE + "tbody").findall(SPACE + "tr")):
            found.append("a table without rows")
    return found


def main(paths):
    problems = [f"{path}: {fault}" for path in paths for fault in faults(path)]
    for problem in problems:
        print(problem)
    return 1 if problems or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
