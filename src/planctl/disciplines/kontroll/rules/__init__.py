"""The rules on internal control, state inspections and audits for the council: 840–848."""
