"""Rules on samskaping."""
