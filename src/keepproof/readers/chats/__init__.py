"""Chats that programs export or people copy: one format a file, chosen by content in `reader`."""
