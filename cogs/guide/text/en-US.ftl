# Help and what this is. Mood: a friendly notice board; short, nothing sold.

cmd-help = What you can do here
    .topic = One part of it
cmd-about = What this is, what it keeps, and who runs it

help-head = What you can do here. Most things have buttons, so you need not remember any of this.
help-foot = -# `/help` with a topic says more. `/about` says what is kept and who runs this.
help-optional = (if you like)
help-no-topic = I have no such topic. `/help` alone lists all of them.

## Topics. The title stands in lists; the sentence opens its page

help-venting = Let something out, under your own name or, where enough people read along, a made-up one, and people answer with a line or a sign that they are with you.
    .title = Letting something out
help-cheering = A sign or a line for one person, in the channel or quietly. Lines come to rest in their jar.
    .title = Kind words
help-relay = Be asked, within hours you choose, when somebody could use a line. Nobody sees whether you answer.
    .title = Being there for others
help-care = People to talk with, and a line to the moderators.
    .title = When it is too much
help-checkins = A short question at your own hour; one press is a whole answer.
    .title = Check-ins
help-buddies = One other person for a week.
    .title = Buddies
help-circles = Fifteen to twenty people who vent by name with each other.
    .title = Circles
help-reciprocity = What you gave and what came to you. Only you see it.
    .title = Give and take
help-yourdata = What waits for you, how I write to you, what is kept, and how it goes.
    .title = Your own page
help-guide = This page, and what I am.
    .title = Help
help-moderation = Everybody can report; the rest is for moderators, and works with buttons below a post, too.
    .title = Keeping it safe
help-health = How the group is doing, without watching anybody.
    .title = How the group is doing
help-setup = Where things happen on this server.
    .title = Setting up

## About. $name: the bot's name; $operator: an address or a name

about-what = I am **{ $name }**: a way for people who look for work to hold each other up. The kind words here are written by people; I only carry them.
about-kept = I keep what I need to carry them, sealed, and for as short as I can. `/my privacy` shows what that is for you, `/my forget` ends it. I do not read what you write in channels.
about-not = No member or moderator is shown who wrote a post without a name. Whoever runs me could find out, with effort.
about-operator = Run by { $operator }. Write there about me, or if something I did was not right.
about-nobody = Whoever runs me has left no address here; the people who run this server know them.
