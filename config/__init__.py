"""What the operator chooses: settings, help lines, word lists."""
