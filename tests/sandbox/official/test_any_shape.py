"""Rules are asked before anything is known of a body: no shape of JSON may break them."""

import string
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.official import rules

NOW = datetime(2026, 3, 1, tzinfo=UTC)
KEYS = st.sampled_from(
    (
        *("content", "embeds", "components", "flags", "type", "data", "options", "choices", "name", "value"),
        *("custom_id", "label", "component", "accessory", "items", "media", "url", "fields", "allowed_mentions"),
        *("users", "parse", "min_values", "max_values", "scheduled_start_time", "entity_type", "message"),
        *("name_localizations", "attachments"),
    )
)
LEAVES = (
    st.none() | st.booleans() | st.integers(-2, 25) | st.floats(allow_nan=False) | st.text(string.printable, max_size=8)
)
BODIES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5))


@settings(max_examples=150, deadline=None)
@given(body=BODIES, kind=st.integers(1, 6))
def test_no_body_breaks_a_rule(body, kind):
    errors = [
        rules.message(body),
        rules.message(body, edit=True, existing_flags=1 << 15),
        rules.callback(body, (), kind),
        rules.modal(body),
        rules.commands(body, "global"),
        rules.command(body, "guild"),
        rules.thread(body),
        rules.scheduled_event(body, NOW),
        rules.allowed_mentions(body),
        rules.webhook_name(body),
    ]

    assert all(error is None or rules.status(error) == 400 for error in errors)
    assert rules.v2_bytes_exceeded(body) is False
