"""`keepproof demo`: the main job, on the bundled example, in a temporary library."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from keepproof.cli import output
from keepproof.cli.complaints import gather
from keepproof.cli.desk import Desk, pass_desk
from keepproof.readers.sandbox import Sandbox
from keepproof.services import compose_complaint, example
from keepproof.ticket import Ticket


@click.command()
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of the texts; that of the terminal if not given.",
)
@pass_desk
def demo(desk: Desk, lang: str | None) -> None:
    """Print the complaint of the example for every channel.

    The example is opened in a temporary library that is deleted afterwards.
    """
    from keepproof.library.library import Library  # noqa: PLC0415 - `--help` needs no database

    chosen = lang or output.language()
    with (
        tempfile.TemporaryDirectory(prefix="keepproof-demo-") as folder,
        Library.open(Path(folder) / "library") as library,
    ):
        sandbox = Sandbox()
        try:
            order = example.add_example(library, chosen, Ticket(), sandbox).value
        finally:
            sandbox.close()
        facts = gather(desk, library, order)
        count = len(library.evidence.of_order(order.id))
    output.say(
        "示例订单 {number}，{count} 份证据。每个渠道的文本：",
        "Example order {number}, {count} pieces of evidence. The text for every channel:",
        number=order.number,
        count=count,
    )
    for channel in desk.book.channels(order.platform):
        written = compose_complaint.write(facts, channel, chosen)
        counters = written.counters
        unit = ("字", "字节") if chosen == "zh" else ("characters", "bytes")
        head = f"{channel.label.of(chosen)} · {counters.characters} {unit[0]} · {counters.bytes} {unit[1]}"
        output.put(f"\n=== {head}\n{channel.path.of(chosen)}\n")
        output.put(written.text)
