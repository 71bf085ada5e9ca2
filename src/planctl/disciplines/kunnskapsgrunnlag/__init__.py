"""What plans build on: guidelines from outside, local conditions, what is material, long-term needs, and U4SSC."""

JUDGES = ("føring", "lokalt-forhold", "lida", "planprogram", "u4ssc", "vesentlighetsanalyse", "vesentlighet")
"""The kinds of records without which its rules have nothing to say."""
