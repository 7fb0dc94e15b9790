"""What runs around every request, inside Backstay's guard."""

from starlette.middleware import Middleware

MIDDLEWARE: tuple[Middleware, ...] = ()
