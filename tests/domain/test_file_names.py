from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.file_names import (
    LONGEST_PATH,
    folded,
    path_problem,
    safe_name,
    safe_suffix,
)

ANY = st.text(max_size=300)


@given(ANY, ANY)
def test_any_name_becomes_one_that_every_system_takes(words: str, name: str) -> None:
    made = safe_name("E1", words, safe_suffix(name))
    assert path_problem(f"data/originals/{made}") == ""
    assert made.startswith("E1")
    assert len(made.encode()) <= 200
    assert made.encode("utf-8").decode() == made


@given(ANY)
def test_a_name_needs_no_quoting_in_a_manifest_or_a_shell(words: str) -> None:
    assert not set(safe_name("E1", words)) & set("%$`'\"\\&;|<>*?\n\r\t ")


@pytest.mark.parametrize(
    ("words", "suffix", "made"),
    [
        ("订单详情", ".png", "E1_订单详情.png"),
        ("a:b / c?", ".txt", "E1_a_b_c.txt"),
        ("CON", "", "E1_CON"),
        ("..", ".jpg", "E1.jpg"),
        ("\u202egnp", ".exe", "E1_gnp.exe"),
        ("e\u0301té", "", "E1_été"),
        ("😀 ok", "", "E1_ok"),
    ],
)
def test_names_keep_what_can_be_kept(words: str, suffix: str, made: str) -> None:
    assert safe_name("E1", words, suffix) == made


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.PNG", ".png"), ("a", ""), (".png", ""), ("a.tar.gz", ".gz"), ("a.b c", ""), ("a.", "")],
)
def test_suffixes_are_short_and_plain(name: str, suffix: str) -> None:
    assert safe_suffix(name) == suffix


def test_paths_that_only_case_or_form_tells_apart_fold_to_one() -> None:
    assert folded("E1_É.png") == folded("e1_E\u0301.PNG")
    assert folded("E1_a.png") != folded("E2_a.png")


@pytest.mark.parametrize("name", ["con", "NUL.txt", "com1", "LPT9.x", "aux .txt", "COM¹"])
def test_names_that_mean_devices_are_reserved(name: str) -> None:
    assert path_problem(f"data/{name}") == "reserved"


@pytest.mark.parametrize("name", ["console.txt", "common", "com10", "nul_1"])
def test_names_that_only_begin_so_are_not(name: str) -> None:
    assert path_problem(f"data/{name}") == ""


def test_a_path_too_long_for_windows_is_named() -> None:
    assert path_problem("x" * (LONGEST_PATH + 1)) == "long"
