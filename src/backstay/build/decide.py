"""What happens to one file: base, edited and fresh compared (pure)."""

from dataclasses import dataclass, replace

from backstay.build.merge import has_markers, merge


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome, the text to write (None: leave the file alone), and the base from now on."""

    outcome: str
    write: str | None = None
    base: str | None = None
    note: str = ""


def decide(base: str | None, edited: str | None, fresh: str | None) -> Decision:
    """One file's fate; None where a text does not exist.

    Outcomes: created, updated, merged, kept, removed, conflicted, unchanged. A conflict leaves
    the base where it is, so that nothing of the fresh text is lost until it is resolved.
    """
    if fresh is None:
        return _gone(base, edited)
    if edited is None:
        return _absent(base, fresh)
    if edited == fresh:
        return Decision("unchanged", None, fresh)
    if base is None:
        return Decision("conflicted", None, None, "it is not Backstay's; move it, or delete it")
    if _ends_in_crlf(edited):
        return _in_crlf(base, edited, fresh)
    return _both(base, edited, fresh)


def _gone(base: str | None, edited: str | None) -> Decision:
    """The contract no longer asks for it: an edited file stays, and is the user's from now on."""
    if edited is None:
        return Decision("unchanged")
    if edited == base:
        return Decision("removed")
    return Decision("kept", None, None, "no longer built; it is yours now")


def _absent(base: str | None, fresh: str) -> Decision:
    if base is None:
        return Decision("created", fresh, fresh)
    return Decision("kept", None, fresh, "you deleted it; it stays deleted")


def _in_crlf(base: str, edited: str, fresh: str) -> Decision:
    """Version control may check files out with other line endings: they stay as they are there."""
    if edited == _crlf(fresh):
        return Decision("unchanged", None, fresh)
    decision = _both(_crlf(base), edited, _crlf(fresh))
    advanced = decision.outcome in ("updated", "merged")
    return replace(decision, base=fresh if advanced else base)


def _ends_in_crlf(text: str) -> bool:
    return "\r\n" in text and "\n" not in text.replace("\r\n", "")


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _both(base: str, edited: str, fresh: str) -> Decision:
    if has_markers(edited):
        return Decision("conflicted", None, base, "it still has conflict markers; resolve them")
    if edited == base:
        return Decision("updated", fresh, fresh)
    if fresh == base:
        return Decision("kept", None, base)
    merged = merge(base, edited, fresh)
    if merged.conflicts:
        how = "conflict" if merged.conflicts == 1 else "conflicts"
        return Decision("conflicted", merged.text, base, f"{merged.conflicts} {how} to resolve")
    return Decision("merged", merged.text, fresh)
