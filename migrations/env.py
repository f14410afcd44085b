"""How Alembic runs: on the connection it is handed, inside that connection's transaction."""

from alembic import context

from bot.data.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
