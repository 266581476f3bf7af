"""Papers: the same content as PDF and as Word document."""
