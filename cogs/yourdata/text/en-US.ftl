# One's own page. Mood: matter of fact, nothing to fear.

cmd-my-inbox = What waits for you
cmd-my-settings = How I write to you, and who reaches you through me
cmd-my-avoid = Keep a distance from one person; they are not told
    .member = Whom; once more opens it again
cmd-my-privacy = What is kept about you here, in numbers
cmd-my-export = A copy of everything that is kept about you here
cmd-my-forget = Have everything about you here forgotten; I ask once before

# in a direct message, from somebody of whom nothing is kept anywhere
nowhere-known = I know nothing of you on any server, so there is nothing to show. On a server, this works at once.

## The inbox

inbox-head = What waits for you. Only you see this.
inbox-empty = Nothing waits for you.
inbox-more = More
inbox-clear = Empty it
inbox-cleared = Empty. What the notes spoke of is still where it was.

## Settings. Each line says what is so now; the button beside it what it would become

# $server: a server's name
settings-head = **Your settings in { $server }.** Only you see this.
settings-turn-on = Switch on
settings-turn-off = Switch off
settings-dms-on = **Direct messages: on.** What is for you alone comes as a direct message, and each has a button that stops them.
# direct messages bring check-ins, or asks for a line, and nothing else
settings-dms-asked = **Direct messages: on** for what you chose to get that way: check-ins, or asks for a line.
settings-dms-else = **What else is for you alone** waits in `/my inbox`. Switched on, it comes as a direct message too.
settings-dms-off = **Direct messages: off.** What is for you alone waits in `/my inbox`.
settings-quiet-on = **Quiet: on.** Nothing comes by direct message for now; it waits in `/my inbox`.
settings-quiet-off = **Quiet: off.** Switched on, everything waits in `/my inbox` until you are back.
settings-closed-on = **Closed door: on.** Nobody reaches you through me. Who tries reads that you take a rest from it, and that it says nothing about them.
settings-closed-off = **Closed door: off.** Others may send you a cheer, a line or thanks through me.
settings-hushed-on = **Kind words, quietly: on.** What people send you does not show in channels.
settings-hushed-off = **Kind words, quietly: off.** A cheer for you shows in the channel, unless its giver sends it quietly.
settings-hushed-avoids = **Kind words, quietly: on**, as long as you avoid anybody. So nobody can tell whom.
# $people: mentions, or the next one
settings-avoided = You avoid { $people }. They are not told. `/my avoid` with the same name opens it again.
# $count: people who had themselves forgotten
settings-avoided-gone = { $count ->
        [one] one person who is no longer known here
       *[other] { $count } people who are no longer known here
    }

## Direct messages

# $server: a server's name. The first one, right after they said yes
dm-first = This is how I write to you from **{ $server }**: only what is for you alone, and one tap below stops it.
dms-closed = Your direct messages are closed to this server, so I can't. What is for you waits in your inbox; to open them: server menu → Privacy Settings → allow direct messages. Then switch it on again.
dms-stopped = Stopped. What is for you waits in `/my inbox` from now on; `/my settings` on the server switches them on again.

## Avoiding. $other: a mention

avoid-shut = Done, and they are not told. Nothing goes between you and { $other } through me any more. So that nobody can tell, kind words for you come quietly from now on, whoever sends them. `/my avoid` with the same name opens it again.
avoid-opened = It is open again between you and { $other }. They are not told of that either.
avoid-self = That was your own name. To have some peace from everybody, `/my settings` has a closed door.
avoid-bot = That is a bot. To have some peace from me, `/my settings` has *Quiet*.

## What is kept

# $server: a server's name
privacy-head = **What is kept about you in { $server }.** Only you see this.
privacy-small = Texts are sealed. Posts without your name are found by a key that only works when you ask. Nothing people write in channels is kept, and no mood.
privacy-nothing = Nothing is kept about you in **{ $server }**.
privacy-copy = Save a copy
privacy-forget = Forget me here
# $count: how many. The same sentences head a copy
kept-settings = Your settings: { $count }
kept-avoided = People you avoid: { $count }
kept-visit = A note without your name, for four weeks, of the week in which you last used me here: { $count }
kept-inbox = Notes in your inbox, sealed, 30 days at most: { $count }
kept-moderated = Acts of yours as a moderator, kept a year: { $count }

## A copy

export-title = What is kept about you in { $server }
export-here = Everything that is kept about you in **{ $server }**, as a page to read and as data. Only you see this.

## Forgetting (key message 12). $server: a server's name

forget-ask = Forget you in **{ $server }**? Gone for good:
# $until: a date
forget-muted = One keyed mark stays until { $until } so that the mute holds; nobody can read your name from it without the bot's key.
forget-small = Lines you signed for others lose your name. What somebody avoids stays avoided, by key. A day's limit that runs is gone tomorrow, the one on seats in circles after 30 days at most; the trace of an ended post a week after it. What others got from me by direct message, such as who their buddy was, stays in theirs.
forget-copy = Save a copy first
forget-yes = Forget me here
forget-no = Keep everything
forget-done = Done. I no longer know you here.
forget-kept = Everything stays as it is.
kept-posts = Posts of yours that are up, with their threads: { $count }
kept-given = Posts of others on which you left a sign or a line: { $count }
kept-lines = Lines of yours in others' threads: { $count }
kept-shut-out = Posts to which you can write no more: { $count }
kept-ended = Traces of ended posts, by key, a week each: { $count }
