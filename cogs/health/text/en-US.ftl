# How the group is doing, for its moderators. Mood: calm, five minutes a day. No figure stands on fewer than five people.

cmd-mod-health = How the group is doing, and what helps
    .weeks = How many weeks to look at
    .circle = One circle only
cmd-mod-export = Everything that is published about the group, as tables
feature-health = Moderators see how the group is doing: how soon somebody is there, when posts come, whether people give back.

## The panel. Each page: a heading, what is so, what it leads to

health-page-board = Board
health-page-answers = How soon
health-page-hours = When
health-page-mutual = Giving back
health-page-circles = Circles
# $count: 4 or 12
health-weeks = Look at { $count } weeks
# $weeks: 4 or 12
health-nothing-yet = Nothing is published for these { $weeks } weeks yet. A week shows here on the Tuesday after it, once at least five people besides you and ten acts are in it; until then it waits for the next.

health-board-head = **What waits**
health-board-nothing = Nothing waits for a moderator.
# how long posts have had nobody. All are counts
health-waiting = { $all ->
        [0] Every post has somebody.
        [one] One post has nobody yet (up to 1 h: { $hour } · 6 h: { $six } · 24 h: { $day } · longer: { $longer }).
       *[other] { $all } posts have nobody yet (up to 1 h: { $hour } · 6 h: { $six } · 24 h: { $day } · longer: { $longer }).
    }
# $count: five or more
health-listening = { $count } people listen at this hour.
health-listening-few = Fewer than 5 people listen at this hour. `/my hours` is how one begins.
health-first-week = This is the first week, so there are no figures yet: they begin on the Tuesday after a whole week. A good next step: answer one post yourself.
health-small = In a group of this size figures would speak of single people, so there are none. The board has all there is to do.

# $circle: the name of a circle
health-of-circle = Of **{ $circle }** only:

health-answers-head = **How soon is somebody there?**
# $when: hour, day or later
health-usually = Usually { $when ->
        [hour] within the hour
        [day] the same day
       *[later] later than a day
    }.
# $half, $most: "within 2 hours"; $unanswered: posts without anybody after a day, and their share in percent; $enough: percent
health-answers = Of { $vents } posts in { $weeks } weeks half had somebody { $half }, nine of ten { $most }. { $unanswered ->
        [0] None was left for a day.
        [one] One was left for a day.
       *[other] { $unanswered } ({ $unanswered_share } %) were left for a day.
    } { $enough } % had enough people.
# $vents: posts
health-answers-before = In the weeks before there were { $vents }, and half had somebody { $half }.
# $better, $same, $worse: a number or the words below
health-afterwards = How it was when a post had ended, as its authors said: better { $better }, the same { $same }, worse { $worse }.
health-afterwards-few = fewer than 5
health-answers-act = What keeps it so: people who listen at the hours when posts come (*When*).
health-answers-act-slow = What shortens it most: people who listen. Ask two or three whether `/my hours` suits them, or choose a role to ping with `/setup roles`.
health-more-than-a-day = only after a day, or not at all
health-minutes = within { $count } minutes
health-hours = { $count ->
        [one] within an hour
       *[other] within { $count } hours
    }
health-short-minutes = { $count } m
health-short-hours = { $count } h
health-answers-title = How soon is somebody there?
health-answers-axis = after the post went up
# $posts: how many there were
health-now = these { $weeks } weeks: { $posts } posts
health-before = the { $weeks } weeks before: { $posts }

health-hours-head = **When do posts come, and who listens then?**
# $day: a weekday; $at, $until: hours; $zone: a time zone
health-hours-most = Most come on { $day } between { $at } and { $until } o'clock ({ $zone }).
# $least: listeners in the emptiest of these hours, five or more
health-hours-cover = Today at least { $least } people listen in each of these hours.
health-hours-cover-few = Today there is an hour among them in which fewer than 5 people listen.
health-hours-act = That fits. Nothing to do.
health-hours-act-few = What helps: one more person whose `/my hours` cover it.
health-hours-title = Who listens when posts come?
health-listen-short = listening
health-listen-many = 5 or more
health-listen-few = fewer
health-shade-0 = no post
health-shade-1 = 1 to 4
health-shade-2 = 5 to 9
health-shade-3 = 10 or more
health-day-0 = Monday
health-day-1 = Tuesday
health-day-2 = Wednesday
health-day-3 = Thursday
health-day-4 = Friday
health-day-5 = Saturday
health-day-6 = Sunday
health-day-short-0 = Mon
health-day-short-1 = Tue
health-day-short-2 = Wed
health-day-short-3 = Thu
health-day-short-4 = Fri
health-day-short-5 = Sat
health-day-short-6 = Sun

health-mutual-head = **Do people give back?**
# $events: how many named acts it takes
health-mutual-not-yet = Not enough yet to say. It takes { $events } acts by name in four whole weeks, with people in them who keep a balance (`/my balance`).
# $verdict: more, about or less; $weeks: how many weeks
health-mutual = Giving here is { $verdict ->
        [more] **more mutual than chance**
        [less] **less mutual than chance**
       *[about] **about as mutual as chance**
    }: what was given by name in { $weeks } weeks, compared with the same people giving to anybody.
# $percent: of all acts by name; $much: yes where few carry most
health-mutual-tenth = The tenth of givers who gave most gave { $percent } % of it. { $much ->
        [yes] Much rests on few: a thank-you to everybody who listens, and a word to others that one line is plenty.
       *[no] It rests on many.
    }
# $givers: a number
health-mutual-tenth-few = How much the busiest tenth gives is told from { $givers } givers on: of fewer it would be about single people.
health-mutual-act = { $verdict ->
        [more] The same people are there for each other again and again. That holds them; ask whether newcomers find their way in. Circles and buddies mix people.
        [less] Some give to many who do not come back. It is worth a thank-you to those who carry most; `/thanks` is for that.
       *[about] People give to whoever needs it. Nothing to do.
    }
health-mutual-title = Do people give back?
health-mutual-band = chance
health-mutual-more = more: back and forth among the same people
health-mutual-less = less: some give, little comes back

health-circles-head = **How full are the circles?**
health-circles-none = There is no circle yet. The first opens when ten people wait.
health-few = fewer than 5 people
health-people = { $count } people
# $name: a circle's; $people: one of the two above; $seats: a number; $state: grows, small, quiet, full or well
health-circle = **{ $name }**: { $people } of { $seats } seats · { $state ->
        [grows] new, growing
        [small] small
        [quiet] quiet
        [full] full
       *[well] well
    }
# $count: circles that are not in the list
health-circles-more = { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
health-circles-act = Nothing moves by itself: `/mod circles` has a proposal where one is small, quiet or full.
health-no-circle = There is no such circle here. Leave it out to look at the whole server.

## Every week, where moderators meet. Only what changed and what to do

health-digest-head = **Last week**
health-digest-unanswered = { $count } of { $all } posts were left without anybody for a day.
health-digest-better = { $now } % of posts had somebody within a day; in the weeks before it was { $before } %.
health-digest-slow = Half of the posts waited longer than three hours.
# $now: posts; $before: posts in a usual week of the four before
health-digest-more-posts = There were { $now } posts; in the weeks before, about { $before } each.
health-digest-fewer-posts = There { $now ->
        [one] was one post
       *[other] were { $now } posts
    }; in the weeks before, about { $before } each. Asking one or two who used to write how they are may help most.
health-digest-few = So few took part that nothing is published of it; in the weeks before there were about { $before } posts each. Asking one or two who used to write how they are may help most.
health-digest-act = What helps most is one more person who listens: ask somebody whether `/my hours` suits them.
health-week-one = The first week is over. How people use the room is still settling, and that takes its time.
    Figures begin on a Tuesday, once a whole week has enough people in it.
    A good next step: thank one person who answered, with `/thanks`.

## A copy

# $count: published cells
health-export = { $count ->
        [0] Nothing is published that may be copied; the tables have their headings only. In groups of fewer than about 40 readers it stays so.
        [one] All that is published, for ever: one cell of whole weeks. It does not stand on fewer than five people besides you.
       *[other] All that is published, for ever: { $count } cells of whole weeks. None stands on fewer than five people besides you.
    }
export-circle = The circle's number; 0 is everything outside circles
export-from = The Monday on which the first week began (UTC)
export-weeks = How many whole ISO weeks it spans: more than one where a week alone stood on too few people
export-people-at-least = At least so many different people besides one moderator; nobody was counted twice
export-vents = Posts
export-unanswered = Posts without anybody 24 hours after they went up
export-enough = Posts with as many different people within 24 hours as are enough in a group of this size
export-supports = People who were there, post by post, added up
export-named = Cheers, lines and thanks from one member to another by name
export-first-within = Posts whose first person came within so many minutes and not within the column before
export-rho = (r − a)/(1 − a): r is the share of pairs that are mutual, a the share there are of all possible pairs (Garlaschelli and Loffredo 2004)
export-chance-low = Of a hundred shuffled groups, 2 or 3 are less mutual than this
export-chance-high = Of a hundred shuffled groups, 2 or 3 are more mutual than this
export-mutual-weeks = How many whole ISO weeks it spans, four at least; no two figures share a week
export-top-tenth = The tenth of givers who gave most gave so many percent of the acts by name; empty where that tenth was fewer than five people besides one moderator
export-verdict = "more", "about" or "less" mutual than chance

## What is kept about a person, for `/my privacy`. $count: how many

kept-health = Marks by key that you took part in a week, until it is published: { $count }
kept-health-seat = In which circle you sit, for the group's figures: { $count }
