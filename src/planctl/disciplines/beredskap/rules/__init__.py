"""The rule on exercises of the plans for emergencies: 849."""
