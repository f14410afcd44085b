"""`python -m demo`."""

import sys


def run() -> int:
    """The exit code."""
    try:
        # loading takes half a second, in which people may change their mind
        from demo.command import main
    except KeyboardInterrupt:
        return 0
    return main()


if __name__ == "__main__":
    sys.exit(run())
