# Moderation. Mood: a calm colleague on a Friday night. Says what is so now, and how to take it back. Nobody's name, ever.

cmd-report = Tell the moderators about a message
    .link = The message's link: press and hold it, then Copy Message Link
    .reason = What is wrong with it, if you like
cmd-mod-board = What waits for you, the longest first
cmd-mod-mutes = Who cannot post without a name at the moment: links, never people
cmd-mod-log = What moderators did lately
cmd-mod-brake = Let posting without a name rest for a while
    .minutes = For how many minutes; 0 ends it
menu-report = Report

## Reporting

form-report = Tell the moderators
form-report-reason = What is it?
form-report-words = Anything they should know?
    .description = You may leave it out. Nobody is told that it was you.
report-taken = Thank you. The moderators have it. Nobody is told that it was you.
report-hidden = Thank you. It is out of sight now, until a moderator has looked. Nobody is told that it was you.
report-before = You have told them about this one already, and they have it.
report-how = Press and hold the message → Apps → Report. Or give me its link: `/report link:` and paste what *Copy Message Link* gives you.
# $about: how to reach whoever runs the bot
report-bot = Is it about this bot itself? Whoever runs it: { $about }
report-about-bot = It is about this bot
form-about-bot = Tell whoever runs this bot
form-about-bot-words = What is it?
    .description = It goes to them without your name, and not to the moderators here.
report-bot-taken = Thank you. Whoever runs this bot has it, without your name. They cannot answer you here.
# $when: such as "in 5 hours"
report-bot-full = That was three today, and they have them all. You can write more { $when }.
# to whoever runs the bot. $words: what somebody wrote
report-bot-came = Somebody told you this about the bot:
    { $words }
report-bot-unnamed = Sent without a name
# $words: what somebody wrote for the moderators already
report-yours = What you wrote, to take along: { $words }
# $words: what somebody wrote for the moderators already; $given: 1 where they did
report-no-link = That is no link to a message on this server. Press and hold the message → Copy Message Link, and paste that.{ $given ->
        [1] {" "}What you wrote, to take along: { $words }
       *[other] {""}
    }
# $when: such as "in 5 hours"
report-day-full = That was ten reports today, and the moderators have them all. You can report more { $when }; for something urgent, write to a moderator yourself.

## In the moderators' place

# $count: how many people; $link: the post; $reasons: a list
mod-reported = { $count ->
        [one] A report on { $link }: { $reasons }.
       *[other] { $count } reports on { $link }: { $reasons }.
    }
# $reason: one of the five; $count: how often
mod-report-reason = { $count ->
        [one] { $reason }
       *[other] { $reason } ({ $count })
    }
mod-reported-hidden = It is out of sight until one of you has looked.
mod-reported-reviewed = Looked at.
mod-reported-not-ours = A member wrote this themself, so Discord's own tools are the ones for it.
mod-keep = Leave it as it is
mod-words = What it said
mod-show = Show again
mod-unlock = Open the thread again
# $words: as it was shown
mod-words-post = It said:
    { $words }
mod-words-none = I don't have the words of it.
mod-words-report = Somebody who reported it: { $words }
mod-look = Look at it
# $link: the post
mod-note-report = Somebody reported { $link }, and there is no place for moderators on your server yet. There, *Report* in the message's menu under Apps shows what you can do; `/mod board` lists it.
mod-kept = It stays as it is, and in sight. More reports will not hide it. If they had hidden it, its author hears that it is shown again.
mod-kept-before = Somebody has looked at it already.

## What can be done

# $reason: one of the five
mod-tools = You are not shown who wrote this, and neither is anybody else. The author reads a reason, not your name; as it stands: *{ $reason }*. Choose another below before you press. *Brake* lets posting without a name rest for a while; *Reach out* writes to the author.
# $until: a time; $hidden: how many posts went out of sight; $reason: one of the five
mod-muted = Done. Whoever wrote this cannot post or write without a name here until { $until }. { $hidden ->
        [0] {""}
        [one] 1 post of theirs is hidden.{" "}
       *[other] { $hidden } posts of theirs are hidden.{" "}
    }You were not shown who it is. They read the reason you chose: *{ $reason }*.
mod-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
# $count: how many posts
mod-hidden = { $count ->
        [one] Done. It is out of sight. You were not shown whose it is.
       *[other] Done. { $count } posts of theirs are out of sight. You were not shown who it is.
    } They read the reason you chose: *{ $reason }*. Shown again within 7 days it is as it was; after that it is gone.
mod-hide-waits = Noted, and it may still be in sight: { $why } It goes out of sight by itself once I may. They read the reason you chose: *{ $reason }*.
mod-mute-waits = What they have up may still be in sight: { $why } It goes out of sight by itself once I may.
mod-lock-waits = Noted. I take no more lines there, but people can still write: { $why } It is locked by itself once I may.
mod-undo-waits = Taken back, though not to be seen yet: { $why } That follows by itself once I may.
mod-locked = Done. Nobody can write there any more. What stands there stays.
mod-braked = Posting without a name rests here for everybody until { $until }. People can use their names, and read until when.
mod-brake-off = Posting without a name is possible again.
# $until: a time
mod-brake-longer = Posting without a name rests already until { $until }, which is later than an hour from now. It stays so. `/mod brake` sets another end; 0 minutes end it now.
mod-brake-again = Taken back. Posting without a name rests until { $until }, as before.
mod-undone = { $count ->
        [0] Taken back.
        [one] Taken back. 1 post is in sight again.
       *[other] Taken back. { $count } posts are in sight again.
    }
mod-reached = It waits for whoever wrote that. It may never be read, and I can't tell you whether it was. An answer comes to the moderators' place.
form-reach = Write to somebody you don't know
form-reach-words = Your words
    .description = They are not told your name. It may never be read.

# the reasons as they are read inside a sentence
mod-read-rules = against the rules here
mod-read-attack = personal attack
mod-read-reveals = tells who somebody is
mod-read-spam = advertising or spam
mod-read-threat = threat or hate

## Lists

# $count: posts that nobody has answered yet; $young, $middle, $old: how many of them for less than an hour, less than
# six, longer
mod-board-waiting = { $count ->
        [0] No post waits for a first answer.
        [one] **1 post** waits for a first answer
       *[other] **{ $count } posts** wait for a first answer
    }{ $count ->
        [0] {""}
       *[other] : { $young } for less than an hour, { $middle } for less than six, { $old } for longer.
    }
# $count: how many listen now; $few: 1 where that is fewer than 5, which is not told apart from nobody; $roster: 0 where nobody does in the next 24 hours
mod-board-listening = { $roster ->
        [0] **Nobody listens, now or in the next 24 hours**, so nobody is asked when a post waits. `/my hours` is where people say when they would.
       *[other] { $few ->
            [1] Fewer than 5 people listen at this hour.
           *[other] { $count } people listen now.
        }
    }
# $more: 1 where there is more than is shown
mod-board-head = What waits for you, the longest first{ $more ->
        [1] {" "}(there is more, and it moves up)
       *[other] {""}
    }:
mod-board-empty = Nothing waits for you. Reports, texts that wait for a look, and people who would like to talk show up here.
# $until: a time
mod-board-braked = Posting without a name rests until { $until }.
# $count: how many reports; $since: such as "2 hours ago"; $reason: what most people gave; $hidden: 1 if it is
mod-board-report = { $count ->
        [one] 1 report on { $link }
       *[other] { $count } reports on { $link }
    } · { $reason ->
        [attack] a personal attack
        [reveals] it tells who somebody is
        [spam] advertising or spam
        [threat] a threat or hate
       *[rules] against the rules here
    }{ $hidden ->
        [1] {" "}· out of sight
       *[other] {""}
    } · { $since }
mod-gate = Who waits first
mod-ping-me = Ping me

## Being written to when something waits

form-duty = Ping me
form-duty-zone = Where are you?
    .placeholder = A city or zone, such as Munich or Europe/Berlin
form-duty-opens = From
form-duty-closes = Until
mod-duty-hello = This is where I will tell you when something waits for moderators.
# $typed: as it was typed; $some: zones that may be meant
mod-duty-zone-several = “{ $typed }” could be several places, such as { $some }. Please press *Ping me* again and give one of them.
mod-duty-zone-unknown = I don't know “{ $typed }”. A large city near you will do, or a zone such as Europe/Berlin. Please press *Ping me* again.
# $opens, $closes: such as 09:00; $zone: such as Europe/Berlin; $dm: 1 for a direct message; $always: 1 for all day
mod-on-duty = { $always ->
        [1] I write to you when something waits for moderators, at any hour
       *[other] I write to you when something waits for moderators, from { $opens } to { $closes } ({ $zone })
    }, once an hour at most{ $dm ->
        [1] .
       *[other] . Your direct messages are closed to me, so it goes to `/my inbox`.
    }
mod-off-duty = Stop these
mod-is-off-duty = Done. I don't write to you about it any more.
mod-was-off-duty = I don't write to you about it.
# $server: its name; $link: the board; $board: 0 where there is none
mod-ping = Something waits for moderators in **{ $server }**: { $board ->
        [0] `/mod board` there shows it.
       *[other] { $link }
    }
mod-mutes-empty = Nobody is muted. When somebody is, their post stands here, never their name.
# $count: how many
mod-mutes-head = { $count ->
        [one] One person cannot post without a name. You see the post, not who it is:
       *[other] { $count } people cannot post without a name. You see the posts, not who they are:
    }
mod-mutes-one = { $link } · until { $until } · { $reason }
mod-mutes-named = a post that has its author's name by now
# $number: its place in the list
mod-mutes-lift = Lift { $number }
mod-mutes-more = More
mod-mutes-before = Back
mod-log-empty = Nothing has been done yet. What moderators do stands here for a year, and never whose post it was.
mod-log-head = What was done lately:
# $when: a time; $who: a mention; $what: one of the next; $about: a link; $why: the reason that the author reads
mod-log-one = { $when } · { $who } { $what } { $about } { $why }
# $number: its place in the list
mod-log-take-back = Undo { $number }
mod-log-older = Older
mod-log-newer = Newer
mod-log-nobody = a former moderator
mod-log-several = several reports
mod-log-hide = hid
mod-log-hide-all = hid all by the author of
mod-log-mute = muted the author of
mod-log-lock = locked
mod-log-reach = wrote to the author of
mod-log-brake = put the brake on
# $what: one of the others
mod-log-undo = took back: { $what }
mod-log-brake-off = ended the brake
mod-log-let-through = let a text through
mod-log-decline = declined a text
mod-log-queue = chose who waits for a look
mod-log-reports = hid after several reports
mod-log-keep = looked at and left
mod-log-care-answer = answered somebody unnamed
mod-log-care-close = closed a talk with somebody unnamed

## What authors read, under their key or by name. $reason: rules, attack, reveals, spam, threat

# $count: how many posts
mod-note-hidden = The moderators have taken { $count ->
        [one] a post of yours
       *[other] { $count } posts of yours
    } out of sight. Their reason: { $reason ->
        [attack] a personal attack
        [reveals] it tells who somebody is
        [spam] advertising or spam
        [threat] a threat or hate
       *[rules] it goes against the rules here
    }. They don't know who you are. `/care` reaches them without your name.
# $until: a time
mod-note-muted = You cannot post or write without a name here until { $until }. The moderators' reason: { $reason ->
        [attack] a personal attack
        [reveals] it tells who somebody is
        [spam] advertising or spam
        [threat] a threat or hate
       *[rules] it goes against the rules here
    }. They don't know who you are. `/care` reaches them without your name.
mod-note-locked = The moderators have closed the thread of a post of yours. Their reason: { $reason ->
        [attack] a personal attack
        [reveals] it tells who somebody is
        [spam] advertising or spam
        [threat] a threat or hate
       *[rules] it goes against the rules here
    }. `/care` reaches them without your name.
mod-note-reported = Several people reported a post of yours, so it is out of sight until a moderator has looked. `/care` reaches them without your name.
# $count: how many posts
mod-note-shown = { $count ->
        [one] A post of yours is
       *[other] { $count } posts of yours are
    } in sight again, as before: a moderator has looked.
mod-note-unlocked = The moderators have opened the thread of a post of yours again.
mod-note-lifted = The moderators have taken back that you could not post without a name.

## Refusals

mod-not-ours = I didn't post this, or have forgotten it. For what members write themselves, use Discord's own tools.
mod-signed = This stands under somebody's name, so there is nothing to do blindly. Use Discord's own tools; *Hide* works here too.
mod-nothing-to-hide = It is out of sight already, or gone.
mod-no-thread = Only a post with its own thread can be locked, and only while it is up.
mod-locked-before = It is locked already.
mod-nothing-to-undo = There is nothing left of that to take back.
mod-no-brake = The brake is not on.
mod-brake-minutes = Give a number of minutes from 0 to 10080, which is a week. 0 ends it.
mod-reach-empty = There was nothing in it yet.
mod-reached-before = It is on its way already.
# $most, $given: characters
mod-too-long = That was { $given } characters, and { $most } fit.

## What is kept about a person, counted. $count

kept-duty = That you are written to when something waits for moderators, until you stop it: { $count }
kept-reports = Reports of yours, 14 days: { $count }

# one line in the list of features: what it brings and needs
feature-moderation = `/report`, and the buttons with which moderators act. A moderators' place helps.

## Rights, for the doctor: what I need each for

right-mod-see = see the moderators' place
    .cannot = see anything
    .so = reports reach only whoever owns the server
right-mod-send = tell the moderators of reports
    .cannot = write
    .so = reports reach only whoever owns the server
right-mod-history = keep the words of a post before it goes out of sight
    .cannot = read what I wrote earlier
    .so = what moderators hide stays in sight
right-mod-lock = close a thread when a moderator says so
    .cannot = look after threads
    .so = *Lock* does not hold people off
