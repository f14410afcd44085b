# Give and take. Mood: quiet, never a reckoning. Kindness is counted, its absence is not; nobody is compared with anybody.

cmd-my-balance = Who you were there for, and who for you; only you see it

## /my balance (INTERFACE, key message 9)

balance-head = **Your last four weeks. Only you see this.**
# $count: people; $acts: such as "9 cheers, 4 lines"
balance-gave = { $count ->
        [one] You were there for 1 person: { $acts }.
       *[other] You were there for { $count } people: { $acts }.
    }
balance-got = { $count ->
        [one] 1 person was there for you: { $acts }.
       *[other] { $count } people were there for you: { $acts }.
    }
balance-cheer = { $count ->
        [one] 1 cheer
       *[other] { $count } cheers
    }
balance-line = { $count ->
        [one] 1 line
       *[other] { $count } lines
    }
balance-thanks = { $count ->
        [one] 1 thank-you
       *[other] { $count } thank-yous
    }
balance-lean-even = About even.
balance-lean-gave = You gave a good deal more than came back. It need not be you every time.
balance-lean-got = More came to you than you gave, and that is what a group is for. A minute to spare one day?
# $names: mentions; $more: how many further ones
balance-signed = With their name: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
# $count: how often, since Monday
balance-load = { $count ->
        [one] You were there once since Monday.
       *[other] You were there { $count } times since Monday.
    }
balance-small = What comes to posts without your name is counted once a week, while they are up; nobody but you is shown any of it.
balance-months = Earlier months, as sums: `/my export`.

## Before there is anything

balance-new = It starts with one press on somebody's card. What you give and get from today on will stand here, four weeks at a time.

## Before somebody says yes

balance-about = **Giving and taking, for your eyes only.** It starts with one press on somebody's card.
    If you like, I keep who was there for whom by name, of what kind and on which day (after 90 days only sums by month, for a year), and for posts without names only how much you gave in which week. You can stop at any time; nobody else is shown any of it.
balance-keep = Keep my balance
balance-kept = It is kept from now on, and only you see it. It starts with one press on somebody's card.
balance-stop = Stop keeping it
balance-stopped = Stopped. Your figures are gone, and nothing that is left leads to you.
balance-not-kept = No balance of yours is kept here. `/my balance` starts it.
balance-none-in-dm = You keep no balance anywhere yet. To begin, use `/my balance` on the server that it is for.

## What is offered

balance-rest = Rest until Monday
balance-ask = Ask for something yourself
balance-see = See who could use a line
balance-thanks-on = Thanks on Fridays
balance-thanks-off = No more Friday thanks
balance-thanks-wanted = On Fridays I tell you how many people thanked you in the week, and nothing in a week without.
balance-thanks-over = No more of these.
# $count: people. In a direct message or the inbox, to whoever wanted it
balance-friday = { $count ->
        [one] One person thanked you this week. There is nothing to do about it. Have a good weekend.
       *[other] { $count } people thanked you this week. There is nothing to do about it. Have a good weekend.
    }

## The picture. Its text stands beside it

balance-picture-gave = You were there
balance-picture-got = Others were there for you
balance-kind-cheer = cheers
balance-kind-line = lines
balance-kind-thanks = thank-yous
# $gave, $got: sentences from above
balance-picture-alt = Two bars of your last four weeks. { $gave } { $got }

## What is kept

kept-balance = Entries of your give and take: { $count }
