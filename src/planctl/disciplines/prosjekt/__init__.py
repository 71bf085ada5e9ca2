"""Projects, programmes and portfolios, and the benefits that the line is to realise."""
