"""Avvik and what is learned of them: reports of what went wrong or could be better, and ledelsens gjennomgang."""

PLACE = 40
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("avvik", "ledelsens-gjennomgang", "lederbeslutning")
"""The kinds of records without which its rules have nothing to say."""
SETTINGS = "avvik"
"""Its group in planctl.yaml, which its rules judge too."""
