"""Reports and documents written again from the plan files, without planctl's loading, judging or report code.

YAML is read by ruamel.yaml in plain Python, every scalar as text, and CSV by the standard library; docs/vurdering.md
is the source of the judgements. Each module writes the rows of a chapter in bokmål, and a test holds them against the
rendered report, word for word, so that no number can change its meaning. Rows that hold nothing from the plans stand in
`fixed.txt`. Who changes the words of a report changes them here too.
"""
