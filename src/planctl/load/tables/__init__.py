"""Tables that plan files hold or name: measured values and monthly figures."""
