"""Records, plan sets and the small types they hold."""
