"""The rows of buddies: who takes part, who is with whom, who avoids whom, who asked whom."""
