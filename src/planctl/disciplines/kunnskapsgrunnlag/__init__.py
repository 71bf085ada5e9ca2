"""What plans build on: guidelines from outside, local conditions, what is material, long-term needs, and U4SSC."""

PLACE = 180
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("føring", "lokalt-forhold", "lida", "planprogram", "u4ssc", "vesentlighetsanalyse", "vesentlighet")
"""The kinds of records without which its rules have nothing to say."""
