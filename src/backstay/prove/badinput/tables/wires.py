"""Rows of the table that are the server's: malformed, smuggled, endless and stalled requests."""

from backstay.prove.badinput.wire import Wire

_SMUGGLED = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"


def wires(host: str, path: str) -> tuple[Wire, ...]:
    """The table.

    Args: host, as the subject goes by; path, something that takes a JSON body from guests.
    """
    name = f"Host: {host}\r\n".encode()
    get = b"GET /health HTTP/1.1\r\n"
    post = f"POST {path} HTTP/1.1\r\n".encode() + name + b"Content-Type: application/json\r\n"
    chunked = post + b"Transfer-Encoding: chunked\r\n\r\n"
    both = post + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    return (
        Wire(20, "endless chunks", chunked, (413, 0),
             endless=b"10000\r\n" + b"a" * 65536 + b"\r\n"),
        Wire(21, "a body that stalls", post + b'Content-Length: 99\r\n\r\n{"a', (408,)),
        Wire(21, "chunks that stall", chunked + b"5\r\n{", (408,)),
        Wire(22, "a header of 1 MB", get + name + b"A: " + b"a" * 2**20 + b"\r\n\r\n", (431, 0)),
        Wire(23, "a URI of 70 kB", b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", (414,)),
        Wire(24, "length and chunks", both + _SMUGGLED, (422, 400)),
        Wire(24, "an invented encoding",
             post + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + _SMUGGLED, (400,)),
        Wire(24, "chunked, but not last",
             post + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + _SMUGGLED, (400,)),
        Wire(24, "a chunk of no size", chunked + b"ZZ\r\n\r\n" + _SMUGGLED, (400,)),
        Wire(25, "two lengths",
             post + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd" + _SMUGGLED, (400,)),
        Wire(25, "a negative length", post + b"Content-Length: -1\r\n\r\n" + _SMUGGLED, (400,)),
        Wire(25, "a signed length", post + b"Content-Length: +1\r\n\r\n1" + _SMUGGLED, (400,)),
        Wire(26, "no host", get + b"\r\n", (400,), closes=False),
        Wire(26, "two hosts", get + name + b"Host: evil.example\r\n\r\n", (400,), closes=False),
        Wire(26, "two hosts, the good one last",
             get + b"Host: evil.example\r\n" + name + b"\r\n", (400,), closes=False),
        Wire(29, "a space before the colon", get + b"Host : x\r\n\r\n", (400,)),
        Wire(29, "a folded header", get + name + b"A: b\r\n c\r\n\r\n", (400,)),
        Wire(29, "a NUL in a header", get + name + b"A: \0\r\n\r\n", (400,)),
        Wire(29, "garbage", b"\x16\x03\x01\x02\r\n\r\n", (400,)),
        Wire(29, "another protocol", b"GET /health HTTP/2.0\r\n" + name + b"\r\n", (400,)),
        Wire(29, "bare line feeds", b"GET /nothing HTTP/1.1\n" + name + b"\n", (404, 400),
             closes=False),
        Wire(31, "a path of no UTF-8", b"GET /\xff HTTP/1.1\r\n" + name + b"\r\n", (400,)),
        Wire(33, "CONNECT", b"CONNECT evil.example:1 HTTP/1.1\r\n" + name + b"\r\n",
             (405, 404, 400), closes=False),
        Wire(33, "no path", b"OPTIONS * HTTP/1.1\r\n" + name + b"\r\n", (405, 404), closes=False),
        Wire(11, "headers that never end", get + name + b"A: ", (0, 408)),
    )  # fmt: skip
