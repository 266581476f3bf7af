"""Bills and order exports: a table opener for CSV and XLSX, one layout a file, chosen in `reader`."""
