"""What the service tells about itself: logs and metrics."""

from backstay.telemetry.access_log import AccessLog, Line
from backstay.telemetry.metrics import Metrics

__all__ = ["AccessLog", "Line", "Metrics"]
