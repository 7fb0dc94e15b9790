"""The resource with the accounts: exactly one, its own fields there and right (BS408)."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.forms.grammar import parse, words
from backstay.blueprint.forms.said import FieldDraft
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.model import Expression, Field, Place
from backstay.blueprint.reading.entries import text_in
from backstay.blueprint.reading.source import TOP
from backstay.blueprint.words import LATER

IMPLIED = "User"
MEANT = {
    "email": "email: email, unique, pii",
    "role": "role: role = member",
    "is_active": "is_active: bool = true, write admin",
}


def find_login(draft: ContractDraft) -> None:
    """Decides which resource has the accounts; without any, `User` is added."""
    logins = [resource for resource in draft.resources.values() if "login" in resource.keys]
    for second in logins[1:]:
        message = f"only one resource has a login; {logins[0].name} has it"
        draft.mistakes.add(second.place("login"), "BS408", message)
    if logins:
        draft.login = logins[0].name
    elif IMPLIED in draft.resources:
        at = draft.resources[IMPLIED].at
        hint = "User: {login: email + password, ...}"
        draft.mistakes.add(at, "BS408", "User holds the accounts, but has no login", hint=hint)
    else:
        draft.login_implied = True
        user = ResourceDraft(IMPLIED, TOP, {})
        draft.resources = {IMPLIED: user, **draft.resources}


def check_login(draft: ContractDraft) -> None:
    """Reads `login`, adds the fields that it implies, and checks those that were written."""
    resource = draft.resources[draft.login]
    _read_form(draft, resource)
    member = next((role for role in draft.roles if role != "admin"), "member")
    at = resource.place("login")
    implied = {
        "email": Field("email", "email", at, unique=True, pii=True),
        "role": Field("role", "role", at, default=Expression("name", (member,)), write="admin"),
        "is_active": Field("is_active", "bool", at, default=Expression("true"), write="admin"),
    }
    for name, field in implied.items():
        if name in resource.fields:
            _check_written(draft, resource.fields[name])
        elif name not in resource.unread:
            resource.fields[name] = FieldDraft(field, {"kind": at})
    if "email" not in resource.unread:
        email = resource.fields.pop("email")
        resource.fields = {"email": email, **resource.fields}


def _read_form(draft: ContractDraft, resource: ResourceDraft) -> None:
    node = resource.keys.get("login")
    text = text_in(draft.mistakes, node, "login") if node else None
    tree = parse(draft.mistakes, "login", text) if text else None
    if text is None or tree is None:
        return
    said = words(text, tree)
    for index, word in enumerate(said):
        if word.text in LATER["login"]:
            message = f"login {quoted(word.text)} is reserved for a later version"
            draft.mistakes.add(word.at, "BS102", message)
        elif index > 1 or word.text != ("email", "password")[index]:
            message = f"login cannot be {quoted(word.text)}"
            draft.mistakes.add(
                word.at, "BS105", message, word=word.text, allowed=["email + password"]
            )


def _check_written(draft: ContractDraft, written: FieldDraft) -> None:
    field = written.field
    problem = ""
    if field.kind != field.name.replace("is_active", "bool"):
        problem = f"is {field.target or field.kind}"
    elif field.optional or field.computed:
        problem = "is optional or computed"
    elif field.name == "email" and (not field.unique or field.write):
        problem = "is not unique" if not field.unique else "cannot be sent at sign-up"
    elif field.name == "is_active" and (field.default is None or not field.write):
        problem = "could be set at sign-up"
    if problem:
        message = f"`{field.name}` of the login resource {problem}"
        draft.mistakes.add(_key(written), "BS408", message, hint=MEANT[field.name])


def _key(written: FieldDraft) -> Place:
    return written.at("kind")


def check_roles_held(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Fields of type `role`: one, in the login resource, with what sign-up gives as default."""
    for held in resource.fields.values():
        field = held.field
        if field.kind != "role":
            continue
        if resource.name != draft.login or field.name != "role":
            message = f"only {draft.login} has a role, and its field is called `role`"
            draft.mistakes.add(held.at("kind"), "BS408", message)
            continue
        given = field.default
        role = str(given.parts[0]) if given and given.op == "name" else ""
        if role not in draft.roles or role == "admin":
            message = "role needs as default what sign-up gives, which is not admin"
            allowed = [name for name in draft.roles if name != "admin"]
            draft.mistakes.add(held.at("value"), "BS307", message, word=role, allowed=allowed)
