# Kind words and the jar. Mood: quiet gladness.

cmd-cheer = Cheer somebody on, with an emoji or a line
    .member = Whom
    .emoji = A sign; left out, it is 🫂
    .line = One or two honest sentences
    .quietly = Only they see it
cmd-thanks = Thank somebody for something they did
    .member = Whom
    .reason = What for, in a sentence or two
cmd-my-jar = Kind lines people wrote to you, one at a time
menu-cheer = Cheer
menu-thanks = Thank for this

## In the channel. Public, in the server's language

# $giver and $receiver: mentions; $emoji: one of a list
aloud-cheer = { $giver } is cheering { $receiver } on { $emoji }
aloud-thanks = { $giver } says thank you to { $receiver }
cheer-more = ⋯
cheer-more-head = Only the two of you can do these.
cheer-down = Take it down

## Said to the one who gave it

# $link: the message
cheer-up-cheer = It is there: { $link }. Thank you for that.
cheer-up-thanks = It is there: { $link }.
cheer-on-its-way = It is on its way and will be there in a moment.
# Both are also what somebody reads whose words are silently not passed on (docs/decisions/0021): they may not say that
# anything arrived. $other: a mention
cheer-quiet-cheer = Done, quietly: nothing shows here. Thank you for that.
cheer-quiet-thanks = Done, quietly: nothing shows here.
cheer-hushed = Words for { $other } go quietly, so nothing shows in the channel. Thank you for them.
cheer-no-place = I may not write here, so nothing shows in the channel; { $other } gets it quietly. Thank you for it.
cheer-taken-down = It is gone from the channel.

## The forms

form-cheer = Cheer somebody on
form-thanks = Say thank you
form-cheer-member = For whom?
form-cheer-emoji = A sign
form-cheer-line = A line, if you like
    .placeholder = “You kept going. I saw that.”
form-thanks-line = What for?
    .placeholder = “You read my letter on a Sunday.”
form-cheer-how = How?
form-cheer-quietly = Quietly: only they see it

## Refusals: first what is so, then what can be done

cheer-self = This one is for others. You can put a line into your own jar for a bad day: `/my jar`.
thanks-self = This one is for others. You can put a line into your own jar for a bad day: `/my jar`.
cheer-bot = That was written by a bot, and kind words are lost on us. A post here has its own buttons; with a person, hold their name and choose *Cheer*.
# $other: a mention
cheer-left = { $other } is not on this server any more, so I have no way to them.
cheer-timed-out = You are in time-out on this server, so this rests until it is over. `/care` and `/my posts` work all the same.
# the door to all: they chose that it may be said
cheer-shut-to-all = { $other } takes a rest from messages through me at the moment. That goes for everybody and says nothing about you.
cheer-shut-by-you = You avoid { $other }, so nothing goes between you two. `/my avoid` opens it again.
# $known: emoji
cheer-emoji = I can carry these: { $known }. Or leave it out.
cheer-empty = There was nothing in it yet. Half a sentence is enough.
# $most and $given: characters
cheer-too-long = That was { $given } characters, and { $most } fit.
# $when: a time
cheer-pair-full = That was three for { $other } today, which is plenty for one person. More from { $when }; somebody else may be glad of one now.
cheer-day-full = That was thirty today. Thank you for all of them; more from { $when }.
cheer-already-there = That one is given already.
cheer-gone = This one is gone: one of the two took it down.
cheer-not-yours = Only the one who gave it and the one who got it can do something here.

## Direct messages and notes in the inbox. $giver, $owner: mentions; $server: a server's name

note-cheer-bare = { $giver } is cheering you on { $emoji } · { $server }
note-cheer-line = { $giver } is cheering you on { $emoji } · { $server }
    { $said }
note-thanks-bare = { $giver } says thank you · { $server }
note-thanks-line = { $giver } says thank you · { $server }
    { $said }
note-thanked-back = { $owner } thanks you for your line. It did some good. · { $server }

## The jar

jar-empty = Your jar is empty so far. Lines that people write to you with their name are kept here.
# the same after a tough day
jar-none-today = There is no line in your jar yet. People here write one to whoever lets something out (`/vent`), and those with a name are kept in it.
# $giver: a mention
jar-by = from { $giver }
jar-by-someone = from somebody who is no longer here
jar-kept = kept from one of your posts
jar-own = from yourself, for a bad day
jar-count = { $count ->
        [one] One line in your jar. Only you see it.
       *[other] { $count } lines in your jar. Only you see them.
    }
jar-next = Another one
jar-list = All of them
jar-one = One at a time
jar-more = More
jar-thank = Thank them
jar-remove = Take it out
jar-put = Put one in for a bad day
jar-removed = It is out of your jar, for good.
jar-removed-before = It was out of your jar already.
jar-put-in = It is in your jar.
jar-already-in = It is in your jar already.
jar-day-full = That was thirty of your own today. More from { $when }.
# the same words when they are silently not passed on
jar-thanked = Thank you for thanking. { $giver } need not do anything with it.
jar-thanked-before = You thanked for this one already.
jar-nobody = There is nobody to thank for this one: it came without a name, or they left.
form-jar = For a bad day
form-jar-line = A line to yourself
    .placeholder = “I have been here before, and it passed.”

## What is kept, for `/my privacy`. $count: how many

kept-jar = Lines in your jar, sealed, until you take them out: { $count }
kept-jar-signed = Lines in others' jars that carry your name: { $count }
kept-words = Kind words in channels with your name: { $count }

# one line in the list of features: what it brings and needs
feature-cheering = `/cheer`, `/thanks`, and a jar in which kind lines are kept. Needs no place of its own.

## Rights, for the doctor: what I need each for

right-cheer-send = say kind words in the channel
    .cannot = write in most channels
    .so = kind words go quietly there, to the person alone
