"""The schemas: records and references by their annotations, and wrong data as findings."""
