# Moderation. Stimmung: ruhig, freitagabends. Sagt, was jetzt ist, und wie man es zurücknimmt. Niemals einen Namen.

cmd-report = Der Moderation eine Nachricht melden
    .link = Der Link der Nachricht: gedrückt halten, dann Nachrichtenlink kopieren
    .reason = Was damit nicht stimmt, wenn du magst
cmd-mod-board = Was auf euch wartet, das Älteste zuerst
cmd-mod-mutes = Wer gerade nichts ohne Namen schreiben kann: Links, nie Personen
cmd-mod-log = Was die Moderation zuletzt getan hat
cmd-mod-brake = Das Schreiben ohne Namen eine Weile ruhen lassen
    .minutes = Wie viele Minuten; 0 beendet es
menu-report = Melden

form-report = Der Moderation sagen
form-report-reason = Was ist es?
form-report-words = Sollte sie noch etwas wissen?
    .description = Darf leer bleiben. Niemand erfährt, dass du es warst.
report-taken = Danke dir. Die Moderation hat es. Niemand erfährt, dass du es warst.
report-hidden = Danke dir. Es ist ausgeblendet, bis die Moderation nachgesehen hat. Niemand erfährt, dass du es warst.
report-before = Das hast du schon gemeldet, und die Moderation hat es.
report-how = Halte die Nachricht gedrückt → Apps → Melden. Oder gib mir ihren Link: `/report link:` und dann einfügen, was *Nachrichtenlink kopieren* dir gibt.
report-bot = Geht es um diesen Bot selbst? Wer ihn betreibt: { $about }
report-about-bot = Es geht um diesen Bot
form-about-bot = An die, die diesen Bot betreiben
form-about-bot-words = Was ist es?
    .description = Es geht ohne deinen Namen dorthin, und nicht an die Moderation hier.
report-bot-taken = Danke dir. Wer diesen Bot betreibt, hat es, ohne deinen Namen. Eine Antwort ist hier nicht möglich.
report-bot-full = Das waren heute drei, und alle sind angekommen. Mehr geht { $when }.
report-bot-came =
    Jemand hat dir etwas zum Bot gesagt:
    { $words }
report-bot-unnamed = Ohne Namen geschickt
report-yours = Was du geschrieben hast, zum Mitnehmen: { $words }
report-no-link = Das ist kein Link zu einer Nachricht auf diesem Server. Halte die Nachricht gedrückt → Nachrichtenlink kopieren, und füge ihn hier ein.{ $given ->
        [1] {" "}Was du geschrieben hast, zum Mitnehmen: { $words }
       *[other] {""}
    }
report-day-full = Das waren heute zehn Meldungen, und die Moderation hat alle. Mehr geht { $when }; ist es dringend, schreib der Moderation selbst.

mod-reported = { $count ->
        [one] Eine Meldung zu { $link }: { $reasons }.
       *[other] { $count } Meldungen zu { $link }: { $reasons }.
    }
mod-report-reason = { $count ->
        [one] { $reason }
       *[other] { $reason } ({ $count })
    }
mod-reported-hidden = Es ist ausgeblendet, bis jemand von euch nachgesehen hat.
mod-reported-reviewed = Angesehen.
mod-reported-not-ours = Das hat ein Mitglied selbst geschrieben, dafür sind Discords eigene Werkzeuge da.
mod-keep = So lassen
mod-words = Was da stand
mod-show = Wieder zeigen
mod-unlock = Thread wieder öffnen
mod-words-post = Da stand:
    { $words }
mod-words-none = Den Wortlaut habe ich nicht.
mod-words-report = Jemand hat dazu gemeldet: { $words }
mod-look = Ansehen
mod-note-report = Jemand hat { $link } gemeldet, und auf deinem Server gibt es noch keinen Ort für die Moderation. Dort zeigt *Melden* im Menü der Nachricht unter Apps, was du tun kannst; `/mod board` führt es auf.
mod-kept = Es bleibt, wie es ist, und zu sehen. Weitere Meldungen blenden es nicht aus. Hatten sie es ausgeblendet, hört die Person, die es schrieb, dass es wieder zu sehen ist.
mod-kept-before = Das hat schon jemand angesehen.

mod-tools = Wer das schrieb, wird weder dir noch anderen gezeigt. Die Person liest einen Grund, nicht deinen Namen; wie es steht: *{ $reason }*. Einen anderen wählst du unten, bevor du drückst. *Bremse* lässt das Schreiben ohne Namen eine Weile ruhen; *Anschreiben* schreibt der Person.
mod-muted = Erledigt. Wer das schrieb, kann hier bis { $until } nichts ohne Namen schreiben. { $hidden ->
        [0] {""}
        [one] 1 Beitrag davon ist ausgeblendet.{" "}
       *[other] { $hidden } Beiträge davon sind ausgeblendet.{" "}
    }Dir wurde nicht gezeigt, wer es ist. Die Person liest den Grund, den du gewählt hast: *{ $reason }*.
mod-days = { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    }
mod-hidden = { $count ->
        [one] Erledigt. Es ist ausgeblendet. Dir wurde nicht gezeigt, von wem es ist.
       *[other] Erledigt. { $count } Beiträge dieser Person sind ausgeblendet. Dir wurde nicht gezeigt, wer es ist.
    } Die Person liest den Grund, den du gewählt hast: *{ $reason }*. In den nächsten 7 Tagen lässt es sich wieder zeigen, wie es war; danach ist es weg.
mod-hide-waits = Notiert, aber vielleicht noch zu sehen: { $why } Sobald ich darf, wird es von selbst ausgeblendet. Die Person liest den Grund, den du gewählt hast: *{ $reason }*.
mod-mute-waits = Was von der Person da steht, ist vielleicht noch zu sehen: { $why } Sobald ich darf, wird es von selbst ausgeblendet.
mod-lock-waits = Notiert. Ich nehme dort keine Worte mehr an, aber schreiben geht noch: { $why } Sobald ich darf, wird von selbst geschlossen.
mod-undo-waits = Zurückgenommen, nur noch nicht zu sehen: { $why } Sobald ich darf, folgt das von selbst.
mod-locked = Erledigt. Dort kann niemand mehr schreiben. Was da steht, bleibt.
mod-braked = Das Schreiben ohne Namen ruht hier für alle bis { $until }. Mit Namen geht es, und alle lesen, bis wann.
mod-brake-off = Das Schreiben ohne Namen geht wieder.
mod-brake-longer = Das Schreiben ohne Namen ruht schon bis { $until }, also länger als eine Stunde von jetzt an. Das bleibt so. `/mod brake` setzt ein anderes Ende; 0 Minuten beenden es jetzt.
mod-brake-again = Zurückgenommen. Das Schreiben ohne Namen ruht bis { $until }, wie zuvor.
mod-undone = { $count ->
        [0] Zurückgenommen.
        [one] Zurückgenommen. 1 Beitrag ist wieder zu sehen.
       *[other] Zurückgenommen. { $count } Beiträge sind wieder zu sehen.
    }
mod-reached = Es wartet auf die Person, die das schrieb. Vielleicht wird es nie gelesen, und ob es gelesen wurde, kann ich dir nicht sagen. Eine Antwort kommt an den Ort der Moderation.
form-reach = Jemandem schreiben, den du nicht kennst
form-reach-words = Deine Worte
    .description = Dein Name wird nicht genannt. Vielleicht wird es nie gelesen.

mod-read-rules = gegen die Regeln hier
mod-read-attack = persönlicher Angriff
mod-read-reveals = verrät, wer jemand ist
mod-read-spam = Werbung oder Spam
mod-read-threat = Drohung oder Hass

mod-board-head = Was auf euch wartet, das Älteste zuerst{ $more ->
        [1] { " " }(es gibt mehr, es rückt nach)
       *[other] { "" }
    }:
mod-board-waiting =
    { $count ->
        [0] Kein Beitrag wartet auf eine erste Antwort.
        [one] **1 Beitrag** wartet auf eine erste Antwort
       *[other] **{ $count } Beiträge** warten auf eine erste Antwort
    }{ $count ->
        [0] { "" }
       *[other] : { $young } seit weniger als einer Stunde, { $middle } seit weniger als sechs, { $old } länger.
    }
mod-board-listening =
    { $roster ->
        [0] **Niemand hört zu, jetzt nicht und nicht in den nächsten 24 Stunden**, darum wird niemand gefragt, wenn ein Beitrag wartet. In `/my hours` sagen Leute, wann sie zuhören würden.
       *[other]
            { $few ->
                [1] Zu dieser Stunde hören weniger als 5 Menschen zu.
               *[other] { $count } Menschen hören gerade zu.
            }
    }
mod-gate = Wer zuerst wartet
mod-ping-me = Sagt mir Bescheid
form-duty = Sagt mir Bescheid
form-duty-zone = Wo bist du?
    .placeholder = Eine Stadt oder Zeitzone, etwa München oder Europe/Berlin
form-duty-opens = Von
form-duty-closes = Bis
mod-duty-hello = Hier sage ich dir, wenn etwas auf die Moderation wartet.
mod-duty-zone-several = „{ $typed }“ kann mehrere Orte meinen, etwa { $some }. Tippe bitte noch einmal auf *Sagt mir Bescheid* und nenne einen Ort davon.
mod-duty-zone-unknown = „{ $typed }“ kenne ich nicht. Eine große Stadt in der Nähe geht, oder eine Zeitzone wie Europe/Berlin. Tippe bitte noch einmal auf *Sagt mir Bescheid*.
mod-on-duty =
    { $always ->
        [1] Ich schreibe dir zu jeder Stunde, wenn etwas auf die Moderation wartet
       *[other] Ich schreibe dir von { $opens } bis { $closes } ({ $zone }), wenn etwas auf die Moderation wartet
    }, höchstens einmal in der Stunde{ $dm ->
        [1] .
       *[other] . Du lässt keine Direktnachrichten von mir zu, darum wartet es in `/my inbox`.
    }
mod-off-duty = Damit aufhören
mod-is-off-duty = Erledigt. Ich schreibe dir dazu nicht mehr.
mod-was-off-duty = Dazu schreibe ich dir nicht.
mod-ping =
    In **{ $server }** wartet etwas auf die Moderation: { $board ->
        [0] `/mod board` zeigt es dort.
       *[other] { $link }
    }
mod-board-empty = Nichts wartet auf euch. Meldungen, Texte, die auf einen Blick warten, und Leute, die reden möchten, erscheinen hier.
mod-board-braked = Das Schreiben ohne Namen ruht bis { $until }.
mod-board-report = { $count ->
        [one] 1 Meldung zu { $link }
       *[other] { $count } Meldungen zu { $link }
    } · { $reason ->
        [attack] ein persönlicher Angriff
        [reveals] verrät, wer jemand ist
        [spam] Werbung oder Spam
        [threat] Drohung oder Hass
       *[rules] gegen die Regeln hier
    }{ $hidden ->
        [1] { " " }· ausgeblendet
       *[other] { "" }
    } · { $since }
mod-mutes-empty = Niemand ist stumm. Ist es jemand, steht hier der Beitrag, nie der Name.
mod-mutes-head = { $count ->
        [one] Eine Person kann nichts ohne Namen schreiben. Du siehst den Beitrag, nicht, wer es ist:
       *[other] { $count } Leute können nichts ohne Namen schreiben. Du siehst die Beiträge, nicht, wer es ist:
    }
mod-mutes-one = { $link } · bis { $until } · { $reason }
mod-mutes-named = ein Beitrag, der inzwischen einen Namen trägt
mod-mutes-lift = { $number } aufheben
mod-mutes-more = Weitere
mod-mutes-before = Zurück
mod-log-empty = Noch wurde nichts getan. Was die Moderation tut, steht hier ein Jahr lang, und nie, von wem der Beitrag war.
mod-log-head = Was zuletzt getan wurde:
mod-log-one = { $when } · { $who }: { $what } { $about } { $why }
mod-log-take-back = { $number } zurücknehmen
mod-log-nobody = jemand, früher in der Moderation
mod-log-hide = ausgeblendet:
mod-log-hide-all = alles ausgeblendet von der Person hinter
mod-log-mute = stummgeschaltet: die Person hinter
mod-log-lock = geschlossen:
mod-log-reach = geschrieben an die Person hinter
mod-log-brake = die Bremse gezogen
mod-log-undo = zurückgenommen: { $what }
mod-log-older = Älter
mod-log-newer = Neuer
mod-log-several = mehrere Meldungen
mod-log-brake-off = die Bremse gelöst
mod-log-let-through = einen Text durchgelassen
mod-log-decline = einen Text abgelehnt
mod-log-queue = gewählt, wer auf einen Blick wartet
mod-log-reports = ausgeblendet:
mod-log-keep = angesehen und gelassen:
mod-log-care-answer = jemandem ohne Namen geantwortet
mod-log-care-close = ein Gespräch mit jemandem ohne Namen beendet

mod-note-hidden = Die Moderation hat { $count ->
        [one] einen Beitrag von dir
       *[other] { $count } Beiträge von dir
    } ausgeblendet. Der Grund: { $reason ->
        [attack] ein persönlicher Angriff
        [reveals] es verrät, wer jemand ist
        [spam] Werbung oder Spam
        [threat] Drohung oder Hass
       *[rules] es verstößt gegen die Regeln hier
    }. Wer du bist, weiß sie nicht. `/care` erreicht sie ohne deinen Namen.
mod-note-muted = Du kannst hier bis { $until } nichts ohne Namen schreiben. Der Grund der Moderation: { $reason ->
        [attack] ein persönlicher Angriff
        [reveals] es verrät, wer jemand ist
        [spam] Werbung oder Spam
        [threat] Drohung oder Hass
       *[rules] es verstößt gegen die Regeln hier
    }. Wer du bist, weiß sie nicht. `/care` erreicht sie ohne deinen Namen.
mod-note-locked = Die Moderation hat den Thread eines Beitrags von dir geschlossen. Der Grund: { $reason ->
        [attack] ein persönlicher Angriff
        [reveals] es verrät, wer jemand ist
        [spam] Werbung oder Spam
        [threat] Drohung oder Hass
       *[rules] es verstößt gegen die Regeln hier
    }. `/care` erreicht sie ohne deinen Namen.
mod-note-reported = Mehrere Leute haben einen Beitrag von dir gemeldet, darum ist er ausgeblendet, bis die Moderation nachgesehen hat. `/care` erreicht sie ohne deinen Namen.
mod-note-shown =
    { $count ->
        [one] Ein Beitrag von dir ist
       *[other] { $count } Beiträge von dir sind
    } wieder zu sehen, wie vorher: die Moderation hat nachgesehen.
mod-note-unlocked = Die Moderation hat den Thread eines Beitrags von dir wieder geöffnet.
mod-note-lifted = Die Moderation hat zurückgenommen, dass du nichts ohne Namen schreiben konntest.

mod-not-ours = Das habe ich nicht geschrieben, oder ich habe es vergessen. Für das, was Mitglieder selbst schreiben, sind Discords eigene Werkzeuge da.
mod-signed = Das steht unter einem Namen, darum gibt es hier nichts blind zu tun. Nimm Discords eigene Werkzeuge; auch *Ausblenden* geht hier.
mod-nothing-to-hide = Es ist schon ausgeblendet, oder weg.
mod-no-thread = Schließen lässt sich nur ein Beitrag mit eigenem Thread, und nur, solange er zu sehen ist.
mod-locked-before = Das ist schon geschlossen.
mod-nothing-to-undo = Davon lässt sich nichts mehr zurücknehmen.
mod-no-brake = Die Bremse ist nicht gezogen.
mod-brake-minutes = Es braucht eine Zahl von 0 bis 10080 Minuten, das ist eine Woche. 0 beendet es.
mod-reach-empty = Da stand noch nichts.
mod-reached-before = Das ist schon unterwegs.
mod-too-long = Das waren { $given } Zeichen, und { $most } passen hinein.

kept-duty = Dass dir geschrieben wird, wenn etwas auf die Moderation wartet, bis du es beendest: { $count }
kept-reports = Meldungen von dir, 14 Tage: { $count }

feature-moderation = `/report`, und die Knöpfe, mit denen die Moderation handelt. Ein Ort für die Moderation hilft.

right-mod-see = den Ort der Moderation sehen
    .cannot = nichts sehen
    .so = Meldungen erreichen nur die Person, der der Server gehört
right-mod-send = der Moderation Meldungen sagen
    .cannot = nicht schreiben
    .so = Meldungen erreichen nur die Person, der der Server gehört
right-mod-history = die Worte eines Beitrags aufheben, ehe er ausgeblendet wird
    .cannot = nicht lesen, was ich früher schrieb
    .so = was die Moderation ausblendet, bleibt zu sehen
right-mod-lock = einen Thread schließen, wenn die Moderation es sagt
    .cannot = keine Threads verwalten
    .so = *Schließen* hält niemanden ab
