# Check-ins. Stimmung: jemand fragt, wie es ging, und mag jede Antwort. Taten, nie Ergebnisse; ein verpasster Tag wird übergangen.

cmd-checkin = Eine kurze Frage zu deiner Stunde; ein Tippen ist eine ganze Antwort
cmd-checkin-plan = Wählen, wann ich frage und was du zählst
    .zone = Wo du bist: eine Stadt, ein Land oder eine Zeitzone
    .time = Wann, nach deiner Uhr: 9, 9:30, 9am, 21:05
    .where = Wo ich frage: per Direktnachricht, oder in einem privaten Thread hier
    .share = Wer hört, dass du geantwortet hast, und nie, was du geschrieben hast
cmd-checkin-now = Jetzt ein Check-in, ungefragt
cmd-checkin-pause = Pause von den Check-ins; bis dahin kommt nichts
    .until = Ein Datum, oder „2 Wochen“; ohne Angabe, bis du weitermachst
cmd-checkin-resume = Nach einer Pause weitermachen
cmd-checkin-stop = Keine Check-ins mehr; deine Wochen bleiben
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
answer-did = ✅ Getan
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
        [0] Dann zählt dieser Tag als Ruhe.
       *[other] Dann zählt heute als Ruhe.
    } Etwas loswerden · Gute Worte lesen · /care. Oder lass es dabei.
checkin-let-out = Etwas loswerden
checkin-kind-line = Gute Worte lesen
checkin-put-off = Das ist in Ordnung. Ich frage { $at } noch einmal.
checkin-later-answered = Diese Frage hat ihre Antwort, also frage ich nicht noch einmal. *Antwort ändern* steht darunter.
checkin-later-stopped = Deine Check-ins ruhen, also käme nichts. Eine Antwort zählt trotzdem, und `/checkin resume` lässt sie wieder beginnen.
checkin-later-paused = Du hast Pause, also käme nichts. Eine Antwort zählt trotzdem, und `/checkin resume` beendet die Pause.
checkin-later-away = Von diesem Server wurde ich entfernt, darum käme nichts. Eine Antwort zählt trotzdem.
checkin-later-over = Dieser Tag ist vorbei, also frage ich nicht noch einmal nach ihm. Eine Antwort zählt trotzdem; ihn zu lassen ist auch gut.

checkin-silent = Drei Tage ohne Antwort, das ist in Ordnung. Was würde dir passen?
    -# Wenn du nichts tust, werde ich still. Nichts geht verloren, und nichts spricht gegen dich.
checkin-keep = Weiter fragen
checkin-week = In einer Woche wieder fragen
checkin-stop = Nicht mehr fragen

form-begin = Deine Check-ins
form-begin-zone = Wo bist du?
    .description = Die nächste große Stadt. Nur ihre Zeitzone wird aufbewahrt.
    .placeholder = Berlin, Boston, Kolkata …
form-begin-time = Wann soll ich fragen?
    .placeholder = 9, 9:30, 9am, 21:05
form-begin-where = Wo soll ich fragen?
    .description = So kommen Check-ins und sonst nichts. Den Thread kann lesen, wer Threads verwalten darf.
form-begin-dm = Per Direktnachricht
form-begin-thread = In einem privaten Thread in diesem Kanal
form-begin-share = Wer hört, dass du geantwortet hast?
    .description = Nur, dass du es hast, nie, was du geschrieben hast.
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
checkin-almost = { $time } in { $zone }, wo es jetzt { $now } ist. Noch ein Schritt: die Tage, und was du zählst.
checkin-is-set = **Ich frage dich { $days } um { $time }**, nach der Uhr in { $zone }, wo es jetzt { $now } ist. { $by ->
        [dm] Die Frage kommt als Direktnachricht.
        [thread] Die Frage kommt in deinem eigenen Thread, { $thread }; wer *Threads verwalten* darf, kann ihn lesen.
       *[inbox] Die Frage wartet in `/my inbox`.
    } { $away ->
        [0] Die nächste: { $next }.
       *[other] { checkin-away }
    } { $share ->
        [buddy] Solange du einen Buddy hast, hört er, dass du geantwortet hast, nie, was du gewählt oder geschrieben hast.
        [circle] Solange du in einem Kreis bist, hört er, dass du geantwortet hast, nie, was du gewählt oder geschrieben hast.
        [buddy-off] Buddys sind auf diesem Server abgeschaltet, darum hört niemand davon.
        [circle-off] Kreise sind auf diesem Server abgeschaltet, darum hört niemand davon.
       *[nobody] Niemand sonst hört davon.
    }
    -# Aufbewahrt: deine Zeitzone, die Stunde, deine Antworten 180 Tage lang. { $by ->
        [dm] `/my settings` schaltet Direktnachrichten ab, `/checkin stop` beendet es, `/my forget` vergisst es.
       *[other] `/checkin stop` beendet es, `/my forget` vergisst es.
    }
checkin-every-day = jeden Tag
checkin-weekdays = werktags
checkin-on-days = an diesen Tagen: { $names },
checkin-paused-still = Du machst Pause bis { $until }; vorher kommt nichts.
checkin-paused-open = Du machst Pause; es kommt nichts, bis du weitermachst.
checkin-recap-on = Sonntags ein Bild
checkin-recap-off = Kein Bild am Sonntag
checkin-recap-is-on = Am Sonntagabend bekommst du ein Bild deiner Woche.
checkin-recap-is-off = Sonntags kommt kein Bild mehr.
checkin-edit = Ändern
checkin-share-ask = Soll jemand hören, wenn du geantwortet hast? Nur, dass du es hast.
checkin-share-set = { $share ->
        [buddy] Solange du einen Buddy hast, hört er, dass du geantwortet hast. Mehr nicht.
        [circle] Solange du in einem Kreis bist, hört er, dass du geantwortet hast. Mehr nicht.
        [buddy-off] Notiert. Buddys sind auf diesem Server gerade abgeschaltet, darum hört niemand davon.
        [circle-off] Notiert. Kreise sind auf diesem Server gerade abgeschaltet, darum hört niemand davon.
       *[nobody] Es bleibt bei dir.
    }
checkin-first = Hier kommen deine Check-ins aus **{ $server }**. Jeder hat *Pause*, und `/checkin stop` beendet sie.
checkin-dm-closed = Deine Direktnachrichten sind für diesen Server zu, darum kann ich dort nicht schreiben. Bis dahin warten deine Check-ins in `/my inbox`. Zwei andere Wege: ein privater Thread hier, oder öffne sie (Servermenü → Privatsphäre-Einstellungen → Direktnachrichten erlauben) und stelle es noch einmal ein.
checkin-dm-off = Direktnachrichten von mir sind hier abgeschaltet, und diese Änderung lässt sie abgeschaltet.
checkin-use-dm = Per Direktnachricht fragen
checkin-dm-done = Getan: deine Check-ins kommen als Direktnachricht. `/my settings` schaltet das ab.
checkin-use-thread = Privaten Thread anlegen
checkin-thread-name = Check-ins
checkin-thread-first = Hier kommen deine Check-ins, { $member }. In diesem Thread bist nur du; wer *Threads verwalten* darf, kann ihn lesen.
checkin-thread-done = Getan: { $thread }. Dort kommen deine Check-ins.
checkin-no-thread = Ich kann hier keinen privaten Thread anlegen, darum warten deine Check-ins vorerst in `/my inbox`. Die Moderation kann es beheben: lange auf den Kanal drücken → Bearbeiten → Berechtigungen → ich → *Private Threads erstellen* und *Nachrichten in Threads senden* erlauben. Direktnachrichten gehen auch ohne das.
checkin-thread-on-server = Ein privater Thread geht nur auf dem Server: nutze `/checkin plan` in einem seiner Kanäle. Bis dahin warten deine Check-ins in `/my inbox`.

checkin-zone-unknown = Einen Ort namens „{ $typed }“ kenne ich nicht. Oft hilft die nächste große Stadt: Berlin, Boston, Kolkata.
checkin-zone-several = „{ $typed }“ kann mehreres sein. Welcher Ort ist gemeint?
checkin-which-zone = Welcher Ort ist gemeint?
checkin-time-unclear = „{ $typed }“ kann ich nicht als Uhrzeit lesen. So geht es: 9, 9:30, 9am, 21:05.
checkin-change-it = Ändern
checkin-draft-gone = Das ist mehr als eine halbe Stunde her, darum habe ich nicht mehr, was du getippt hast. `/checkin plan` beginnt neu.
checkin-no-days = Es wurde kein Tag gewählt, darum gibt es nichts zu fragen. Bitte wähle mindestens einen.

form-note = Notiz dazu
form-note-counts = Was du getan hast
    .description = Je Zeile eine Art und eine Zahl. Lass weg, was du magst.
form-note-learned = Etwas, das du gelernt hast
form-note-step = Der nächste kleine Schritt
checkin-step-no-plan = Einen Schritt bringe ich mit, wenn ich täglich nachfrage, und bei dir tue ich das noch nicht. `/checkin plan` richtet es ein; auch dort genügt ein halber Schritt.
form-note-no = Falls eine kam
    .description = Wird nicht gezählt und nicht aufbewahrt.
form-note-no-box = Eine Absage kam
checkin-note-kept = Behalten.{ $hasStep ->
        [0] {""}
       *[other] {" "}*{ $step }* bringe ich nächstes Mal mit.
    }
checkin-note-unread = Das konnte ich nicht als Art und Zahl lesen, wie in *Bewerbungen: 2*; alles andere ist behalten:
    { $lines }
checkin-no-came = Eine Absage kam. Das gehört dazu, und es sagt wenig über dich.
checkin-no-before = Eine Absage kam. Dafür hattest du dir vorgenommen: *{ $then }*.
checkin-then = Ein kleiner Plan für die nächste
checkin-then-again = Diesen Plan ändern
form-then = Wenn die nächste Absage kommt
form-then-text = Wenn eine Absage kommt, dann …
    .description = Klein und schnell. Ich bringe es zu deinem nächsten Check-in mit.
    .placeholder = … klappe ich den Rechner zu und gehe einmal um den Block.
checkin-then-kept = Behalten. Ich bringe es nächstes Mal mit.
checkin-then-gone = Weggenommen.

checkin-paused = Pause bis { $until }. Bis dahin keine Frage, kein Rückblick, kein Buddy. Nichts spricht gegen dich.
checkin-paused-no-end = Pause, bis du dich meldest. Keine Frage, kein Rückblick, kein Buddy. Nichts spricht gegen dich.
checkin-pause-week = Für eine Woche
checkin-pause-fortnight = Für zwei Wochen
checkin-resume = Weitermachen
checkin-resumed = Schön, dass du da bist. { $away ->
        [0] Die nächste Frage: { $next }.
       *[other] { checkin-away }
    }
checkin-away = Von diesem Server wurde ich entfernt, darum kommt vorerst nichts; werde ich wieder eingeladen, geht es weiter.
checkin-resumed-bare = Die Pause ist vorbei. Check-ins hast du hier keine; `/checkin plan` beginnt damit.
checkin-until-unclear = „{ $typed }“ kann ich nicht als kommenden Tag lesen. So geht es: 24. Dezember, Montag, 2 Wochen.
checkin-stopped = Beendet. Was du notiert hast, bleibt für `/checkin history`; `/checkin resume` beginnt wieder.
checkin-in-a-week = Dann frage ich in einer Woche wieder.
checkin-kept-coming = Dann mache ich weiter. { $away ->
        [0] Die nächste Frage: { $next }.
       *[other] { checkin-away }
    }

checkin-none = Du hast hier noch keine Check-ins. Zwei Minuten zum Einrichten, dann ist ein Tippen eine ganze Antwort.
checkin-begin = Täglicher Check-in
checkin-nowhere = Du hast auf keinem Server, von dem ich dich kenne, Check-ins. `/checkin plan` auf einem Server beginnt damit.
checkin-gone = Diese Frage gehört zu einem Plan, den es nicht mehr gibt. `/checkin plan` macht einen neuen.
checkin-not-yours = Dieser Check-in gehört jemand anderem.
checkin-too-old = Dieser Tag ist zu lange her, um ihn zu behalten. `/checkin now` ist für heute.

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
history-did = getan
history-part = zum Teil
history-rest = Ruhe
history-asked = keine Antwort
history-missed = von mir verpasst
history-twin = { $weeks ->
        [1] Diese Woche
       *[other] In den letzten { $weeks } Wochen
    }: { $parts }.
twin-did = { $count ->
        [one] 1 Tag getan
       *[other] { $count } Tage getan
    }
twin-part = { $count } zum Teil
twin-rest = { $count ->
        [one] 1 Tag Ruhe
       *[other] { $count } Tage Ruhe
    }
twin-missed = { $count ->
        [one] einen habe ich verpasst, nicht du
       *[other] { $count } habe ich verpasst, nicht du
    }
history-acts = Gezählt: { $acts }.
history-act = { $label } { $count }
history-empty = Noch nichts. Ab deiner ersten Antwort ist das hier ein Bild deiner Wochen: was du getan hast, und wann du geruht hast.
history-small = Nur du siehst das. Ruhe zählt, und nichts beginnt hier je von vorn.
history-no-picture = Das Bild ist diesmal nichts geworden; die Worte sagen dasselbe.
recap-said = Deine Woche, { $member }: { $parts }.
recap-waits = Deine Woche: { $days ->
        [one] 1 Tag mit einer Antwort
       *[other] { $days } Tage mit einer Antwort
    }, { $kept } von deinen letzten { $of }. Das Bild hat `/checkin history`.

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
    .so = der Thread eines Check-ins bleibt, auch wenn sein Besitzer vergessen wird
