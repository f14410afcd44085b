"""Made-up names: a quality and a bird."""

from random import Random

QUALITIES = (
    "Amber", "Bold", "Brave", "Bright", "Calm", "Clear", "Cosy", "Daring", "Dusky", "Early", "Fair", "Frosty",
    "Gentle", "Golden", "Grey", "Hardy", "Hazel", "Humble", "Keen", "Kind", "Lively", "Lofty", "Lucky", "Lunar",
    "Mellow", "Merry", "Misty", "Modest", "Mossy", "Nimble", "Noble", "Patient", "Plucky", "Quiet", "Rainy", "Rusty",
    "Sandy", "Silver", "Snowy", "Solar", "Steady", "Stormy", "Sunny", "Tender", "Tidal", "Velvet", "Warm", "Wild",
    "Windy", "Winter",
)  # fmt: skip
BIRDS = (
    "Avocet", "Bittern", "Blackbird", "Bluetit", "Brant", "Bunting", "Chaffinch", "Coot", "Cormorant", "Crane", "Crow",
    "Curlew", "Dipper", "Dove", "Dunlin", "Dunnock", "Egret", "Eider", "Falcon", "Finch", "Gannet", "Godwit", "Goose",
    "Grebe", "Greenfinch", "Grouse", "Gull", "Harrier", "Heron", "Hoopoe", "Ibis", "Jackdaw", "Jay", "Kestrel",
    "Kingfisher", "Kite", "Kittiwake", "Knot", "Lapwing", "Lark", "Linnet", "Loon", "Magpie", "Mallard", "Martin",
    "Merlin", "Nightjar", "Nuthatch", "Oriole", "Osprey", "Ouzel", "Owl", "Oystercatcher", "Partridge", "Pelican",
    "Petrel", "Pintail", "Pipit", "Plover", "Ptarmigan", "Puffin", "Quail", "Raven", "Redstart", "Robin", "Rook",
    "Ruff", "Sanderling", "Sandpiper", "Shearwater", "Siskin", "Skua", "Skylark", "Snipe", "Sparrow", "Starling",
    "Stork", "Swallow", "Swan", "Swift", "Teal", "Tern", "Thrush", "Treecreeper", "Turnstone", "Wagtail", "Warbler",
    "Waxwing", "Wheatear", "Wigeon", "Woodcock", "Wren",
)  # fmt: skip


def made_up_name(random: Random, taken: frozenset[str] = frozenset()) -> str:
    """Such as "Quiet Heron": new for each vent, unlike any in `taken`.

    With more than half of all names taken a number is added, so that it always ends.
    """
    for _ in range(64):
        name = f"{random.choice(QUALITIES)} {random.choice(BIRDS)}"
        if name not in taken:
            return name
    return f"{random.choice(QUALITIES)} {random.choice(BIRDS)} {len(taken) + 1}"
