# Circles. Mood: a table with free chairs. Nobody is told how to be; what is shared there is said plainly.

cmd-circle = Fifteen to twenty people who let things out by name with each other
cmd-circle-join = Take a seat in a circle, or wait for one
cmd-circle-leave = Give up your seat, or leave the list
cmd-circle-about = Your circle, or how to come to one
cmd-circle-charter = What a circle keeps to, and who can read it
cmd-mod-circles = How the circles are: well, small, quiet or full, and what could be done

## The form. Labels 45 characters, descriptions 100

form-circle = A seat in a circle
form-circle-band = Which part of the world is your day in?
    .description = So that somebody is awake when you are. Change whatever does not fit; the rest can stay.
circle-band-americas = The Americas
circle-band-europe = Europe and Africa
circle-band-gulf = The Gulf to India
circle-band-east = East Asia and Oceania
form-circle-field = What do you work in, roughly?
circle-field-any = Anything, or rather not say
circle-field-software = Software and data
circle-field-design = Design and media
circle-field-office = Office and administration
circle-field-sales = Sales and marketing
circle-field-finance = Finance and law
circle-field-health = Health and care
circle-field-teaching = Teaching and training
circle-field-science = Science and engineering
circle-field-trades = Trades, building and transport
circle-field-service = Shops, kitchens and hotels
form-circle-stage = How long have you been looking?
circle-stage-start = I have just begun
circle-stage-months = For some months
circle-stage-long = For a long time
circle-stage-landed = I found something, and like to stay near
form-circle-extras = If you like
form-circle-monday = Ask me on Mondays
    .description = One win, one worry, one plan: a line each, together with the others who want it.

## Joining. $name: the circle's; $place: a link to its thread; $there: 0 while it has none

circle-seat = You have a seat in **{ $name }**. { $there ->
        [0] Its place opens in a moment, in the list of threads.
       *[other] It is here: { $place }
    }
# $reasons: one or several of the next four
circle-why = Why this one: { $reasons }.
# $band: such as "Europe and Africa"; $field: such as "Health and care"
circle-why-band = its days are yours ({ $band })
circle-why-field = some there work in your field ({ $field })
circle-why-stage = some there have been looking about as long
circle-why-seat = it is the one with a free seat
# $count: how many have a seat in it
circle-opened = It opened just now, with { $count } people who waited for one, as you did.
circle-who-reads = -# Everyone in it sees your name. So can people here who have the right *Manage Threads*: moderators, mostly.
# $count: how many more it takes
circle-waits = You are on the list. A circle opens as soon as ten wait: { $count ->
        [one] one more.
       *[other] { $count } more.
    } If a seat comes free somewhere before that, it is yours. `/my inbox` will say so.
circle-listed = You are on the list of those who would like a circle. This server is a little small for them yet; the moderators see how many are on the list, not who.
circle-changed = Noted. Your seat in **{ $name }** stays as it is.
circle-changed-not-apart = Noted, but for one thing: no chair of the other kind is free in **{ $name }** just now, so you keep the one you have.
# $readers: about how many people can read here; 0 where that is not known
circle-is-the-room = { $readers ->
        [0] This server is small enough that the whole room is the circle.
       *[other] With about { $readers } people here, the whole room is the circle.
    } `/vent` reaches all of them, and each of them can answer.
# $when: a date
circle-too-often = You have taken several seats lately, and people there open up to those who stay. From { $when } on you can take another one.
circle-no-seat = That seat cannot be given just now. You stay where you are, and nothing is lost.
circle-none = You have no seat in a circle, and you are not on the list. `/circle join` is the way in.

## One's own circle

circle-about = A circle is fifteen to twenty people who let things out by name with each other, in a private thread. It is matched by your part of the world, your field and how long you have been looking. You can leave with one tap.
circle-about-list = A circle is fifteen to twenty people who let things out by name with each other. This server is a little small for them yet. You can say that you would like one.
# $people: in the twenty seats; $alumni: in the others; $monday and $own: 1 where they are in the round, or are alumni themself
circle-mine = **{ $name }** { $there ->
        [0] has no place at the moment; a moderator can see to it.
       *[other] · { $place }
    }
    { $people } of 20 seats are taken{ $alumni ->
        [0] .
        [one] , and one person who found work stays near.
       *[other] , and { $alumni } who found work stay near.
    }{ $own ->
        [0] {""}
       *[other] {" "}You keep one of the seats beside the twenty.
    }
    { $monday ->
        [0] You are not asked on Mondays.
       *[other] On Mondays you are asked for one win, one worry, one plan.
    }
# below it, where they have a seat and are not in its place
circle-mine-shut = You are not in its place yet: you don't see the channel that it is in. A moderator can change that; then *Try again*, or wait for the next day.
circle-try = Try again
circle-tried = I let you into **{ $name }** in a moment, if you see the channel that its place is in. If nothing comes, ask a moderator about that channel.
circle-join = Join a circle
circle-like = I'd like one
circle-leave = Leave
circle-unlist = Leave the list
circle-change = Change what I said
circle-look-mine = My circle
circle-charter = What we keep to
circle-monday = Mondays: in or out
circle-monday-on = Ask me on Mondays
circle-monday-off = Don't ask me on Mondays
circle-landed = I found work
circle-looking = I am looking again
circle-monday-is = { $wants ->
        [0] You are not asked on Mondays any more.
       *[other] You are asked on Mondays, once three of you want that. Skipping one is fine.
    }
circle-alumni-now = I am glad. You keep a seat beside the twenty, and yours goes to somebody who looks.
circle-looking-now = You have one of the twenty seats again. It is good that you are here.
circle-left = You are out of **{ $name }**, and its thread is closed to you. What you let out there is taken down; what you typed there yourself stays, unless you delete it. Nobody is told why, or that you pressed this.
circle-unlisted = You are off the list.
circle-charter-text = **What a circle keeps to**
    · What is said there stays there.
    · Listen first. Advice only where somebody asks for it.
    · A line is plenty. Nobody owes an answer, and nobody is counted.
    · Leave when you like, with one tap, without a reason.
# below it
circle-charter-readers = **Who can read it**
    · The people in it: twenty seats, and a few beside them for those who found work.
    · People with the right *Manage Threads* on this server: moderators, mostly. Whoever runs me could find out who is in which circle.
    · Anyone there can take a screenshot.

## In a circle's own place, in the server's language

# $name: the circle's. A thread's name
circle-thread-name = Circle: { $name }
circle-welcome = **{ $name }** is open. Here you are by name, fifteen to twenty people and a few who found work. `/vent` and *My circle: use my name* puts a post here; typing is fine too.
    What is said here stays here. Listen first, and give advice only where somebody asks for it.
    -# People with the right *Manage Threads* on this server can read along.
# $people: mentions
circle-round = Monday: one win, one worry, one plan. A line each is plenty, and so is none. { $people }
# $people: mentions. That they did, never what they answered
circle-shared = From today's check-ins, shared with you here: { $people } checked in.
# $other: another circle; $people: how many are in it
circle-offer = You have become few here. **{ $other }** has { $people } people and a seat for each of you. Each of you decides for themself; whoever stays, stays, and it can be changed later.
circle-move = Move over
circle-stay = I stay
circle-stayed = You stay. Nothing changes.
circle-moved = You are in **{ $name }** now. { $there ->
        [0] Its place opens in a moment.
       *[other] It is here: { $place }
    }
circle-move-over = That has passed: you have a seat elsewhere, or one of the two circles is gone.

## What waits in the inbox

# $link: its thread, where $there is not 0
circle-note-seat = You have a seat in the circle **{ $name }**. { $there ->
        [0] Its place is in the list of threads, as soon as it is open.
       *[other] It is here: { $link }
    } `/circle about` has all about it, and the way out.
circle-note-out = You are not in the thread of **{ $name }** any more, so your seat there is free again. If that was not meant: `/circle join`.

circle-note-shut = You have a seat in the circle **{ $name }**, but I can't let you into its place: you don't see the channel that it is in. A moderator can change that. Your seat stays yours meanwhile, and I try again every day.

## For moderators. Groups, never people

circle-mod-empty = There is no circle yet, and nobody waits for one. The first opens when ten wait.
# $count: how many
circle-mod-head = { $count ->
        [0] **No circle is open yet**
        [one] **One circle**
       *[other] **{ $count } circles**
    }
# $people: of twenty; $alumni: beside them; $how: one of the next five
circle-mod-one = **{ $name }** · { $people } of 20{ $alumni ->
        [0] {""}
       *[other] {" "}and { $alumni } who found work
    } · { $how }
circle-standing-well = well
circle-standing-grows = new, growing
circle-standing-small = small
circle-standing-quiet = quiet
circle-standing-full = full
# $other: another circle
circle-mod-small = -# Together with **{ $other }** they would have a good size. You can ask them; each decides alone, and nothing moves by itself.
circle-mod-quiet = -# Nobody has written there for two weeks, which can be fine. **{ $other }** has room for all of them, if they like.
circle-mod-small-alone = -# New people are seated there first. No other circle has room for all of them.
circle-mod-quiet-alone = -# Nobody has written there for two weeks, which can be fine. A question from you there may be enough.
circle-mod-full-alone = -# Whoever joins now waits; the next circle opens with ten.
circle-mod-gone = -# Its thread was deleted twice within a week, so I have not opened it again. Its people still have their seats.
circle-mod-cannot = -# I could not open its thread. I need the right *Create Private Threads* in the vent room, or in the channel chosen for circles; I try again every six hours.
# $there: 1 where the channel is known; $parent: its number
circle-mod-shut = -# { $count ->
        [one] One person there has a seat and is not in the thread, since they don't see
       *[other] { $count } people there have a seat and are not in the thread, since they don't see
    } { $there ->
        [0] the channel chosen for circles
       *[other] <#{ $parent }>
    }. Let everybody who may have a circle see it, or choose another channel in `/setup`. I try again every day.
circle-mod-waiting = { $count ->
        [one] One person waits for a seat.
       *[other] { $count } people wait for a seat.
    } At ten a circle opens.
circle-mod-list = { $count ->
        [one] One person would like a circle.
       *[other] { $count } people would like a circle.
    } On a server of this size the room does well as one; from 40 people on circles open by themselves.
# $name: the circle's
circle-ask-them = Ask { $name }
circle-asked = I ask the people of **{ $name }** in their own thread. Each decides for themself.
circle-reopen = Open it again
circle-reopened = **{ $name }** gets a place again in a moment, with everybody who has a seat.
circle-gone = That circle has ended.
circle-no-place = That circle has no place at the moment, so I can't ask them there.
circle-look = Look at the circles
circle-board-gone = The thread of the circle **{ $name }** was deleted twice. { $people } people still have a seat.
circle-board-cannot = I could not open the thread of the circle **{ $name }**: I need the right *Create Private Threads*.
circle-board-shut = { $count ->
        [one] One person has a seat in the circle **{ $name }** and can't be let in: they don't see the channel that it is in.
       *[other] { $count } people have a seat in the circle **{ $name }** and can't be let in: they don't see the channel that it is in.
    }
circle-board-small = The circle **{ $name }** has become small. Together with **{ $other }** they would have a good size.
circle-board-list = { $count } people would like a circle.

## Kept about a person. $count: how many

kept-circle = Your seat in a circle: { $count }
kept-circle-wait = Your place on the list for a circle: { $count }
kept-circle-share = Check-ins on their way to your circle: { $count }

## What the bot needs, and what for

right-circle-place = open a circle's own place
    .cannot = open private threads
    .so = no new circle can open
right-circle-say = write in a circle's place
    .cannot = write in threads
    .so = a circle hears nothing from me, and its place can fall asleep
right-circle-close = close a circle's place when it is over
    .cannot = close threads
    .so = the place of a circle that is over stays open
