"""`python -m bot run` is `wingbeat run`."""

if __name__ == "__main__":
    # not at the top: the process that draws pictures imports this module too (multiprocessing, spawn), and no bot
    from bot.cli import main

    main()
