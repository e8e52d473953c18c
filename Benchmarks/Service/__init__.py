"""The benchmark of the HTTP service: what is measured, against whom, and how. Started by ../service.py."""
