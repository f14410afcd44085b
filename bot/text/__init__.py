"""Every sentence: Fluent catalogues per feature, and the descriptions of commands."""
