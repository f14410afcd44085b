"""`make audit` tells apart: nothing is known, something is known, nobody could be asked."""

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

FILE = Path("requirements/audit.py")


def audit(tmp_path: Path, says: str) -> int:
    """Its exit code, with a program in place of pip-audit that prints this."""
    spec = importlib.util.spec_from_file_location("audit", FILE)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    program = tmp_path / "program.py"
    program.write_text(f"print({says!r})", encoding="utf-8")
    return module.main((sys.executable, str(program)))


def answer(*vulns: dict[str, Any]) -> str:
    return json.dumps({"dependencies": [{"name": "aiohttp", "version": "3.0", "vulns": list(vulns)}]})


def test_nothing_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(tmp_path, answer()) == 0
    assert "no known weaknesses" in capsys.readouterr().out


def test_something_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(tmp_path, answer({"id": "PYSEC-1", "fix_versions": ["3.1"]})) == 1
    said = capsys.readouterr().out
    assert "aiohttp 3.0: PYSEC-1; mended in 3.1" in said
    assert "1 known weakness." in said


@pytest.mark.parametrize("says", ["", "a network is needed", "[]", "{}"])
def test_where_nobody_can_be_asked_that_is_said_and_is_not_taken_for_good_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], says: str
) -> None:
    assert audit(tmp_path, says) == 2
    assert "nothing is known either way" in capsys.readouterr().out
