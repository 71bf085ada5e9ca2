"""Rules on hearings, meetings and leaders' dialogues."""
