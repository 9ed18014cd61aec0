"""What users have on their desks: saved views, preferences, notes, to-dos and notifications."""
