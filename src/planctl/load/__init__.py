"""From files to plain data: trees of files, YAML with exact positions, schemas."""
