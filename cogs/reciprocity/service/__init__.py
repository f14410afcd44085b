"""What can be done with a balance, and what the ledger answers."""
