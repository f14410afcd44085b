# The doctor. Mood: a calm caretaker with a torch: what is so, what it means, and which taps mend it. Blames nobody.

cmd-setup-doctor = What keeps me from doing my work here, and the taps that mend it

## The page

doctor-well = All is well: I may do here what I need to, and nothing waits.
# $grave, $mild: how many findings stop something, and how many are only worth knowing
doctor-head = { $grave ->
        [0] { $mild ->
            [one] Nothing is stopped. One thing is worth knowing.
           *[other] Nothing is stopped. { $mild } things are worth knowing.
        }
        [one] { $mild ->
            [0] One thing stops me.
            [one] One thing stops me, and one is worth knowing.
           *[other] One thing stops me, and { $mild } are worth knowing.
        }
       *[other] { $mild ->
            [0] { $grave } things stop me.
            [one] { $grave } things stop me, and one is worth knowing.
           *[other] { $grave } things stop me, and { $mild } are worth knowing.
        }
    }
doctor-pages = They fill { $pages } pages.
# $count: people, without bots
doctor-about = { $count ->
        [one] About 1 person can read where people let things out; it may be more.
       *[other] About { $count } people can read where people let things out; it may be more.
    }
doctor-again = Check again
doctor-again-all = Check everything again
doctor-mend = Mend it
doctor-meant = It's meant to be
# $count: how many findings
doctor-meant-list = Meant to be ({ $count })
doctor-meant-head = You said that these are meant to be. I show them no more, unless they begin to stop something.
doctor-meant-none = Nothing is put aside.
doctor-unmeant = Show it again
doctor-findings = To what I found
doctor-more = More
doctor-back = Back
doctor-look = Look with the doctor
doctor-there = Open that channel
doctor-not-now = Discord does not tell me about this server at the moment. Please try again in a minute.
doctor-could-not = Discord did not let me change that myself. The taps above mend it.

## Findings. The first line says what is so and what it means, the second which taps mend it

# $cannot: as in "open threads"; $so: what follows; $place: channel id; $bot: my name here; $right: Discord's name for it
doctor-right = **I can't { $cannot } in <#{ $place }>**, so { $so }.
    Mend it: long-press the channel → Edit → Permissions → { $bot } → allow *{ $right }*. If { $bot } is not in the list, add it there first.
# the same for the server as a whole
doctor-right-server = **I can't { $cannot }**, so { $so }.
    Mend it: Server Settings → Roles → { $bot } → Permissions → switch on *{ $right }*.
# between two consequences of the same missing right
doctor-and = , and{" "}
# where a feature does not say what follows
doctor-so = what needs it does not work
doctor-nothing = **No room is chosen yet**, so nothing is switched on.
    Mend it: send `/setup start` and choose a text channel that everyone here can read.
doctor-gone-rooms = **The room where people let things out is gone**, so venting is off.
    Mend it: send `/setup start` and choose another channel. With other rooms left, I can strike this one off myself.
doctor-gone-moderators = **The moderators' place is gone**, so only whoever owns the server gets word.
    Mend it: send `/setup start` and choose another channel, or let me strike it off.
# $place: channel id; $bot: my name here
doctor-open = **Everyone here can read <#{ $place }>**, so everyone would read what is meant for moderators.
    Mend it: long-press the channel → Edit → Permissions → add { $bot } and whoever moderates → allow *View Channel*; then @everyone → deny it. Or choose a private channel with `/setup start`.
# $place: channel id
doctor-panel = **The way in is missing in <#{ $place }>**, so people there have only `/vent`.
    Mend it: press *Mend it*, and I place it again.
doctor-no-role = **A role that you chose is gone.** It moderated, got pings, or was marked as not looking for work.
    Mend it: press *Mend it*, and I strike it off; `/setup roles` chooses another.
# $role: its name; $people: how many have it; $place: channel id
doctor-reader = { $people ->
        [one] **{ $role } (1 person) can read <#{ $place }>.**
       *[other] **{ $role } ({ $people } people) can read <#{ $place }>.**
    } You marked the role as not looking for work.
    Mend it: long-press the channel → Edit → Permissions → add { $role } → deny *View Channel*. Or leave it, and the form will say so.
doctor-reader-some = **{ $role } can read <#{ $place }>.** You marked the role as not looking for work.
    Mend it: long-press the channel → Edit → Permissions → add { $role } → deny *View Channel*. Or leave it, and the form will say so.
# $role: its name
doctor-ping = **I can't ping { $role }**, so nobody who asked for it hears of a post that waits.
    Mend it: Server Settings → Roles → { $role } → switch on *Allow anyone to @mention this role*.
# $bot: my name here
doctor-order = **My role stands below { $role }**, so I can't give it to people or take it back.
    Mend it: Server Settings → Roles → drag { $bot } above { $role }.
# $threads, $most: how many
doctor-threads = **{ $threads } threads are open on this server; Discord allows { $most }.** When they are used up, nothing can be posted.
    Mend it: close threads that nobody needs (long-press → Close), or let posts end sooner.
doctor-threads-full = **{ $threads } threads are open on this server; Discord allows { $most }**, so nothing new can be posted.
    Mend it: close threads that nobody needs: long-press → Close.
# $seconds: whole seconds
doctor-clock = **My clock and Discord's are { $seconds } seconds apart**, so reminders come at the wrong moment and answers can go missing.
    Mend it: whoever runs me switches on time synchronisation (NTP) on that machine.
doctor-rows = **My memory took { $seconds } seconds to answer**, so people wait.
    Mend it: whoever runs me looks at the disk and the load of that machine. Check again first: it may have passed.
# $minutes: whole minutes
doctor-queue = **I am { $minutes } minutes behind with my work**, so what people send comes late.
    Mend it: check again in a few minutes. If it grows, whoever runs me looks at the log.
# $count: pieces of work
doctor-given-up = { $count ->
        [one] **I gave up on one piece of work here**, so something people sent or ended may not show.
       *[other] **I gave up on { $count } pieces of work here**, so something people sent or ended may not show.
    }
    Mend it: press *Mend it*, and I try again. What is not wanted any more, I leave.
# $names: such as `/vent`, `/listen`
doctor-commands = **Discord does not offer { $names } here**, so people can't send them.
    Mend it: press *Mend it*, and I register them again. If that does not help, add me once more with the link from `wingbeat invite`.
doctor-no-backup = **There is no backup yet of what I keep.** If the machine is lost, so is all of it.
    Mend it: whoever runs me lets `wingbeat backup` run every night.
# $days: how old
doctor-old-backup = **The newest backup of what I keep is { $days } days old.** What came after it would be lost with the machine.
    Mend it: whoever runs me lets `wingbeat backup` run every night.

## What moderators read when Discord refuses me something: once a day for each

# $right: discord.py's name for it; $place: channel id
doctor-told = 🔴 I was just refused something in <#{ $place }>: I lack the right **{ $right ->
        [view_channel] { right-name-view_channel }
        [send_messages] { right-name-send_messages }
        [create_public_threads] { right-name-create_public_threads }
        [create_private_threads] { right-name-create_private_threads }
        [send_messages_in_threads] { right-name-send_messages_in_threads }
        [manage_threads] { right-name-manage_threads }
        [manage_messages] { right-name-manage_messages }
        [read_message_history] { right-name-read_message_history }
        [mention_everyone] { right-name-mention_everyone }
        [attach_files] { right-name-attach_files }
       *[other] { $right }
    }** there. Somebody who may manage the server can mend it: `/setup doctor` says how. What waits for it is kept for three days.
doctor-told-threads = 🔴 This server has as many open threads as Discord allows, so nothing new can be posted. Closing threads that nobody needs mends it: long-press → Close.
# $count: how many rights
doctor-board = { $count ->
        [one] I lack a right that I needed today.
       *[other] I lack { $count } rights that I needed today.
    }
