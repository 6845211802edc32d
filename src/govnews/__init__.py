"""Reads Chinese government news as it stands on a newspaper page."""
