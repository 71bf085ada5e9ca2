"""Development: innovations on their way from idea to experience, and simplifications judged by five checks."""
