# Setting up. Mood: a helpful colleague; short, no jargon.

cmd-setup-start = Choose where people can let things out; then it is on
cmd-setup-channels = The same in one command, for people who know what they want
    .vent_room = Where people let things out
    .moderators = Where moderators get word
    .wins = Where good news goes
cmd-setup-features = What is switched on here
cmd-setup-roles = Who moderates, who is no seeker, which role may be pinged
cmd-setup-resources = Your own help lines, shown before those of your country
cmd-setup-words = Words that no post here may hold
cmd-setup-export = A copy of this server's settings, and bringing one in
cmd-setup-reset = Start over: forget what was chosen here

## The first screen

setup-start = **Where may people let things out?** Choose a text channel that everyone here can read, and your country, for the right help lines.
    Last, where moderators get word: choosing a channel switches it on. Without one, word goes to the server's owner.
setup-room = The room
setup-country = The country
setup-country-more = The country, if it is not in the list above
setup-place = Moderators get word in … (switches it on)
setup-go = Switch it on
setup-go-me = Switch it on, word to the owner
setup-make = Make a new room for it
# the name of the room that is made: a channel's name, small letters, no spaces
setup-room-name = vent-room
setup-room-topic = Let something out here, with or without your name. The button below is the way in.
setup-make-taps = -# No room for it yet? I may not make one here. Tap the server's name → Create Channel → Text, name it, and come back to this list.
setup-room-gone = This channel is gone. Please choose another.
setup-not-seen = I can't see this server just now. Please try again in a minute.

## The second screen

setup-nothing-chosen = Nothing is switched on yet: choose a room first.
# $room: channel id
setup-on = It is on. The way in is now the last message in <#{ $room }>, and `/vent` works everywhere here.
setup-closed = Your choice is kept, but I can't put the way in into <#{ $room }> yet. Nothing is lost: mend what is below, then press *Check again*.
# $channel: channel id
setup-moderators = Moderators get word in <#{ $channel }>.
setup-moderators-owner = Word for moderators goes to the server's owner. *More* has a channel for it, too.
setup-moderators-open = 🟡 Everyone here can read <#{ $channel }>, so everyone would read what is meant for moderators. A private channel is better.
# $right: Discord's name for it; $place: channel id; $why: what for
setup-missing = 🔴 I lack **{ $right }** in <#{ $place }>, to { $why }. Mend it: long-press the channel → Edit → Permissions → allow it for my role.
setup-read-only = People cannot write in that room themselves. That is fine: the button writes for them, and answers come as lines.
setup-go-there = Go there
setup-mend = Mend it for me
setup-cannot-mend = Discord did not let me. The taps above do it.
setup-check = Check again
setup-change = Change these
setup-more = More
# why the moderators' place needs a right; stands after "to"
right-word = give moderators word

## More

setup-more-head = **Everything else**, whenever you like. Nothing here is needed for a good start.
setup-more-features = Features
setup-more-places = Rooms and places
setup-more-roles = Roles
setup-more-words = Words
setup-more-resources = Help lines
setup-more-cheers = Cheers
setup-more-hours = Hours
setup-more-small = A very small group
# $few: below so many people
setup-small = **While fewer than { $few } people can read**, or use me
    Few words are enough then to know whose they are. So people can post under their own name only, and everybody who reads knows that.
setup-few-off = A made-up name is not offered.
setup-few-on = A made-up name is offered, after one's own, with the words: *They may well guess who wrote it.*
setup-small-on = Offer it all the same
setup-small-off = Don't offer it
setup-hours = When it is day here
setup-hours-zone = Where are most of you?
    .description = In a group of 25 to 39 the role you chose is pinged by day only. Empty: as most listeners live.
    .placeholder = A city or zone, such as Munich or Europe/Berlin
setup-day-opens = From
setup-day-closes = Until
# $zone: such as Europe/Berlin; $opens, $closes: such as 09:00; $always: 1 for all day
setup-hours-kept = { $always ->
        [1] It is day here at any hour
       *[0] It is day here from { $opens } until { $closes }, by the clock in { $zone }
    }. The role for posts that wait is pinged then, where the group is not large enough to be pinged at any hour.
setup-hours-usual = It is day here when it is day for most of those who listen, from 09:00 until 21:00.
# $typed: as it was typed; $some: zones that may be meant
setup-hours-several = “{ $typed }” could be several places, such as { $some }. Please press *Hours* again and give one of them.
setup-hours-unknown = I don't know “{ $typed }”. A large city will do, or a zone such as Europe/Berlin. Please press *Hours* again.
setup-more-copy = A copy of all this
setup-more-reset = Start over
setup-more-doctor = Look what is wrong
setup-back = Back
setup-kept = Kept.
setup-change-it = Change it

setup-features = **What is on here.** Commands come and go with their feature, within a minute. Check-ins and everyone's own page work without being switched on.
setup-is-on = on
setup-is-off = off
setup-switch-on = Switch on
setup-switch-off = Switch off
# $rights: Discord's names for rights, with commas
setup-lacks = I lack in the room: { $rights }
setup-feature-silent = Brings its own commands.
setup-feature-unknown = I don't know this feature any more. The list behind *More* has those there are.
# $name: a feature
setup-now-on = **{ $name }** is on. Its commands appear within a minute.
setup-now-off = **{ $name }** is off. Nothing is thrown away; switch it on again at any time.
setup-no-room-yet = It needs a room: choose one under *Rooms and places*.

# $count: how many rooms there are
setup-places = { $count ->
        [0] **Rooms.** There is none yet: choose one below.
        [one] **Rooms.** People let things out in one room. You can have several, such as one per language or field.
       *[other] **Rooms.** People let things out in { $count } rooms. What somebody posts with `/vent` elsewhere goes to the first.
    }
setup-place-gone = a channel that is gone
setup-room-add = One more room
setup-room-drop = One room less
setup-room-added = <#{ $room }> has the way in now.
setup-room-dropped = The way in goes from there. What is posted stays until its time.
setup-rooms-full = { $most } rooms are as many as I can keep. Take one out first.
setup-rooms-last = This is the only room. Choose another one first, or switch *Letting something out* off under *Features*.
setup-place-moderators = Where moderators get word (empty: the owner)
# $channel: channel id
setup-wins = Good news goes to <#{ $channel }>.
setup-place-wins = Where good news goes (may stay empty)

setup-roles = **Who is who.** First: who moderates, beside everybody whom Discord lets moderate. Then: who is *not* a seeker, such as recruiters and partners; I warn you where they can read along. Last: a role people chose themselves, pinged when a post could use a line.
setup-role-moderators = Who moderates
setup-role-seekers = Who is not a seeker
setup-role-ping = Who asked to be pinged (one role)
# $count: how many of the roles chosen before were deleted
setup-roles-gone = { $count ->
        [one] One role that was chosen is gone.
       *[other] { $count } roles that were chosen are gone.
    }
setup-roles-everyone = @everyone cannot be chosen here: it would mean the whole server. Nothing was changed.
setup-roles-many = At most { $most } roles. Nothing was changed.
setup-role-unheard = 🟡 I may not ping <@&{ $role }>. Mend it: Server Settings → Roles → that role → allow anyone to mention it.

## Words

# $count: entries
setup-words = { $count ->
        [0] **Words.** There is no list yet. A post or a line with a word from it does not go up, and its author is told which word it was.
        [one] **Words.** One entry. Tap it to read it.
       *[other] **Words.** { $count } entries. Tap to read them.
    }
setup-words-rest = { $count ->
        [one] And one more; the copy has them all.
       *[other] And { $count } more; the copy has them all.
    }
setup-words-add = Add words
setup-words-drop = Take words out
setup-words-label = One entry a line
setup-words-form = A word or a phrase. A * at an end stands for any letters: spam* means spammer, too.
setup-words-form-drop = As they stand in the list. Others are passed over.
setup-words-empty = There was nothing in it.
# $count: taken; $known: were there already
setup-words-added = { $count ->
        [0] None was added.
        [one] One was added.
       *[other] { $count } were added.
    }{ $known ->
        [0] { "" }
        [one] { " " }One was there already.
       *[other] { " " }{ $known } were there already.
    }
# $count: taken out; $unknown: were not in the list
setup-words-dropped = { $count ->
        [0] None was taken out.
        [one] One was taken out.
       *[other] { $count } were taken out.
    }{ $unknown ->
        [0] { "" }
        [one] { " " }One was not in the list.
       *[other] { " " }{ $unknown } were not in the list.
    }
# why an entry could not be taken. $entry: as it was typed; $most: the limit; $letter: a sign
setup-word-long = “{ $entry }” is longer than { $most } characters.
setup-word-letter = “{ $entry }” has a “{ $letter }” in it. Plain words only; a \* may stand for any letters.
setup-word-empty = An entry is empty.
setup-word-many = “{ $entry }” has more than { $most } words.
setup-word-place = “{ $entry }”: a \* can stand at the beginning or the end of a word, with letters beside it.
setup-word-short = “{ $entry }” would stop too much. It takes { $most } letters beside a \*.
setup-word-bare = “{ $entry }” has no letters.
setup-word-full = “{ $entry }”: the list is full.
setup-word-stars = “{ $entry }”: no more entries may begin with a \*.
setup-word-wide = “{ $entry }” would stop nearly every post.
setup-words-others = { $count ->
        [one] And one more like these.
       *[other] And { $count } more like these.
    }

## Help lines

# $count: the server's own
setup-resources = { $count ->
        [0] **Help lines.** You can write down your own: a chaplain, an employee line, somebody nearby. They are shown first, on `/care` and when words sound like danger.
       *[other] **Help lines.** Yours come first, on `/care` and when words sound like danger:
    }
# $lines: the lines of the country
setup-resources-usual = After them: { $lines }
setup-resource-add = Add a line
setup-resource-drop = Take one out
setup-resources-full = { $most } lines are as many as people can take in. Take one out first.
setup-resource-short = A line needs a name and a way to reach it. Nothing was changed.
setup-resource-url = The address has to begin with https:// and be whole. Nothing was changed.
setup-line-name = Who answers
    .description = As people know it
setup-line-reach = How one reaches them
    .description = A number or a few words. Please try it once yourself: somebody may need it tonight.
setup-line-hours = When
    .description = For example: Mon–Fri 9–17. May stay empty.
setup-line-url = An address
    .description = Begins with https://. May stay empty.
setup-line-kept = Kept. People read it from now on.

## Cheers

setup-cheers = **Cheers**: the three signs below a post. People send them with one tap, so keep them warm and plain.
# $laugh: emoji and label
setup-cheers-laugh = Only where somebody asked for cheer: { $laugh }
setup-cheers-change = Change them
setup-cheers-usual = The usual ones
setup-cheers-kept = Kept. New posts have them.
setup-cheer = Cheer { $number }
    .description = An emoji, a space, a few words: 🫂 With you
setup-laugh = A laugh
    .description = Shown only where the author asked for cheer. May stay empty.
setup-cheer-no-emoji = “{ $typed }” does not begin with an emoji that every phone has. Write an emoji, a space, and a few words. Nothing was changed.
setup-cheer-label = { $emoji } needs a few words after it, { $most } characters at most. Nothing was changed.
setup-cheers-twice = Each emoji can stand for one cheer only. Nothing was changed.

## A copy, and starting over

setup-copy = **A copy** holds all that was chosen here: places, features, roles, words, help lines, cheers. Nobody's name and nobody's words are in it. Keep it, or bring it to another server.
setup-copy-take = Take a copy
setup-copy-bring = Bring a copy in
setup-copy-here = What was chosen here. Nobody's name and nobody's words are in it; the word list is.
setup-copy-file = The file
    .description = As it was written here or on another server. Nothing changes before you say so.
setup-copy-unreadable = I can't read this file: it is not whole, or was changed by another program. Nothing was changed.
setup-copy-other = This is not a copy of a server's settings. Nothing was changed.
setup-copy-version = This copy was written by another version of me than I can read; I know version { $known }. Nothing was changed.
# $place: where in the file
setup-copy-wrong = Something in this copy cannot be: { $place }. Nothing was changed.
# $server: its name; $sections: which settings, with commas
setup-copy-would = A copy of **{ $server }**. If you use it, these take the place of yours: { $sections }. Nothing is changed yet; I keep the file for half an hour.
# $names: channels, roles and features, with commas
setup-copy-strangers = { $count ->
        [one] Not on this server, so left out: { $names }.
       *[other] { $count } things are not on this server, so left out: { $names }.
    }
setup-copy-unknown = I don't know these settings and leave them out: { $names }.
setup-copy-use = Use it
setup-copy-leave = Leave it
setup-copy-left = Left as it was.
setup-copy-used = Done: what the copy says holds here now.
setup-copy-gone = I kept that file for half an hour only. Please give it again; nothing was changed.
setup-section-channels = places
setup-section-features = what is on
setup-section-roles = roles
setup-section-words = words
setup-section-resources = help lines
setup-section-cheers = cheers
setup-section-queue = who waits until a moderator has looked
setup-section-doctor = what you told the doctor is meant to be
setup-section-circles = circles
setup-section-hours = when it is day here
setup-section-small = names while the group is very small
# $sections: what was chosen, with commas
setup-reset = **Start over?** These go: { $sections }. Everything is switched off and the way in is taken down. What people posted stays until its time, and what moderators decided holds. *Take a copy* keeps your choices for later.
setup-reset-nothing = Nothing was chosen here yet, so there is nothing to forget.
setup-reset-first = Start over
setup-reset-keep = Keep everything
setup-reset-sure = Sure? It cannot be undone without a copy.
setup-reset-do = Forget what was chosen
setup-reset-done = Done. Nothing is switched on here any more. `/setup start` begins anew.

# ISO codes in the order they are offered; 25 at most
# the rest of them, in a list of its own behind *More*
setup-countries-more = JP MX
setup-countries = US CA GB IE AU NZ DE AT CH NL BE FR ES IT PT PL SE NO DK FI IN ZA SG BR XX
country-US = United States
country-CA = Canada
country-GB = United Kingdom
country-IE = Ireland
country-AU = Australia
country-NZ = New Zealand
country-DE = Germany
country-AT = Austria
country-CH = Switzerland
country-NL = Netherlands
country-BE = Belgium
country-FR = France
country-ES = Spain
country-IT = Italy
country-PT = Portugal
country-PL = Poland
country-SE = Sweden
country-NO = Norway
country-DK = Denmark
country-FI = Finland
country-IN = India
country-ZA = South Africa
country-SG = Singapore
country-BR = Brazil
country-JP = Japan
country-MX = Mexico
country-XX = Somewhere else

# $hidden: 1 where a made-up name is offered
new-here = You can let something out here, { $hidden ->
        [1] under a made-up name or your own
       *[other] under your own name
    }, and people answer with a line or a sign that they are with you. Nobody gives advice unless you ask for it. Nothing is asked of you: reading along is fine.
new-vent = Let something out
new-checkin = Daily check-in
new-listen = Listen to someone
