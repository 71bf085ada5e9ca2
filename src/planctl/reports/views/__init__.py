"""What reports and documents show, as frozen data without a language, ready for templates and workbooks."""
