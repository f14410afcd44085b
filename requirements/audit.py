"""Asks whether anything Wingbeat stands on has a known weakness: `make audit`.

pip-audit looks the locked versions up in public advisories; uv runs it in an environment of its own. The exit code is 0
where nothing is known, 1 where something is, and 2 where nobody could be asked: without a network, that is neither.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCKED = Path(__file__).with_name("run.txt")
UV = Path(sys.executable).with_name("uv")
HOW = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json", "--requirement"]
WITHIN_S = 300
NOTHING_KNOWN, SOMETHING_KNOWN, NOBODY_ASKED = 0, 1, 2
NO_NEWS = (
    "No advisories could be had, so nothing was looked up and nothing is known either way. "
    "Try again where there is a network; exit code 2."
)


def main(command: tuple[str, ...] = (str(UV), "tool", "run", "pip-audit")) -> int:
    """Says what is known, and gives the exit code."""
    asking = [*command, *HOW, str(LOCKED)]
    try:
        ran = subprocess.run(asking, capture_output=True, text=True, timeout=WITHIN_S, check=False)  # noqa: S603
        looked_up: list[dict[str, Any]] = json.loads(ran.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError):
        say(NO_NEWS)
        return NOBODY_ASKED
    weak = [(one, found) for one in looked_up for found in one.get("vulns", ())]
    for one, found in weak:
        mended = ", ".join(found.get("fix_versions", ())) or "no version yet"
        say(f"{one['name']} {one['version']}: {found['id']}; mended in {mended}")
    many = "1 known weakness" if len(weak) == 1 else f"{len(weak) or 'no'} known weaknesses"
    say(f"{len(looked_up)} packages were looked up; {many}.")
    return SOMETHING_KNOWN if weak else NOTHING_KNOWN


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
