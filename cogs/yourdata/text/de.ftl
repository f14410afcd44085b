# Die eigene Seite. Stimmung: sachlich, nichts zu fürchten.

cmd-my-inbox = Was auf dich wartet
cmd-my-settings = Wie ich dir schreibe und wer dich durch mich erreicht
cmd-my-avoid = Abstand zu einer Person; sie erfährt es nicht
    .member = Zu wem; noch einmal hebt es auf
cmd-my-privacy = Was hier über dich aufbewahrt wird, in Zahlen
cmd-my-export = Eine Kopie von allem, was hier über dich aufbewahrt wird
cmd-my-forget = Alles über dich hier vergessen lassen; ich frage vorher einmal

nowhere-known = Ich weiß auf keinem Server etwas von dir, darum gibt es nichts zu zeigen. Auf einem Server geht es sofort.

inbox-head = Was auf dich wartet. Nur du siehst das.
inbox-empty = Nichts wartet auf dich.
inbox-more = Weitere
inbox-clear = Leeren
inbox-cleared = Leer. Wovon die Notizen sprachen, ist noch da, wo es war.

settings-head = **Deine Einstellungen in { $server }.** Nur du siehst das.
settings-turn-on = Einschalten
settings-turn-off = Ausschalten
settings-dms-on = **Direktnachrichten: an.** Was nur für dich ist, kommt als Direktnachricht, und jede hat einen Knopf, der sie beendet.
settings-dms-asked = **Direktnachrichten: an** für das, was du so bekommen wolltest: Check-ins oder Bitten um ein paar Worte.
settings-dms-else = **Was sonst nur für dich ist**, wartet in `/my inbox`. Eingeschaltet kommt es auch als Direktnachricht.
settings-dms-off = **Direktnachrichten: aus.** Was nur für dich ist, wartet in `/my inbox`.
settings-quiet-on = **Ruhe: an.** Vorerst kommt nichts als Direktnachricht; es wartet in `/my inbox`.
settings-quiet-off = **Ruhe: aus.** Eingeschaltet wartet alles in `/my inbox`, bis du zurück bist.
settings-closed-on = **Geschlossene Tür: an.** Niemand erreicht dich durch mich. Wer es versucht, liest, dass du gerade Pause davon machst und dass es an niemandem liegt.
settings-closed-off = **Geschlossene Tür: aus.** Andere dürfen dir durch mich Aufmunterung, Worte oder Dank schicken.
settings-hushed-on = **Gute Worte, leise: an.** Was Leute dir schicken, ist in Kanälen nicht zu sehen.
settings-hushed-off = **Gute Worte, leise: aus.** Eine Aufmunterung für dich steht im Kanal, außer sie wird leise geschickt.
settings-hushed-avoids = **Gute Worte, leise: an**, solange du jemanden meidest. So merkt niemand, wen.
settings-avoided = Du meidest { $people }. Das erfährt niemand. `/my avoid` mit demselben Namen hebt es auf.
settings-avoided-gone = { $count ->
        [one] eine Person, die hier nicht mehr bekannt ist
       *[other] { $count } Personen, die hier nicht mehr bekannt sind
    }

dm-first = So schreibe ich dir von **{ $server }**: nur, was allein für dich ist, und einmal tippen darunter beendet es.
dms-closed = Du lässt von diesem Server keine Direktnachrichten zu, darum kann ich nicht. Was für dich ist, wartet in deinem Posteingang; so lässt du sie zu: Servermenü → Privatsphäre-Einstellungen → Direktnachrichten erlauben. Dann schalte es noch einmal ein.
dms-stopped = Beendet. Was für dich ist, wartet ab jetzt in `/my inbox`; `/my settings` auf dem Server schaltet sie wieder ein.

avoid-shut = Erledigt, und die Person erfährt es nicht. Zwischen dir und { $other } geht durch mich nichts mehr hin und her. Damit es niemand merkt, kommen gute Worte für dich ab jetzt leise, egal von wem. `/my avoid` mit demselben Namen hebt es auf.
avoid-opened = Zwischen dir und { $other } ist es wieder offen. Auch das erfährt die Person nicht.
avoid-self = Das war dein eigener Name. Für Ruhe vor allen hat `/my settings` eine geschlossene Tür.
avoid-bot = Das ist ein Bot. Für Ruhe vor mir hat `/my settings` *Ruhe*.

privacy-head = **Was in { $server } über dich aufbewahrt wird.** Nur du siehst das.
privacy-small = Texte sind versiegelt. Beiträge ohne Namen werden über einen Schlüssel gefunden, der nur wirkt, wenn du fragst. Was Leute in Kanälen schreiben, wird nicht aufbewahrt, und keine Stimmung.
privacy-nothing = In **{ $server }** wird nichts über dich aufbewahrt.
privacy-copy = Kopie sichern
privacy-forget = Mich hier vergessen
kept-settings = Deine Einstellungen: { $count }
kept-avoided = Personen, die du meidest: { $count }
kept-visit = Eine Notiz ohne deinen Namen, vier Wochen lang, in welcher Woche du mich hier zuletzt benutzt hast: { $count }
kept-inbox = Notizen in deinem Posteingang, versiegelt, höchstens 30 Tage: { $count }
kept-moderated = Was du in der Moderation getan hast, ein Jahr lang: { $count }

export-title = Was in { $server } über dich aufbewahrt wird
export-here = Alles, was in **{ $server }** über dich aufbewahrt wird, als Seite zum Lesen und als Daten. Nur du siehst das.

forget-ask = Dich in **{ $server }** vergessen? Für immer weg:
forget-muted = Ein Zeichen unter Schlüssel bleibt bis { $until }, damit die Stummschaltung hält; ohne den Schlüssel des Bots liest niemand deinen Namen daraus.
forget-small = Worte, die du für andere unterschrieben hast, verlieren deinen Namen. Wer etwas meidet, meidet es weiter, unter Schlüssel. Ein laufendes Tageslimit ist morgen weg, das für Plätze in Kreisen nach höchstens 30 Tagen, die Spur eines beendeten Beitrags eine Woche danach. Was andere von mir als Direktnachricht bekamen, etwa wer ihr Buddy war, bleibt bei ihnen.
forget-copy = Erst eine Kopie sichern
forget-yes = Mich hier vergessen
forget-no = Alles behalten
forget-done = Erledigt. Ich kenne dich hier nicht mehr.
forget-kept = Alles bleibt, wie es ist.
kept-posts = Beiträge von dir, die zu sehen sind, mit ihren Threads: { $count }
kept-given = Beiträge anderer, bei denen du ein Zeichen oder Worte hinterließest: { $count }
kept-lines = Worte von dir in den Threads anderer: { $count }
kept-shut-out = Beiträge, zu denen du nichts mehr schreiben kannst: { $count }
kept-ended = Spuren beendeter Beiträge, unter Schlüssel, je eine Woche: { $count }
