"""Projects, programmes and portfolios, and the benefits that the line is to realise."""

PLACE = 100
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("prosjekt", "program", "portefølje", "gevinst")
"""The kinds of records without which its rules have nothing to say."""
