# Einrichten. Stimmung: eine hilfsbereite Kollegin; kurz, ohne Fachwörter. Du, nie Sie.

cmd-setup-start = Wählen, wo man hier etwas loswerden kann; dann ist es an
cmd-setup-channels = Dasselbe in einem Befehl, für alle, die wissen, was sie wollen
    .vent_room = Wo man etwas loswerden kann
    .moderators = Wo die Moderation Bescheid bekommt
    .wins = Wo gute Nachrichten stehen
cmd-setup-features = Was hier an ist
cmd-setup-roles = Wer moderiert, wer nichts sucht, welche Rolle angepingt werden darf
cmd-setup-resources = Eure eigenen Hilfenummern, gezeigt vor denen eures Landes
cmd-setup-words = Wörter, die hier in keinem Beitrag stehen dürfen
cmd-setup-export = Eine Kopie der Einstellungen, und eine hereinholen
cmd-setup-reset = Von vorn beginnen: vergessen, was hier gewählt wurde

## Der erste Schritt

setup-start = **Wo kann man hier etwas loswerden?** Wähle einen Textkanal, den hier alle lesen können, und euer Land, damit die richtigen Hilfenummern gezeigt werden.
    Zuletzt, wo die Moderation Bescheid bekommt: mit der Wahl eines Kanals ist es an. Ohne ihn geht Bescheid an die Person, der der Server gehört.
setup-room = Der Raum
setup-country = Das Land
setup-country-more = Das Land, wenn es oben nicht steht
setup-place = Moderation bekommt Bescheid in … (schaltet ein)
setup-go = Einschalten
setup-go-me = Einschalten, ohne eigenen Kanal
setup-make = Einen neuen Raum dafür anlegen
setup-room-name = loswerden
setup-room-topic = Hier kann man etwas loswerden, mit oder ohne Namen. Der Knopf unten ist der Eingang.
setup-make-taps = -# Noch kein Raum dafür? Ich darf hier keinen anlegen. Tippe auf den Namen des Servers → Kanal erstellen → Text, benenne ihn und komm zu dieser Liste zurück.
setup-room-gone = Diesen Kanal gibt es nicht mehr. Bitte wähle einen anderen.
setup-not-seen = Ich sehe diesen Server gerade nicht. Versuch es bitte in einer Minute noch einmal.

## Der zweite Schritt

setup-nothing-chosen = Noch ist nichts an: wähle zuerst einen Raum.
setup-on = Es ist an. Der Eingang ist jetzt die letzte Nachricht in <#{ $room }>, und `/vent` geht hier überall.
setup-closed = Deine Wahl ist gespeichert, aber den Eingang kann ich noch nicht in <#{ $room }> stellen. Nichts ist verloren: behebe, was unten steht, und drücke dann *Noch einmal prüfen*.
setup-moderators = Die Moderation bekommt Bescheid in <#{ $channel }>.
setup-moderators-owner = Bescheid für die Moderation geht an die Person, der der Server gehört. Unter *Mehr* gibt es auch dafür einen Kanal.
setup-moderators-open = 🟡 Hier können alle <#{ $channel }> lesen, also läsen alle, was für die Moderation ist. Ein privater Kanal ist besser.
setup-missing = 🔴 Mir fehlt **{ $right }** in <#{ $place }>, um { $why }. So geht es: lange auf den Kanal drücken → Bearbeiten → Berechtigungen → meiner Rolle erlauben.
setup-read-only = Selbst schreiben kann man in diesem Raum nicht. Das ist in Ordnung: der Knopf schreibt für alle, und Antworten trage ich hinein.
setup-go-there = Dorthin
setup-mend = Behebe es für mich
setup-cannot-mend = Discord hat mich nicht gelassen. Mit den Schritten oben geht es.
setup-check = Noch einmal prüfen
setup-change = Das ändern
setup-more = Mehr
right-word = der Moderation Bescheid zu geben

## Mehr

setup-more-head = **Alles andere**, wann immer du magst. Für einen guten Anfang braucht es nichts davon.
setup-more-features = Was an ist
setup-more-places = Räume und Orte
setup-more-roles = Rollen
setup-more-words = Wörter
setup-more-resources = Hilfenummern
setup-more-cheers = Zeichen
setup-more-hours = Tageszeit
setup-more-small = Eine sehr kleine Gruppe
setup-small = **Solange weniger als { $few } Menschen mitlesen** oder mich nutzen
    Dann reichen wenige Worte, um zu wissen, von wem sie sind. Deshalb kann man nur unter dem eigenen Namen schreiben, und wer liest, weiß das.
setup-few-off = Ein erfundener Name wird nicht angeboten.
setup-few-on = Ein erfundener Name wird nach dem eigenen angeboten, mit dem Satz, dass die anderen leicht erraten können, wer es war.
setup-small-on = Trotzdem anbieten
setup-small-off = Nicht anbieten
setup-hours = Wann hier Tag ist
setup-hours-zone = Wo sind die meisten von euch?
    .description = Bei 25 bis 39 Leuten wird die gewählte Rolle nur tags angepingt. Leer: wie die Zuhörenden leben.
    .placeholder = Eine Stadt oder Zeitzone, etwa München oder Europe/Berlin
setup-day-opens = Von
setup-day-closes = Bis
setup-hours-kept = { $always ->
        [1] Hier ist zu jeder Stunde Tag
       *[0] Hier ist Tag von { $opens } bis { $closes }, nach der Uhr in { $zone }
    }. Dann wird die Rolle für wartende Beiträge angepingt, wenn die Gruppe nicht groß genug ist, um es jederzeit zu tun.
setup-hours-usual = Hier ist Tag, wenn für die meisten Zuhörenden Tag ist, von 09:00 bis 21:00.
setup-hours-several = „{ $typed }“ kann mehrere Orte meinen, etwa { $some }. Tippe bitte noch einmal auf *Tageszeit* und nenne einen Ort davon.
setup-hours-unknown = „{ $typed }“ kenne ich nicht. Eine große Stadt geht, oder eine Zeitzone wie Europe/Berlin. Tippe bitte noch einmal auf *Tageszeit*.
setup-more-copy = Eine Kopie von allem
setup-more-reset = Von vorn beginnen
setup-more-doctor = Nachsehen, was fehlt
setup-back = Zurück
setup-kept = Gespeichert.
setup-change-it = Ändern

setup-features = **Was hier an ist.** Befehle kommen und gehen damit, innerhalb einer Minute. Check-ins und die eigene Seite gehen auch ohne das.
setup-is-on = an
setup-is-off = aus
setup-switch-on = Einschalten
setup-switch-off = Ausschalten
setup-lacks = Im Raum fehlt mir: { $rights }
setup-feature-silent = Bringt eigene Befehle mit.
setup-feature-unknown = Das kenne ich nicht mehr. Die Liste hinter *Mehr* zeigt, was es gibt.
setup-now-on = **{ $name }** ist an. Die Befehle erscheinen innerhalb einer Minute.
setup-now-off = **{ $name }** ist aus. Weggeworfen wird nichts; du kannst es jederzeit wieder einschalten.
setup-no-room-yet = Es braucht einen Raum: wähle einen unter *Räume und Orte*.

setup-places = { $count ->
        [0] **Räume.** Noch gibt es keinen: wähle unten einen.
        [one] **Räume.** Es gibt einen. Mehrere sind möglich, etwa je Sprache oder Beruf.
       *[other] **Räume.** Es gibt { $count }. Was jemand anderswo mit `/vent` schreibt, geht in den ersten.
    }
setup-place-gone = ein Kanal, den es nicht mehr gibt
setup-room-add = Noch ein Raum
setup-room-drop = Ein Raum weniger
setup-room-added = In <#{ $room }> ist jetzt der Eingang.
setup-room-dropped = Der Eingang verschwindet dort. Was geschrieben ist, bleibt, bis seine Zeit um ist.
setup-rooms-full = Mehr als { $most } Räume kann ich nicht behalten. Nimm zuerst einen heraus.
setup-rooms-last = Das ist der einzige Raum. Wähle zuerst einen anderen, oder schalte es unter *Was an ist* aus.
setup-place-moderators = Wo die Moderation Bescheid bekommt
setup-wins = Gute Nachrichten stehen in <#{ $channel }>.
setup-place-wins = Wo gute Nachrichten stehen (darf leer sein)

setup-roles = **Wer ist wer.** Zuerst: wer moderiert, neben allen, denen Discord es erlaubt. Dann: wer *nichts* sucht, etwa Leute, die einstellen; ich warne dich, wo sie mitlesen können. Zuletzt: eine Rolle, die man sich selbst gibt; sie wird angepingt, wenn ein Beitrag ein paar Worte brauchen könnte.
setup-role-moderators = Wer moderiert
setup-role-seekers = Wer nichts sucht
setup-role-ping = Wer angepingt werden will (eine Rolle)
setup-roles-gone = { $count ->
        [one] Eine gewählte Rolle gibt es nicht mehr.
       *[other] { $count } gewählte Rollen gibt es nicht mehr.
    }
setup-roles-everyone = @everyone geht hier nicht: das hieße der ganze Server. Nichts wurde geändert.
setup-roles-many = Höchstens { $most } Rollen. Nichts wurde geändert.
setup-role-unheard = 🟡 Ich darf <@&{ $role }> nicht anpingen. So geht es: Servereinstellungen → Rollen → diese Rolle → allen erlauben, sie zu erwähnen.

## Wörter

setup-words = { $count ->
        [0] **Wörter.** Noch gibt es keine Liste. Ein Text mit einem Wort daraus erscheint nicht, und wer ihn schrieb, erfährt, welches es war.
        [one] **Wörter.** Ein Eintrag. Tippe darauf, um ihn zu lesen.
       *[other] **Wörter.** { $count } Einträge. Tippe darauf, um sie zu lesen.
    }
setup-words-rest = { $count ->
        [one] Und noch einer; in der Kopie stehen alle.
       *[other] Und noch { $count }; in der Kopie stehen alle.
    }
setup-words-add = Wörter hinzufügen
setup-words-drop = Wörter herausnehmen
setup-words-label = Ein Eintrag je Zeile
setup-words-form = Ein Wort oder mehrere. Ein * am Ende steht für beliebige Buchstaben: spam* meint auch Spammer.
setup-words-form-drop = So, wie sie in der Liste stehen. Andere werden übergangen.
setup-words-empty = Es stand nichts darin.
setup-words-added = { $count ->
        [0] Keiner kam dazu.
        [one] Einer kam dazu.
       *[other] { $count } kamen dazu.
    }{ $known ->
        [0] { "" }
        [one] { " " }Einer war schon da.
       *[other] { " " }{ $known } waren schon da.
    }
setup-words-dropped = { $count ->
        [0] Keiner wurde herausgenommen.
        [one] Einer wurde herausgenommen.
       *[other] { $count } wurden herausgenommen.
    }{ $unknown ->
        [0] { "" }
        [one] { " " }Einer stand nicht in der Liste.
       *[other] { " " }{ $unknown } standen nicht in der Liste.
    }
setup-word-long = „{ $entry }“ ist länger als { $most } Zeichen.
setup-word-letter = In „{ $entry }“ steht „{ $letter }“. Nur schlichte Wörter; ein \* steht für beliebige Buchstaben.
setup-word-empty = Ein Eintrag ist leer.
setup-word-many = „{ $entry }“ hat mehr als { $most } Wörter.
setup-word-place = „{ $entry }“: ein \* kann am Anfang oder Ende eines Wortes stehen, mit Buchstaben daneben.
setup-word-short = „{ $entry }“ hielte zu viel auf. Es braucht { $most } Buchstaben neben einem \*.
setup-word-bare = „{ $entry }“ hat keine Buchstaben.
setup-word-full = „{ $entry }“: die Liste ist voll.
setup-word-stars = „{ $entry }“: mehr Einträge dürfen nicht mit einem \* beginnen.
setup-word-wide = „{ $entry }“ hielte fast jeden Beitrag auf.
setup-words-others = { $count ->
        [one] Und noch einer von dieser Art.
       *[other] Und noch { $count } von dieser Art.
    }

## Hilfenummern

setup-resources = { $count ->
        [0] **Hilfenummern.** Ihr könnt eure eigenen aufschreiben: Seelsorge, eine Stelle im Betrieb, jemand in der Nähe. Sie stehen zuerst, bei `/care` und wenn Worte nach Gefahr klingen.
       *[other] **Hilfenummern.** Eure stehen zuerst, bei `/care` und wenn Worte nach Gefahr klingen:
    }
setup-resources-usual = Danach: { $lines }
setup-resource-add = Eine hinzufügen
setup-resource-drop = Eine herausnehmen
setup-resources-full = Mehr als { $most } kann man in Not nicht aufnehmen. Nimm zuerst eine heraus.
setup-resource-short = Es braucht einen Namen und einen Weg, sie zu erreichen. Nichts wurde geändert.
setup-resource-url = Die Adresse muss mit https:// beginnen und vollständig sein. Nichts wurde geändert.
setup-line-name = Wer antwortet
    .description = So, wie man sie kennt
setup-line-reach = Wie man sie erreicht
    .description = Eine Nummer oder ein paar Worte. Probier es einmal aus: heute Abend könnte sie jemand brauchen.
setup-line-hours = Wann
    .description = Zum Beispiel: Mo–Fr 9–17. Darf leer bleiben.
setup-line-url = Eine Adresse
    .description = Beginnt mit https://. Darf leer bleiben.
setup-line-kept = Gespeichert. Von jetzt an liest man sie.

## Zeichen

setup-cheers = **Zeichen**: die drei unter jedem Beitrag. Man schickt sie mit einem Tippen, also warm und schlicht.
setup-cheers-laugh = Nur wo jemand Aufmunterung wollte: { $laugh }
setup-cheers-change = Ändern
setup-cheers-usual = Die üblichen
setup-cheers-kept = Gespeichert. Neue Beiträge haben sie.
setup-cheer = Zeichen { $number }
    .description = Ein Emoji, ein Leerzeichen, ein paar Worte: 🫂 Bin bei dir
setup-laugh = Ein Lachen
    .description = Nur wo jemand Aufmunterung wollte. Darf leer bleiben.
setup-cheer-no-emoji = „{ $typed }“ beginnt nicht mit einem Emoji, das jedes Telefon hat. Schreib ein Emoji, ein Leerzeichen und ein paar Worte. Nichts wurde geändert.
setup-cheer-label = Nach { $emoji } braucht es ein paar Worte, höchstens { $most } Zeichen. Nichts wurde geändert.
setup-cheers-twice = Jedes Emoji kann nur für ein Zeichen stehen. Nichts wurde geändert.

## Eine Kopie, und von vorn

setup-copy = **Eine Kopie** enthält alles, was hier gewählt wurde: Orte, was an ist, Rollen, Wörter, Hilfenummern, Zeichen. Niemandes Name und niemandes Worte stehen darin. Behalte sie, oder nimm sie auf einen anderen Server mit.
setup-copy-take = Eine Kopie nehmen
setup-copy-bring = Eine Kopie hereinholen
setup-copy-here = Was hier gewählt wurde. Niemandes Name und niemandes Worte stehen darin; die Wörterliste schon.
setup-copy-file = Die Datei
    .description = So, wie sie hier oder anderswo geschrieben wurde. Nichts ändert sich, ehe du es sagst.
setup-copy-unreadable = Diese Datei kann ich nicht lesen: sie ist nicht ganz, oder ein anderes Programm hat sie verändert. Nichts wurde geändert.
setup-copy-other = Das ist keine Kopie von Einstellungen eines Servers. Nichts wurde geändert.
setup-copy-version = Diese Kopie schrieb eine andere Fassung von mir, als ich lesen kann; ich kenne die Fassung { $known }. Nichts wurde geändert.
setup-copy-wrong = Etwas in dieser Kopie kann nicht sein: { $place }. Nichts wurde geändert.
setup-copy-would = Eine Kopie von **{ $server }**. Wenn du sie nimmst, tritt dies an die Stelle von eurem: { $sections }. Noch ist nichts geändert; ich behalte die Datei eine halbe Stunde.
setup-copy-strangers = { $count ->
        [one] Gibt es auf diesem Server nicht, bleibt also weg: { $names }.
       *[other] { $count } gibt es auf diesem Server nicht, sie bleiben also weg: { $names }.
    }
setup-copy-unknown = Diese Einstellungen kenne ich nicht und lasse sie weg: { $names }.
setup-copy-use = Nehmen
setup-copy-leave = Lassen
setup-copy-left = Alles bleibt, wie es war.
setup-copy-used = Fertig: was in der Kopie steht, gilt jetzt hier.
setup-copy-gone = Ich behielt diese Datei nur eine halbe Stunde. Gib sie mir bitte noch einmal; nichts wurde geändert.
setup-section-channels = Orte
setup-section-features = was an ist
setup-section-roles = Rollen
setup-section-words = Wörter
setup-section-resources = Hilfenummern
setup-section-cheers = Zeichen
setup-section-queue = wer wartet, bis die Moderation geschaut hat
setup-section-doctor = was ihr dem Doktor als gewollt genannt habt
setup-section-circles = Kreise
setup-section-hours = wann es hier Tag ist
setup-section-small = Namen, solange die Gruppe sehr klein ist
setup-reset = **Von vorn beginnen?** Es gehen: { $sections }. Alles wird ausgeschaltet, und der Eingang verschwindet. Was geschrieben ist, bleibt, bis seine Zeit um ist, und was die Moderation entschied, gilt. *Eine Kopie nehmen* behält eure Wahl für später.
setup-reset-nothing = Hier wurde noch nichts gewählt, also gibt es nichts zu vergessen.
setup-reset-first = Von vorn beginnen
setup-reset-keep = Alles behalten
setup-reset-sure = Sicher? Ohne Kopie lässt es sich nicht zurückholen.
setup-reset-do = Vergessen, was gewählt wurde
setup-reset-done = Fertig. Hier ist nichts mehr an. `/setup start` beginnt von vorn.

# ISO-Codes in der Reihenfolge, in der sie angeboten werden; höchstens 25
# die übrigen, in einer eigenen Liste hinter *Mehr*
setup-countries-more = JP MX
setup-countries = DE AT CH NL BE FR IT ES PT PL SE NO DK FI GB IE US CA AU NZ IN ZA SG BR XX
country-US = Vereinigte Staaten
country-CA = Kanada
country-GB = Vereinigtes Königreich
country-IE = Irland
country-AU = Australien
country-NZ = Neuseeland
country-DE = Deutschland
country-AT = Österreich
country-CH = Schweiz
country-NL = Niederlande
country-BE = Belgien
country-FR = Frankreich
country-ES = Spanien
country-IT = Italien
country-PT = Portugal
country-PL = Polen
country-SE = Schweden
country-NO = Norwegen
country-DK = Dänemark
country-FI = Finnland
country-IN = Indien
country-ZA = Südafrika
country-SG = Singapur
country-BR = Brasilien
country-JP = Japan
country-MX = Mexiko
country-XX = Anderswo

new-here = Du kannst hier etwas loswerden, { $hidden ->
        [1] unter einem erfundenen Namen oder deinem eigenen
       *[other] unter deinem eigenen Namen
    }, und andere antworten mit ein paar Worten oder zeigen, dass sie bei dir sind. Niemand gibt Ratschläge, wenn du nicht darum bittest. Es wird nichts von dir verlangt: mitlesen ist in Ordnung.
new-vent = Etwas loswerden
new-checkin = Täglicher Check-in
new-listen = Jemandem zuhören
