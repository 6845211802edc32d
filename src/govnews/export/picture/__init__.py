"""The picture of a page: parts of HTML, each made from the model alone; `export/as_html.py` has the verbs."""
