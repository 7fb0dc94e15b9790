"""Blocking: which calls of well-known libraries make their thread wait."""

import re

_CALLS = frozenset(
    "time.sleep os.system os.wait socket.create_connection socket.getaddrinfo "
    "urllib.request.urlopen "
    "subprocess.run subprocess.call subprocess.check_call subprocess.check_output "
    "psycopg2.connect pymysql.connect MySQLdb.connect sqlite3.connect smtplib.SMTP "
    "smtplib.SMTP_SSL shutil.copytree shutil.rmtree".split()
)
_METHODS = frozenset("get post put patch delete head options request send stream".split())
_CLIENTS = ("requests", "httpx", "requests.Session")


_BEFORE = re.compile(r"lifespan|start_?up|shut_?down|on_(?:start|stop)|(?:init|close)_(?:app|db)$")


def before_serving(name: str) -> bool:
    """Whether a function of this name runs before the first request, or after the last."""
    return bool(_BEFORE.search(name))


def blocks(name: str) -> str:
    """What blocks in a call of this full name, as it reads in a message; empty if nothing does."""
    if name in _CALLS:
        return name
    owner, _, method = name.rpartition(".")
    return name if owner in _CLIENTS and method in _METHODS else ""
