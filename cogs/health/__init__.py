"""How a group is doing, for its moderators, without watching anybody: every figure stands on several people."""
