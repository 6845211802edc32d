"""Room 3, mentions: text to figures and times. Its verb is `find.find`."""
