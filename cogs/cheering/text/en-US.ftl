# Kind words and the jar. Mood: quiet gladness.

cmd-my-jar = Kind lines people wrote to you, one at a time

jar-empty = Your jar is empty so far. Lines that people write to you with their name come to rest here.
# $giver: a mention
jar-by = from { $giver }
jar-by-someone = from somebody who is no longer here
jar-count = { $count ->
        [one] One line in your jar. Only you see it.
       *[other] { $count } lines in your jar. Only you see them.
    }
jar-next = Another one
jar-remove = Take it out
jar-removed = It is out of your jar, for good.
jar-removed-before = It was out of your jar already.
