"""The chapters that the disciplines add to the reports, and the documents that are made of chapters alone."""
