"""The rules on projects and benefits."""
