"""Room 4, kinds: the facts of an article to its kind. Its verb is `judge.judge`."""
