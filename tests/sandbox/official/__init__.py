"""The limits that Discord documents and its API description, tried at their edges."""
