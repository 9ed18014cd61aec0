"""Lists and forms as plain data, built from declarations: what to show, not how it looks."""
