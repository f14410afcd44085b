"""Where somebody is, as far as their clock goes: zones by city, country or name."""
