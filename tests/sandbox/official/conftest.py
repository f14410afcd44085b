"""Discord's API description, read once; tests that need it are skipped with a notice where it is absent."""

import importlib
import warnings

import pytest

from sandbox.official import Official

with warnings.catch_warnings():
    # discord/player.py of 2.7.1 imports audioop, which Python 3.11 announces to be removed
    warnings.simplefilter("ignore", DeprecationWarning)
    importlib.import_module("discord")


@pytest.fixture(scope="session")
def official():
    found = Official.load()
    if found is None:
        pytest.skip("Discord's API description (SANDBOX_OPENAPI) or jsonschema-rs is absent")
    return found
