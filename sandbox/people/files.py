"""Files that people attach to commands and forms."""

from sandbox.state.model import Attachment
from sandbox.state.world import World


def keep(world: World, name: str, data: bytes, kind: str) -> Attachment:
    """The file, served for as long as the sandbox lives."""
    number = world.ids.make()
    url = f"{world.base}/cdn/ephemeral-attachments/{number}/{name}"
    kept = Attachment(number, name, kind, data, url)
    world.files[number] = kept
    return kept
