"""The repository's text files, read once."""

TOPS = ("core", "forms", "web", "commission", "tests", "scripts")
CODE = (".h", ".cc", ".cpp", ".c", ".inc")


class Tree:
    """`files`: path from the root, with "/" -> text; all but the root's CMakeLists.txt lie in TOPS."""

    def __init__(self, files):
        self.files = dict(files)
        self.root_list = self.files.pop("CMakeLists.txt", "")

    def code(self):
        return {path: text for path, text in self.files.items() if path.endswith(CODE)}


def read_tree(root):
    paths = [root / "CMakeLists.txt"]
    for top in TOPS:
        paths += sorted(path for path in (root / top).rglob("*") if path.is_file())
    return Tree({
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in paths if "__pycache__" not in path.parts
    })
