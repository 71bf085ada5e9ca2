"""Files and trees: what lies on disk or in git, before anything is read as YAML."""
