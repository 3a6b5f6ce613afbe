"""Every source is named by a CMakeLists.txt, every CMakeLists.txt is read, every test script is run."""

import re


def words_of(lists):
    return re.sub(r"#.*", "", lists).replace("(", " ").replace(")", " ").split()


class Built:
    def __init__(self, tree):
        self.files = tree.files
        self.in_root = words_of(tree.root_list)
        self.problems = []

    def run(self):
        for path in self.files:
            folder, name = path.rsplit("/", 1)
            if name == "CMakeLists.txt":
                if not self.is_read(folder):
                    self.problems.append(f"{path}: neither the root nor a CMakeLists.txt above it "
                                         "names this folder")
            elif path.endswith((".cc", ".cpp")):
                if not self.named_in_cmake(path):
                    self.problems.append(f"{path}: no target builds this file")
            elif path.startswith("tests/") and path.endswith((".mjs", ".sh", ".py")):
                if path == "tests/browser/run.mjs":
                    continue
                if not any(other != path and name in text for other, text in self.files.items()):
                    self.problems.append(f"{path}: nothing runs or imports this file")
        return self.problems

    def is_read(self, folder):
        """Whether the root, or the nearest CMakeLists.txt above that is read itself, names it."""
        if folder in self.in_root or folder.removeprefix("tests/") in self.in_root:
            return True
        above, _, name = folder.rpartition("/")
        while above:
            lists = self.files.get(f"{above}/CMakeLists.txt")
            if lists is not None:
                return name in words_of(lists) and self.is_read(above)
            above, _, part = above.rpartition("/")
            name = f"{part}/{name}"
        return False

    def named_in_cmake(self, path):
        folder, _, name = path.rpartition("/")
        while folder:
            lists = self.files.get(f"{folder}/CMakeLists.txt")
            if lists is not None:
                return name in words_of(lists)
            folder, _, part = folder.rpartition("/")
            name = f"{part}/{name}"
        return False
