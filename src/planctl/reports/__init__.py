"""Reports: plan set → frozen view → template → Markdown."""
