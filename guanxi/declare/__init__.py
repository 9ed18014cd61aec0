"""What an add-on declares: plain typed data. What renders or runs it stands in the rooms above."""
