"""Room 1, layout: page text to drafts of articles. Its verb is `build.draft_page`."""
