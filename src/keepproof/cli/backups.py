"""`keepproof backup` and `keepproof restore`: a whole library in one file, and back."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from keepproof import settings
from keepproof.cli import output
from keepproof.cli.desk import Desk, pass_desk
from keepproof.errors import KnownError
from keepproof.library.backups.manifest import Contents, Fault, Manifest
from keepproof.paths import user_paths
from keepproof.services import back_up, carried_settings
from keepproof.services import restore as restoring
from keepproof.services.restore import OpenedBackup, Restored
from keepproof.ticket import Ticket

PASSPHRASE = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    help="File whose first line is the passphrase; - reads it from standard input.",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print data as JSON.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@PASSPHRASE
@AS_JSON
@pass_desk
def backup(desk: Desk, file: Path, passphrase_file: Path | None, *, as_json: bool) -> int:
    """Write the whole library into one file.

    That is the catalogue, the originals, the trash, your own rules and the data for signed texts. FILE is replaced only by a backup that is whole and was read back. With a passphrase it is encrypted; who loses the
    passphrase loses the backup. Ends with 1 when an original was missing, changed or unreadable; it is named, and
    all the rest is backed up.
    """
    passphrase = _passphrase(passphrase_file)
    extras = carried_settings.pack(desk.settings, user_paths().knowledge)
    with desk.library(create=False) as library:
        done = back_up.back_up(library, file, extras, Ticket(), passphrase).value
    contents, faults = done.manifest.contents, done.manifest.faults
    if as_json:
        output.put_json(
            {
                "path": str(done.path),
                "size": done.size,
                "encrypted": done.encrypted,
                **_manifest_json(done.manifest),
            }
        )
    output.say(
        "已备份 {orders} 个订单、{evidence} 件证据，并重新读取核对无误：{path}",
        "Backed up {orders} orders and {evidence} pieces of evidence, read back and compared: {path}",
        orders=contents.orders,
        evidence=contents.evidence,
        path=output.clean(str(done.path)),
    )
    _say_faults(faults)
    return 1 if faults else 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="New or empty folder for the library; needed without --check.",
)
@PASSPHRASE
@click.option("--check", is_flag=True, help="Read and compare the whole backup, write nothing.")
@click.option(
    "--replace",
    is_flag=True,
    help="Where DIR holds a library: keep that one beside it under another name.",
)
@click.option("--no-settings", is_flag=True, help="Do not fill empty settings from the backup.")
@AS_JSON
def restore(
    file: Path,
    folder: Path | None,
    passphrase_file: Path | None,
    *,
    check: bool,
    replace: bool,
    no_settings: bool,
    as_json: bool,
) -> None:
    """Bring a library back from the backup FILE.

    Nothing is overwritten: DIR must be new or empty, and settings are only filled where they are empty here.
    """
    if folder is None and not check:
        raise click.UsageError(output.worded("restore.into_needed"))
    opened = restoring.open_backup(file, _passphrase(passphrase_file))
    done = None
    if check or folder is None:
        restoring.check(opened, Ticket())
    else:
        done = restoring.restore(opened, folder.absolute(), Ticket(), _now, replace=replace)
        if not no_settings:
            _take_settings(done)
    if as_json:
        output.put_json(_restored_json(opened, done, checked=check))
    _say_restored(opened, done)


def _now() -> datetime:
    return datetime.now().astimezone()


def _passphrase(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        data = sys.stdin.buffer.readline() if str(file) == "-" else file.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("backup.passphrase_unreadable", name=str(file)) from error
    line = (text.splitlines() or [""])[0]
    if not line:
        raise KnownError("backup.empty_passphrase")
    return line


def _take_settings(done: Restored) -> None:
    paths = user_paths()
    here = settings.load(paths.settings)
    taken = carried_settings.take_over(done.extras, here, paths.knowledge)
    if taken.settings:
        settings.save(carried_settings.changed(here, taken), paths.settings)


def _say_restored(opened: OpenedBackup, done: Restored | None) -> None:
    contents = opened.manifest.contents
    if done is None:
        output.say(
            "备份完好：{orders} 个订单、{evidence} 件证据，写于 {at}。",
            "The backup is whole: {orders} orders, {evidence} pieces of evidence, written {at}.",
            orders=contents.orders,
            evidence=contents.evidence,
            at=output.clean_moment(opened.manifest.made_at),
        )
    else:
        output.say(
            "已恢复 {orders} 个订单、{evidence} 件证据：{path}",
            "Restored {orders} orders and {evidence} pieces of evidence: {path}",
            orders=contents.orders,
            evidence=contents.evidence,
            path=output.clean(str(done.folder)),
        )
        if done.aside is not None:
            output.say(
                "原来的证据库保留在 {path}",
                "The library that was there is kept at {path}",
                path=output.clean(str(done.aside)),
            )
    _say_faults(opened.manifest.faults)


def _say_faults(faults: tuple[Fault, ...]) -> None:
    for one in faults:
        names = output.clean("、".join(one.names) or one.path)
        click.echo(output.worded(f"backup.fault_{one.state}", {"names": names}), err=True)


def _restored_json(opened: OpenedBackup, done: Restored | None, *, checked: bool) -> dict[str, Any]:
    return {
        "checked": checked,
        "encrypted": bool(opened.identity),
        "size": opened.size,
        **_manifest_json(opened.manifest),
        "folder": str(done.folder) if done else None,
        "aside": str(done.aside) if done and done.aside else None,
    }


def _manifest_json(manifest: Manifest) -> dict[str, Any]:
    return {
        "made_at": manifest.made_at,
        "program": manifest.program,
        "schema": manifest.schema,
        "library": manifest.library,
        "contents": _contents_json(manifest.contents),
        "files": len(manifest.files),
        "faults": [
            {"path": one.path, "state": one.state, "names": list(one.names)}
            for one in manifest.faults
        ],
    }


def _contents_json(contents: Contents) -> dict[str, Any]:
    return {
        "orders": contents.orders,
        "evidence": contents.evidence,
        "disputes": contents.disputes,
        "trashed": contents.trashed,
        "bytes": contents.bytes,
        "latest": contents.latest or None,
    }
