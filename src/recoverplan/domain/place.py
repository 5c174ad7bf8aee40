"""Places as meeting lists name them: which meetings of one name are in the same place.

The same name stands for several places where the lists put it into several states, or, without
a state, far apart on the map. A name that is only ever a region is one place in each list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from recoverplan.value import NamedTuple

EARTH_KM = 6371.0088
KM_PER_MILE = 1.609344
SAME_KM = 50.0  # middles that are nearer are one place: Kansas City, in two states
MOST = 50  # places of one name; what is beyond goes to the nearest
SHARE = 0.1  # of a place's meetings: a state that fewer say is a slip, and not shown
BETWEEN = " / "

Point = tuple[float, float]  # degrees: latitude, longitude


class Spot(NamedTuple):
    """Where a listing of some name is, as far as its list says; of the address's end the last two:
    the state and the country, or only one of them as `state`."""

    listing: int
    source: int
    state: str | None
    country: str | None
    point: Point | None


class Placed(NamedTuple):
    """A place: its states, the most said first; its middle, if known; the listings there."""

    states: tuple[str, ...]
    middle: Point | None
    listings: tuple[int, ...]


class Group:
    """Spots that are taken to be in one place."""

    def __init__(self, spots: list[Spot]) -> None:
        self.spots = spots
        self.middle = middle_of([spot.point for spot in spots if spot.point])

    def placed(self, countries: set[str]) -> Placed:
        """Return the group as a place; a country that some spot stands in is no state of it."""
        spelled: dict[str, str] = {}
        said: Counter[str] = Counter()
        for spot in self.spots:
            if spot.state and (key := spot.state.casefold()) not in countries:
                spelled.setdefault(key, spot.state)
                said[key] += 1
        enough = SHARE * sum(said.values())
        states = tuple(spelled[key] for key, times in said.most_common(3) if times >= enough)
        return Placed(states, self.middle, tuple(sorted({spot.listing for spot in self.spots})))


def middle_of(points: list[Point]) -> Point | None:
    """Return the median of points, None of none."""
    from statistics import median  # not needed to find anything, and slow to import

    if not points:
        return None
    return median(at[0] for at in points), median(at[1] for at in points)


def km_between(one: Point, other: Point) -> float:
    """Return the distance of two points, in km (haversine)."""
    north, east = radians(other[0]), radians(other[1])
    from_north, from_east = radians(one[0]), radians(one[1])
    half = sin((north - from_north) / 2) ** 2
    half += cos(from_north) * cos(north) * sin((east - from_east) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def state_of(address: str | None, town: str | None) -> tuple[str | None, str | None]:
    """Return the state and the country that an address names behind its town.

    "1 Elm St, Newtown, CA 99999, USA" is in CA, in the USA; what has digits in it is a postal
    code. Where only one is named, be it a country, it is taken as the state.
    """
    if not address or not town:
        return None, None
    _, there, behind = address.rpartition(town)
    said = [letters for part in behind.split(",") if (letters := without_codes(part))]
    if not there or not said:
        return None, None
    return (said[-2], said[-1]) if len(said) > 1 else (said[0], None)


def without_codes(part: str) -> str:
    """Return the words of a part of an address that have no digits; short ones are capitals."""
    words = (word.strip(".") for word in part.split() if not any(map(str.isdigit, word)))
    text = " ".join(word for word in words if len(word) > 1)
    return text.upper() if len(text) <= 3 else text


def told_apart(spots: Iterable[Spot], *, town: bool) -> list[Placed]:
    """Return the places that one name stands for, the one with the most meetings first.

    `town`: some meeting has this name as its town; else it is a region, one for each list.
    """
    every = list(spots)
    countries = countries_of(every)
    groups, stray, vague = by_state(every, countries) if town else by_list(every)
    places: list[Group] = []
    for group in (*sorted(groups, key=lambda group: -len(group.spots)), *stray):
        if group.middle is None and group in stray and places:
            vague += group.spots
        else:
            settle(places, group)
    for spot in vague:
        of_list = [place for place in places if place.spots[0].source == spot.source]
        (of_list or places)[0].spots.append(spot)
    return sorted(
        (place.placed(countries) for place in places), key=lambda place: -len(place.listings)
    )


def by_state(
    every: Iterable[Spot], countries: set[str]
) -> tuple[list[Group], list[Group], list[Spot]]:
    """Return the spots of each state; those without one by their points; those of which only the
    country is known, where others are in a state of it."""
    states: dict[str, list[Spot]] = {}
    points: dict[Point | None, list[Spot]] = {}
    for spot in every:
        if spot.state is not None:
            states.setdefault(spot.state.casefold(), []).append(spot)
        else:
            points.setdefault(spot.point, []).append(spot)
    vague = [spot for each in states.keys() & countries for spot in states[each]]
    groups = [Group(some) for each, some in states.items() if each not in countries]
    if not groups:
        return [Group(vague)] if vague else [], by_points(points), []
    return groups, by_points(points), vague


def countries_of(spots: Iterable[Spot]) -> set[str]:
    """Return the countries that stand behind a state; "NY, NY" is none."""
    named = {spot[2:4] for spot in spots if spot.country}
    return {country.casefold() for state, country in named if country and country != state}


def by_points(points: dict[Point | None, list[Spot]]) -> list[Group]:
    """Return the spots of each point, the most first, then those without one."""
    some = sorted(points.items(), key=lambda item: (item[0] is None, -len(item[1])))
    return [Group(spots) for _, spots in some]


def by_list(spots: Iterable[Spot]) -> tuple[list[Group], list[Group], list[Spot]]:
    """Return the spots of each list that is in a state, and of those that are in none."""
    lists: dict[int, list[Spot]] = {}
    for spot in spots:
        lists.setdefault(spot.source, []).append(spot)
    states: dict[str, list[Spot]] = {}
    stray: list[Group] = []
    for some in lists.values():
        said = Counter(spot.state for spot in some if spot.state).most_common(1)
        if said:
            states.setdefault(said[0][0].casefold(), []).extend(some)
        else:
            stray.append(Group(some))
    stray.sort(key=lambda group: (group.middle is None, -len(group.spots)))
    return [Group(some) for some in states.values()], stray, []


def settle(places: list[Group], group: Group) -> None:
    """Add a group to the place that is near it, or make it one of its own."""
    near = [
        (km_between(place.middle, group.middle), number)
        for number, place in enumerate(places)
        if place.middle and group.middle
    ]
    far, number = min(near, default=(SAME_KM + 1, 0))
    if places and (far <= SAME_KM or len(places) >= MOST):
        places[number].spots += group.spots
    else:
        places.append(group)
