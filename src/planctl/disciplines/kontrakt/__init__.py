"""Kontrakt: what others than the municipality deliver, who in the line owns the contract, and what is not kept."""
