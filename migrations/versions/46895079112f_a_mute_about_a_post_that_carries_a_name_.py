"""a mute about a post that carries a name by now"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "46895079112f"
down_revision: str | None = "2aa934c86087"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# what stood beside the key of somebody who has shown their name since
_UNTIED = (
    "UPDATE line SET writer_id = (SELECT author_id FROM vent WHERE vent.id = line.vent_id), writer_ref = NULL "
    "WHERE kind = 'reply' AND writer_ref IS NOT NULL "
    "AND vent_id IN (SELECT id FROM vent WHERE author_id IS NOT NULL)",
    "UPDATE vent_clock SET author_id = (SELECT author_id FROM vent WHERE vent.id = vent_clock.vent_id), "
    "author_ref = NULL, shown = 'open' "
    "WHERE author_ref IS NOT NULL AND vent_id IN (SELECT id FROM vent WHERE author_id IS NOT NULL)",
    "UPDATE care_talk SET vent_id = NULL, room_id = NULL, message_id = NULL "
    "WHERE EXISTS (SELECT 1 FROM vent WHERE author_id IS NOT NULL AND vent.message_id = care_talk.message_id)",
    "UPDATE mute SET room_id = NULL, message_id = NULL "
    "WHERE EXISTS (SELECT 1 FROM vent WHERE author_id IS NOT NULL AND vent.message_id = mute.message_id)",
    "UPDATE mod_log SET room_id = NULL, message_id = NULL "
    "WHERE EXISTS (SELECT 1 FROM vent WHERE author_id IS NOT NULL AND vent.message_id = mod_log.message_id)",
    "UPDATE post_state SET hide_act = NULL, until_ms = until_ms - until_ms % 86400000 WHERE hidden = 0 "
    "AND EXISTS (SELECT 1 FROM vent WHERE author_id IS NOT NULL AND vent.message_id = post_state.message_id)",
)  # fmt: skip


def upgrade() -> None:
    with op.batch_alter_table("mute", schema=None) as batch_op:
        batch_op.alter_column("room_id", existing_type=sa.BIGINT(), nullable=True)
        batch_op.alter_column("message_id", existing_type=sa.BIGINT(), nullable=True)
    for statement in _UNTIED:
        op.execute(statement)


def downgrade() -> None:
    # a mute must go on holding: no post has the number 0
    op.execute("UPDATE mute SET room_id = 0, message_id = 0 WHERE message_id IS NULL")
    with op.batch_alter_table("mute", schema=None) as batch_op:
        batch_op.alter_column("message_id", existing_type=sa.BIGINT(), nullable=False)
        batch_op.alter_column("room_id", existing_type=sa.BIGINT(), nullable=False)
