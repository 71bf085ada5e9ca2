"""What plans build on: guidelines from outside, local conditions, what is material, long-term needs, and U4SSC."""
