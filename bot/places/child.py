"""The process that reads the cities: `python -m bot.places.child` says them as a pickle."""

import pickle
import sys

from bot.places.gather import gathered

if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(gathered()))
