# Buddies. Mood: an open door and no obligation. Nobody learns who avoids whom, or who said no.

cmd-buddy = One other person for a week
cmd-buddy-on = Take part: every Monday you get somebody for a week
cmd-buddy-off = Stop taking part
cmd-buddy-avoid = Never be paired with one person; they are not told
    .member = Whom; once more opens it again
cmd-buddy-met = Say whether you two talked
    .talked = Whether you talked
menu-buddy = Ask to be buddies
feature-buddies = Two people look after each other for a week, then somebody new. Each takes part only if they like.

## Taking part. $who: one mention or two

# $at: when pairs are drawn next, as Discord writes it ("in 3 days")
buddy-on = You are in, and you have somebody: { $who }. A hello is enough to begin. Pairs are drawn anew { $at }.
    -# What comes from here waits in `/my inbox`, or comes by direct message if you switch these on in `/my settings`.
# $at: as above
buddy-on-waiting = You are in. As soon as somebody is free you hear who it is, at the latest when pairs are drawn { $at }, if there is anyone.
    -# It waits in `/my inbox`, or comes by direct message if you switch these on in `/my settings`.
buddy-off = You are out: I look for nobody for you any more, and ask nothing. `/buddy on` takes part again, whenever you like.
buddy-stop = Stop this
buddy-stay = Keep me in

## Notes. Each comes to one person alone

# $many: how many these are
note-buddy = { $many ->
        [2] Your buddies this week are
       *[other] Your buddy this week is
    } { $who }. A hello is enough to begin. On Monday pairs are drawn anew.
note-buddy-gone = Your buddy of this week could not stay. That says nothing about you; you hear at once if somebody is free, and on Monday pairs are drawn anew.
note-buddy-alone = There are too few this week to find somebody for each, so you have nobody for now. That says nothing about you; as soon as somebody is free, you hear who it is.
note-buddy-talked = Did you and { $who } talk? Either is fine, and only you and I know what you say.
note-buddy-quiet = Three times I asked whether you two talked and heard nothing, which is fine. Shall I go on finding you somebody every Monday? If you do nothing I stay quiet, and nothing counts against you.
# $at: how long ago, as Discord writes it ("2 hours ago")
note-buddy-checkin = { $who } checked in, { $at }.
buddy-talked = We talked
buddy-not-yet = Not yet
buddy-talked-said = Good to hear.
# $running: 1 while the week of these two runs
buddy-not-yet-said = That is fine.{ $running ->
        [0] {""}
       *[other] {" "}There is still time until pairs are drawn anew on Monday.
    }

## Asking somebody. $other, $who: a mention

buddy-asked = I ask { $other } quietly. If they say yes you both hear of it; if not, nothing happens and nobody else knows.
note-buddy-asks = { $who } would like to be your buddy. If you say no, nobody is told.
buddy-yes = Yes
buddy-no = No, thank you
# $at: when pairs are drawn next, as Discord writes it ("in 3 days")
buddy-yes-said = You and { $other } are buddies when pairs are drawn next, { $at }. Both of you take part now; `/buddy off` ends it.
note-buddy-yes = { $who } said yes: when pairs are drawn next, you are buddies.
buddy-no-said = That is fine. Nobody is told.

## Avoiding. $other: a mention

buddy-avoided = Done, and they are not told. You two are never paired. Once more with the same name opens it again; `/my avoid` keeps a distance everywhere.
buddy-avoided-no-more = You and { $other } can be paired again. They are not told of that either.

## Refusals

buddy-not-in = You don't take part at the moment. `/buddy on` begins.
buddy-nobody = You had no buddy lately, so there is nothing to say yet.
buddy-over = That week is over. There is nothing left to say about it.
buddy-avoid-self = That was your own name. `/buddy off` stops taking part.
# $most: people
buddy-avoid-full = You avoid { $most } people here, and more don't fit. `/buddy off` stops taking part.
buddy-bot = That is a bot. This goes from person to person.
buddy-left = { $other } is not on this server any more.
buddy-ask-self = This one is for somebody else.
buddy-shut-by-you = You avoid { $other }, so nothing goes between you two. `/my avoid` opens it again.
buddy-shut-to-all = { $other } takes a rest from messages through me at the moment. That goes for everybody and says nothing about you.
# $at: when pairs are drawn next, as Discord writes it ("in 3 days")
buddy-already = You and { $other } are buddies already, until pairs are drawn anew { $at }.
buddy-asked-before = You have asked { $other } already. If they say yes, you hear of it.
# $when: such as "in 5 hours"
buddy-ask-full = That was three today. You can ask somebody again { $when }; `/buddy on` finds you somebody, too.
buddy-ask-over = There is nothing to answer here any more.

## What is kept, for `/my privacy`. $count: how many

kept-buddy = That you take part in buddies: { $count }
kept-buddy-weeks = Weeks with a buddy, the last ten: { $count }
kept-buddy-avoided = People you are never paired with, sealed: { $count }
kept-buddy-asks = People you asked to be your buddy, a week, or until you are: { $count }
