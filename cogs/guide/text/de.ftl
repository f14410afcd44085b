# Hilfe, und was das hier ist. Stimmung: ein freundlicher Aushang; kurz, ohne Werbung.

cmd-help = Was du hier tun kannst
    .topic = Ein Teil davon
cmd-about = Was das ist, was es aufbewahrt und wer es betreibt

help-head = Was du hier tun kannst. Für das meiste gibt es Knöpfe, du musst dir also nichts davon merken.
help-foot = -# `/help` mit einem Thema sagt mehr. `/about` sagt, was aufbewahrt wird und wer mich betreibt.
help-optional = (wenn du magst)
help-no-topic = So ein Thema habe ich nicht. `/help` allein nennt alle.

help-venting = Etwas loswerden, unter dem eigenen Namen oder, wo genug Leute mitlesen, einem erfundenen. Andere antworten mit ein paar Worten oder zeigen, dass sie bei dir sind.
    .title = Etwas loswerden
help-cheering = Ein Zeichen oder ein paar Worte für eine Person, im Kanal oder leise. Die Worte landen in ihrem Glas.
    .title = Gute Worte
help-relay = Zu Stunden, die du wählst, gefragt werden, wenn jemand ein paar Worte brauchen kann. Niemand sieht, ob du antwortest.
    .title = Für andere da sein
help-care = Menschen, mit denen du reden kannst, und ein Weg zur Moderation.
    .title = Wenn es zu viel wird
help-checkins = Eine kurze Frage zu deiner Uhrzeit; einmal tippen ist schon die ganze Antwort.
    .title = Check-ins
help-buddies = Eine andere Person, eine Woche lang.
    .title = Buddys
help-circles = Fünfzehn bis zwanzig Leute, die einander unter ihrem Namen schreiben.
    .title = Kreise
help-reciprocity = Was du gegeben hast und was zu dir kam. Nur du siehst es.
    .title = Geben und Nehmen
help-yourdata = Was auf dich wartet, wie ich dir schreibe, was aufbewahrt wird und wie es verschwindet.
    .title = Deine eigene Seite
help-guide = Diese Seite, und was ich bin.
    .title = Hilfe
help-moderation = Melden können alle; der Rest ist für die Moderation und geht auch mit Knöpfen unter einem Beitrag.
    .title = Damit es sicher bleibt
help-health = Wie es der Gruppe geht, ohne jemanden zu beobachten.
    .title = Wie es der Gruppe geht
help-setup = Wo auf diesem Server was geschieht.
    .title = Einrichten

about-what = Ich bin **{ $name }**: ein Weg, auf dem Leute, die Arbeit suchen, einander stützen. Die guten Worte hier schreiben Menschen; ich trage sie nur weiter.
about-kept = Ich bewahre auf, was ich dafür brauche, versiegelt und so kurz ich kann. `/my privacy` zeigt dir, was das bei dir ist, `/my forget` beendet es. Was du in Kanälen schreibst, lese ich nicht.
about-not = Kein Mitglied und niemand von der Moderation bekommt gezeigt, wer etwas ohne Namen geschrieben hat. Wer mich betreibt, könnte es herausfinden, mit Mühe.
about-operator = Betrieben von { $operator }. Schreib dorthin, wenn es um mich geht oder etwas, das ich tat, nicht in Ordnung war.
about-nobody = Wer mich betreibt, hat hier keine Adresse hinterlassen; die Leute, die diesen Server leiten, kennen sie.
