"""Giving as much as one gets: a balance that only its owner sees, and figures of a group without people in them."""
