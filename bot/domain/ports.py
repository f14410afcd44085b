"""Questions one feature asks and others answer now. Named in manifests, wired at start.

At the eighth, look for a missing fact.
"""
