"""What contradicts the state of things: 409, 412, 428."""

from backstay.errors.base import BackstayError, Detail


class Conflict(BackstayError):
    """The request contradicts what is stored."""

    status, code, message = 409, "conflict", "This contradicts what is stored."
    remedy = "Read it again, then decide."


class NotUnique(Conflict):
    """Another row has these values already; the values themselves are not repeated (C-55)."""

    code, message = "not_unique", "Something with these values exists already."
    remedy = "Choose other values for the fields named in `details`."

    def __init__(self, *fields: str) -> None:
        super().__init__(details=[Detail(name, self.code, self.message) for name in fields])


class FlowRefused(Conflict):
    """The contract's flow has no such step."""

    code, message = "flow_refused", "It cannot change like that."
    remedy = "The documents show which steps each state allows."

    def __init__(self, field: str) -> None:
        super().__init__(details=[Detail(field, self.code, self.message)])


class ActionRefused(Conflict):
    """The action's `when` does not hold for the row as it is."""

    code, message = "action_refused", "It is not in a state that allows this action."
    remedy = "Read it again; somebody may have been faster."


class StillReferenced(Conflict):
    """Other rows refer to it, and the contract says restrict."""

    code, message = "still_referenced", "Other things still refer to it."
    remedy = "Delete or change those first."


class EditedMeanwhile(Conflict):
    """Somebody changed the row between our reading and our writing it."""

    code, message = "edited_meanwhile", "Somebody changed it at the same moment."
    remedy = "Read it again and repeat the change."


class KeyInFlight(Conflict):
    """The first request with this Idempotency-Key has not been answered yet."""

    code, message = "idempotency_in_flight", "The first request with this key is still running."
    remedy = "Repeat it a little later with the same key: it gets the first answer."

    def __init__(self) -> None:
        super().__init__(headers=[(b"retry-after", b"1")])


class PreconditionFailed(BackstayError):
    """If-Match names a version that is no longer current."""

    status, code, message = 412, "precondition_failed", "It was changed since you read it."
    remedy = "Read it again, and send its new ETag in If-Match."


class PreconditionRequired(BackstayError):
    """The contract says `lock: etag`, and the request has no If-Match."""

    status, code, message = 428, "precondition_required", "If-Match is required."
    remedy = "Send If-Match with the ETag that you read."
