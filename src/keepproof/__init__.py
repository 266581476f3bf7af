"""KeepProof · 留证 keeps the proof of online orders and writes the complaint that rests on it."""

__version__ = "0.1.0"
