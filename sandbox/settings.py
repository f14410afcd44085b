"""The numbers of Discord that a test may want to change."""

from dataclasses import dataclass


@dataclass
class Settings:
    """Seconds of real time, unless the name says otherwise. The defaults are Discord's where it documents one."""

    first_response: float = 3.0
    token_life: float = 900.0
    # "the past few minutes" (documentation, Create Message, enforce_nonce)
    nonce_window: float = 300.0
    heartbeat_interval: float = 41.25
    session_life: float = 300.0
    session_starts: int = 1000
    # a bot in many servers has 16; a small one has 1 (documentation, Gateway, Identify concurrency)
    shards: int = 1
    max_concurrency: int = 16
    identify_window: float = 5.0
    gateway_sends: int = 120
    gateway_sends_window: float = 60.0
    global_requests: int = 50
    # off where a load asks faster than Discord lets; then there are no headers either, which clients heed
    route_limits: bool = True
    # so many times Discord's; clients that know a limit may have several requests of a route under way
    route_limits_times: int = 1
    # new DM channels in that window; Discord names no number ("a significant amount too quickly", Create DM)
    dm_opens: int = 50
    dm_opens_window: float = 600.0
    old_message_age: float = 3600.0
    old_message_edits: int = 5
    active_threads: int = 1000
    command_creates_a_day: int = 200
    # how much a sandbox that runs for days remembers of requests, and of events for what people have ever seen
    requests_kept: int = 50_000
    events_kept: int = 200_000
    # how long a person looks at a spinner before the answer is given back as it is
    patience: float = 15.0
    # a press acknowledged without words may be followed by an edit; how long to look out for one
    patience_for_updates: float = 2.0
