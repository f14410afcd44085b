"""The made-up community that lives in the sandbox, and the process that puts sandbox, community and bot together."""
