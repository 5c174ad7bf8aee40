"""Where the data lies: one function for `now` and for the store, equal to platformdirs."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from recoverplan.home import data_home


@pytest.mark.skipif(sys.platform == "win32", reason="the variables of other systems")
@pytest.mark.parametrize("data", [None, "", "  ", "/data", "/data/", "relative", "~/data"])
@pytest.mark.parametrize("person", ["/home/kim", None])
def test_it_is_the_folder_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, data: str | None, person: str | None
) -> None:
    monkeypatch.delenv("RECOVERPLAN_HOME")
    for name, value in (("XDG_DATA_HOME", data), ("HOME", person)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert Path(data_home()) == platformdirs.user_data_path("recoverplan")


def test_a_chosen_folder_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RECOVERPLAN_HOME", "~/here")
    assert data_home() == str(tmp_path / "here")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RECOVERPLAN_HOME", "near/../here")
    assert data_home() == str(tmp_path / "here")
