"""Blocking: which calls of well-known libraries make their thread wait."""

_CALLS = frozenset(
    "time.sleep os.system os.wait socket.create_connection socket.getaddrinfo "
    "urllib.request.urlopen "
    "subprocess.run subprocess.call subprocess.check_call subprocess.check_output "
    "psycopg2.connect pymysql.connect MySQLdb.connect sqlite3.connect smtplib.SMTP "
    "smtplib.SMTP_SSL shutil.copytree shutil.rmtree".split()
)
_METHODS = frozenset("get post put patch delete head options request send stream".split())
_CLIENTS = ("requests", "httpx", "requests.Session")


def blocks(name: str) -> str:
    """What blocks in a call of this full name, as it reads in a message; empty if nothing does."""
    if name in _CALLS:
        return name
    owner, _, method = name.rpartition(".")
    return name if owner in _CLIENTS and method in _METHODS else ""
