# Check-ins. Stimmung: jemand fragt, wie es ging, und mag jede Antwort. Taten, nie Ergebnisse; ein verpasster Tag wird übergangen.

cmd-checkin = Eine kurze Frage zu deiner Uhrzeit; einmal tippen ist schon die ganze Antwort
cmd-checkin-plan = Wählen, wann ich frage und was du zählst
    .zone = Wo du bist: eine Stadt, ein Land oder eine Zeitzone
    .time = Wann, nach deiner Uhr: 9, 9:30, 9am, 21:05
    .where = Wo ich frage: in einer Direktnachricht oder in einem privaten Thread hier
    .share = Wer erfährt, dass du geantwortet hast, und nie, was du geschrieben hast
cmd-checkin-now = Jetzt ein Check-in, ohne dass ich frage
cmd-checkin-pause = Pause von den Check-ins; bis dahin kommt nichts
    .until = Ein Datum oder „2 Wochen“; ohne Angabe, bis du weitermachst
cmd-checkin-resume = Nach einer Pause weitermachen
cmd-checkin-stop = Keine Check-ins mehr; was du notiert hast, bleibt
cmd-checkin-history = Deine letzten Wochen als Bild

checkin-ping = Dein Check-in, { $member }.{ $hasStep ->
        [0] {""}
       *[other] {" "}Geplant hattest du: *{ $step }*.
    }{ $hasThen ->
        [0] {""}
       *[other] {" "}Und für die nächste Absage: *{ $then }*.
    }
checkin-waits = Ein Check-in für dich.{ $hasStep ->
        [0] {""}
       *[other] {" "}Geplant hattest du: *{ $step }*.
    }{ $hasThen ->
        [0] {""}
       *[other] {" "}Und für die nächste Absage: *{ $then }*.
    }
answer-did = ✅ Gemacht
answer-part = ◐ Zum Teil
answer-rest = 😴 Ruhe
answer-tough = 🌧 Schwerer Tag
checkin-later = Später
checkin-pause = Pause
checkin-note = Notiz dazu
checkin-change = Antwort ändern

checkin-noted = Notiert. { $of ->
        [0] Das ist ein Anfang.
        [1] Das ist ein Anfang.
       *[other] { $kept } von deinen { $of } Tagen.
    }
checkin-tough-noted = { $today ->
        [0] Dann zählt dieser Tag als Ruhetag.
       *[other] Dann zählt heute als Ruhetag.
    } Etwas loswerden · Gute Worte lesen · /care. Oder lass es dabei.
checkin-let-out = Etwas loswerden
checkin-kind-line = Gute Worte lesen
checkin-put-off = Das ist in Ordnung. Ich frage um { $at } noch einmal.
checkin-later-answered = Diese Frage ist schon beantwortet, darum frage ich nicht noch einmal. *Antwort ändern* steht darunter.
checkin-later-stopped = Deine Check-ins ruhen, darum käme nichts. Eine Antwort zählt trotzdem, und mit `/checkin resume` geht es weiter.
checkin-later-paused = Du machst gerade Pause, darum käme nichts. Eine Antwort zählt trotzdem, und `/checkin resume` beendet die Pause.
checkin-later-away = Von diesem Server wurde ich entfernt, darum käme nichts. Eine Antwort zählt trotzdem.
checkin-later-over = Dieser Tag ist vorbei, darum frage ich nicht noch einmal. Eine Antwort zählt trotzdem; du kannst es auch lassen.

checkin-silent = Drei Tage ohne Antwort, und das ist in Ordnung. Was wäre dir recht?
    -# Wenn du nichts tust, werde ich still. Nichts geht verloren, und nichts spricht gegen dich.
checkin-keep = Weiterfragen
checkin-week = In einer Woche wieder fragen
checkin-stop = Nicht mehr fragen

form-begin = Deine Check-ins
form-begin-zone = Wo bist du?
    .description = Die nächste große Stadt. Nur ihre Zeitzone wird aufbewahrt.
    .placeholder = Berlin, Boston, Kolkata …
form-begin-time = Wann soll ich fragen?
    .placeholder = 9, 9:30, 9am, 21:05
form-begin-where = Wo soll ich fragen?
    .description = Dort kommen nur Check-ins, sonst nichts. Wer Threads verwalten darf, kann den Thread lesen.
form-begin-dm = Per Direktnachricht
form-begin-thread = In einem privaten Thread in diesem Kanal
form-begin-share = Wer erfährt, dass du geantwortet hast?
    .description = Nur, dass du geantwortet hast, nie, was du geschrieben hast.
share-nobody = Niemand
share-buddy = Mein Buddy
share-circle = Mein Kreis
form-plan-days = An welchen Tagen?
form-plan-acts = Was möchtest du zählen?
    .description = Was du tust, nicht, was dabei herauskommt. Ruhe zählt immer.
form-plan-own = Etwas Eigenes zum Zählen
    .placeholder = Spaziergänge, Portugiesisch, Anrufe …
form-plan-step = Dein nächster kleiner Schritt
    .description = Ich bringe ihn zur nächsten Frage mit.
    .placeholder = Ein halber Schritt genügt.
act-applications = Bewerbungen
act-messages = Nachrichten
act-interviews = Gespräche
act-practice = Übung
act-learning = Lernen
act-own = dein Eigenes
day-mon = Montag
day-tue = Dienstag
day-wed = Mittwoch
day-thu = Donnerstag
day-fri = Freitag
day-sat = Samstag
day-sun = Sonntag
day-short-mon = Mo
day-short-tue = Di
day-short-wed = Mi
day-short-thu = Do
day-short-fri = Fr
day-short-sat = Sa
day-short-sun = So
checkin-choose-days = Tage wählen
checkin-almost = { $time } Uhr in { $zone }, dort ist es jetzt { $now } Uhr. Noch ein Schritt: die Tage, und was du zählst.
checkin-is-set = **Ich frage dich { $days } um { $time } Uhr**, nach der Zeit in { $zone }, dort ist es jetzt { $now } Uhr. { $by ->
        [dm] Die Frage kommt als Direktnachricht.
        [thread] Die Frage kommt in deinen eigenen Thread, { $thread }; wer *Threads verwalten* darf, kann ihn lesen.
       *[inbox] Die Frage wartet in `/my inbox`.
    } { $away ->
        [0] Die nächste: { $next }.
       *[other] { checkin-away }
    } { $share ->
        [buddy] Solange du einen Buddy hast, erfährt er, dass du geantwortet hast, aber nie, was du gewählt oder geschrieben hast.
        [circle] Solange du in einem Kreis bist, erfährt er, dass du geantwortet hast, aber nie, was du gewählt oder geschrieben hast.
        [buddy-off] Buddys sind auf diesem Server abgeschaltet, darum erfährt es niemand.
        [circle-off] Kreise sind auf diesem Server abgeschaltet, darum erfährt es niemand.
        [asked] {""}
       *[nobody] Sonst erfährt es niemand.
    }
    -# Aufbewahrt: deine Zeitzone, die Uhrzeit, deine Antworten 180 Tage lang. { $by ->
        [dm] `/my settings` schaltet Direktnachrichten ab, `/checkin stop` beendet die Check-ins, `/my forget` löscht alles.
       *[other] `/checkin stop` beendet die Check-ins, `/my forget` löscht alles.
    }
checkin-every-day = jeden Tag
checkin-weekdays = montags bis freitags
checkin-on-days = an diesen Tagen: { $names },
checkin-paused-still = Du machst Pause bis { $until }; vorher kommt nichts.
checkin-paused-open = Du machst Pause; es kommt nichts, bis du weitermachst.
checkin-recap-on = Sonntags ein Bild
checkin-recap-off = Kein Bild am Sonntag
checkin-recap-is-on = Am Sonntagabend bekommst du ein Bild deiner Woche.
checkin-recap-is-off = Sonntags kommt kein Bild mehr.
checkin-picture-stopped = Deine Check-ins sind beendet, darum käme kein Bild. `/checkin resume` beginnt wieder.
checkin-edit = Ändern
checkin-share-ask = Soll jemand erfahren, wenn du geantwortet hast? Nur das, und nie, was.
checkin-share-set = { $share ->
        [buddy] Solange du einen Buddy hast, erfährt er, dass du geantwortet hast. Mehr nicht.
        [circle] Solange du in einem Kreis bist, erfährt er, dass du geantwortet hast. Mehr nicht.
        [buddy-off] Notiert. Buddys sind auf diesem Server gerade abgeschaltet, darum erfährt es niemand.
        [circle-off] Notiert. Kreise sind auf diesem Server gerade abgeschaltet, darum erfährt es niemand.
       *[nobody] Es bleibt bei dir.
    }
checkin-first = Hierher kommen deine Check-ins aus **{ $server }**. Unter jedem steht *Pause*, und `/checkin stop` beendet sie.
checkin-dm-closed = Du lässt von diesem Server keine Direktnachrichten zu, darum kann ich dir dort nicht schreiben. Bis dahin warten deine Check-ins in `/my inbox`. Zwei andere Wege: ein privater Thread hier, oder du lässt sie zu (Servermenü → Privatsphäre-Einstellungen → Direktnachrichten erlauben) und stellst es noch einmal ein.
checkin-dm-off = Direktnachrichten von mir sind hier abgeschaltet, und diese Änderung lässt sie abgeschaltet.
checkin-use-dm = Per Direktnachricht fragen
checkin-dm-done = Erledigt: Deine Check-ins kommen als Direktnachricht. `/my settings` schaltet das ab.
checkin-use-thread = Privaten Thread anlegen
checkin-thread-name = Check-ins
checkin-thread-first = Hierher kommen deine Check-ins, { $member }. In diesem Thread bist nur du; wer *Threads verwalten* darf, kann ihn lesen.
checkin-thread-done = Erledigt: { $thread }. Dorthin kommen deine Check-ins.
checkin-no-thread = Ich kann hier keinen privaten Thread anlegen, darum warten deine Check-ins vorerst in `/my inbox`. Die Moderation kann es beheben: lange auf den Kanal drücken → Bearbeiten → Berechtigungen → ich → *Private Threads erstellen* und *Nachrichten in Threads senden* erlauben. Direktnachrichten gehen auch ohne das.
checkin-thread-not-here = In Kanälen dieser Art gibt es keine privaten Threads, darum warten deine Check-ins vorerst in `/my inbox`. Nimm `/checkin plan` in einem gewöhnlichen Textkanal; Direktnachrichten gehen überall.
checkin-threads-full = Auf diesem Server sind so viele Threads offen, wie Discord erlaubt, darum warten deine Check-ins vorerst in `/my inbox`. Direktnachrichten gehen auch ohne Thread.
checkin-thread-on-server = Ein privater Thread geht nur auf dem Server: Nutze `/checkin plan` in einem seiner Kanäle. Bis dahin warten deine Check-ins in `/my inbox`.

checkin-zone-unknown = Einen Ort namens „{ $typed }“ kenne ich nicht. Oft hilft die nächste große Stadt: Berlin, Boston, Kolkata.
checkin-zone-several = „{ $typed }“ kann mehrere Orte meinen. Welchen meinst du?
checkin-which-zone = Welchen Ort meinst du?
checkin-time-unclear = „{ $typed }“ kann ich nicht als Uhrzeit lesen. So geht es: 9, 9:30, 9am, 21:05.
checkin-change-it = Ändern
checkin-draft-gone = Das ist mehr als eine halbe Stunde her, darum habe ich nicht mehr, was du getippt hast. Mit `/checkin plan` fängst du neu an.
checkin-no-days = Es wurde kein Tag gewählt, darum gibt es nichts zu fragen. Bitte wähle mindestens einen.

form-note = Notiz dazu
form-note-counts = Was du getan hast
    .description = Pro Zeile eine Sache und eine Zahl. Lass weg, was du willst.
form-note-learned = Etwas, das du gelernt hast
form-note-step = Der nächste kleine Schritt
checkin-step-no-plan = Einen Schritt bringe ich mit, wenn ich täglich nachfrage, und bei dir tue ich das noch nicht. `/checkin plan` richtet es ein; auch dort genügt ein halber Schritt.
form-note-no = Kam eine Absage?
    .description = Wird nicht gezählt und nicht aufbewahrt.
form-note-no-box = Ja, es kam eine Absage
checkin-note-kept = Gemerkt.{ $hasStep ->
        [0] {""}
       *[other] {" "}*{ $step }* bringe ich nächstes Mal mit.
    }
checkin-note-unread = Das konnte ich nicht als Sache und Zahl lesen, wie in *Bewerbungen: 2*; alles andere habe ich mir gemerkt:
    { $lines }
checkin-no-came = Es kam eine Absage. Das gehört dazu, und es sagt wenig über dich.
checkin-no-before = Es kam eine Absage. Dafür hattest du dir vorgenommen: *{ $then }*.
checkin-then = Ein kleiner Plan für die nächste
checkin-then-again = Diesen Plan ändern
form-then = Wenn die nächste Absage kommt
form-then-text = Wenn eine Absage kommt, dann …
    .description = Etwas Kleines, das schnell geht. Ich bringe es zu deinem nächsten Check-in mit.
    .placeholder = … klappe ich den Rechner zu und gehe einmal um den Block.
checkin-then-kept = Gemerkt. Ich bringe es nächstes Mal mit.
checkin-then-gone = Gelöscht.

checkin-paused = Pause bis { $until }. Bis dahin keine Frage, kein Rückblick, kein Buddy. Nichts spricht gegen dich.
checkin-paused-no-end = Pause, bis du dich meldest. Keine Frage, kein Rückblick, kein Buddy. Nichts spricht gegen dich.
checkin-pause-week = Für eine Woche
checkin-pause-fortnight = Für zwei Wochen
checkin-resume = Weitermachen
checkin-resumed = Schön, dass du da bist. { $away ->
        [0] Die nächste Frage: { $next }.
       *[other] { checkin-away }
    }
checkin-into-inbox = Sie wartet in `/my inbox`; `/checkin plan` öffnet einen anderen Weg.
checkin-away = Von diesem Server wurde ich entfernt, darum kommt vorerst nichts; werde ich wieder eingeladen, geht es weiter.
checkin-resumed-bare = Jetzt ist nichts mehr in Pause. Check-ins hast du hier keine; mit `/checkin plan` fangen sie an.
checkin-until-unclear = „{ $typed }“ kann ich nicht als kommenden Tag lesen. So geht es: 24. Dezember, Montag, 2 Wochen.
checkin-stopped = Beendet. Was du notiert hast, bleibt für `/checkin history`; mit `/checkin resume` geht es weiter.
checkin-in-a-week = Dann frage ich in einer Woche wieder.
checkin-kept-coming = Dann mache ich weiter. { $away ->
        [0] Die nächste Frage: { $next }.
       *[other] { checkin-away }
    }

checkin-none = Du hast hier noch keine Check-ins. Das Einrichten dauert zwei Minuten, danach ist einmal tippen schon die ganze Antwort.
checkin-begin = Täglicher Check-in
checkin-nowhere = Du hast auf keinem Server, von dem ich dich kenne, Check-ins. Mit `/checkin plan` auf einem Server fangen sie an.
checkin-gone = Diese Frage gehört zu einem Plan, den es nicht mehr gibt. `/checkin plan` macht einen neuen.
checkin-not-yours = Dieser Check-in gehört jemand anderem.
checkin-too-old = Dieser Tag ist zu lange her, um ihn noch zu notieren. `/checkin now` ist für heute.

history-title = { $weeks ->
        [1] Diese Woche
       *[other] Deine letzten { $weeks } Wochen
    }
recap-title = Deine Woche
history-subtitle = { $of ->
        [0] Noch nichts gefragt
        [1] Dein erster Tag
       *[other] { $kept } von deinen letzten { $of } Tagen
    }
history-did = gemacht
history-part = zum Teil
history-rest = Ruhe
history-asked = keine Antwort
history-missed = von mir verpasst
history-twin = { $weeks ->
        [1] Diese Woche
       *[other] In den letzten { $weeks } Wochen
    }: { $parts }.
twin-did = { $count ->
        [one] einmal gemacht
       *[other] { $count }-mal gemacht
    }
twin-part = { $count ->
        [one] einmal zum Teil
       *[other] { $count }-mal zum Teil
    }
twin-rest = { $count ->
        [one] 1 Ruhetag
       *[other] { $count } Ruhetage
    }
twin-missed = { $count ->
        [one] einen Tag habe ich verpasst, nicht du
       *[other] { $count } Tage habe ich verpasst, nicht du
    }
history-acts = Gezählt: { $acts }.
history-act = { $label } { $count }
history-empty = Noch ist nichts da. Ab deiner ersten Antwort ist hier ein Bild deiner Wochen: was du gemacht hast und wann du dich ausgeruht hast.
history-small = Nur du siehst das. Ruhe zählt, und nichts fängt hier je wieder bei null an.
history-no-picture = Das Bild ist diesmal nichts geworden; die Worte sagen dasselbe.
recap-said = Deine Woche, { $member }: { $parts }.
recap-waits = Deine Woche: { $days ->
        [one] 1 Tag mit einer Antwort
       *[other] { $days } Tage mit einer Antwort
    }, { $kept } von deinen letzten { $of }. Das Bild dazu zeigt `/checkin history`.

kept-checkins = Check-ins, dein Plan mit seinem Thread, falls er einen hat, und jeder Tag davon: { $count }
kept-pauses = Pausen von Check-ins: { $count }

## Rechte, für den Check

right-recap-picture = das Wochenbild schicken
    .cannot = keine Dateien anhängen
    .so = das Wochenbild kommt in Worten, wo es in einen Thread kommt
right-checkin-thread = einen eigenen Thread für Check-ins öffnen
    .cannot = keine privaten Threads öffnen
    .so = Check-ins, die jemand im eigenen Thread haben möchte, warten in `/my inbox`
right-checkin-say = in einem solchen Thread fragen
    .cannot = nicht in Threads schreiben
    .so = Check-ins, die in einen eigenen Thread kommen, warten in `/my inbox`
right-checkin-clear = einen Thread wegräumen, den kein Check-in mehr braucht
    .cannot = keine Threads löschen
    .so = der Thread eines Check-ins bleibt, auch wenn die Person, der er gehört, vergessen wird
