"""Files that several rules' examples share."""
