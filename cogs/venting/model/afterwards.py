"""How people were when their post had ended, as it may be told: of ten answers at least, and of whole weeks only."""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.ports import Afterwards
from cogs.venting.model.vent import How

ANSWERS_AT_LEAST = 10
"""SPEC 4.1 and 4.12: from ten answers on."""
WEEK_DAYS = 7
ANSWERED_WITHIN = timedelta(days=7)
"""So long after it was asked an answer counts, once: what is remembered of it need not stay for longer."""
PROOF_BYTES = 8
"""Of a ref, in a button: nobody guesses 64 bits with presses."""

Weekly = Mapping[int, Mapping[How, int]]
"""Answers by week (`week_of`) and kind."""


def afterwards(weekly: Weekly, this_week: int, weeks: int) -> Afterwards | None:
    """The sum over the last `weeks` whole weeks; None where nothing of them may be told.

    A week with fewer answers waits until the next ones make them ten, and is told with those: so two sums never differ
    by fewer.
    """
    told = [0] * len(How)
    waiting = [0] * len(How)
    for week in sorted(one for one in weekly if one < this_week):
        waiting = [before + weekly[week].get(how, 0) for before, how in zip(waiting, How, strict=True)]
        if sum(waiting) >= ANSWERS_AT_LEAST:
            if week >= this_week - weeks * WEEK_DAYS:
                told = [before + more for before, more in zip(told, waiting, strict=True)]
            waiting = [0] * len(How)
    return Afterwards(*told) if sum(told) else None
