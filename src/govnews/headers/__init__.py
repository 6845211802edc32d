"""Room 2, headers: text to headers. Its verb is `find.find`."""
