"""Words every room may use: ids, clocks, facts, questions, refusals. Standard library only."""
