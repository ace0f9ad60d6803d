"""Many files in one run: each is judged, whatever became of the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.corpus.validating import judged

GOOD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'


@pytest.mark.parametrize("processes", [1, 2])
def test_each_file_is_judged_whatever_became_of_the_others(processes: int, tmp_path: Path) -> None:
    contents = {"a.xml": GOOD, "b.xml": "<TEI>", "c.xml": "", "d.xml": GOOD}
    for name, content in contents.items():
        (tmp_path / name).write_text(content, "utf-8")
    files = [(tmp_path / name, tmp_path) for name in (*contents, "missing.xml")]
    results = dict(judged(files, processes=processes))
    assert {path.name for path in results} == {*contents, "missing.xml"}
    assert [f.rule for f in results[tmp_path / "missing.xml"]] == ["input.refused"]
    assert all(results[tmp_path / name] for name in contents)
