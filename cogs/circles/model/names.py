"""What circles are called: birds that fly together."""

from random import Random

FLOCKS = (
    "Avocets", "Barnacles", "Bee-eaters", "Brants", "Buntings", "Chaffinches", "Choughs", "Coots", "Cranes", "Crows",
    "Curlews", "Doves", "Dunlins", "Eiders", "Finches", "Fieldfares", "Gannets", "Geese", "Godwits", "Golden Plovers",
    "Greenfinches", "Guillemots", "Gulls", "Herons", "House Martins", "Ibises", "Jackdaws", "Kittiwakes", "Knots",
    "Lapwings", "Larks", "Linnets", "Long-tailed Tits", "Loons", "Mallards", "Martins", "Oystercatchers", "Pelicans",
    "Petrels", "Pintails", "Pipits", "Plovers", "Puffins", "Redpolls", "Redwings", "Rooks", "Sanderlings", "Sandpipers",
    "Shearwaters", "Shelducks", "Siskins", "Skylarks", "Sparrows", "Spoonbills", "Starlings", "Storks", "Swallows",
    "Swans", "Swifts", "Teals", "Terns", "Turnstones", "Wagtails", "Waxwings", "Wigeons",
)  # fmt: skip


def flock(random: Random, taken: frozenset[str]) -> str:
    """A name that no circle of the server has; with a number once all are taken."""
    free = [name for name in FLOCKS if name not in taken]
    if free:
        return random.choice(free)
    return next(
        name for number in range(2, len(taken) + 3) for bird in FLOCKS if (name := f"{bird} {number}") not in taken
    )
