"""Rules on meetings and leaders' dialogues."""
