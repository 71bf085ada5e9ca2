"""ROS: what can go wrong, how bad it is, what is done about it, and what risk is left."""
