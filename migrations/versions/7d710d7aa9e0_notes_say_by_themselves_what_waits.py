"""notes say by themselves what waits"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "7d710d7aa9e0"
down_revision: str | None = "3ea9fee88261"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    # not in a batch: SQLite would make the table anew, and whatever hangs on a vent would go with the old one
    op.drop_column("vent", "noted")


def downgrade() -> None:
    op.add_column("vent", sa.Column("noted", sa.INTEGER(), server_default=sa.text("'0'"), nullable=False))
