"""Setting a server up, tried by people who manage it and by people who do not."""
