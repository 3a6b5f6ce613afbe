"""What the tables mean: the room of a path, whether a room may see another, names of link lines."""

import functools


def lies_in(path, place):
    return path == place or path.startswith(place + "/")


def twin_of(path):
    """The name of a file pair: the path without what follows the last dot."""
    return path.rsplit(".", 1)[0]


class Law:
    """`tables`: tables.py, or what the self-test puts in its place."""

    def __init__(self, tables):
        self.tables = tables
        self.floors = tables.FLOORS
        rooms = [room for room in self.floors if not room.endswith(".cc")]
        # Every folder above a room.
        self.halls = {
            room[:at] for room in rooms for at in range(len(room)) if room[at] == "/"
        }
        self.targets = self._targets(sorted({*rooms, *self.halls} - {"core", "web"}))
        self.room_of = functools.cache(self._room_of)
        self.test_place_of = functools.cache(self._test_place_of)

    def _targets(self, places):
        full = {}
        for place in places:
            if "/" in place:
                full[place.removeprefix("core/").removeprefix("web/").replace("/", "_")] = place
        last = {}
        for place in places:
            if "/" in place:
                last.setdefault(place.rsplit("/", 1)[1], []).append(place)
        short = {name: found[0] for name, found in last.items() if len(found) == 1}
        return short | full | self.tables.TARGETS

    def _room_of(self, path):
        """The room that a repository path lies in; None when it lies in none or directly in a hall."""
        found = max((room for room in self.floors if lies_in(path, room)), key=len, default=None)
        return None if found in self.halls else found

    def _test_place_of(self, path):
        """What a path below tests/, given without it, is tested as: a room or an entry of TEST_FLOORS."""
        declared = [place for place in self.tables.TEST_FLOORS if lies_in(path, place)]
        return max([*declared, self.room_of(path) or ""], key=len) or None

    def floor_of(self, place, is_test=False):
        tests = self.tables.TEST_FLOORS if is_test else {}
        return tests[place] if place in tests else self.floors[place]

    def below(self, target, source, is_test=False):
        """Whether the room `source` may see the room `target` as far as floors go."""
        if self.floors[target] < self.floor_of(source, is_test):
            return True
        return self._named(self.tables.BESIDE, source, target)

    def never(self, target, source):
        return self._named(self.tables.NEVER, source, target)

    def _named(self, table, source, target):
        return any(
            lies_in(source, place) and any(lies_in(target, other) for other in others)
            for place, others in table.items()
        )

    def rooms_in(self, place):
        """The rooms of a hall; of a room, itself. A main.cc has a target of its own."""
        if place not in self.halls:
            return [place]
        return [room for room in self.floors
                if lies_in(room, place) and room not in self.halls and not room.endswith(".cc")]

    def may_link(self, target, source):
        """Whether any room in `source` may include any in `target`."""
        return any(
            self.below(lower, upper) and not self.never(lower, upper)
            for upper in self.rooms_in(source) for lower in self.rooms_in(target)
        )

    def may_link_library(self, library, place):
        """Whether a home of the library is `place`, lies in it, or is the hall around it."""
        homes = self.tables.LIBRARY_HOMES.get(library, [place])
        return any(lies_in(home, place) or lies_in(place, home) for home in homes)
