# Wörter, die alle Teile gemeinsam haben. Stimmung: schlicht, kurz, warm. Erst, was ist; dann, was man tun kann. Du, nie Sie.

# $reference: sechs Zeichen, mit denen die Ursache zu finden ist
defect = Bei mir ist etwas kaputtgegangen, nicht bei dir. Nichts, was du geschrieben hast, wurde weitergegeben. Wenn es wieder passiert, sag den Leuten Bescheid, die diesen Bot betreiben: { $reference }.
restarting = Ich starte gerade neu. Versuch es bitte in einer Minute noch einmal.
press-unknown = Dieser Knopf stammt von einer älteren Fassung von mir, und ich kenne ihn nicht mehr. Der neueste tut dasselbe.
command-unknown = Diesen Befehl kenne ich nicht mehr. Vielleicht zeigt Discord noch eine alte Liste; `/help` hat die neue.
only-in-server = Das geht auf einem Server, nicht in Direktnachrichten.
needs-manage-server = Das ist für Leute, die den Server verwalten dürfen.

inbox-waits = In `/my inbox` wartet etwas auf dich.

cmd-my = Deine eigene Seite: nur du siehst sie
cmd-setup = Alles auf diesem Server einrichten
cmd-mod = Für die Moderation

stop-messages = Diese Nachrichten beenden

needs-moderator = Das ist für die Leute, die hier moderieren.

# $when: ein Zeitpunkt; $reason: einer der fünf Gründe unten
unnamed-muted = Du kannst hier bis { $when } nichts ohne Namen schreiben. Der Grund der Moderation: { $reason ->
        [attack] ein persönlicher Angriff
        [reveals] es verrät, wer jemand ist
        [spam] Werbung oder Spam
        [threat] Drohung oder Hass
       *[rules] es verstößt gegen die Regeln hier
    }. Mit deinem Namen geht es; `/care` erreicht die Moderation auch ohne ihn.
unnamed-resting = Das Schreiben ohne Namen ruht hier bis { $when }, für alle. Es liegt nicht an dir. Du kannst deinen Namen nehmen oder später wiederkommen.

mod-hide = Ausblenden
mod-hide-all = Alles von dieser Person ausblenden
mod-mute-1 = 1 Tag stumm
mod-mute-7 = 7 Tage stumm
mod-mute-30 = 30 Tage stumm
mod-lock = Schließen
mod-reach = Anschreiben
mod-brake = Bremse
mod-undo = Rückgängig
mod-report = Melden
mod-reason = Der Grund, den die Person liest
mod-reason-attack = Ein persönlicher Angriff
mod-reason-reveals = Es verrät, wer jemand ist
mod-reason-spam = Werbung oder Spam
mod-reason-threat = Drohung oder Hass
mod-reason-rules = Gegen die Regeln hier

which-server = Welcher Server?
which-server-ask = Du kennst mich von mehreren Servern. Um welchen geht es?
nobody-chosen = Es wurde niemand ausgewählt. Bitte wähle eine Person.
