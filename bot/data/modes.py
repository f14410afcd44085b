"""Files that are their owner's alone, also where a copy was put back that others could read."""

import logging
import stat
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
OWNERS_ALONE = 0o600

log = logging.getLogger(__name__)


def keep_to_owner(path: Path) -> None:
    """Closes a file to everybody but its owner; says so in the log, also where that may not be done."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if not mode & _OTHERS:
            return
        path.chmod(OWNERS_ALONE)
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("others on this machine may open %s, and I cannot close it to them: %s", path, error.strerror)
    else:
        log.warning("others on this machine could open %s (mode %o); it is its owner's alone now", path, mode)
