"""Rules on audits, surveys and the observatory."""
