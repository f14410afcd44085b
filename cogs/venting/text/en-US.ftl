# Venting. Mood: somebody was rejected this morning. Plain, short, warm; no exclamation marks; never a joke.

cmd-vent = Let something out; people here will answer
cmd-listen = Posts that have room for a few words from you
menu-answer = Answer anonymously
cmd-my-posts = What you have let out, with everything you can still do about it

## The room's panel. Two buttons below it

vent-panel = Bad news, a long silence, a good day nobody would understand: this is the place.
vent-panel-open = Let something out
vent-panel-new = New here?

## The form (INTERFACE, key message 1). Labels 45 characters, descriptions and placeholders 100

form-vent = Let something out
form-vent-text = What happened?
    .description = Leave out names and employers that could lead back to you.
    .placeholder = Start anywhere. Half a sentence is enough.
form-vent-help = What would help?
form-vent-listen = Just listen
    .description = Kind words only. Nobody gives advice.
form-vent-cheer = Cheer me up
    .description = Something warm or light. Still no advice.
form-vent-stories = Who else knows this?
    .description = People who were there say how it went for them.
form-vent-advice = Advice is welcome
    .description = People may suggest things.
form-vent-name = Who can see that it is you?
# $count: about how many people can read the room; 0 when that is not known
# $roles: names of roles whose people look for nothing here; 60 characters at most
form-vent-others = { $roles } can read here too.
form-vent-hidden = Nobody here: use a made-up name
    .description = { $count ->
        [0] Moderators do not see your name either.
       *[other] About { $count } people can read it. Moderators do not see your name either.
    }
    .small = { $count } people can read here. They may well guess who wrote it.
form-vent-circle = My circle: use my name
    .description = It stands in your circle's thread and nowhere else.
form-vent-open = Everyone here: use my name
form-vent-extras = If you like
form-vent-warning = Hide it behind a warning until tapped
form-vent-later = Post it a little later
form-vent-change = Change your words

## The card. Public, in the server's language

# $name: a made-up name or a mention; $wish: one of the next four
vent-card-head = **{ $name }** · *{ $wish }*
vent-card-wish-listen = would like someone to listen
vent-card-wish-cheer = would like some cheering up
vent-card-wish-stories = asks who else knows this
vent-card-wish-advice = is glad of advice
# $count: how many different people have answered; $ends: a time such as "in 6 days" that Discord writes
vent-card-small = { $count ->
        [0] gone { $ends }
        [one] 1 person is with you · gone { $ends }
       *[other] { $count } people are with you · gone { $ends }
    }
# $name: the made-up name. Public
vent-thread-name = { $name }
# where the post is by name: its card stands above. Public
vent-thread-by-name = Answers to this post
vent-cheer-0 = 🫂 With you
vent-cheer-1 = ☕ Sitting with you
vent-cheer-2 = 💪 Rooting for you
# where a server had a laugh under *Cheer me up* and took it away
vent-cheer-3 = 😄 That made me smile
vent-write-line = Write a line
vent-more = ⋯

## After posting (key message 2)

# $name: the made-up name; $link: the card; $ends: a date
vent-posted = It is up, as **{ $name }**: { $link }. Shall I tell you when someone answers? For that I keep a sealed note of who you are until the post is gone, { $ends }. Without it, look in `/my posts`.
    -# No member or moderator is shown your name. Whoever runs this bot could find out, with effort. Anyone can take a screenshot.
vent-posted-open = It is up, under your name: { $link }. Shall I tell you when someone answers? Without that, look in `/my posts`.
vent-posted-circle = It is up in your circle, under your name: { $link }. Shall I tell you when someone answers? Without that, look in `/my posts`.
    -# The people of your circle can read it, and people here with the right *Manage Threads*. Anyone can take a screenshot.
# $when: the time at which it will be up
vent-later = It goes up { $when }, as **{ $name }**. Shall I tell you when someone answers? For that I keep a sealed note of who you are until the post is gone, { $ends }. Without it, look in `/my posts`.
    -# No member or moderator is shown your name. Whoever runs this bot could find out, with effort.
vent-later-open = It goes up { $when }, under your name. Shall I tell you when someone answers? Without that, look in `/my posts`.
vent-later-circle = It goes up { $when } in your circle, under your name. Shall I tell you when someone answers? Without that, look in `/my posts`.
vent-on-its-way = It is on its way and will be up in a moment, as **{ $name }**. `/my posts` has the link.
vent-on-its-way-open = It is on its way and will be up in a moment. `/my posts` has the link.
vent-on-its-way-circle = It is on its way to your circle and will be up in a moment. `/my posts` has the link.
# below the confirmation where people may talk in the thread
vent-thread-open = People can talk in its thread. If you type there yourself, everyone sees that it is you; *Answer as the author* under ⋯ does not show it.
vent-tell = Tell me when someone answers
vent-stop-telling = Stop telling me
vent-change = Add or change
vent-down = Take it down
vent-reply = Answer as the author
vent-will-tell = I will. The first answer at once, then at most two a day, and never what it says.
vent-told-off = I won't write to you about it any more, and the note of who you are is erased. `/my posts` still has the answers.
vent-named = It stands under your name now.
vent-taken-down = It is gone, with everything under it.
# $count: how many posts
vent-all-down = { $count ->
        [0] There was nothing to take down.
        [one] It is gone, with everything under it.
       *[other] All { $count } are gone, with everything under them.
    }
vent-changed = Changed.
vent-more-own = This is yours. Nobody else sees these. *Gone after* counts from when it was posted: what is older goes at once.
vent-more-other = Is something not right here? The moderators look at what is reported; nobody learns who reported it.

## A cheer, said to the one who pressed

vent-cheer-given = They can see that one more is with them. Press again to take it back.
vent-cheer-moved = Changed. It still counts as one.
vent-cheer-taken-back = Taken back.

## Lines

form-line = Write a line
form-line-text = One or two honest sentences
    .description = No advice unless they asked for it.
    .placeholder = “That sounds hard.” · “I have been there.” · “I am glad you said it.”
form-line-sign = Your name under it?
form-line-signed = With my name
form-line-unsigned = With a made-up name
form-reply = Answer as the author
form-reply-text = Your answer
# $name: a made-up name, or a name and a mention
line-by = { $name }
line-by-author = { $name } (author)
# in a circle's place; $to: a mention of whom it is for
line-by-to = { $name }, for { $to }
line-written = It is in their thread: { $link }. Thank you.
line-on-its-way = It is on its way into their thread. Thank you.

## Refusals: first what is so, then what can be done

vent-no-room = This server has no place for this yet. Somebody who manages it can choose one with `/setup start`.
vent-off = Letting something out is switched off on this server. `/care` has people to talk with. What you wrote is kept for 30 minutes.
vent-no-circle = You have no circle that has a place at the moment, so it is not posted. You can choose who sees your name anew; `/circle join` is the way to a circle.
# $when: a time
vent-day-full = That was three today. You can post again { $when }; until then add to your last one, or open `/care`.
vent-too-soon = You posted just now. You can post again { $when }; until then you can add to your last one.
# $why: a sentence that names the right and the place
vent-right-missing = { $why } Your post is not up; your words are kept for 30 minutes.
# $why: the same
line-waits = { $why } Your line waits with me and goes into their thread as soon as I may.
vent-room-closed = I can't write in <#{ $room }> at the moment, so it is not posted. Your words are kept for 30 minutes; whoever runs this server can let me write and open threads there.
vent-already-there = Your post is there already: see `/my posts`.
vent-gone = This post is gone. Its author took it down, or its time was over.
vent-hidden-no-name = A moderator has taken this post out of sight. While it is hidden your name can't go on it: whoever hid other posts of yours with it would learn that these are yours too.
vent-own = This one is yours, so it does not count. ⋯ has what you can do with it.
vent-not-yours = Only the one who wrote it can do that.
vent-edit-too-late = After ten minutes the words stay as they are, so that answers still fit. You can answer as the author, or take it down.
vent-timed-out = You are in time-out on this server, so posting rests until it is over. `/care` and `/my posts` work all the same.
line-one-unsigned = You have a line with a made-up name here already. Another one would need your name.
line-day-full = That was twenty lines without a name today. You can write more { $when }, or with your name at any time.
line-already-there = Your line is there already.
line-thread-gone = The thread of this post is gone, so the line could not be placed. It was not passed on.
tell-closed = Your direct messages are closed to this server, so I can't. Answers wait in your inbox; to open them: server menu → Privacy Settings → allow direct messages. Then press again.

## Notes that wait, and direct messages. They never quote

# $named: 1 for a post by name, $name: the made-up name
note-line-waits = { $named ->
        [0] Somebody wrote a line to your post as { $name }. `/my posts` has the link.
       *[other] Somebody wrote a line to your post. `/my posts` has the link.
    }
note-cheer-waits = { $named ->
        [0] Somebody is with you on your post as { $name }. `/my posts` has the link.
       *[other] Somebody is with you on your post. `/my posts` has the link.
    }
note-held-back = Your post did not go up: meanwhile posting without a name has come to rest here, for everybody or for whoever wrote it. With your name you can post at any time.
note-deleted = { $named ->
        [0] Your post as { $name }
       *[other] A post of yours
    } was deleted on Discord by somebody who may delete messages there, and its thread went with it. I am not told who, or why. `/care` reaches the moderators without your name.
note-off = Your post did not go up: letting something out was switched off on this server meanwhile. Nobody has read it.
note-not-posted = Your post could not go up: I may not write in <#{ $room }> at the moment. Whoever runs this server can let me, and then you can post it again.
# $link: the card
# the first words in the direct messages, sent when somebody asks to be told
tell-hello = This is where I will tell you when someone answers.
tell-line = Somebody wrote to you: { $link }
tell-care = Something from the moderators waits for you in `/my inbox`. Your post: { $link }
# $link: the card
tell-unanswered = Something about your post waits for you in `/my inbox`: { $link }
tell-cheer = Somebody is with you: { $link }

## /my posts

posts-none = Nothing here. What you let out shows up here, with the answers, until it is gone.
posts-head = Only you see this.
posts-by-name = with your name
posts-one = **{ $name }** · { $count ->
        [0] nobody yet
        [one] 1 person with you
       *[other] { $count } people with you
    }{ $lines ->
        [0] {""}
        [one] , 1 line
       *[other] , { $lines } lines
    } · gone { $ends }
posts-open = Open
posts-next = More
posts-all-down = Take all down
posts-waiting = **{ $name }** · not up yet
posts-hidden = **{ $name }** · hidden by the moderators · gone { $ends }
# $why: what it waits for
posts-held = **{ $name }** · { $why ->
        [look] waits until a moderator has looked
        [brake] waits until posting without a name is open again
       *[declined] was not let through
    }

## Rights, for the doctor: what I need each for

right-see = see the room
    .cannot = see anything
    .so = nobody can let anything out there and venting is off
right-send = post there
    .cannot = write
    .so = posts can't go up and venting is off
right-threads = open a thread under each post, so that lines have a place
    .cannot = open threads
    .so = lines have nowhere to go and venting is off
right-send-threads = put lines into the threads
    .cannot = write in threads
    .so = lines have nowhere to go and venting is off
right-lock = lock threads that are for lines only, and remove them when a post ends
    .cannot = look after threads
    .so = threads for lines only can't be kept to lines, what ends can't be cleared away, and venting is off
right-history = look whether a post got through after a crash
    .cannot = read what I wrote earlier
    .so = counts on cards stand still, and hidden posts can't be shown again

## Where one may not write

# $room: channel id
vent-no-send = You may not write in <#{ $room }>, so I can't post for you there. `/care` and `/my posts` work all the same.

## The author's further tools

# $days: 1, 7 or 30
vent-gone-after = { $days ->
        [1] Gone after 24 hours
       *[other] Gone after { $days } days
    }
vent-gone-at = It will be gone { $ends }, counted from when it was posted. Until then you can choose again.
vent-lock = Lock
vent-locked = Nobody can add anything to it any more. What is there stays until it is gone. *Undo* opens it again.
vent-unlock = Open it again
vent-unlocked = It is open again.
vent-closed-by-moderators = The moderators have closed it. They can open it again.
vent-who = Who was here
who-cheer = { $cheer }: { $count }
who-writers = { $count ->
        [one] 1 person wrote
       *[other] { $count } people wrote
    }
who-signed = With their name: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
who-nobody = Nobody yet.
reply-on-its-way = Your answer is on its way into the thread.
line-more-own = Somebody wrote this to you. Nobody sees what you do here.
line-helped = This helped
line-helped-said = They will hear that it helped, and not from whom.
line-thanked = They have heard that already, or cannot be reached.
line-keep = Keep this line
line-kept-before = You have kept it before: it is in your jar, unless you took it out.
line-kept = It is in your jar, without a link to this post.
line-hide = Hide this line
line-hidden = It is gone from your thread.
line-no-more = No more from this writer
line-no-more-said = Whoever wrote this cannot write here any more. They are not told why. What they wrote stays. *Undo* lets them write again.
line-more-again = Whoever wrote this can write here again.
line-gone = This line is gone.
line-closed = This thread takes no more lines.
note-helped = A line you wrote helped somebody. They wanted you to know.

## Answering at more length

form-answer = Answer anonymously
answer-not-here = This works on the posts that people let out here, and in their threads.
answer-lines-only = This one asked for kind words only. *Write a line* does that.

## When it ends

how = How is it now?
# when a post of theirs has run out
note-how = A post of yours has run its time, and people were with you. How is it now? You need not answer.
how-better = Better
how-same = The same
how-worse = Worse
how-better-said = Good to hear.
how-step = One small next step
how-same-said = Thank you for saying so. You can let something out again whenever you like.
counted-today = Of each person one answer a day is counted for the group, and yours of today was: this one is not.
how-worse-said = I am sorry. `/care` has people you can talk to now, and you can let something out again.

## /listen

listen-head = These have room for a few words. One sentence is plenty.
# $name, $wish: as on the card; $count: how many people are with them
listen-one = **{ $name }** { $wish } · { $count ->
        [0] nobody yet
        [one] 1 person with them
       *[other] { $count } people with them
    }
listen-none = Nobody waits for words right now. Thank you for looking.

## Out of sight. Public, in the server's language

vent-card-hidden = *The moderators have taken this post out of sight for now.*
line-hidden-by-moderators = *The moderators have taken this line out of sight for now.*

# one line in the list of features: what it brings and needs
feature-venting = Posts, lines and cheers in its room. Needs a room where I may post and open threads.
## Waiting until a moderator has looked, or until the brake is off

# $name: the made-up name; $long: how long it usually takes
held-look = It is not up yet, as **{ $name }**: on this server a moderator looks first. { $long ->
        [hour] Usually that takes less than an hour.
        [day] Usually that takes less than a day.
        [longer] Lately that took more than a day.
       *[unknown] I can't say yet how long that takes.
    } They see the words, not who wrote them. After three days it comes back unposted. With your name it goes up at once.
# $name: the made-up name
held-brake = I keep it sealed, as **{ $name }**, and it goes up when posting without a name opens again. If that takes longer than three days, I throw it away and tell you. With your name it goes up at once.
# $long: as above
held-line = It is not in their thread yet: on this server a moderator looks first. { $long ->
        [hour] Usually that takes less than an hour.
        [day] Usually that takes less than a day.
        [longer] Lately that took more than a day.
       *[unknown] I can't say yet how long that takes.
    } They see the words, not who wrote them. After three days it is gone. With your name it goes there at once.
held-back = Take it back
draft-wait = Post it when it opens
line-taken-back = Gone. It was not passed on.
# $line: 1 for a line, 0 for a post; $name: the post's made-up name; $reason: rules, attack, reveals, spam, threat
note-held-declined = A moderator looked at your { $line ->
        [0] post as { $name }
       *[other] line
    } and did not let it through. Their reason: { $reason ->
        [attack] a personal attack
        [reveals] it tells who somebody is
        [spam] advertising or spam
        [threat] a threat or hate
       *[rules] it goes against the rules here
    }. They don't know who you are. `/care` reaches them without your name; I keep the words until three days are over.
note-held-again = A moderator has taken back that your { $line ->
        [0] post as { $name }
       *[other] line
    } was not let through. It waits for a look again.
note-held-over-look = Nobody has looked at your { $line ->
        [0] post as { $name }
       *[other] line
    } within three days, so I have thrown it away unposted. That says nothing about what you wrote.
note-held-over-brake = Posting without a name has not opened again within three days, so I have thrown your { $line ->
        [0] post as { $name }
       *[other] line
    } away unposted. That says nothing about what you wrote.
# a thread was closed while the line waited. $line is 1, $name the post's made-up name
note-held-late = Your line was let through, but the thread it was for takes no more lines. It was not passed on.

# for moderators. $since: such as "2 hours ago"; $line: 1 for a line
held-on-board = { $line ->
        [0] A post waits for a look
       *[other] A line waits for a look
    } · { $since }
# $until: a time
held-head-vent = A post without a name, not up yet. It waits until { $until }.
held-head-line = A line without a name, not up yet. It waits until { $until }.
# $link: the post that it is for
held-under = It is for { $link }
held-let-through = Let it through
held-decline = Decline
held-decline-all = Decline all by this author
held-passed = Done. It goes up. You were not shown who it is.
held-is-up = It is up by now. Above is what you can do about it.
held-not-up = It is still on its way, or gone. Press again in a moment.
# $reason: one of the five
held-declined = Done. It does not go up. Whoever wrote it reads the reason you chose: *{ $reason }*.
# $count: how many
held-declined-all = { $count ->
        [one] Done. It does not go up, and nothing else of theirs waits.
       *[other] Done. { $count } texts of theirs do not go up.
    } They read the reason you chose: *{ $reason }*.
held-waits-again = Taken back. It waits for a look again.
held-gone = Somebody has dealt with it already, or its author took it back.
held-muted = Whoever wrote this cannot be without a name here at the moment. Decline it, or lift the mute in `/mod mutes`.
gate = Who waits until one of you has looked
# $gate: what holds
gate-now = Some posts and lines without a name can wait, sealed, until one of you has looked: three days at most. Now: { $gate ->
        [off] nobody waits.
        [new] who is new waits.
        [flagged] who is new waits, and texts in which I found something.
        [all] everybody waits.
       *[size] as suits the group. From 100 people on, who is new waits; in smaller groups nobody does, unless anybody may walk in.
    } Whoever waits is told so, and can use their name instead. Posts whose words may mean danger never wait.
gate-size = As suits the group
    .description = Nobody below 100 people; above, who is new
gate-off = Nobody
    .description = Everything goes up at once
gate-new = Who is new
    .description = Accounts younger than a week, or here for less than a day
gate-flagged = Who is new, and what I found something in
    .description = Addresses, names, links: what the author was asked about and posted all the same
gate-all = Everybody without a name
    .description = For a bad evening

# how much is kept. $count
kept-waiting = Words of yours that are not up yet, three days: { $count }
