"""Projects, programmes and portfolios, and the benefits that the line is to realise."""

JUDGES = ("prosjekt", "program", "portefølje", "gevinst")
"""The kinds of records without which its rules have nothing to say."""
