"""The one road from a world to its diagnostics: registry, pipeline, exemptions, baseline and fixes."""
