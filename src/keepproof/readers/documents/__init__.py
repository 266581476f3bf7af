"""Documents, mails, saved pages and recordings: one format a file."""
