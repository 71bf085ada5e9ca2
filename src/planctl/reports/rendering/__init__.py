"""Views and templates to Markdown: the sandbox, the filters and the phrases."""
