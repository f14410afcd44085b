# Buddys. Stimmung: eine offene Tür und keine Pflicht. Niemand erfährt, wer wen meidet oder wer nein sagte.

cmd-buddy = Eine andere Person, eine Woche lang
cmd-buddy-on = Mitmachen: jeden Montag bekommst du jemanden für eine Woche
cmd-buddy-off = Nicht mehr mitmachen
cmd-buddy-avoid = Nie mit einer bestimmten Person; sie erfährt es nicht
    .member = Mit wem nicht; noch einmal hebt es auf
cmd-buddy-met = Sagen, ob ihr geredet habt
    .talked = Ob ihr geredet habt
menu-buddy = Als Buddy anfragen
feature-buddies = Zwei Leute achten eine Woche lang aufeinander, dann kommt jemand Neues. Mitmachen ist freiwillig.

buddy-on = Du bist dabei und hast jemanden: { $who }. Ein Hallo genügt als Anfang. Neu gelost wird { $at }.
    -# Was von hier kommt, wartet in `/my inbox` oder kommt als Direktnachricht, wenn du das in `/my settings` einschaltest.
buddy-on-waiting = Du bist dabei. Sobald jemand frei ist, erfährst du, wer es ist, spätestens beim nächsten Losen { $at }, falls dann jemand da ist.
    -# Es wartet in `/my inbox` oder kommt als Direktnachricht, wenn du das in `/my settings` einschaltest.
buddy-off = Du bist raus: Ich suche dir niemanden mehr und frage nichts. Mit `/buddy on` bist du wieder dabei, wann immer du magst.
buddy-stop = Aufhören
buddy-stay = Dabei bleiben

note-buddy = { $many ->
        [2] Deine Buddys diese Woche:
       *[other] Dein Buddy diese Woche:
    } { $who }. Ein Hallo genügt als Anfang. Am Montag wird neu gelost.
note-buddy-gone = Dein Buddy dieser Woche konnte nicht bleiben. Das sagt nichts über dich; du erfährst sofort, wenn jemand frei ist, und am Montag wird neu gelost.
note-buddy-alone = Diese Woche sind es zu wenige, um für alle jemanden zu finden, darum hast du gerade niemanden. Das sagt nichts über dich; sobald jemand frei ist, erfährst du, wer.
note-buddy-talked = Habt ihr geredet, du und { $who }? Beides ist in Ordnung, und nur du und ich wissen, was du sagst.
note-buddy-quiet = Dreimal habe ich gefragt, ob ihr geredet habt, und nichts gehört, und das ist in Ordnung. Soll ich dir weiter jeden Montag jemanden suchen? Wenn du nichts tust, bleibe ich still, und nichts spricht gegen dich.
note-buddy-checkin = { $who } hat { $at } den Check-in beantwortet.
buddy-talked = Wir haben geredet
buddy-not-yet = Noch nicht
buddy-talked-said = Schön zu hören.
buddy-not-yet-said = Das ist in Ordnung.{ $running ->
        [0] {""}
       *[other] {" "}Es ist noch Zeit, bis am Montag neu gelost wird.
    }

buddy-asked = Ich frage { $other } im Stillen. Bei einem Ja erfahrt ihr es beide; sonst geschieht nichts, und niemand sonst weiß davon.
note-buddy-asks = { $who } wäre gern dein Buddy. Wenn du Nein sagst, erfährt es niemand.
buddy-yes = Ja
buddy-no = Nein, danke
buddy-yes-said = Du und { $other }, ihr seid ab dem nächsten Losen Buddys, { $at }. Ihr macht jetzt beide mit; `/buddy off` beendet es.
note-buddy-yes = { $who } hat Ja gesagt: Ab dem nächsten Losen seid ihr Buddys.
buddy-no-said = Das ist in Ordnung. Niemand erfährt es.

buddy-avoided = Erledigt, und die Person erfährt es nicht. Ihr werdet nie Buddys. Noch einmal mit demselben Namen hebt es auf; `/my avoid` hält überall Abstand.
buddy-avoided-no-more = Du und { $other }, ihr könnt wieder Buddys werden. Auch das erfährt die Person nicht.

buddy-not-in = Du machst gerade nicht mit. Mit `/buddy on` bist du dabei.
buddy-nobody = Du hattest zuletzt keinen Buddy, darum gibt es noch nichts zu sagen.
buddy-over = Diese Woche ist vorbei. Dazu ist nichts mehr zu sagen.
buddy-avoid-self = Das war dein eigener Name. Mit `/buddy off` hörst du auf.
buddy-avoid-full = Du meidest hier { $most } Personen, mehr passen nicht. Mit `/buddy off` hörst du auf.
buddy-bot = Das ist ein Bot. Das hier geht von Mensch zu Mensch.
buddy-left = { $other } ist nicht mehr auf diesem Server.
buddy-ask-self = Das ist für jemand anderen gedacht.
buddy-shut-by-you = Du meidest { $other }, darum geht nichts zwischen euch hin und her. `/my avoid` hebt es auf.
buddy-shut-to-all = { $other } macht gerade Pause von Nachrichten durch mich. Das gilt für alle und sagt nichts über dich.
buddy-already = Du und { $other }, ihr seid schon Buddys, bis { $at } neu gelost wird.
buddy-asked-before = Du hast { $other } schon gefragt. Bei einem Ja erfährst du es.
buddy-ask-full = Das waren heute drei. Du kannst { $when } wieder jemanden fragen; auch `/buddy on` findet dir jemanden.
buddy-ask-over = Hier gibt es nichts mehr zu beantworten.

kept-buddy = Dass du bei den Buddys mitmachst: { $count }
kept-buddy-weeks = Wochen mit einem Buddy, die letzten zehn: { $count }
kept-buddy-avoided = Personen, mit denen du nie Buddy wirst, versiegelt: { $count }
kept-buddy-asks = Personen, die du gefragt hast, eine Woche lang oder bis ihr Buddys seid: { $count }
