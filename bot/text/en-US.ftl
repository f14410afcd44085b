# Words that every feature shares. Mood: plain, short, warm. First what is so, then what can be done.

# $reference: six letters and digits by which the operator finds the cause
defect = Something broke on my side, not yours. Look whether it went through before you try again. If it keeps happening, tell whoever runs this bot: { $reference }.
# what was asked for is in the rows; only the answer broke. $reference as above
done-unsaid = What you did went through; only my answer to it broke, on my side. There is no need to do it again. If it keeps happening, tell whoever runs this bot: { $reference }.
done-database-away = What you did went through. I cannot get at my records at the moment, so I cannot show you more of it yet.
restarting = I am restarting. Please try again in a minute.
# the database is locked, full or away. What was asked may have been done all the same
database-away = I cannot get at my records at the moment. Please look in a minute whether it went through, and try again if it did not.
database-away-words = So that it is not lost, here is what you wrote. Only you see it:
# a form that would have to be filled with what is there
read-too-slowly = That took me too long to read, so I left everything as it is. Please try once more in a moment.
# Discord refuses to open any more for some minutes (40003)
dm-too-fast = Many people asked me for direct messages just now, and Discord lets me open only a few at a time. Please try again in ten minutes; until then what is for you waits in `/my inbox`.
press-unknown = This button is from an older version of me, and I no longer know it. The newest one does the same.
command-unknown = I don't know this command any more. Discord may still show an old list; `/help` has the new one.
only-in-server = This works in a server, not in direct messages.
needs-manage-server = This is for people who may manage the server.

# shown once, below an answer, when a keyed note waits. Neutral on purpose: a screen may be shared
inbox-waits = Something waits for you in `/my inbox`.

cmd-my = Your own page: only you see it
cmd-setup = Set things up on this server
cmd-mod = For moderators

# below every direct message that somebody switched on
stop-messages = Stop these messages

needs-moderator = This is for the people who moderate here.

# said to somebody who wants to be without a name. $when: a time; $reason: one of the five below
unnamed-muted = You cannot post or write without a name here until { $when }. The moderators' reason: { $reason ->
        [attack] a personal attack
        [reveals] it told who somebody is
        [spam] advertising or spam
        [threat] a threat or hate
       *[rules] it goes against the rules here
    }. With your name you can; `/care` reaches a moderator without it.
unnamed-resting = Posting without a name rests here until { $when }, for everybody. It is not about you. You can use your name, or come back then.
unnamed-few-here = So few people use this here that a made-up name would hide nobody. With your name you can.

## What a moderator can do with a post: the buttons behind ⋯, on reports and on the board

mod-hide = Hide
mod-hide-all = Hide all by this author
mod-mute-1 = Mute 1 day
mod-mute-7 = Mute 7 days
mod-mute-30 = Mute 30 days
mod-lock = Lock
mod-reach = Reach out
mod-brake = Brake
mod-undo = Undo
mod-report = Report
mod-reason = The reason that the author reads; if none is chosen: against the rules here
mod-reason-attack = A personal attack
mod-reason-reveals = It tells who somebody is
mod-reason-spam = Advertising or spam
mod-reason-threat = A threat or hate
mod-reason-rules = Against the rules here

# in a direct message, where somebody belongs to several servers
which-server = Which server?
# in place of a server's name. $end: the last digits of its number
server-nameless = server …{ $end }, whose name I can't see now
which-server-ask = You know me from several servers. Which one is it about?
nobody-chosen = Nobody was chosen. Please pick one person.

# a file that somebody gave with a form. $most: kilobytes
file-missing = The file did not reach me. Please give it again; nothing was changed.
file-too-big = This file is too big: { $most } KB at most. Nothing was changed.

## Looked over before it is passed on (key messages 4 and 5). Nothing is posted yet

# $count: how many things; $found: the things, each with what it is
preflight = Not posted yet. { $count ->
        [one] One thing
        [2] Two things
        [3] Three things
       *[other] { $count } things
    } could lead back to you: { $found }. Change { $count ->
        [one] it
       *[other] them
    }, or post it as it is: your choice. I keep this draft sealed for 30 minutes, then it is gone.
    -# I look for names as well as I can, and can miss one.
# the same for words that change a post of theirs
preflight-change = Not changed yet. { $count ->
        [one] One thing
        [2] Two things
        [3] Three things
       *[other] { $count } things
    } could lead back to you: { $found }. Change { $count ->
        [one] it
       *[other] them
    }, or post it as it is: your choice. Until then your post stays as it is. I keep this draft sealed for 30 minutes, then it is gone.
    -# I look for names as well as I can, and can miss one.
# the same where the writer signs it: then it is others whom it could give away
preflight-by-name = Not posted yet. { $count ->
        [one] One thing
        [2] Two things
        [3] Three things
       *[other] { $count } things
    } in it could be private: { $found }. Change { $count ->
        [one] it
       *[other] them
    }, or post it as it is: your choice. I keep this draft sealed for 30 minutes, then it is gone.
finding-email = an address
finding-phone = a phone number
finding-link = a link
finding-handle = somebody's handle
finding-person = a name
finding-company = an employer
finding-date = an exact date
finding-member = the name of somebody here
# $line: a help line with number and hours; $directory: where to look for others
crisis = Some of these words can mean that someone is in danger. I am a program and may be wrong. If it could be so, a person can talk with you now: **{ $line }**. Elsewhere: { $directory }. Your post is safe here for 30 minutes, and I have told nobody.
    -# Moderators are volunteers. It may take them hours.
# the same for a line, an answer, a word to somebody
crisis-words = Some of these words can mean that someone is in danger. I am a program and may be wrong. If it could be so, a person can talk with you now: **{ $line }**. Elsewhere: { $directory }. Your words are safe here for 30 minutes, and I have told nobody.
    -# Moderators are volunteers. It may take them hours.
# a word of the server's own list stands in it too; $word: that word
crisis-listed = Besides that, this server does not post texts with “{ $word }” in them: that part has to change first.
crisis-line = { $name }, { $number }, { $hours }
# the same two where nobody chose a country for the server, or it is not known which server it is
crisis-nowhere = Some of these words can mean that someone is in danger. I am a program and may be wrong. If it could be so, a person can talk with you now: **look up the line for your country** at { $directory }. In danger right now: the emergency number where you are. Your post is safe here for 30 minutes, and I have told nobody.
    -# Moderators are volunteers. It may take them hours.
crisis-words-nowhere = Some of these words can mean that someone is in danger. I am a program and may be wrong. If it could be so, a person can talk with you now: **look up the line for your country** at { $directory }. In danger right now: the emergency number where you are. Your words are safe here for 30 minutes, and I have told nobody.
    -# Moderators are volunteers. It may take them hours.
draft-post = Post it as it is
draft-name = Use my name
draft-safe = I'm safe, post it
# for what nobody else will read
draft-safe-own = I'm safe, keep it
draft-drop-own = Don't keep it
draft-dropped-own = Gone. Nothing was kept.
# for what goes to moderators, or from them
draft-drop-sent = Don't send it
draft-dropped-sent = Gone. Nothing was sent.
# for what changes a post of one's own
draft-drop-change = Leave it as it is
draft-dropped-change = Nothing was changed: your post stays as it is.
draft-moderator = Talk to a moderator, unnamed
# $word: a word of the server's own list
text-word-list = This server does not post texts with “{ $word }” in them. Your words are kept for 30 minutes, so that you can change them.

# what could not be passed on
text-empty = There was nothing in it yet. Half a sentence is enough.
# $most and $given: characters
text-too-long = That was { $given } characters, and { $most } fit. Your words are kept for 30 minutes.
draft-gone = Those words are gone: you changed or sent them since, or the 30 minutes are over.
draft-kept = Your words are kept for 30 minutes.
draft-change = Change it
draft-drop = Don't post
draft-dropped = Gone. Nothing was posted.

## What the bot may not do

# $right: Discord's name for it; $place: channel id
right-missing = I lack the right **{ $right }** in <#{ $place }>, so I can't do that now. The people who run this server have been told.
right-missing-somewhere = Discord does not let me do that here. The people who run this server can look with `/setup doctor`.
threads-full = This server has as many open threads as Discord allows, so there is no room for another one just now. The people who run it have been told.

# Discord's own names for rights, as its client shows them
right-name-view_channel = View Channel
right-name-send_messages = Send Messages
right-name-create_public_threads = Create Public Threads
right-name-create_private_threads = Create Private Threads
right-name-send_messages_in_threads = Send Messages in Threads
right-name-manage_threads = Manage Threads
right-name-manage_messages = Manage Messages
right-name-read_message_history = Read Message History
right-name-embed_links = Embed Links
right-name-attach_files = Attach Files
right-name-add_reactions = Add Reactions
right-name-mention_everyone = Mention @everyone, @here and All Roles
right-name-manage_roles = Manage Roles
right-name-manage_channels = Manage Channels
