"""How people said they were when their post had ended: told as a sum of ten at least, of finished weeks."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.venting.model.afterwards import ANSWERS_AT_LEAST, WEEK_DAYS, Weekly, afterwards
from cogs.venting.model.vent import How

NOW = 700
weekly = st.dictionaries(
    st.integers(0, 12).map(lambda ago: NOW - ago * WEEK_DAYS),
    st.dictionaries(st.sampled_from(How), st.integers(1, 12)),
)


@settings(deadline=None)
@given(weekly)
def test_no_sum_and_no_difference_of_two_sums_is_of_fewer_than_ten(counted: Weekly) -> None:
    sums = [0]
    for weeks in range(1, 14):
        told = afterwards(counted, NOW, weeks)
        sums.append(0 if told is None else told.better + told.same + told.worse)

    steps = {later - before for before, later in pairwise(sums)}
    assert all(step == 0 or step >= ANSWERS_AT_LEAST for step in steps)
    finished = sum(sum(kinds.values()) for week, kinds in counted.items() if week < NOW)
    assert finished - ANSWERS_AT_LEAST < sums[-1] <= finished
