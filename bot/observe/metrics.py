"""What an operator may see of a running bot, in Prometheus's terms. No person, no server and no post is in any label.

Names and units follow Prometheus's naming practice: seconds, `_total` for counters.
"""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

REGISTRY = CollectorRegistry()
"""Of this process; those of several processes are added up by whoever collects them."""
CONTENT_TYPE = "text/plain; version=1.0.0; charset=utf-8"

_QUICK = (0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 5.0)
"""Discord waits three seconds for a first answer: the buckets are dense below."""
_WORK = (0.05, 0.25, 1.0, 5.0, 20.0, 60.0)
_HOURS = (300, 600, 1200, 2400, 3600, 3 * 3600, 6 * 3600, 24 * 3600, 72 * 3600)

presses = Counter(
    "wingbeat_presses",
    "Commands, presses and forms, by what and by how they ended",
    ("what", "outcome"),
    registry=REGISTRY,
)
press_seconds = Histogram(
    "wingbeat_press_seconds", "From Discord's word to the last answer", registry=REGISTRY, buckets=_QUICK
)
jobs = Counter(
    "wingbeat_jobs", "Work of the queue, by kind and by how a try ended", ("kind", "outcome"), registry=REGISTRY
)
job_seconds = Histogram("wingbeat_job_seconds", "One try of one piece of work", registry=REGISTRY, buckets=_WORK)
budget_wait_seconds = Histogram(
    "wingbeat_budget_wait_seconds", "Waiting for the next free request to Discord", registry=REGISTRY, buckets=_WORK
)
first_support_seconds = Histogram(
    "wingbeat_first_support_seconds",
    "From a post to the first person who is there, all servers together",
    registry=REGISTRY,
    buckets=_HOURS,
)
checkins_missed = Counter(
    "wingbeat_checkins_missed",
    "Check-ins that came too late to be asked: the bot was down, or Discord did not take them",
    registry=REGISTRY,
)
queue_waiting = Gauge("wingbeat_queue_waiting", "Jobs in the queue, later ones included", registry=REGISTRY)
queue_oldest_seconds = Gauge(
    "wingbeat_queue_oldest_seconds", "How long the longest due job has been due", registry=REGISTRY
)
queue_dead = Gauge("wingbeat_queue_dead", "Jobs that were given up; `wingbeat check` lists them", registry=REGISTRY)
gateway_connected = Gauge(
    "wingbeat_gateway_connected", "1 while every shard has been heard of lately", registry=REGISTRY
)
gateway_shards = Gauge("wingbeat_gateway_shards", "Shards of this process", registry=REGISTRY)
servers = Gauge("wingbeat_servers", "Servers this process hears of", registry=REGISTRY)
ProcessCollector(registry=REGISTRY)


def text(now: Mapping[Gauge, float]) -> bytes:
    """Everything, in Prometheus's text format, with the gauges set to what holds now."""
    for gauge, value in now.items():
        gauge.set(value)
    return generate_latest(REGISTRY)
