"""Calls to other services: timeouts, bounded retries, circuit breakers, no way inside; quotas."""

from backstay.resilience.breaker import Breaker, BreakerOpen
from backstay.resilience.destinations import Destinations
from backstay.resilience.failures import DependencyFailed, Patience
from backstay.resilience.outgoing import Outgoing

__all__ = ["Breaker", "BreakerOpen", "DependencyFailed", "Destinations", "Outgoing", "Patience"]
