"""ROS: what can go wrong, how bad it is, what is done about it, and what risk is left."""

PLACE = 30
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("ros-analyse", "risiko")
"""The kinds of records without which its rules have nothing to say."""
SETTINGS = "ros"
"""Its group in planctl.yaml, which its rules judge too."""
