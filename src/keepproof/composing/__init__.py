"""Facts become a complaint and its text; pure and deterministic."""
