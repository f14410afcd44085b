"""A local Discord on loopback, for trying and testing bots; it knows nothing of any particular bot."""

from sandbox.clock import Clock
from sandbox.errors import ClientRefusal, SandboxViolation
from sandbox.local import Sandbox
from sandbox.people.answer import Answer
from sandbox.people.form import Form
from sandbox.people.person import InGuild as Member
from sandbox.people.person import Person
from sandbox.people.places import App, Server
from sandbox.people.seen import Seen
from sandbox.rest.server import Request
from sandbox.settings import Settings

__all__ = [
    "Answer",
    "App",
    "ClientRefusal",
    "Clock",
    "Form",
    "Member",
    "Person",
    "Request",
    "Sandbox",
    "SandboxViolation",
    "Seen",
    "Server",
    "Settings",
]
