"""Bodies for the desk: good ones, ones with a mistake, and ones that are no JSON."""

import json

from hypothesis import strategies as st

texts = st.sampled_from(
    [
        "a",
        " padded ",
        "x" * 200,
        "x" * 201,
        "",
        " ",
        "äöü ☃ 😀",
        "a\0b",
        "tab\tnew\nline",
        '"\\/\x7f',
    ]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
values = (
    texts
    | st.none()
    | st.booleans()
    | st.integers(-2, 7)
    | st.sampled_from(
        [
            "open",
            "done",
            "9.50",
            "9.505",
            "1e3",
            "2026-11-20T08:00:00Z",
            "2026-11-20",
            2**70,
            1.5,
            [],
            {},
        ]
    )
)
NAMES = [
    "title",
    "body",
    "status",
    "stars",
    "price",
    "due",
    "day",
    "extra",
    "id",
    "owner_id",
    "other",
]
objects = st.dictionaries(st.sampled_from(NAMES), values, max_size=4) | st.builds(
    lambda title, rest: {"title": title, **rest},
    texts,
    st.dictionaries(st.sampled_from(NAMES[1:6]), values, max_size=2),
)
good = st.fixed_dictionaries(
    {"title": st.text("abcdef", min_size=3, max_size=8)},
    optional={
        "body": st.sampled_from(["long text", None]),
        "stars": st.integers(0, 5),
        "price": st.sampled_from(["1.50", "0", "-3.05"]),
        "due": st.sampled_from(["2026-11-20T08:00:00.000001+09:00", None]),
        "extra": st.sampled_from([{"a": [1, 2.5, None, "ü"]}, "text", 5]),
    },
)
raw = st.sampled_from(
    [
        b"",
        b"{",
        b'{"title": "a"',
        b"\xff\xfe",
        b'{"title": "\\ud800"}',
        b'{"title":"a","title":"b"}',
        b'{"title": NaN}',
        b'\xef\xbb\xbf{"title":"bom"}',
        b' {"title":"spaces"} ',
        b"[" * 100,
        b"null",
        b'{"title":"a"} trailing',
        b"[]",
        b'"text"',
        b'{"stars": 1e999, "title": "a"}',
    ]
)
mostly = st.integers(0, 9).flatmap(
    lambda chance: good.map(json.dumps) if chance < 6 else objects.map(json.dumps)
)
bodies = mostly.map(str.encode) | raw
changes = st.fixed_dictionaries(
    {},
    optional={
        "title": st.text("abcdef", min_size=3, max_size=8) | st.just(""),
        "stars": st.integers(0, 6),
        "status": st.sampled_from(["open", "done", "other"]),
        "owner_id": st.just("x"),
    },
).map(lambda change: json.dumps(change).encode())
