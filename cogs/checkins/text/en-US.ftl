# Check-ins. Mood: somebody who asks how it went and likes any answer. Acts, never outcomes; a missed day is passed over.

cmd-checkin = A short question at your own hour; one press is a whole answer
cmd-checkin-plan = Choose when I ask, and what you count
    .zone = Where you are: a city, a country or a time zone
    .time = When, by your clock: 9, 9:30, 9am, 21:05
    .where = Where I ask: by direct message, or in a private thread made here
    .share = Who hears that you checked in, and never what you wrote
cmd-checkin-now = Check in now, without being asked
cmd-checkin-pause = Rest from check-ins; nothing comes until then
    .until = A date, or "2 weeks"; without it until you resume
cmd-checkin-resume = Go on after a pause
cmd-checkin-stop = No more check-ins; your history stays
cmd-checkin-history = Your last weeks as a picture

## The ping (INTERFACE, key message 7). No word about work in it: others may see the screen

# $member: a mention; $hasStep, $hasThen: 1 where there is one; $step, $then: the person's own words
checkin-ping = Your check-in, { $member }.{ $hasStep ->
        [0] {""}
       *[other] {" "}You had planned: *{ $step }*.
    }{ $hasThen ->
        [0] {""}
       *[other] {" "}And for the next no: *{ $then }*.
    }
# the same, waiting in the inbox
checkin-waits = A check-in for you.{ $hasStep ->
        [0] {""}
       *[other] {" "}You had planned: *{ $step }*.
    }{ $hasThen ->
        [0] {""}
       *[other] {" "}And for the next no: *{ $then }*.
    }
answer-did = ✅ Did it
answer-part = ◐ Partly
answer-rest = 😴 Rest
answer-tough = 🌧 Tough day
checkin-later = Later
checkin-pause = Pause
checkin-note = Add a note
checkin-change = Change the answer

# $kept of $of: how many of the last days that count were answered, this one among them
checkin-noted = Noted. { $of ->
        [0] That is a start.
        [1] That is a start.
       *[other] { $kept } of your { $of } days.
    }
# $today: 1 where it is about today, 0 for a day before
checkin-tough-noted = { $today ->
        [0] Then that day counts as rest.
       *[other] Then today counts as rest.
    } Let it out · Read a kind line · /care. Or leave it here.
checkin-let-out = Let it out
checkin-kind-line = Read a kind line
# $at: a time of day that Discord writes ("2:30 PM")
checkin-put-off = That is fine. I ask once more at { $at }.

# where nothing would come later
checkin-later-answered = That one has its answer, so I don't ask again. *Change the answer* stands below it.
checkin-later-stopped = Your check-ins are resting, so nothing would come. An answer still counts, and `/checkin resume` starts them again.
checkin-later-paused = You have paused, so nothing would come. An answer still counts, and `/checkin resume` ends the pause.
checkin-later-away = I was removed from that server, so nothing would come. An answer still counts.
checkin-later-over = That day is over, so I don't ask about it again. An answer still counts, and leaving it is fine, too.

## Three silent days (key message 8)

checkin-silent = Three days without an answer, which is fine. What would suit you?
    -# If you do nothing I go quiet. Nothing is lost and nothing counts against you.
checkin-keep = Keep them coming
checkin-week = Ask me again in a week
checkin-stop = Stop them

## Making a plan

form-begin = Your check-ins
form-begin-zone = Where are you?
    .description = The nearest large city. Only its time zone is kept.
    .placeholder = Berlin, Boston, Kolkata …
form-begin-time = When shall I ask?
    .placeholder = 9, 9:30, 9am, 21:05
form-begin-where = Where shall I ask?
    .description = Check-ins and nothing else come that way. People with Manage Threads can read the thread.
form-begin-dm = By direct message
form-begin-thread = In a private thread, made in this channel
form-begin-share = Who hears that you checked in?
    .description = Only that you did, never what you wrote.
share-nobody = Nobody
share-buddy = My buddy
share-circle = My circle
form-plan-days = On which days?
form-plan-acts = What would you like to count?
    .description = What you do, not what comes of it. Rest always counts.
form-plan-own = Something of your own to count
    .placeholder = Walks, Portuguese, calls …
form-plan-step = Your next small step
    .description = I bring it along with the next question.
    .placeholder = Half a step is fine.
act-applications = applications
act-messages = messages
act-interviews = interviews
act-practice = practice
act-learning = learning
# where a picture cannot write the person's own name for it
act-own = your own
day-mon = Monday
day-tue = Tuesday
day-wed = Wednesday
day-thu = Thursday
day-fri = Friday
day-sat = Saturday
day-sun = Sunday
# two letters, over the columns of a picture
day-short-mon = Mo
day-short-tue = Tu
day-short-wed = We
day-short-thu = Th
day-short-fri = Fr
day-short-sat = Sa
day-short-sun = Su
checkin-choose-days = Choose the days
# $time: the time of day; $zone: a place; $now: the time there now
checkin-almost = { $time } in { $zone }, where it is { $now } now. One more step: the days, and what you count.
# $days: one of the three below; $by: dm, thread or inbox; $next: a date and time that Discord writes;
# $away: 1 where I was removed from the server and nothing comes; $share: "asked" where a question below is about that
checkin-is-set = **I ask you { $days } at { $time }**, by the clock in { $zone }, where it is { $now } now. { $by ->
        [dm] It comes by direct message.
        [thread] It comes in your own thread, { $thread }; people with *Manage Threads* can read it.
       *[inbox] It waits in `/my inbox`.
    } { $away ->
        [0] The next one: { $next }.
       *[other] { checkin-away }
    } { $share ->
        [buddy] While you have a buddy, they hear that you checked in, never what you answered or wrote.
        [circle] While you are in a circle, it hears that you checked in, never what you answered or wrote.
        [buddy-off] Buddies are switched off on this server, so nobody hears of it.
        [circle-off] Circles are switched off on this server, so nobody hears of it.
        [asked] {""}
       *[nobody] Nobody else hears of it.
    }
    -# Kept: your time zone, the hour, your answers for 180 days. { $by ->
        [dm] `/my settings` switches direct messages off, `/checkin stop` ends it, `/my forget` forgets it.
       *[other] `/checkin stop` ends it, `/my forget` forgets it.
    }
checkin-every-day = every day
checkin-weekdays = on weekdays
# $names: names of days, with commas
checkin-on-days = on { $names }
# $until: a date and time that Discord writes
checkin-paused-still = You have paused until { $until }; nothing comes before that.
checkin-paused-open = You have paused; nothing comes until you resume.
checkin-recap-on = A picture on Sundays
checkin-recap-off = No picture on Sundays
checkin-recap-is-on = On Sunday evening you get a picture of your week.
checkin-recap-is-off = No picture on Sundays any more.
checkin-picture-stopped = Your check-ins are stopped, so no picture would come. `/checkin resume` starts them again.
checkin-edit = Change
checkin-share-ask = Shall somebody hear when you checked in? Only that you did.
checkin-share-set = { $share ->
        [buddy] While you have a buddy, they hear that you checked in. Nothing more.
        [circle] While you are in a circle, it hears that you checked in. Nothing more.
        [buddy-off] Noted. Buddies are switched off on this server at the moment, so nobody hears of it.
        [circle-off] Noted. Circles are switched off on this server at the moment, so nobody hears of it.
       *[nobody] It stays with you.
    }
# the first direct message. $server: a server's name
checkin-first = This is where your check-ins from **{ $server }** come. Each has a *Pause*, and `/checkin stop` ends them.
checkin-dm-closed = Your direct messages are closed to this server, so I can't write there. Until then your check-ins wait in `/my inbox`. Two other ways: a private thread here, or open them (server menu → Privacy Settings → allow direct messages) and set it once more.
# they were switched off, and nobody asked for them just now
checkin-dm-off = Direct messages from me are switched off here, and this change leaves them off.
checkin-use-dm = Ask me by direct message
checkin-dm-done = Done: your check-ins come by direct message. `/my settings` switches that off.
checkin-use-thread = Make me a private thread
checkin-thread-name = Check-ins
# $member: a mention
checkin-thread-first = Your check-ins come here, { $member }. Nobody is in this thread but you; people with *Manage Threads* can read it.
# $thread: a link to it
checkin-thread-done = Done: { $thread }. Your check-ins come there.
checkin-no-thread = I can't make a private thread here, so your check-ins wait in `/my inbox` for now. A moderator can mend it: long-press the channel → Edit → Permissions → me → allow *Create Private Threads* and *Send Messages in Threads*. Direct messages work without that.
checkin-thread-not-here = Private threads can't be made in this kind of channel, so your check-ins wait in `/my inbox` for now. Use `/checkin plan` in an ordinary text channel; direct messages work everywhere.
checkin-threads-full = This server has as many open threads as Discord allows, so your check-ins wait in `/my inbox` for now. Direct messages work without a thread.
checkin-thread-on-server = A private thread can only be made on the server: use `/checkin plan` in one of its channels. Until then your check-ins wait in `/my inbox`.

# $typed: what they typed
checkin-zone-unknown = I don't know a place called “{ $typed }”. The next large city often works: Berlin, Boston, Kolkata.
checkin-zone-several = “{ $typed }” can be several places. Which one do you mean?
checkin-which-zone = Which one do you mean?
checkin-time-unclear = “{ $typed }” is no time of day that I can read. Like this: 9, 9:30, 9am, 21:05.
checkin-change-it = Change it
checkin-draft-gone = That was more than half an hour ago, so I no longer have what you typed. `/checkin plan` starts anew.
checkin-no-days = No day was chosen, so there is nothing to ask. Please choose one at least.

## Notes

form-note = Add a note
form-note-counts = What you did
    .description = A kind and a number to a line. Leave out what you like.
form-note-learned = One thing you learned
form-note-step = The next small step
checkin-step-no-plan = I bring a step along with a daily check-in, and there is none for you yet. `/checkin plan` sets one up; half a step is fine there too.
form-note-no = If a no came in
    .description = Not counted, and not kept.
form-note-no-box = A no came in
# $hasStep: 1 where there is one; $step: their own words
checkin-note-kept = Kept.{ $hasStep ->
        [0] {""}
       *[other] {" "}I bring *{ $step }* along next time.
    }
# $lines: lines that could not be read, as they were typed
checkin-note-unread = This I could not read as a kind and a number, as in *applications: 2*; everything else is kept:
    { $lines }
checkin-no-came = A no came in. That is part of doing this, and it says little about you.
# $then: their own words
checkin-no-before = A no came in. For that you had planned: *{ $then }*.
checkin-then = Make a small plan for the next one
checkin-then-again = Change that plan
form-then = When the next no comes
form-then-text = When a no comes in, then I …
    .description = Small and quick. I bring it back with your next check-in.
    .placeholder = … close the laptop and walk once around the block.
checkin-then-kept = Kept. I bring it back next time.
checkin-then-gone = Taken away.

## Pausing, going on, stopping

# $until: a date and time that Discord writes
checkin-paused = Paused until { $until }. No question, no recap, no buddy until then. Nothing counts against you.
checkin-paused-no-end = Paused until you say so. No question, no recap, no buddy. Nothing counts against you.
checkin-pause-week = For a week
checkin-pause-fortnight = For two weeks
checkin-resume = Go on
# $next, $away: as in checkin-is-set
checkin-resumed = Good to have you. { $away ->
        [0] The next one: { $next }.
       *[other] { checkin-away }
    }
# after checkin-resumed and checkin-kept-coming, where neither direct messages nor a thread are open for it
checkin-into-inbox = It waits in `/my inbox`; `/checkin plan` opens another way.
# after other words, where I was removed from the server
checkin-away = I was removed from that server, so nothing comes for now; it goes on once I am invited back.
checkin-resumed-bare = Nothing is paused any more. You have no check-ins here; `/checkin plan` starts them.
# $typed: what they typed
checkin-until-unclear = I can't read “{ $typed }” as a day to come. Like this: 24 December, Monday, 2 weeks.
checkin-stopped = Stopped. What you noted stays for `/checkin history`; `/checkin resume` starts them again.
checkin-in-a-week = Then I ask again in a week.
checkin-kept-coming = Then I go on. { $away ->
        [0] The next one: { $next }.
       *[other] { checkin-away }
    }

## Answers to what cannot be done

checkin-none = You have no check-ins here yet. Two minutes to set up, and then one press is a whole answer.
checkin-begin = Daily check-in
checkin-nowhere = You have no check-ins on any server that I know you from. `/checkin plan` on a server starts them.
checkin-gone = This question is from a plan that is gone. `/checkin plan` makes a new one.
checkin-not-yours = This is somebody else's check-in.
checkin-too-old = That day is too long ago to be kept. `/checkin now` is for today.

## History and recap

# $weeks: how many
history-title = { $weeks ->
        [1] This week
       *[other] Your last { $weeks } weeks
    }
recap-title = Your week
# in the picture, and as a sentence of its own in the words beside it. $kept of $of: as in checkin-noted
history-subtitle = { $of ->
        [0] Nothing asked yet
        [1] Your first day
       *[other] { $kept } of your last { $of } days
    }
# under the marks of a picture
history-did = did it
history-part = partly
history-rest = rest
history-asked = no answer
history-missed = missed by me
# the text twin, and the picture's words for those who do not see it. $parts: those of the four below that there are
history-twin = { $weeks ->
        [1] This week
       *[other] In the last { $weeks } weeks
    }: { $parts }.
twin-did = { $count ->
        [one] 1 day done
       *[other] { $count } days done
    }
twin-part = { $count } partly
twin-rest = { $count ->
        [one] 1 day of rest
       *[other] { $count } days of rest
    }
twin-missed = { $count ->
        [one] one missed by me, not by you
       *[other] { $count } missed by me, not by you
    }
# $acts: kinds and numbers
history-acts = Counted: { $acts }.
# one kind in that list
history-act = { $label } { $count }
history-empty = Nothing yet. From your first answer on, this is a picture of your weeks: what you did, and when you rested.
history-small = Only you see this. Rest counts, and nothing here ever starts over.
history-no-picture = The picture did not come out this time; the words say the same.
# $member: a mention; $parts: as above
recap-said = Your week, { $member }: { $parts }.
# in the inbox. $days: days with an answer
recap-waits = Your week: { $days ->
        [one] 1 day with an answer
       *[other] { $days } days with an answer
    }, { $kept } of your last { $of }. `/checkin history` has the picture.

## What is kept about a person

kept-checkins = Check-ins, your plan with its thread if it has one, and each day of it: { $count }
kept-pauses = Pauses of check-ins: { $count }

## Rights, for the doctor

right-recap-picture = send the weekly picture
    .cannot = attach files
    .so = the weekly picture comes in words, where it comes to a thread
right-checkin-thread = open a thread of one's own for check-ins
    .cannot = open private threads
    .so = check-ins that somebody wants in a thread of their own wait in `/my inbox`
right-checkin-say = ask in such a thread
    .cannot = write in threads
    .so = check-ins that come in a thread of one's own wait in `/my inbox`
right-checkin-clear = take away a thread that no check-in needs
    .cannot = delete threads
    .so = a check-in's thread stays, also where its owner is forgotten
