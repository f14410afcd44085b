# One's own page. Mood: matter of fact, nothing to fear.

cmd-my-inbox = What waits for you

inbox-head = What waits for you. Only you see this.
inbox-empty = Nothing waits for you.
inbox-clear = Empty it
inbox-cleared = Empty. What the notes spoke of is still where it was.
