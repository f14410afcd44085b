# Wörter, die alle Teile gemeinsam haben. Stimmung: schlicht, kurz, warm. Erst, was ist; dann, was man tun kann. Du, nie Sie.

# $reference: sechs Zeichen, mit denen die Ursache zu finden ist
defect = Bei mir ist etwas kaputtgegangen, nicht bei dir. Sieh nach, ob es geklappt hat, bevor du es wieder versuchst. Passiert es öfter, sag es denen, die diesen Bot betreiben: { $reference }.
# was verlangt wurde, ist eingetragen; nur die Antwort ging schief. $reference wie oben
done-unsaid = Was du getan hast, ist angekommen; nur meine Antwort darauf ging schief, auf meiner Seite. Du brauchst es nicht noch einmal zu tun. Wenn das öfter vorkommt, sag es der Person, die diesen Bot betreibt: { $reference }.
done-database-away = Was du getan hast, ist angekommen. Ich komme gerade nicht an meine Aufzeichnungen und kann dir deshalb noch nicht mehr davon zeigen.
restarting = Ich starte gerade neu. Versuch es bitte in einer Minute noch einmal.
# the database is locked, full or away. What was asked may have been done all the same
database-away = Ich komme gerade nicht an meine Aufzeichnungen. Bitte sieh in einer Minute nach, ob es angekommen ist, und versuch es sonst noch einmal.
database-away-words = Damit nichts verloren geht, hier ist, was du geschrieben hast. Nur du siehst es:
# ein Formular, in dem stehen müsste, was schon da ist
read-too-slowly = Das zu lesen hat mir zu lange gedauert, also blieb alles, wie es ist. Bitte versuch es gleich noch einmal.
# Discord lässt einige Minuten lang keine weiteren öffnen (40003)
dm-too-fast = Gerade wollten viele eine Direktnachricht von mir, und Discord lässt mich immer nur wenige öffnen. Versuch es bitte in zehn Minuten noch einmal; bis dahin wartet in `/my inbox`, was für dich ist.
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
unnamed-few-here = So wenige nutzen das hier, dass ein erfundener Name niemanden verbirgt. Mit deinem Namen geht es.
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
mod-reason = Der Grund, den die Person liest; ohne Wahl: gegen die Regeln hier
mod-reason-attack = Ein persönlicher Angriff
mod-reason-reveals = Es verrät, wer jemand ist
mod-reason-spam = Werbung oder Spam
mod-reason-threat = Drohung oder Hass
mod-reason-rules = Gegen die Regeln hier

which-server = Welcher Server?
server-nameless = Server …{ $end }, dessen Namen ich gerade nicht sehe
which-server-ask = Du kennst mich von mehreren Servern. Um welchen geht es?
nobody-chosen = Es wurde niemand ausgewählt. Bitte wähle eine Person.

preflight = Noch nicht gezeigt. { $count ->
        [one] Eine Sache
        [2] Zwei Dinge
        [3] Drei Dinge
       *[other] { $count } Dinge
    } { $count ->
        [one] könnte
       *[other] könnten
    } zu dir führen: { $found }. Ändere es, oder zeig es, wie es ist: das liegt bei dir. Der Entwurf bleibt 30 Minuten versiegelt, dann ist er weg.
    -# Nach Namen suche ich, so gut es geht; einer kann mir entgehen.
preflight-change = Noch nicht geändert. { $count ->
        [one] Eine Sache
        [2] Zwei Dinge
        [3] Drei Dinge
       *[other] { $count } Dinge
    } { $count ->
        [one] könnte
       *[other] könnten
    } zu dir führen: { $found }. Ändere es, oder zeig es, wie es ist: das liegt bei dir. Bis dahin bleibt dein Beitrag, wie er ist. Der Entwurf bleibt 30 Minuten versiegelt, dann ist er weg.
    -# Nach Namen suche ich, so gut es geht; einer kann mir entgehen.
preflight-by-name = Noch nicht gezeigt. { $count ->
        [one] Eine Sache
        [2] Zwei Dinge
        [3] Drei Dinge
       *[other] { $count } Dinge
    } darin { $count ->
        [one] könnte
       *[other] könnten
    } privat sein: { $found }. Ändere es, oder zeig es, wie es ist: das liegt bei dir. Der Entwurf bleibt 30 Minuten versiegelt, dann ist er weg.
finding-email = eine Adresse
finding-phone = eine Telefonnummer
finding-link = ein Link
finding-handle = ein Benutzername
finding-person = ein Name
finding-company = ein Arbeitgeber
finding-date = ein genaues Datum
finding-member = der Name von jemandem hier
crisis = Manche dieser Worte können bedeuten, dass jemand in Gefahr ist. Ich bin ein Programm und kann mich irren. Wenn es so sein könnte, redet jetzt ein Mensch mit dir: **{ $line }**. Anderswo: { $directory }. Dein Beitrag ist hier 30 Minuten sicher, und ich habe niemandem etwas gesagt.
    -# Die Moderation arbeitet ehrenamtlich. Es kann Stunden dauern.
crisis-words = Manche dieser Worte können bedeuten, dass jemand in Gefahr ist. Ich bin ein Programm und kann mich irren. Wenn es so sein könnte, redet jetzt ein Mensch mit dir: **{ $line }**. Anderswo: { $directory }. Deine Worte sind hier 30 Minuten sicher, und ich habe niemandem etwas gesagt.
    -# Die Moderation arbeitet ehrenamtlich. Es kann Stunden dauern.
# a word of the server's own list stands in it too; $word: that word
crisis-listed = Außerdem zeigt dieser Server keine Texte, in denen „{ $word }“ steht: das müsste sich vorher ändern.
crisis-line = { $name }, { $number }, { $hours }
crisis-nowhere = Manche dieser Worte können bedeuten, dass jemand in Gefahr ist. Ich bin ein Programm und kann mich irren. Wenn es so sein könnte, redet jetzt ein Mensch mit dir: **das Hilfstelefon für dein Land** findest du bei { $directory }. Bei Gefahr jetzt gleich: der Notruf dort, wo du bist. Dein Beitrag ist hier 30 Minuten sicher, und ich habe niemandem etwas gesagt.
    -# Die Moderation arbeitet ehrenamtlich. Es kann Stunden dauern.
crisis-words-nowhere = Manche dieser Worte können bedeuten, dass jemand in Gefahr ist. Ich bin ein Programm und kann mich irren. Wenn es so sein könnte, redet jetzt ein Mensch mit dir: **das Hilfstelefon für dein Land** findest du bei { $directory }. Bei Gefahr jetzt gleich: der Notruf dort, wo du bist. Deine Worte sind hier 30 Minuten sicher, und ich habe niemandem etwas gesagt.
    -# Die Moderation arbeitet ehrenamtlich. Es kann Stunden dauern.
draft-post = So zeigen, wie es ist
draft-name = Mit meinem Namen
draft-safe = Ich bin in Sicherheit, zeig es
draft-safe-own = Ich bin in Sicherheit, behalte es
draft-drop-own = Nicht behalten
draft-dropped-own = Weg. Es wurde nichts behalten.
# for what goes to moderators, or from them
draft-drop-sent = Nicht abschicken
draft-dropped-sent = Weg. Nichts wurde abgeschickt.
draft-drop-change = Lassen, wie es war
draft-dropped-change = Es wurde nichts geändert: dein Beitrag bleibt, wie er ist.
draft-moderator = Mit Moderation reden, ohne Namen
text-word-list = Dieser Server zeigt keine Texte, in denen „{ $word }“ steht. Deine Worte bewahre ich 30 Minuten auf, damit du sie ändern kannst.
text-empty = Da stand noch nichts. Ein halber Satz genügt.
text-too-long = Das waren { $given } Zeichen, und { $most } passen hinein. Deine Worte bewahre ich 30 Minuten auf.
draft-gone = Diese Worte sind weg: du hast sie seitdem geändert oder abgeschickt, oder die 30 Minuten sind um.
draft-kept = Deine Worte bewahre ich 30 Minuten auf.
draft-change = Ändern
draft-drop = Nicht zeigen
draft-dropped = Weg. Es wurde nichts gezeigt.

# eine Datei, die jemand mit einem Formular gegeben hat. $most: Kilobyte
file-missing = Die Datei kam nicht bei mir an. Gib sie mir bitte noch einmal; nichts wurde geändert.
file-too-big = Diese Datei ist zu groß: höchstens { $most } KB. Nichts wurde geändert.

# $right: wie Discord das Recht nennt; $place: Nummer eines Kanals
right-missing = Mir fehlt das Recht **{ $right }** in <#{ $place }>, darum geht das gerade nicht. Die Leute, die diesen Server leiten, wissen Bescheid.
right-missing-somewhere = Discord lässt mich das hier nicht. Die Leute, die diesen Server leiten, können mit `/setup doctor` nachsehen.
threads-full = Auf diesem Server sind so viele Threads offen, wie Discord erlaubt, darum ist gerade kein Platz für einen weiteren. Die Leute, die ihn leiten, wissen Bescheid.

# Discords eigene Namen für Rechte, wie sie im deutschen Client stehen
right-name-view_channel = Kanal ansehen
right-name-send_messages = Nachrichten senden
right-name-create_public_threads = Öffentliche Threads erstellen
right-name-create_private_threads = Private Threads erstellen
right-name-send_messages_in_threads = Nachrichten in Threads senden
right-name-manage_threads = Threads verwalten
right-name-manage_messages = Nachrichten verwalten
right-name-read_message_history = Nachrichtenverlauf anzeigen
right-name-embed_links = Links einbetten
right-name-attach_files = Dateien anhängen
right-name-add_reactions = Reaktionen hinzufügen
right-name-mention_everyone = @everyone, @here und alle Rollen erwähnen
right-name-manage_roles = Rollen verwalten
right-name-manage_channels = Kanäle verwalten
