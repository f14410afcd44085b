# Setting up. Mood: a helpful colleague; short, no jargon.

cmd-setup-start = Choose where people can let things out; then it is on
cmd-setup-channels = The same in one command, for people who know what they want
    .vent_room = Where people let things out
    .moderators = Where moderators get word
    .wins = Where good news goes

setup-start = Where may people let things out? Choose a text channel that everyone here can read.
    Then a place for the moderators (leave it out if that is just you), and your country, so that the right help lines are shown.
setup-room = The room
setup-place = The moderators' place (may be left out)
setup-country = The country
setup-go = Switch it on
setup-nothing-chosen = Nothing is switched on yet: choose a room first.
# $room: channel id
setup-on = It is on. The way in is now the last message in <#{ $room }>, and `/vent` works everywhere here.
# $channel: channel id
setup-moderators = Moderators get word in <#{ $channel }>.
# $right: Discord's name for it; $place: channel id; $why: what for
setup-missing = 🔴 I lack **{ $right }** in <#{ $place }>, to { $why }. Mend it: long-press the channel → Edit → Permissions → allow it for my role.

# ISO codes in the order they are offered; 25 at most
setup-countries = US CA GB IE AU NZ DE AT CH NL BE FR ES IT PT PL SE NO DK FI IN ZA SG BR XX
country-US = United States
country-CA = Canada
country-GB = United Kingdom
country-IE = Ireland
country-AU = Australia
country-NZ = New Zealand
country-DE = Germany
country-AT = Austria
country-CH = Switzerland
country-NL = Netherlands
country-BE = Belgium
country-FR = France
country-ES = Spain
country-IT = Italy
country-PT = Portugal
country-PL = Poland
country-SE = Sweden
country-NO = Norway
country-DK = Denmark
country-FI = Finland
country-IN = India
country-ZA = South Africa
country-SG = Singapore
country-BR = Brazil
country-XX = Somewhere else

# Discord's own names for rights, as its client shows them
right-name-view_channel = View Channel
right-name-send_messages = Send Messages
right-name-create_public_threads = Create Public Threads
right-name-send_messages_in_threads = Send Messages in Threads
right-name-manage_threads = Manage Threads
right-name-read_message_history = Read Message History

new-here = You can let something out here, under a made-up name or your own, and people answer with a line or a sign that they are with you. Nobody gives advice unless you ask for it. Nothing is asked of you: reading along is fine.
new-vent = Let something out
