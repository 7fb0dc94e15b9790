"""The runtime as a wheel of its own: it travels in the project, which so installs anywhere."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from importlib.metadata import metadata, requires
from pathlib import Path
from zipfile import ZIP_DEFLATED

import backstay
from backstay.build.files.pack import packed

PARTS = (
    "__init__.py",
    "py.typed",
    "auth",
    "cache",
    "clock.py",
    "data",
    "errors",
    "jobs",
    "resilience",
    "settings",
    "telemetry",
    "web",
)
"""What production imports; the workshop stays behind."""

FOLDER = "vendor"


def vendored() -> dict[str, bytes]:
    """The wheel and the requirement that pins it by its hash, by path in the project."""
    version = backstay.__version__
    name = f"backstay-{version}-py3-none-any.whl"
    wheel = _wheel(version)
    digest = sha256(wheel).hexdigest()
    pinned = f"./{FOLDER}/{name} --hash=sha256:{digest}\n"
    return {f"{FOLDER}/{name}": wheel, f"{FOLDER}/requirements.txt": pinned.encode()}


def _wheel(version: str) -> bytes:
    info = f"backstay-{version}.dist-info"
    files = {f"backstay/{path}": content for path, content in _runtime().items()}
    files[f"{info}/METADATA"] = _metadata(version).encode()
    files[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: backstay\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    record = [f"{path},sha256={_digest(content)},{len(content)}" for path, content in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*sorted(record), f"{info}/RECORD,,", ""]).encode()
    return packed(files, ZIP_DEFLATED)


def _runtime() -> dict[str, bytes]:
    root = Path(backstay.__file__).parent
    found: dict[str, bytes] = {}
    for part in PARTS:
        path = root / part
        files = [path] if path.is_file() else sorted(path.rglob("*.py"))
        found |= {one.relative_to(root).as_posix(): one.read_bytes() for one in files}
    return found


def _metadata(version: str) -> str:
    known = metadata("backstay")
    needed = [one for one in requires("backstay") or () if "extra ==" not in one]
    lines = [
        "Metadata-Version: 2.1",
        "Name: backstay",
        f"Version: {version}",
        f"Summary: {known['Summary']} (runtime only)",
        f"Requires-Python: {known['Requires-Python']}",
        *(f"Requires-Dist: {one}" for one in needed),
    ]
    return "\n".join(lines) + "\n"


def _digest(content: bytes) -> str:
    return urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
