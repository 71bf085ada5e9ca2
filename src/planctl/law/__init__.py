"""Dated Norwegian law as pure data: paragraphs, from when each wording holds, and the days it counts."""
