"""A TCP proxy in front of a server: the prover's own."""

from backstay.prove.subject.proxy import Proxy, proxied

__all__ = ["Proxy", "proxied"]
