"""A local Discord on loopback: gateway, REST, people and a page. Imports nothing of ours."""
