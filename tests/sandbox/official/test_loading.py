"""Where the description comes from, and what is said where it is absent."""

import json
import logging

import pytest

from sandbox.official import Official


def test_absent_description_is_no_error_but_one_plain_notice(tmp_path, caplog):
    with caplog.at_level(logging.INFO):
        found = Official.load(tmp_path / "nowhere.json")

    assert found is None
    assert [record.message for record in caplog.records] == [
        "No nowhere.json: traffic is not checked against Discord's API description."
    ]


def test_setting_names_the_file(tmp_path, monkeypatch, caplog):
    monkeypatch.setenv("SANDBOX_OPENAPI", str(tmp_path / "elsewhere.json"))
    caplog.set_level(logging.INFO)

    assert Official.load() is None
    assert "elsewhere.json" in caplog.text


def test_description_is_read_from_the_path_that_is_given(tmp_path):
    pytest.importorskip("jsonschema_rs")
    tiny = {"paths": {"/vents/{vent_id}": {"get": {"operationId": "get_vent", "responses": {"204": {}}}}}}
    (tmp_path / "tiny.json").write_text(json.dumps(tiny))

    found = Official.load(tmp_path / "tiny.json")

    assert found is not None
    assert found.operation("GET", "/vents/5") == "get_vent"
    assert found.operation("GET", "/channels/5") is None
