"""What a record and a published figure are, and where they are kept."""
