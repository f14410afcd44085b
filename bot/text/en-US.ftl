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
mod-reason = The reason that the author reads
mod-reason-attack = A personal attack
mod-reason-reveals = It tells who somebody is
mod-reason-spam = Advertising or spam
mod-reason-threat = A threat or hate
mod-reason-rules = Against the rules here

# in a direct message, where somebody belongs to several servers
which-server = Which server?
which-server-ask = You know me from several servers. Which one is it about?
nobody-chosen = Nobody was chosen. Please pick one person.

# a file that somebody gave with a form. $most: kilobytes
file-missing = The file did not reach me. Please give it again; nothing was changed.
file-too-big = This file is too big: { $most } KB at most. Nothing was changed.
