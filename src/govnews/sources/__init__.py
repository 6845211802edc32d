"""From a file to the text of a page, and what the file says of itself."""
