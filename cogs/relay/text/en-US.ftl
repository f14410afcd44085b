# The relay. Mood: asking a favour of somebody who may say no, at any time, without a reason. Nobody is told what they did.

cmd-my-hours = When you would listen to someone: your hours, how often, pause, stop

## The ping (INTERFACE, key message 6). A direct message, in the listener's language

# $known: 1 where the server's name is known; $server: its name; $wish: listen, cheer, stories or advice;
# $link: the post, or its room; $nth: the how manieth in 24 hours; $most: how many at most
relay-ping = { $known ->
        [0] Someone on your server
       *[other] Someone in **{ $server }**
    } could use a line from you. They would like { $wish ->
        [cheer] *some cheering up*
        [stories] *to hear who else knows this*
        [advice] *some advice*
       *[listen] *just someone to listen*
    }. One sentence is plenty: { $link }
    -# { $nth } of at most { $most } today. Nobody sees whether you answer.
# the same, waiting in the inbox. It may be read late, so it says when; $at: a time that Discord writes
relay-ping-waits = Around { $at }, { $known ->
        [0] someone on your server
       *[other] someone in **{ $server }**
    } could use a line from you: { $link }. Nobody sees whether you answer.
relay-ping-answered = Answered, thank you. Nothing left to do.
relay-ping-anew = I have asked you about this one again, further down.
relay-ping-over = That post is gone by now. Nothing left to do.
relay-take = I'll write a line
relay-pass = Not now
relay-rest = Rest until tomorrow
relay-stop = Stop these
relay-go = Go there
relay-write = Write a line

## What a press on a ping brings

# $link: the post, or its room
relay-taken = Thank you. For ten minutes I ask nobody else: { $link }. *Write a line* is below the post.
relay-taken-too = Somebody is writing one right now. A second line does good too: { $link }
# pressed once more; the ten minutes do not begin anew
relay-taken-again = Here is the way once more: { $link }. *Write a line* is below the post.
relay-not-asked = I did not ask you about this post. *Write a line* is below every post that has room for one.
relay-passed = That is fine. Nobody is told.
relay-resting = Rest well. Nothing comes from me before tomorrow, and nobody is told.
# also to somebody who does not listen: then nothing came anyway
relay-resting-monday = Rest well. I ask you for nothing before Monday, and nobody is told.
relay-stopped = Stopped. I won't ask you again here, and nobody is told. `/my hours` starts it again whenever you like.
relay-answered = Enough people are there by now, thank you. If you still want to say something: { $link }
relay-over = This post is gone. Its author took it down, or its time was over.
relay-own = This one is yours, so nothing is asked of you. The others are asked as before.

## In a channel, in the server's language. Never say that nobody answered

# $role: a mention that pings people who asked for it
relay-role = { $role } A few kind words would do good here: { $link }
relay-role-answered = Thank you. Somebody is there.
relay-role-over = That one is done.
relay-lift = There is room for a line further up: { $link }
# to the moderators. $room: the vent room
relay-moderators-waited = A post in <#{ $room }> has been up for six hours and could use a line from one of you: { $link }
relay-moderators-asked = The author of a post in <#{ $room }> would like a moderator to answer it: { $link }

## After a day: to the author, whoever that is. Never how many were asked

# $total: how many were there so far, fewer than is usual; $link: the post
relay-word = { $total ->
        [0] Nobody has written yet. That says something about yesterday, not about you.
        [one] One person is with you so far. If you would like more, here is what I can do.
       *[other] { $total } people are with you so far. If you would like more, here is what I can do.
    } { $link }
relay-again = Show it once more
relay-moderator = Ask a moderator to answer
relay-use-name = Use my name
relay-take-down = Take it down
relay-shown-again = It is shown again, and I ask those who listen now.
relay-again-already = It was shown again just now. Give people a little time.
relay-again-off = Asking people for a line is switched off on this server for now. It stands where it was, and lines can still be written.
relay-again-closed = It takes no lines at the moment, so showing it would help nobody.
relay-moderator-asked = I asked them. They are volunteers; it may take them hours. They were not told who you are.
relay-not-yours = Only the one who wrote it can do that.

## A rest is offered, never imposed

relay-rest-offer = That was a good deal of listening. It need not be you every time: the others are here too.

## /my hours. Only its owner sees it

hours-about = Now and then somebody here could use a line. If you like, I ask you: in your hours only, three times a day at most, and *not now* is always fine. Nobody sees that you listen, or whether you answered.
    -# Kept: your hours, your time zone, when I last asked you. Gone with *Stop these*.
# $opens, $closes: "09:00"; $always: 1 for all day; $zone: a place; $now: the time there; $most: a day; $dm: 1 for direct messages
hours-are = You listen { $always ->
        [0] from { $opens } to { $closes }
       *[other] all day
    } in { $zone }, where it is { $now } now. I ask you { $most ->
        [one] once
        [2] twice
       *[other] { $most } times
    } a day at most, { $dm ->
        [0] in `/my inbox`
       *[other] by direct message
    }.
# $open: 1 for a pause without an end; $until: a date and time that Discord writes
hours-paused = { $open ->
        [0] It rests until { $until }.
       *[other] It rests until you want it again.
    }
hours-begin = Listen now and then
hours-change = Change
hours-pause-week = Pause for a week
hours-pause-open = Pause until I say so
hours-resume = Go on
hours-which-zone = Which one do you mean?
hours-type-again = Type it again
hours-none = You do not listen here at the moment. `/my hours` on the server starts it.
hours-none-in-dm = You do not listen anywhere yet. To begin, use `/my hours` on the server that you would listen to.
# $typed: what they typed
hours-zone-unknown = I don't know a place called “{ $typed }”. The next large city often works: Berlin, New York, Kolkata.
hours-zone-several = “{ $typed }” can be several places. Which one do you mean?
# closed DMs: the way there differs between phones and computers, so it is given in both words
hours-dm-closed = Your direct messages are closed to this server, so I can't write to you. What I would ask waits in `/my inbox`; to open them: server menu → Privacy Settings → allow direct messages. Then press *Change*.

## The form. Labels 45 characters, descriptions and placeholders 100

form-hours = When would you listen?
form-hours-zone = Where are you?
    .description = The nearest large city. Only its time zone is kept.
    .placeholder = Berlin, New York, Kolkata …
form-hours-opens = From
form-hours-closes = Until
form-hours-most = How often a day, at most?
form-hours-times = { $count ->
        [one] Once
        [2] Twice
       *[other] { $count } times
    }
form-hours-where = How may I ask you?
form-hours-dm = By direct message
form-hours-inbox = Only in my inbox, when I look

## What is kept about a person

kept-hours = Your listening hours: { $count }
kept-asks = Posts you were asked to answer: { $count }
kept-load = A note, for a week, of how many lines you wrote to others, so that I can offer you a rest: { $count }
kept-waits = Posts of yours that wait for answers: { $count }

# one line in the list of features: what it brings and needs
feature-relay = Asks people who want to be asked when a post waits for a line. Needs *Letting something out*.

## Rights, for the doctor: what I need each for

right-relay-send = ask moderators to look at a post that nobody answered
    .cannot = write
    .so = moderators do not hear of posts that wait
