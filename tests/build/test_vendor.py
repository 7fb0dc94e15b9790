"""The runtime travels as a wheel: the same bytes every time, production's parts and no more."""

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from backstay import __version__
from backstay.build.project import prepare
from backstay.build.vendor import vendored

WHEEL = f"vendor/backstay-{__version__}-py3-none-any.whl"


def names() -> list[str]:
    return ZipFile(BytesIO(vendored()[WHEEL])).namelist()


def test_it_is_the_same_every_time():
    assert vendored() == vendored()


def test_it_is_pinned_by_its_hash():
    files = vendored()
    digest = sha256(files[WHEEL]).hexdigest()

    assert files["vendor/requirements.txt"].decode() == f"./{WHEEL} --hash=sha256:{digest}\n"


def test_it_carries_the_runtime_and_none_of_the_workshop():
    found = names()

    for part in ("data/__init__.py", "web/app.py", "auth/tokens.py", "settings/service.py"):
        assert f"backstay/{part}" in found
    for part in ("build", "blueprint", "prove", "agent", "cli", "detect"):
        assert not [name for name in found if name.startswith(f"backstay/{part}/")], part


def test_its_record_lists_every_file():
    with ZipFile(BytesIO(vendored()[WHEEL])) as wheel:
        record = wheel.read(f"backstay-{__version__}.dist-info/RECORD").decode()
        metadata = wheel.read(f"backstay-{__version__}.dist-info/METADATA").decode()

    assert sorted(line.partition(",")[0] for line in record.splitlines()) == sorted(names())
    assert "Requires-Dist: fastapi" in metadata
    assert "jinja2" not in metadata.lower()


def test_an_earlier_wheel_goes(project, library, undescribed):
    old = project / "vendor" / "backstay-0.0.1-py3-none-any.whl"
    old.write_bytes(b"old")

    build = prepare(project, library)
    build.apply()

    assert not old.exists()
    assert (project / WHEEL).is_file()
