# Wie es der Gruppe geht, für ihre Moderation. Stimmung: ruhig, fünf Minuten am Tag. Keine Zahl steht auf weniger als fünf Leuten.

cmd-mod-health = Wie es der Gruppe geht, und was hilft
    .weeks = Wie viele Wochen
    .circle = Nur ein Kreis
cmd-mod-export = Alles, was über die Gruppe veröffentlicht ist, als Tabellen
feature-health = Die Moderation sieht, wie es der Gruppe geht: wie bald jemand da ist, wann Beiträge kommen, ob Leute zurückgeben.

health-page-board = Brett
health-page-answers = Wie bald
health-page-hours = Wann
health-page-mutual = Zurückgeben
health-page-circles = Kreise
health-weeks = { $count } Wochen ansehen
health-nothing-yet = Für diese { $weeks } Wochen ist noch nichts veröffentlicht. Eine Woche erscheint am Dienstag danach, sobald außer dir mindestens fünf Leute und zehn Taten darin sind; bis dahin wartet sie auf die nächste.

health-board-head = **Was wartet**
health-board-nothing = Nichts wartet auf die Moderation.
health-waiting = { $all ->
        [0] Bei jedem Beitrag ist jemand.
        [one] Bei einem Beitrag ist noch niemand (bis 1 h: { $hour } · 6 h: { $six } · 24 h: { $day } · länger: { $longer }).
       *[other] Bei { $all } Beiträgen ist noch niemand (bis 1 h: { $hour } · 6 h: { $six } · 24 h: { $day } · länger: { $longer }).
    }
health-listening = Zu dieser Stunde hören { $count } Leute zu.
health-listening-few = Zu dieser Stunde hören weniger als 5 Leute zu. `/my hours` ist der Anfang.
health-first-week = Das ist die erste Woche, darum gibt es noch keine Zahlen: sie beginnen am Dienstag nach einer ganzen Woche. Ein guter nächster Schritt: selbst einen Beitrag beantworten.
health-small = In einer Gruppe dieser Größe sprächen Zahlen von Einzelnen, darum gibt es keine. Das Brett hat alles, was zu tun ist.

health-of-circle = Nur in **{ $circle }**:

health-answers-head = **Wie bald ist jemand da?**
health-usually = Meist { $when ->
        [hour] innerhalb einer Stunde
        [day] am selben Tag
       *[later] nach mehr als einem Tag
    }.
health-answers = Von { $vents } Beiträgen in { $weeks } Wochen war bei der Hälfte { $half } jemand da, bei neun von zehn { $most }. { $unanswered ->
        [0] Keiner blieb einen Tag allein.
        [one] Einer blieb einen Tag allein.
       *[other] { $unanswered } ({ $unanswered_share } %) blieben einen Tag allein.
    } Bei { $enough } % waren es genug.
health-answers-before = In den Wochen davor waren es { $vents }, und bei der Hälfte war { $half } jemand da.
health-afterwards = Wie es nach dem Ende eines Beitrags ging, sagen die, die ihn schrieben: besser { $better }, genauso { $same }, schlechter { $worse }.
health-afterwards-few = weniger als 5
health-answers-act = Was es so hält: Leute, die zu den Stunden zuhören, in denen Beiträge kommen (*Wann*).
health-answers-act-slow = Was es am meisten verkürzt: Leute, die zuhören. Frag zwei oder drei, ob `/my hours` zu ihnen passt, oder wähle mit `/setup roles` eine Rolle zum Anpingen.
health-more-than-a-day = erst nach einem Tag oder gar nicht
health-minutes = innerhalb von { $count } Minuten
health-hours = { $count ->
        [one] innerhalb einer Stunde
       *[other] innerhalb von { $count } Stunden
    }
health-short-minutes = { $count } min
health-short-hours = { $count } h
health-answers-title = Wie bald ist jemand da?
health-answers-axis = nachdem der Beitrag erschien
health-now = diese { $weeks } Wochen: { $posts } Beiträge
health-before = die { $weeks } Wochen davor: { $posts }

health-hours-head = **Wann kommen Beiträge, und wer hört dann zu?**
health-hours-most = Die meisten kommen am { $day } zwischen { $at } und { $until } Uhr ({ $zone }).
health-hours-cover = In jeder dieser Stunden hören heute mindestens { $least } Leute zu.
health-hours-cover-few = Darunter ist heute eine Stunde, in der weniger als 5 Leute zuhören.
health-hours-act = Das passt. Nichts zu tun.
health-hours-act-few = Was hilft: eine Person mehr, deren `/my hours` sie abdecken.
health-hours-title = Wer hört zu, wenn etwas kommt?
health-listen-short = hören zu
health-listen-many = 5 oder mehr
health-listen-few = weniger
health-shade-0 = kein Beitrag
health-shade-1 = 1 bis 4
health-shade-2 = 5 bis 9
health-shade-3 = ab 10
health-day-0 = Montag
health-day-1 = Dienstag
health-day-2 = Mittwoch
health-day-3 = Donnerstag
health-day-4 = Freitag
health-day-5 = Samstag
health-day-6 = Sonntag
health-day-short-0 = Mo
health-day-short-1 = Di
health-day-short-2 = Mi
health-day-short-3 = Do
health-day-short-4 = Fr
health-day-short-5 = Sa
health-day-short-6 = So

health-mutual-head = **Geben Leute zurück?**
health-mutual-not-yet = Noch zu wenig, um etwas zu sagen. Es braucht { $events } Taten unter Namen in vier ganzen Wochen mit Leuten darin, die eine Bilanz führen (`/my balance`).
health-mutual = Das Geben hier ist { $verdict ->
        [more] **gegenseitiger als der Zufall**
        [less] **weniger gegenseitig als der Zufall**
       *[about] **etwa so gegenseitig wie der Zufall**
    }: was in { $weeks } Wochen unter Namen gegeben wurde, verglichen mit denselben Leuten, die irgendwem geben.
health-mutual-tenth = Das Zehntel, das am meisten gab, gab davon { $percent } %. { $much ->
        [yes] Vieles liegt bei wenigen: ein Dank an alle, die zuhören, und anderen sagen, dass ein Satz genügt.
       *[no] Es verteilt sich auf viele.
    }
health-mutual-tenth-few = Wie viel das fleißigste Zehntel gibt, steht hier ab { $givers } Leuten, die geben: bei weniger ginge es um Einzelne.
health-mutual-act = { $verdict ->
        [more] Dieselben Leute sind immer wieder füreinander da. Das trägt sie; frag, ob Neue hineinfinden. Kreise und Buddys mischen.
        [less] Manche geben vielen, von denen nichts zurückkommt. Ein Dank an die, die am meisten tragen, lohnt sich; dafür ist `/thanks`.
       *[about] Die Leute geben dem, der es braucht. Nichts zu tun.
    }
health-mutual-title = Geben Leute zurück?
health-mutual-band = Zufall
health-mutual-more = mehr: hin und her unter denselben Leuten
health-mutual-less = weniger: manche geben, wenig kommt zurück

health-circles-head = **Wie voll sind die Kreise?**
health-circles-none = Noch gibt es keinen Kreis. Der erste beginnt, wenn zehn Leute warten.
health-few = weniger als 5 Leute
health-people = { $count } Leute
health-circle = **{ $name }**: { $people } von { $seats } Plätzen · { $state ->
        [grows] neu, wächst
        [small] klein
        [quiet] still
        [full] voll
       *[well] gut
    }
health-circles-more = { $count ->
        [one] Und noch einer.
       *[other] Und noch { $count }.
    }
health-circles-act = Nichts bewegt sich von selbst: wo einer klein, still oder voll ist, hat `/mod circles` einen Vorschlag.
health-no-circle = So einen Kreis gibt es hier nicht. Lass ihn weg, um den ganzen Server anzusehen.

health-digest-head = **Letzte Woche**
health-digest-unanswered = { $count } von { $all } Beiträgen blieben einen Tag lang allein.
health-digest-better = Bei { $now } % der Beiträge war am selben Tag jemand da; in den Wochen davor bei { $before } %.
health-digest-slow = Die Hälfte der Beiträge wartete länger als drei Stunden.
health-digest-more-posts = Es gab { $now } Beiträge; in den Wochen davor je etwa { $before }.
health-digest-few = Es waren so wenige dabei, dass nichts davon veröffentlicht ist; in den Wochen davor gab es je etwa { $before } Beiträge. Am meisten hilft vielleicht, jemanden, der früher schrieb, zu fragen, wie es geht.
health-digest-fewer-posts = Es gab { $now ->
        [one] einen Beitrag
       *[other] { $now } Beiträge
    }; in den Wochen davor je etwa { $before }. Am meisten hilft vielleicht, jemanden, der früher schrieb, zu fragen, wie es geht.
health-digest-act = Am meisten hilft eine Person mehr, die zuhört: frag jemanden, ob `/my hours` passt.
health-week-one = Die erste Woche ist vorbei. Wie die Leute den Raum nutzen, spielt sich noch ein, und das braucht Zeit.
    Zahlen beginnen an einem Dienstag, sobald eine ganze Woche genug Leute hat.
    Ein guter nächster Schritt: danke mit `/thanks` jemandem, der geantwortet hat.

health-export = { $count ->
        [0] Nichts ist veröffentlicht, was kopiert werden darf; die Tabellen haben nur ihre Überschriften. In Gruppen mit weniger als etwa 40 Lesenden bleibt das so.
        [one] Alles, was veröffentlicht ist, für immer: eine Zelle aus ganzen Wochen. Sie steht außer dir nicht auf weniger als fünf Leuten.
       *[other] Alles, was veröffentlicht ist, für immer: { $count } Zellen aus ganzen Wochen. Keine steht außer dir auf weniger als fünf Leuten.
    }
export-circle = Die Nummer des Kreises; 0 ist alles außerhalb von Kreisen
export-from = Der Montag, an dem die erste Woche begann (UTC)
export-weeks = Wie viele ganze ISO-Wochen: mehr als eine, wo eine Woche allein auf zu wenigen Leuten stand
export-people-at-least = Mindestens so viele verschiedene Leute außer einer moderierenden Person; niemand wurde doppelt gezählt
export-vents = Beiträge
export-unanswered = Beiträge, bei denen 24 Stunden nach Erscheinen niemand war
export-enough = Beiträge mit so vielen verschiedenen Leuten in 24 Stunden, wie in einer Gruppe dieser Größe genug sind
export-supports = Leute, die da waren, Beitrag für Beitrag zusammengezählt
export-named = Aufmunterung, Worte und Dank von einem Mitglied zum anderen, unter Namen
export-first-within = Beiträge, bei denen die erste Person in so vielen Minuten kam und nicht schon in der Spalte davor
export-rho = (r − a)/(1 − a): r ist der Anteil gegenseitiger Paare, a der Anteil der vorhandenen an allen möglichen Paaren (Garlaschelli und Loffredo 2004)
export-chance-low = Von hundert gemischten Gruppen sind 2 oder 3 weniger gegenseitig als das
export-chance-high = Von hundert gemischten Gruppen sind 2 oder 3 gegenseitiger als das
export-mutual-weeks = Wie viele ganze ISO-Wochen es umfasst, mindestens vier; keine zwei Werte teilen eine Woche
export-top-tenth = So viele Prozent dessen, was mit Namen gegeben wurde, gab das Zehntel, das am meisten gab; leer, wo dieses Zehntel weniger als fünf Leute neben einer moderierenden Person waren
export-verdict = „more“, „about“ oder „less“: mehr, etwa so oder weniger gegenseitig als der Zufall

kept-health = Zeichen unter Schlüssel, dass du in einer Woche dabei warst, bis sie veröffentlicht ist: { $count }
kept-health-seat = In welchem Kreis du sitzt, für die Zahlen der Gruppe: { $count }
