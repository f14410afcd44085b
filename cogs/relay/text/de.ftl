# Die Staffel. Stimmung: man bittet jemanden, der jederzeit nein sagen darf, ohne Grund. Niemand erfährt, was er tat.

cmd-my-hours = Wann du jemandem zuhören würdest: Stunden, wie oft, Pause, Ende

relay-ping = { $known ->
        [0] Jemand auf deinem Server
       *[other] Jemand in **{ $server }**
    } könnte ein paar Worte von dir brauchen. Gewünscht ist: { $wish ->
        [cheer] *etwas Aufmunterung*
        [stories] *hören, wer das noch kennt*
        [advice] *ein Rat*
       *[listen] *einfach, dass jemand zuhört*
    }. Ein Satz ist genug: { $link }
    -# { $nth } von höchstens { $most } heute. Niemand sieht, ob du antwortest.
relay-ping-waits = Gegen { $at } konnte { $known ->
        [0] jemand auf deinem Server
       *[other] jemand in **{ $server }**
    } ein paar Worte von dir brauchen: { $link }. Niemand sieht, ob du antwortest.
relay-ping-answered = Beantwortet, danke dir. Es bleibt nichts zu tun.
relay-ping-anew = Danach habe ich dich noch einmal gefragt, weiter unten.
relay-ping-over = Diesen Beitrag gibt es inzwischen nicht mehr. Es bleibt nichts zu tun.
relay-take = Ich schreibe ein paar Worte
relay-pass = Jetzt nicht
relay-rest = Ruhe bis morgen
relay-stop = Damit aufhören
relay-go = Hingehen
relay-write = Ein paar Worte

relay-taken = Danke dir. Zehn Minuten lang frage ich niemanden sonst: { $link }. *Ein paar Worte* steht unter dem Beitrag.
relay-taken-too = Gerade schreibt schon jemand. Auch zweite Worte tun gut: { $link }
# pressed once more; the ten minutes do not begin anew
relay-taken-again = Hier ist der Weg noch einmal: { $link }. *Ein paar Worte* steht unter dem Beitrag.
relay-not-asked = Nach diesem Beitrag habe ich dich nicht gefragt. *Ein paar Worte* steht unter jedem, der Platz dafür hat.
relay-passed = Das ist in Ordnung. Niemand erfährt es.
relay-resting = Ruh dich aus. Vor morgen kommt nichts von mir, und niemand erfährt es.
relay-resting-monday = Ruh dich gut aus. Vor Montag bitte ich dich um nichts, und niemand erfährt es.
relay-stopped = Beendet. Ich frage dich hier nicht mehr, und niemand erfährt es. Mit `/my hours` fängst du wieder an, wann immer du magst.
relay-answered = Inzwischen sind genug Leute da, danke dir. Wenn du trotzdem etwas sagen magst: { $link }
relay-over = Dieser Beitrag ist weg. Wer ihn schrieb, hat ihn heruntergenommen, oder seine Zeit war um.
relay-own = Der ist von dir, darum wird nichts von dir erbeten. Die anderen werden wie bisher gefragt.

relay-role = { $role } Ein paar gute Worte täten hier gut: { $link }
relay-role-answered = Danke. Jemand ist da.
relay-role-over = Das ist erledigt.
relay-lift = Weiter oben ist Platz für ein paar Worte: { $link }
relay-moderators-waited = Ein Beitrag in <#{ $room }> steht seit sechs Stunden da und könnte ein paar Worte von jemandem von euch brauchen: { $link }
relay-moderators-asked = Wer einen Beitrag in <#{ $room }> schrieb, wünscht sich eine Antwort von der Moderation: { $link }

relay-word = { $total ->
        [0] Noch hat niemand geschrieben. Das sagt etwas über gestern, nicht über dich.
        [one] Bisher ist ein Mensch bei dir. Wenn du mehr möchtest: das kann ich tun.
       *[other] Bisher sind { $total } Menschen bei dir. Wenn du mehr möchtest: das kann ich tun.
    } { $link }
relay-again = Noch einmal zeigen
relay-moderator = Die Moderation um Antwort bitten
relay-use-name = Mit meinem Namen
relay-take-down = Herunternehmen
relay-shown-again = Es ist wieder zu sehen, und ich frage jetzt die, die zuhören.
relay-again-already = Es wurde gerade erst wieder gezeigt. Lass den Leuten etwas Zeit.
relay-again-off = Leute um ein paar Worte zu bitten ist auf diesem Server zurzeit abgeschaltet. Der Beitrag steht, wo er war, und geschrieben werden kann weiterhin.
relay-again-closed = Zurzeit kann dort niemand etwas schreiben, darum würde es nichts helfen, ihn zu zeigen.
relay-moderator-asked = Ich habe gefragt. Die Moderation arbeitet ehrenamtlich; es kann Stunden dauern. Wer du bist, wurde nicht gesagt.
relay-not-yours = Das kann nur, wer es geschrieben hat.

relay-rest-offer = Das war viel Zuhören. Du musst es nicht jedes Mal sein: die anderen sind auch da.

hours-about = Ab und zu könnte hier jemand ein paar Worte brauchen. Wenn du magst, frage ich dich: nur in deinen Stunden, höchstens dreimal am Tag, und *jetzt nicht* ist immer in Ordnung. Niemand sieht, dass du zuhörst oder ob du geantwortet hast.
    -# Aufbewahrt: deine Stunden, deine Zeitzone, wann ich dich zuletzt fragte. Weg mit *Damit aufhören*.
hours-are = Du hörst { $always ->
        [0] von { $opens } bis { $closes } Uhr
       *[other] den ganzen Tag
    } zu, in { $zone }, dort ist es jetzt { $now } Uhr. Ich frage dich höchstens { $most ->
        [one] einmal
        [2] zweimal
       *[other] { $most }-mal
    } am Tag, { $dm ->
        [0] in `/my inbox`
       *[other] per Direktnachricht
    }.
hours-paused = { $open ->
        [0] Es ruht bis { $until }.
       *[other] Es ruht, bis du wieder willst.
    }
hours-begin = Ab und zu zuhören
hours-change = Ändern
hours-pause-week = Eine Woche Pause
hours-pause-open = Pause, bis ich mich melde
hours-resume = Weitermachen
hours-which-zone = Welchen Ort meinst du?
hours-type-again = Neu eintippen
hours-none = Du hörst hier gerade nicht zu. Mit `/my hours` auf dem Server fängst du an.
hours-none-in-dm = Du hörst noch nirgends zu. Zum Beginnen: `/my hours` auf dem Server, dem du zuhören würdest.
hours-zone-unknown = Einen Ort namens „{ $typed }“ kenne ich nicht. Oft hilft die nächste große Stadt: Berlin, New York, Kolkata.
hours-zone-several = „{ $typed }“ kann mehrere Orte meinen. Welchen meinst du?
hours-dm-closed = Du lässt von diesem Server keine Direktnachrichten zu, darum kann ich dir nicht schreiben. Was ich fragen würde, wartet in `/my inbox`; so lässt du sie zu: Servermenü → Privatsphäre-Einstellungen → Direktnachrichten erlauben. Dann tippe auf *Ändern*.

form-hours = Wann würdest du zuhören?
form-hours-zone = Wo bist du?
    .description = Die nächste große Stadt. Nur ihre Zeitzone wird aufbewahrt.
    .placeholder = Berlin, New York, Kolkata …
form-hours-opens = Von
form-hours-closes = Bis
form-hours-most = Wie oft am Tag höchstens?
form-hours-times = { $count ->
        [one] Einmal
        [2] Zweimal
       *[other] { $count }-mal
    }
form-hours-where = Wie darf ich dich fragen?
form-hours-dm = Per Direktnachricht
form-hours-inbox = Nur in meinem Posteingang, wenn ich schaue

kept-hours = Deine Stunden zum Zuhören: { $count }
kept-asks = Beiträge, um deren Antwort du gebeten wurdest: { $count }
kept-load = Eine Notiz, eine Woche lang, wie oft du anderen Worte schriebst, damit ich dir eine Pause anbieten kann: { $count }
kept-waits = Beiträge von dir, die auf Antworten warten: { $count }

feature-relay = Fragt Leute, die gefragt werden wollen, wenn ein Beitrag auf ein paar Worte wartet. Braucht *Etwas loswerden*.

## Rechte, für den Doktor

right-relay-send = die Moderation um einen Blick auf einen Beitrag bitten, auf den niemand antwortete
    .cannot = nicht schreiben
    .so = die Moderation hört nichts von Beiträgen, die warten
