"""Exports: from the model alone, one format a file."""
