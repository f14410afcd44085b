# Words that every feature shares. Mood: plain, short, warm. First what is so, then what can be done.

# $reference: six letters and digits by which the operator finds the cause
defect = Something broke on my side, not yours. Nothing you wrote was passed on. If it happens again, tell the people who run this bot: { $reference }.
restarting = I am restarting. Please try again in a minute.
press-unknown = This button is from an older version of me, and I no longer know it. The newest one does the same.
command-unknown = I don't know this command any more. Discord may still show an old list; /help has the new one.
only-in-server = This works in a server, not in direct messages.
needs-manage-server = This is for people who may manage the server.

# shown once, below an answer, when a keyed note waits. Neutral on purpose: a screen may be shared
inbox-waits = Something waits for you in `/my inbox`.

cmd-my = Your own page: only you see it
cmd-setup = Set things up on this server
cmd-mod = For moderators
