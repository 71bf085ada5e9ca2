"""Development: innovations on their way from idea to experience, and simplifications judged by five checks."""

JUDGES = ("innovasjon", "forenkling")
"""The kinds of records without which its rules have nothing to say."""
