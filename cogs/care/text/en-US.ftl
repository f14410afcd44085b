# Care. Mood: somebody may be in danger, or just very tired. Calm, short, true. Never "I am here for you": I am a program.

cmd-care = Somebody to talk to, now: help lines, and a moderator without your name

## /care

# $lines: one line each, then a directory
care-head = If it is too much right now, a person can talk with you:
    { $lines }
    This is a program in a group of job seekers: no doctor, no hotline, and nobody watches it all the time. If someone is in danger, the lines above or your emergency number are quicker.
    A moderator here can write with you too. They are not shown who you are.
# $name, $number, $hours: of a help line; $also: other ways to reach it
care-line = **{ $name }**: { $number } · { $hours }
care-line-also = **{ $name }**: { $number } · { $also } · { $hours }
# a line that this server wrote down itself. $rest: how and when one reaches it
care-line-own = **{ $name }**: { $rest }
# $name, $url: of an international list
care-directory = Elsewhere: { $name }, { $url }
# where nobody chose a country for the server. $name, $url: of an international list
care-no-line = { $name }, { $url }, has the line for your country. In danger right now: the emergency number where you are.
care-country = Where are you? I show who answers there
care-country-more = Not in the list above? Here are more
care-ask = Talk to a moderator, unnamed
care-ask-again = Ask again

## After asking

care-asked = The moderators know now that somebody would like to talk. They were not told who.
    -# Moderators are volunteers. It may take them hours. An answer in the next quarter of an hour appears right here; a later one waits in `/my inbox`.
# where there is no moderators' place
care-asked-owner = There is no place for moderators here, so I left word for the owner of this server that somebody would like to talk. They were not told who.
    -# It may take hours. An answer in the next quarter of an hour appears right here; a later one waits in `/my inbox`.
care-asked-again = You have asked already, and it still stands. They were not told who you are.
    -# An answer in the next quarter of an hour appears right here; a later one waits in `/my inbox`.
# $line: one help line
care-meanwhile = You need not wait for us: { $line }
care-say-more = Say a little more
care-withdraw = Never mind
care-reply = Answer
care-close = Close
care-block = Block
care-waits = You have asked for a moderator, and nobody has answered yet.
care-nobody-yet = Nobody has been able to answer yet. That says nothing about you; moderators are volunteers. Your wish stands, and an answer will wait in `/my inbox`.
    Until then: { $line }
care-closed-by-moderator = A moderator has closed this talk. You can ask again whenever you like.
    { $line }
care-closed-by-you = Closed. You can ask again whenever you like.
care-blocked = Closed, and moderators cannot write to you here without your name any more. If you ask for one again, they can.
# $words: what was said, safe already
care-said-you = **You:** { $words }
care-said-moderator = **A moderator:** { $words }
care-talk-small = -# They are not shown who you are. What is said here is kept sealed for 30 days.

## Forms

care-form-reply = To the moderators
    .description = Your name is not shown. What you write may tell who you are.
care-form-answer = Answer somebody you don't know
    .description = It may never be read. Please don't ask who they are.
care-form-text = Your words

## What moderators read. In the server's language

care-mod-asked = Somebody would like to talk with a moderator. I was asked not to say who, and you cannot find out.
care-mod-written = Somebody who asked for a moderator writes:
    { $words }
# $link: a post; $words: safe already
care-mod-about = Whoever wrote { $link } answers you:
    { $words }
care-mod-small = -# What you answer may never be read. If somebody could be in danger, the help lines in `/care` are quicker than we are.
care-answer = Answer
care-mod-answered = One of you has answered.
care-mod-closed = Closed.
care-passed-on = It is on its way. It may never be read, and I can't tell you whether it was.
care-shut = Closed. They read that it is, and that they can ask again.
care-owner-asked = Somebody on your server would like to talk with a moderator, and there is no place for moderators. They stay unnamed. Your answer may never be read.
care-owner-written = Somebody who asked for a moderator writes: { $words }
# $since: such as "3 hours ago"
care-on-board = Somebody would like to talk with a moderator, unnamed · { $since }
# somebody a moderator wrote to before; $since: such as "3 hours ago"
care-on-board-again = Somebody whom a moderator wrote to has answered, unnamed · { $since }

## Notes that wait under a key

# $words: a moderator's, safe already
care-note-answer = A moderator answered you: { $words }
care-note-reached = A moderator wrote to whoever wrote a post of yours; they don't know that it is you: { $words }
care-note-closed = A moderator has closed your talk. You can ask again with `/care`.
care-note-nobody-yet = You asked for a moderator, and nobody has been able to answer yet. Your wish stands; `/care` has people who answer now.

## Refusals

care-only-you = You look after this server yourself, and there is no other moderators' place I could ask.
# $when: such as "in 5 hours"
care-day-full = That was a lot for one day, and the moderators have all of it. You can write again { $when }.
care-gone = This talk is over and gone. `/care` starts a new one.
care-not-yours = This talk is somebody else's.
care-closed = This talk is closed. `/care` starts a new one.
care-over = This talk was closed already.
care-already-there = It is there already.
care-empty = There was nothing in it yet.
# $most, $given: characters
care-too-long = That was { $given } characters, and { $most } fit.

## What is kept about a person, counted. $count

kept-care = Talks with moderators without your name, sealed, 30 days: { $count }
kept-care-block = That moderators may not write to you without your name: { $count }

# one line in the list of features: what it brings and needs
feature-care = `/care`: help lines, and a talk with a moderator without a name. A moderators' place helps.

## Rights, for the doctor: what I need each for

right-care-see = see the moderators' place
    .cannot = see anything
    .so = whoever wants to talk to a moderator reaches only the owner of the server
right-care-send = pass on that somebody wants to talk
    .cannot = write
    .so = whoever wants to talk to a moderator reaches only the owner of the server
