"""Start the service: `python main.py`, configured by the environment or by .env."""

import sys
from pathlib import Path

from backstay.settings import SettingsRefused
from backstay.web.serve import serve

from src.core.config import get_settings, logging_config

if __name__ == "__main__":
    try:
        settings = get_settings()
    except SettingsRefused as reason:
        sys.exit(str(reason))
    sys.exit(serve("src.main:start", settings, Path(__file__).parent, logging_config()))
