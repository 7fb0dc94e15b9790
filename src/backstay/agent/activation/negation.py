"""Which words of a clause are ruled out: "without touching the API", "ne touche pas au serveur"."""

from collections.abc import Mapping

from backstay.agent.activation.words import Words, spell

# what rules out, and how many words after it are meant
_MARKERS: Mapping[str, int] = {
    "without": 4,
    "except": 3,
    "instead of": 3,
    "rather than": 3,
    "not the": 3,
    "not in": 3,
    "not on": 3,
    "not touch": 4,
    "not change": 4,
    "not modify": 4,
    "not edit": 4,
    "t touch": 4,  # don't touch
    "t change": 4,
    "never touch": 4,
    "never change": 4,
    "sans": 4,
    "sauf": 3,
    "hors": 3,
    "au lieu de": 3,
    "plutôt que": 3,
    "pas le": 2,
    "pas la": 2,
    "pas les": 2,
    "touche pas": 4,
    "touchez pas": 4,
    "pas toucher": 4,
    "modifie pas": 4,
    "modifiez pas": 4,
    "pas modifier": 4,
    "change pas": 4,
}
_SPELT: Mapping[Words, int] = {spell(marker): reach for marker, reach in _MARKERS.items()}
# "leave the API as it is": the words between the two
_LEAVE = frozenset({*spell("leave keep laisse laisser garde")})
_ALONE = frozenset({*spell("alone unchanged untouched intact tel")})


def ruled_out(words: Words) -> frozenset[int]:
    """The places of the words that a clause rules out."""
    places: set[int] = set()
    for start in range(len(words)):
        for length in (1, 2, 3):
            reach = _SPELT.get(words[start : start + length])
            if reach:
                end = start + length
                places.update(range(end, min(end + reach, len(words))))
        if words[start] in _LEAVE:
            places.update(_left_alone(words, start))
    return frozenset(places)


def _left_alone(words: Words, start: int) -> range:
    """From "leave" up to "alone" or "as it is"; nothing when neither follows."""
    for end in range(start + 1, len(words)):
        as_it_is = words[end : end + 2] == ("as", "it") or words[end : end + 2] == ("as", "is")
        if words[end] in _ALONE or as_it_is:
            return range(start, end)
    return range(0)
