# Kreise. Stimmung: ein Tisch mit freien Stühlen. Niemandem wird gesagt, wie man zu sein hat; was dort geteilt wird, steht offen da.

cmd-circle = Fünfzehn bis zwanzig Leute, die einander unter ihrem Namen schreiben, was los ist
cmd-circle-join = Einen Platz in einem Kreis nehmen, oder auf einen warten
cmd-circle-leave = Deinen Platz freigeben, oder von der Liste gehen
cmd-circle-about = Dein Kreis, oder wie du zu einem kommst
cmd-circle-charter = Woran ein Kreis sich hält, und wer ihn lesen kann
cmd-mod-circles = Wie es den Kreisen geht: gut, klein, still oder voll, und was sich tun ließe

form-circle = Ein Platz in einem Kreis
form-circle-band = In welchem Teil der Welt ist dein Tag?
    .description = Damit jemand wach ist, wenn du es bist. Ändere, was nicht passt; der Rest kann bleiben.
circle-band-americas = Nord- und Südamerika
circle-band-europe = Europa und Afrika
circle-band-gulf = Vom Golf bis Indien
circle-band-east = Ostasien und Ozeanien
form-circle-field = Worin arbeitest du, ungefähr?
circle-field-any = Egal, oder lieber nicht sagen
circle-field-software = Software und Daten
circle-field-design = Gestaltung und Medien
circle-field-office = Büro und Verwaltung
circle-field-sales = Vertrieb und Marketing
circle-field-finance = Finanzen und Recht
circle-field-health = Gesundheit und Pflege
circle-field-teaching = Schule und Ausbildung
circle-field-science = Wissenschaft und Technik
circle-field-trades = Handwerk, Bau und Verkehr
circle-field-service = Handel, Küche und Hotel
form-circle-stage = Wie lange suchst du schon?
circle-stage-start = Ich fange gerade an
circle-stage-months = Seit einigen Monaten
circle-stage-long = Seit langer Zeit
circle-stage-landed = Ich habe etwas und bleibe gern in der Nähe
form-circle-extras = Wenn du magst
form-circle-monday = Montags fragen
    .description = Ein Erfolg, eine Sorge, ein Plan: je ein Satz, zusammen mit allen, die es möchten.

circle-seat = Du hast einen Platz in **{ $name }**. { $there ->
        [0] Sein Ort öffnet sich gleich, in der Liste der Threads.
       *[other] Er ist hier: { $place }
    }
circle-why = Warum dieser: { $reasons }.
circle-why-band = seine Tageszeit ist deine ({ $band })
circle-why-field = manche dort arbeiten in deinem Bereich ({ $field })
circle-why-stage = manche dort suchen etwa so lange wie du
circle-why-seat = dort ist ein Platz frei
circle-opened = Er hat sich gerade geöffnet, mit { $count } Leuten, die wie du auf einen gewartet haben.
circle-who-reads = -# Alle im Kreis sehen deinen Namen. Auch Leute hier mit dem Recht *Threads verwalten*: meist die Moderation.
circle-waits = Du stehst auf der Liste. Ein Kreis öffnet sich, sobald zehn warten: { $count ->
        [one] es fehlt noch eine Person.
       *[other] es fehlen noch { $count }.
    } Wird vorher irgendwo ein Platz frei, gehört er dir. `/my inbox` sagt es dir.
circle-listed = Du stehst auf der Liste derer, die gern einen Kreis hätten. Noch ist dieser Server dafür etwas klein; die Moderation sieht, wie viele auf der Liste stehen, nicht wer.
circle-changed = Notiert. Dein Platz in **{ $name }** bleibt, wie er ist.
circle-changed-not-apart = Notiert, bis auf eins: in **{ $name }** ist gerade kein Stuhl der anderen Art frei, darum behältst du den, den du hast.
circle-is-the-room = { $readers ->
        [0] Dieser Server ist so klein, dass der ganze Raum der Kreis ist.
       *[other] Mit etwa { $readers } Leuten hier ist der ganze Raum der Kreis.
    } `/vent` erreicht alle, und alle können antworten.
circle-too-often = Du hattest in letzter Zeit mehrere Plätze, und die Leute dort öffnen sich denen, die bleiben. Ab { $when } kannst du wieder einen nehmen.
circle-no-seat = Dieser Platz lässt sich gerade nicht vergeben. Du bleibst, wo du bist, und nichts ist verloren.
circle-none = Du hast keinen Platz in einem Kreis und stehst nicht auf der Liste. `/circle join` ist der Weg hinein.

circle-about = Ein Kreis, das sind fünfzehn bis zwanzig Leute, die einander unter ihrem Namen schreiben, in einem privaten Thread. Er richtet sich nach deinem Teil der Welt, deinem Bereich und wie lange du suchst. Einmal tippen, und du bist wieder draußen.
circle-about-list = Ein Kreis, das sind fünfzehn bis zwanzig Leute, die einander unter ihrem Namen schreiben. Noch ist dieser Server dafür etwas klein. Du kannst sagen, dass du gern einen hättest.
circle-mine = **{ $name }** { $there ->
        [0] hat gerade keinen Ort; die Moderation kann sich darum kümmern.
       *[other] · { $place }
    }
    { $people } von 20 Plätzen sind vergeben{ $alumni ->
        [0] .
        [one] , und eine Person, die Arbeit fand, bleibt in der Nähe.
       *[other] , und { $alumni }, die Arbeit fanden, bleiben in der Nähe.
    }{ $own ->
        [0] {""}
       *[other] {" "}Du hast einen der Plätze neben den zwanzig.
    }
    { $monday ->
        [0] Montags wirst du nicht gefragt.
       *[other] Montags wirst du gefragt: ein Erfolg, eine Sorge, ein Plan.
    }
circle-mine-shut = An seinem Ort bist du noch nicht: Du siehst den Kanal nicht, in dem er ist. Die Moderation kann das ändern; dann *Noch einmal versuchen*, oder warte einen Tag.
circle-try = Noch einmal versuchen
circle-tried = Gleich lasse ich dich zu **{ $name }**, wenn du den Kanal siehst, in dem der Ort ist. Kommt nichts, frag die Moderation nach diesem Kanal.
circle-join = Einem Kreis beitreten
circle-like = Ich hätte gern einen
circle-leave = Den Kreis verlassen
circle-unlist = Von der Liste gehen
circle-change = Meine Angaben ändern
circle-look-mine = Mein Kreis
circle-charter = Woran wir uns halten
circle-monday = Montags: dabei oder nicht
circle-monday-on = Montags fragen
circle-monday-off = Montags nicht fragen
circle-landed = Ich habe Arbeit gefunden
circle-looking = Ich suche wieder
circle-monday-is = { $wants ->
        [0] Montags wirst du nicht mehr gefragt.
       *[other] Montags wirst du gefragt, sobald drei von euch das möchten. Auslassen ist in Ordnung.
    }
circle-alumni-now = Das freut mich. Du behältst einen Platz neben den zwanzig, und deiner geht an jemanden, der sucht.
circle-looking-now = Du hast wieder einen der zwanzig Plätze. Gut, dass du da bist.
circle-left = Du bist nicht mehr in **{ $name }**, und sein Thread ist für dich zu. Was du dort losgeworden bist, wird heruntergenommen; was du selbst getippt hast, bleibt, außer du löschst es. Niemand erfährt, warum, oder dass du das gedrückt hast.
circle-unlisted = Du stehst nicht mehr auf der Liste.
circle-charter-text = **Woran ein Kreis sich hält**
    · Was dort gesagt wird, bleibt dort.
    · Erst zuhören. Rat nur, wo jemand darum bittet.
    · Ein Satz ist genug. Niemand schuldet eine Antwort, und niemand wird gezählt.
    · Geh, wann du magst: einmal tippen, ohne Grund.
circle-charter-readers = **Wer ihn lesen kann**
    · Die Leute darin: zwanzig Plätze, und ein paar daneben für die, die Arbeit fanden.
    · Wer auf diesem Server das Recht *Threads verwalten* hat: meist die Moderation. Wer mich betreibt, könnte herausfinden, wer in welchem Kreis ist.
    · Ein Bildschirmfoto ist auch dort schnell gemacht.

circle-thread-name = Kreis: { $name }
circle-welcome = **{ $name }** ist offen. Hier seid ihr unter eurem Namen, fünfzehn bis zwanzig Leute und ein paar, die Arbeit fanden. `/vent` und *Mein Kreis: mit meinem Namen* stellt einen Beitrag hierher; tippen geht auch.
    Was hier gesagt wird, bleibt hier. Hört erst zu, und gebt Rat nur, wo jemand darum bittet.
    -# Wer auf diesem Server das Recht *Threads verwalten* hat, kann mitlesen.
circle-round = Montag: ein Erfolg, eine Sorge, ein Plan. Je ein Satz ist genug, und keiner auch. { $people }
circle-shared = Check-ins von heute, hier mit euch geteilt: { $people }.
circle-offer = Ihr seid hier wenige geworden. **{ $other }** hat { $people } Leute und für jede Person von euch einen Platz. Ihr entscheidet alle für euch selbst; wer bleibt, bleibt, und es lässt sich später ändern.
circle-move = Hinüberziehen
circle-stay = Ich bleibe
circle-stayed = Du bleibst. Nichts ändert sich.
circle-moved = Du bist jetzt in **{ $name }**. { $there ->
        [0] Sein Ort öffnet sich gleich.
       *[other] Er ist hier: { $place }
    }
circle-move-over = Das ist vorbei: du hast anderswo einen Platz, oder einen der beiden Kreise gibt es nicht mehr.

circle-note-seat = Du hast einen Platz im Kreis **{ $name }**. { $there ->
        [0] Sein Ort steht in der Liste der Threads, sobald er offen ist.
       *[other] Er ist hier: { $link }
    } `/circle about` sagt alles dazu, auch, wie du wieder gehst.
circle-note-shut = Du hast einen Platz im Kreis **{ $name }**, aber ich kann dich nicht an seinen Ort lassen: Du siehst den Kanal nicht, in dem er ist. Die Moderation kann das ändern. Dein Platz bleibt deiner, und ich versuche es jeden Tag wieder.
circle-note-out = Du bist nicht mehr im Thread von **{ $name }**, darum ist dein Platz dort wieder frei. War das nicht so gemeint: `/circle join`.

circle-mod-empty = Noch gibt es keinen Kreis, und niemand wartet auf einen. Der erste öffnet sich, wenn zehn warten.
circle-mod-head = { $count ->
        [0] **Noch ist kein Kreis offen**
        [one] **Ein Kreis**
       *[other] **{ $count } Kreise**
    }
circle-mod-one = **{ $name }** · { $people } von 20{ $alumni ->
        [0] {""}
       *[other] {" "}und { $alumni } mit Arbeit
    } · { $how }
circle-standing-well = gut
circle-standing-grows = neu, wächst
circle-standing-small = klein
circle-standing-quiet = still
circle-standing-full = voll
circle-mod-small = -# Zusammen mit **{ $other }** hätten sie eine gute Größe. Ihr könnt sie fragen; alle entscheiden für sich, und von selbst bewegt sich nichts.
circle-mod-quiet = -# Seit zwei Wochen hat dort niemand geschrieben, das kann in Ordnung sein. **{ $other }** hat Platz für alle, wenn sie mögen.
circle-mod-small-alone = -# Neue Leute bekommen zuerst dort einen Platz. Kein anderer Kreis hat Platz für alle.
circle-mod-quiet-alone = -# Seit zwei Wochen hat dort niemand geschrieben, das kann in Ordnung sein. Vielleicht genügt eine Frage von euch.
circle-mod-full-alone = -# Wer jetzt dazukommt, wartet; der nächste Kreis öffnet sich mit zehn.
circle-mod-gone = -# Sein Thread wurde in einer Woche zweimal gelöscht, darum habe ich ihn nicht wieder geöffnet. Die Plätze bleiben vergeben.
circle-mod-cannot = -# Ich konnte seinen Thread nicht öffnen. Ich brauche das Recht *Private Threads erstellen* im Raum oder in dem Kanal, der für Kreise gewählt ist; alle sechs Stunden versuche ich es wieder.
circle-mod-shut = -# { $count ->
        [one] Eine Person hat dort einen Platz und ist nicht im Thread, weil sie
       *[other] { $count } Leute haben dort einen Platz und sind nicht im Thread, weil sie
    } { $there ->
        [0] den Kanal für Kreise
       *[other] <#{ $parent }>
    } nicht { $count ->
        [one] sieht
       *[other] sehen
    }. Lass alle, die einen Kreis haben dürfen, ihn sehen, oder wähle in `/setup` einen anderen. Ich versuche es jeden Tag wieder.
circle-mod-waiting = { $count ->
        [one] Eine Person wartet auf einen Platz.
       *[other] { $count } Leute warten auf einen Platz.
    } Mit zehn öffnet sich ein Kreis.
circle-mod-list = { $count ->
        [one] Eine Person hätte gern einen Kreis.
       *[other] { $count } Leute hätten gern einen Kreis.
    } Auf einem Server dieser Größe ist der Raum selbst der bessere Kreis; ab 40 Leuten öffnen sich Kreise von selbst.
circle-ask-them = { $name } fragen
circle-asked = Ich frage die Leute von **{ $name }** in ihrem Thread. Alle entscheiden für sich.
circle-reopen = Wieder öffnen
circle-reopened = **{ $name }** bekommt gleich wieder einen Ort, mit allen, die dort einen Platz haben.
circle-gone = Diesen Kreis gibt es nicht mehr.
circle-no-place = Dieser Kreis hat gerade keinen Ort, darum kann ich dort nicht fragen.
circle-look = Die Kreise ansehen
circle-board-gone = Der Thread des Kreises **{ $name }** wurde zweimal gelöscht. { $people } Leute haben dort noch einen Platz.
circle-board-cannot = Ich konnte den Thread des Kreises **{ $name }** nicht öffnen: mir fehlt das Recht *Private Threads erstellen*.
circle-board-shut = { $count ->
        [one] Eine Person hat einen Platz im Kreis **{ $name }** und kann nicht hinein: Sie sieht den Kanal nicht, in dem er ist.
       *[other] { $count } Leute haben einen Platz im Kreis **{ $name }** und können nicht hinein: Sie sehen den Kanal nicht, in dem er ist.
    }
circle-board-small = Der Kreis **{ $name }** ist klein geworden. Zusammen mit **{ $other }** hätten sie eine gute Größe.
circle-board-list = { $count } Leute hätten gern einen Kreis.

kept-circle = Dein Platz in einem Kreis: { $count }
kept-circle-wait = Dein Platz auf der Liste für einen Kreis: { $count }
kept-circle-share = Check-ins auf dem Weg in deinen Kreis: { $count }

right-circle-place = den Ort eines Kreises öffnen
    .cannot = keine privaten Threads öffnen
    .so = es kann kein neuer Kreis beginnen
right-circle-say = am Ort eines Kreises schreiben
    .cannot = nicht in Threads schreiben
    .so = ein Kreis hört nichts von mir, und sein Ort kann einschlafen
right-circle-close = den Ort eines Kreises schließen, wenn er vorbei ist
    .cannot = keine Threads schließen
    .so = der Ort eines Kreises, der vorbei ist, bleibt offen
