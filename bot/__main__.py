"""`python -m bot run` is `wingbeat run`."""

from bot.cli import main

if __name__ == "__main__":
    main()
