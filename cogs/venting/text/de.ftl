# Etwas loswerden. Stimmung: jemand bekam heute früh eine Absage. Schlicht, kurz, warm; keine Ausrufezeichen; nie ein Witz.

cmd-vent = Etwas loswerden; Leute hier antworten
cmd-listen = Beiträge, in denen Platz für ein paar Worte von dir ist
menu-answer = Ohne Namen antworten
cmd-my-posts = Was du losgeworden bist, mit allem, was du noch damit tun kannst

vent-panel = Eine Absage, langes Schweigen, ein guter Tag, den sonst niemand verstünde: hier ist der Ort dafür.
vent-panel-open = Etwas loswerden
vent-panel-new = Neu hier?

form-vent = Etwas loswerden
form-vent-text = Was ist passiert?
    .description = Lass Namen und Arbeitgeber weg, die zu dir führen könnten.
    .placeholder = Fang irgendwo an. Ein halber Satz genügt.
form-vent-help = Was würde dir guttun?
form-vent-listen = Nur zuhören
    .description = Nur gute Worte. Niemand gibt Ratschläge.
form-vent-cheer = Muntert mich auf
    .description = Etwas Warmes oder Leichtes. Auch hier kein Rat.
form-vent-stories = Wer kennt das noch?
    .description = Leute, die das kennen, erzählen, wie es ihnen ging.
form-vent-advice = Rat ist willkommen
    .description = Man darf dir etwas vorschlagen.
form-vent-name = Wer darf sehen, dass du es bist?
# $roles: names of roles whose people look for nothing here; 60 characters at most
form-vent-others = Auch { $roles } können hier mitlesen.
form-vent-hidden = Niemand hier: ein erfundener Name
    .description = { $count ->
        [0] Auch die Moderation sieht deinen Namen nicht.
       *[other] Etwa { $count } Leute können es lesen. Auch die Moderation sieht deinen Namen nicht.
    }
    .small = { $count } Leute können hier lesen. Gut möglich, dass sie erraten, wer es schrieb.
form-vent-circle = Mein Kreis: mit meinem Namen
    .description = Es steht im Thread deines Kreises und nirgends sonst.
form-vent-open = Alle hier: mit meinem Namen
form-vent-extras = Wenn du magst
form-vent-warning = Hinter einer Warnung, bis jemand tippt
form-vent-later = Etwas später zeigen
form-vent-change = Deine Worte ändern

vent-card-head = **{ $name }** · *{ $wish }*
vent-card-wish-listen = möchte, dass jemand zuhört
vent-card-wish-cheer = möchte etwas Aufmunterung
vent-card-wish-stories = fragt, wer das noch kennt
vent-card-wish-advice = freut sich über Rat
vent-card-small = { $count ->
        [0] verschwindet { $ends }
        [one] 1 Mensch ist da · verschwindet { $ends }
       *[other] { $count } Menschen sind da · verschwindet { $ends }
    }
vent-thread-name = { $name }
vent-thread-by-name = Antworten auf diesen Beitrag
vent-cheer-0 = 🫂 Bin bei dir
vent-cheer-1 = ☕ Setz mich zu dir
vent-cheer-2 = 💪 Drück dir die Daumen
vent-cheer-3 = 😄 Das lässt mich lächeln
vent-write-line = Ein paar Worte
vent-more = ⋯

vent-posted = Es steht da, als **{ $name }**: { $link }. Soll ich dir sagen, wenn jemand antwortet? Dafür bewahre ich versiegelt auf, wer du bist, bis der Beitrag verschwindet, { $ends }. Sonst schau in `/my posts`.
    -# Kein Mitglied und niemand von der Moderation bekommt deinen Namen gezeigt. Wer diesen Bot betreibt, könnte es mit Mühe herausfinden. Ein Bildschirmfoto ist schnell gemacht.
vent-posted-open = Es steht da, unter deinem Namen: { $link }. Soll ich dir sagen, wenn jemand antwortet? Sonst schau in `/my posts`.
vent-posted-circle = Es steht da, in deinem Kreis, unter deinem Namen: { $link }. Soll ich dir sagen, wenn jemand antwortet? Sonst schau in `/my posts`.
    -# Lesen können es die Leute in deinem Kreis, und wer hier das Recht *Threads verwalten* hat. Ein Bildschirmfoto ist schnell gemacht.
vent-later = Es erscheint { $when }, als **{ $name }**. Soll ich dir sagen, wenn jemand antwortet? Dafür bewahre ich versiegelt auf, wer du bist, bis der Beitrag verschwindet, { $ends }. Sonst schau in `/my posts`.
    -# Kein Mitglied und niemand von der Moderation bekommt deinen Namen gezeigt. Wer diesen Bot betreibt, könnte es mit Mühe herausfinden.
vent-later-open = Es erscheint { $when }, unter deinem Namen. Soll ich dir sagen, wenn jemand antwortet? Sonst schau in `/my posts`.
vent-later-circle = Es erscheint { $when } in deinem Kreis, unter deinem Namen. Soll ich dir sagen, wenn jemand antwortet? Sonst schau in `/my posts`.
vent-on-its-way = Es ist unterwegs und gleich da, als **{ $name }**. Den Link findest du in `/my posts`.
vent-on-its-way-open = Es ist unterwegs und gleich da. Den Link findest du in `/my posts`.
vent-on-its-way-circle = Es ist unterwegs in deinen Kreis und gleich da. Den Link findest du in `/my posts`.
vent-thread-open = Im Thread können Leute reden. Wenn du dort selbst tippst, sehen alle, dass du es bist; bei *Selbst antworten* unter ⋯ sieht es niemand.
vent-tell = Sag mir, wenn jemand antwortet
vent-stop-telling = Sag mir nichts mehr
vent-change = Ergänzen oder ändern
vent-down = Herunternehmen
vent-reply = Selbst antworten
vent-will-tell = Mache ich. Die erste Antwort sofort, danach höchstens zwei am Tag, und nie, was darin steht.
vent-told-off = Ich schreibe dir dazu nicht mehr, und die Notiz, wer du bist, ist gelöscht. `/my posts` hat die Antworten weiterhin.
vent-named = Es steht jetzt unter deinem Namen.
vent-taken-down = Es ist weg, mit allem, was darunter stand.
vent-all-down = { $count ->
        [0] Es gab nichts herunterzunehmen.
        [one] Es ist weg, mit allem, was darunter stand.
       *[other] Alle { $count } sind weg, mit allem, was darunter stand.
    }
vent-changed = Geändert.
vent-more-own = Das ist deins. Niemand sonst sieht diese Knöpfe. *Nach … weg* zählt ab dem Erscheinen: was älter ist, verschwindet gleich.
vent-more-other = Stimmt hier etwas nicht? Die Moderation sieht sich an, was gemeldet wird; niemand erfährt, wer es gemeldet hat.

vent-cheer-given = Die Person sieht, dass noch jemand bei ihr ist. Noch einmal tippen nimmt es zurück.
vent-cheer-moved = Geändert. Es zählt weiter einmal.
vent-cheer-taken-back = Zurückgenommen.

form-line = Ein paar Worte
form-line-text = Ein oder zwei ehrliche Sätze
    .description = Kein Rat, außer es wurde darum gebeten.
    .placeholder = „Das klingt schwer.“ · „Das kenne ich auch.“ · „Gut, dass du es sagst.“
form-line-sign = Dein Name darunter?
form-line-signed = Mit meinem Namen
form-line-unsigned = Mit einem erfundenen Namen
form-reply = Selbst antworten
form-reply-text = Deine Antwort
line-by = { $name }
line-by-author = { $name } (schrieb den Beitrag)
line-by-to = { $name }, für { $to }
line-written = Es steht im Thread: { $link }. Danke dir.
line-on-its-way = Es ist unterwegs in den Thread. Danke dir.

vent-no-room = Dieser Server hat noch keinen Ort dafür. Wer ihn verwaltet, kann mit `/setup start` einen wählen.
vent-off = Etwas loswerden ist auf diesem Server ausgeschaltet. `/care` nennt Leute, mit denen du reden kannst. Was du geschrieben hast, bleibt 30 Minuten.
vent-no-circle = Du hast gerade keinen Kreis, der einen Ort hat, darum ist es nicht erschienen. Du kannst neu wählen, wer deinen Namen sieht; `/circle join` ist der Weg in einen Kreis.
vent-day-full = Das waren heute drei. Du kannst { $when } wieder schreiben; bis dahin ergänze deinen letzten Beitrag oder öffne `/care`.
vent-too-soon = Du hast gerade eben geschrieben. Es geht wieder { $when }; bis dahin kannst du deinen letzten Beitrag ergänzen.
vent-right-missing = { $why } Dein Beitrag ist nicht erschienen; deine Worte bewahre ich 30 Minuten auf.
line-waits = { $why } Deine Worte warten bei mir und gehen in den Thread, sobald ich darf.
vent-room-closed = Ich kann in <#{ $room }> gerade nicht schreiben, darum ist es nicht erschienen. Deine Worte bewahre ich 30 Minuten auf; wer diesen Server leitet, kann mich dort schreiben und Threads öffnen lassen.
vent-already-there = Dein Beitrag ist schon da: siehe `/my posts`.
vent-gone = Dieser Beitrag ist weg. Wer ihn schrieb, hat ihn heruntergenommen, oder seine Zeit war um.
vent-hidden-no-name = Die Moderation hat diesen Beitrag ausgeblendet. Solange kann dein Name nicht darauf: Wer andere Beiträge von dir mit ausgeblendet hat, wüsste dann, dass auch die von dir sind.
vent-own = Der Beitrag ist von dir, darum zählt es nicht. Unter ⋯ steht, was du damit tun kannst.
vent-not-yours = Das kann nur, wer es geschrieben hat.
vent-edit-too-late = Nach zehn Minuten bleiben die Worte, wie sie sind, damit die Antworten noch passen. Du kannst selbst antworten oder es herunternehmen.
vent-timed-out = Du bist auf diesem Server in einer Auszeit, darum ruht das Schreiben, bis sie vorbei ist. `/care` und `/my posts` gehen trotzdem.
line-one-unsigned = Von dir stehen hier schon ein paar Worte unter einem erfundenen Namen. Weitere gehen nur mit deinem Namen.
line-day-full = Du hast heute schon zwanzigmal Worte ohne Namen geschrieben. Mehr geht { $when }, oder jederzeit mit deinem Namen.
line-already-there = Deine Worte stehen schon da.
line-thread-gone = Den Thread zu diesem Beitrag gibt es nicht mehr, darum hatten die Worte keinen Platz. Sie wurden nicht weitergegeben.
tell-closed = Du lässt von diesem Server keine Direktnachrichten zu, darum kann ich nicht. Antworten warten in deinem Posteingang; so lässt du sie zu: Servermenü → Privatsphäre-Einstellungen → Direktnachrichten erlauben. Dann tippe noch einmal.

note-line-waits = { $named ->
        [0] Jemand hat dir zu deinem Beitrag als { $name } ein paar Worte geschrieben. Den Link findest du in `/my posts`.
       *[other] Jemand hat dir zu deinem Beitrag ein paar Worte geschrieben. Den Link findest du in `/my posts`.
    }
note-cheer-waits = { $named ->
        [0] Jemand ist bei dir, zu deinem Beitrag als { $name }. Den Link findest du in `/my posts`.
       *[other] Jemand ist bei dir, zu deinem Beitrag. Den Link findest du in `/my posts`.
    }
note-deleted = { $named ->
        [0] Dein Beitrag als { $name }
       *[other] Ein Beitrag von dir
    } wurde auf Discord von jemandem gelöscht, der dort Nachrichten löschen darf, und sein Thread mit ihm. Von wem und warum, erfahre ich nicht. `/care` erreicht die Moderation ohne deinen Namen.
note-off = Dein Beitrag ist nicht erschienen: Etwas loswerden wurde auf diesem Server inzwischen ausgeschaltet. Niemand hat ihn gelesen.
note-not-posted = Dein Beitrag konnte nicht erscheinen: ich darf in <#{ $room }> gerade nicht schreiben. Wer diesen Server leitet, kann es erlauben, und dann kannst du ihn noch einmal schreiben.
tell-hello = Hier sage ich dir, wenn jemand antwortet.
tell-line = Jemand hat dir geschrieben: { $link }
tell-care = In `/my inbox` wartet etwas von der Moderation. Dein Beitrag: { $link }
tell-unanswered = In `/my inbox` wartet etwas zu deinem Beitrag: { $link }
tell-cheer = Jemand ist bei dir: { $link }

posts-none = Hier ist nichts. Was du loswirst, erscheint hier, mit den Antworten, bis es verschwindet.
posts-head = Nur du siehst das.
posts-by-name = mit deinem Namen
posts-one = **{ $name }** · { $count ->
        [0] noch niemand
        [one] 1 Mensch bei dir
       *[other] { $count } Menschen bei dir
    }{ $lines ->
        [0] {""}
        [one] , einmal Worte
       *[other] , { $lines }-mal Worte
    } · verschwindet { $ends }
posts-open = Öffnen
posts-next = Weitere
posts-all-down = Alle herunternehmen
posts-waiting = **{ $name }** · noch nicht zu sehen
posts-hidden = **{ $name }** · von der Moderation ausgeblendet · verschwindet { $ends }
posts-held = **{ $name }** · { $why ->
        [look] wartet, bis die Moderation es gelesen hat
        [brake] wartet, bis es ohne Namen wieder geht
       *[declined] wurde nicht durchgelassen
    }

right-see = den Raum sehen
    .cannot = nichts sehen
    .so = dort kann niemand etwas loswerden
right-send = dort schreiben
    .cannot = nicht schreiben
    .so = Beiträge können nicht erscheinen
right-threads = unter jedem Beitrag einen Thread öffnen, damit Antworten einen Platz haben
    .cannot = keine Threads öffnen
    .so = Worte haben keinen Platz, und niemand kann etwas loswerden
right-send-threads = Worte in die Threads stellen
    .cannot = nicht in Threads schreiben
    .so = Worte haben keinen Platz, und niemand kann etwas loswerden
right-lock = Threads schließen, in denen nur Worte durch mich stehen sollen, und sie am Ende entfernen
    .cannot = keine Threads verwalten
    .so = Threads nur für Worte bleiben nicht dabei, was endet, bleibt liegen, und niemand kann etwas loswerden
right-history = nach einem Absturz nachsehen, ob ein Beitrag durchkam
    .cannot = nicht lesen, was ich früher schrieb
    .so = Zahlen auf Beiträgen stehen still, und Ausgeblendetes lässt sich nicht wieder zeigen

vent-no-send = Du darfst in <#{ $room }> nicht schreiben, darum kann ich es dort auch nicht für dich. `/care` und `/my posts` gehen trotzdem.

vent-gone-after = { $days ->
        [1] Nach 24 Stunden weg
       *[other] Nach { $days } Tagen weg
    }
vent-gone-at = Es verschwindet { $ends }, gezählt ab dem Erscheinen. Bis dahin kannst du neu wählen.
vent-lock = Schließen
vent-locked = Niemand kann mehr etwas hinzufügen. Was da steht, bleibt, bis es verschwindet. *Rückgängig* öffnet es wieder.
vent-unlock = Wieder öffnen
vent-unlocked = Es ist wieder offen.
vent-closed-by-moderators = Die Moderation hat es geschlossen. Sie kann es wieder öffnen.
vent-who = Wer war da
who-cheer = { $cheer }: { $count }
who-writers = { $count ->
        [one] 1 Mensch hat geschrieben
       *[other] { $count } Menschen haben geschrieben
    }
who-signed = Mit Namen: { $names }{ $more ->
        [0] {""}
       *[other] {" "}und { $more } weitere
    }
who-nobody = Noch niemand.
reply-on-its-way = Deine Antwort ist unterwegs in den Thread.
line-more-own = Das hat dir jemand geschrieben. Niemand sieht, was du hier tust.
line-helped = Das hat geholfen
line-helped-said = Die Person hört, dass es geholfen hat, und nicht, von wem.
line-thanked = Das hat die Person schon gehört, oder sie ist nicht zu erreichen.
line-keep = Diese Worte behalten
line-kept-before = Die hast du schon behalten: sie sind in deinem Glas, wenn du sie nicht herausgenommen hast.
line-kept = Sie sind in deinem Glas, ohne Verbindung zu diesem Beitrag.
line-hide = Diese Worte ausblenden
line-hidden = Sie sind aus deinem Thread verschwunden.
line-no-more = Nichts mehr von dieser Person
line-no-more-said = Wer das schrieb, kann hier nichts mehr schreiben. Den Grund erfährt die Person nicht. Was sie schrieb, bleibt. *Rückgängig* lässt sie wieder schreiben.
line-more-again = Wer das schrieb, kann hier wieder schreiben.
line-gone = Diese Worte sind weg.
line-closed = Dieser Thread nimmt keine Worte mehr auf.
note-helped = Worte von dir haben jemandem geholfen. Die Person wollte, dass du es weißt.

form-answer = Ohne Namen antworten
answer-not-here = Das geht bei den Beiträgen, die Leute hier loswerden, und in deren Threads.
answer-lines-only = Hier wurde nur um gute Worte gebeten. *Ein paar Worte* ist dafür da.

how = Wie ist es jetzt?
note-how = Die Zeit eines Beitrags von dir ist um, und Leute waren bei dir. Wie ist es jetzt? Du musst nicht antworten.
how-better = Besser
how-same = Genauso
how-worse = Schlechter
how-better-said = Schön zu hören.
how-step = Ein kleiner nächster Schritt
how-same-said = Danke, dass du es sagst. Du kannst jederzeit wieder etwas loswerden.
counted-today = Von jeder Person zählt für die Gruppe eine Antwort am Tag, und deine von heute ist gezählt: diese nicht.
how-worse-said = Das tut mir leid. `/care` nennt Menschen, mit denen du jetzt reden kannst, und du kannst wieder etwas loswerden.

listen-head = Hier ist Platz für ein paar Worte. Ein Satz ist genug.
listen-one = **{ $name }** { $wish } · { $count ->
        [0] noch niemand
        [one] 1 Mensch ist da
       *[other] { $count } Menschen sind da
    }
listen-none = Gerade wartet niemand auf Worte. Danke fürs Nachsehen.

vent-card-hidden = *Die Moderation hat diesen Beitrag vorerst ausgeblendet.*
line-hidden-by-moderators = *Die Moderation hat diese Worte vorerst ausgeblendet.*

feature-venting = Beiträge, Worte und Aufmunterung in ihrem Raum. Braucht einen Raum, in dem ich schreiben und Threads öffnen darf.

## Was wartet, ehe es erscheint

note-held-back = Dein Beitrag ist nicht erschienen: inzwischen ruht hier das Schreiben ohne Namen, für alle oder für die Person, die ihn schrieb. Mit deinem Namen geht es jederzeit.
held-look =
    Es ist noch nicht zu sehen, als **{ $name }**: auf diesem Server liest zuerst die Moderation. { $long ->
        [hour] Meist dauert das weniger als eine Stunde.
        [day] Meist dauert das weniger als einen Tag.
        [longer] Zuletzt dauerte das mehr als einen Tag.
       *[unknown] Wie lange das dauert, kann ich noch nicht sagen.
    } Sie sieht die Worte, nicht, wer sie schrieb. Nach drei Tagen kommt es unveröffentlicht zurück. Mit deinem Namen erscheint es sofort.
held-brake = Ich behalte es versiegelt, als **{ $name }**, und es erscheint, wenn das Schreiben ohne Namen wieder geht. Dauert das länger als drei Tage, werfe ich es weg und sage es dir. Mit deinem Namen erscheint es sofort.
held-line =
    Es steht noch nicht im Thread: auf diesem Server liest zuerst die Moderation. { $long ->
        [hour] Meist dauert das weniger als eine Stunde.
        [day] Meist dauert das weniger als einen Tag.
        [longer] Zuletzt dauerte das mehr als einen Tag.
       *[unknown] Wie lange das dauert, kann ich noch nicht sagen.
    } Sie sieht die Worte, nicht, wer sie schrieb. Nach drei Tagen ist es weg. Mit deinem Namen geht es sofort dorthin.
held-back = Zurücknehmen
draft-wait = Zeigen, sobald es geht
line-taken-back = Weg. Es wurde nicht weitergegeben.
note-held-declined =
    Jemand von der Moderation hat { $line ->
        [0] deinen Beitrag als { $name }
       *[other] deine Worte
    } gelesen und nicht durchgelassen. Der Grund: { $reason ->
        [attack] ein persönlicher Angriff
        [reveals] es verrät, wer jemand ist
        [spam] Werbung oder Spam
        [threat] Drohung oder Hass
       *[rules] es verstößt gegen die Regeln hier
    }. Wer du bist, weiß die Moderation nicht. `/care` erreicht sie ohne deinen Namen; die Worte behalte ich, bis drei Tage um sind.
note-held-again = { $line ->
        [0] Dein Beitrag als { $name } wartet
       *[other] Deine Worte warten
    } wieder auf einen Blick: die Moderation hat die Ablehnung zurückgenommen.
note-held-over-look = Drei Tage lang hat niemand { $line ->
        [0] deinen Beitrag als { $name }
       *[other] deine Worte
    } angesehen, darum habe ich alles unveröffentlicht weggeworfen. Das sagt nichts über das, was du geschrieben hast.
note-held-over-brake = Das Schreiben ohne Namen ging drei Tage lang nicht wieder, darum habe ich { $line ->
        [0] deinen Beitrag als { $name }
       *[other] deine Worte
    } unveröffentlicht weggeworfen. Das sagt nichts über das, was du geschrieben hast.
note-held-late = Deine Worte wurden durchgelassen, aber der Thread, für den sie waren, nimmt nichts mehr auf. Sie wurden nicht weitergegeben.
held-on-board =
    { $line ->
        [0] Ein Beitrag wartet auf einen Blick
       *[other] Worte warten auf einen Blick
    } · { $since }
held-head-vent = Ein Beitrag ohne Namen, noch nicht zu sehen. Er wartet bis { $until }.
held-head-line = Worte ohne Namen, noch nicht zu sehen. Sie warten bis { $until }.
held-under = Für { $link }
held-let-through = Durchlassen
held-decline = Ablehnen
held-decline-all = Alles von dieser Person ablehnen
held-passed = Erledigt. Es erscheint. Dir wurde nicht gezeigt, von wem es ist.
held-is-up = Es ist inzwischen zu sehen. Darüber steht, was du tun kannst.
held-not-up = Es ist noch unterwegs, oder weg. Tippe gleich noch einmal.
held-declined = Erledigt. Es erscheint nicht. Wer es schrieb, liest den Grund, den du gewählt hast: *{ $reason }*.
held-declined-all =
    { $count ->
        [one] Erledigt. Es erscheint nicht, und mehr von dieser Person wartet nicht.
       *[other] Erledigt. { $count } Texte dieser Person erscheinen nicht.
    } Sie liest den Grund, den du gewählt hast: *{ $reason }*.
held-waits-again = Zurückgenommen. Es wartet wieder auf einen Blick.
held-gone = Darum hat sich schon jemand gekümmert, oder wer es schrieb, nahm es zurück.
held-muted = Wer das schrieb, kann hier gerade nichts ohne Namen schreiben. Lehne es ab, oder hebe die Stummschaltung in `/mod mutes` auf.
gate = Wer wartet, bis jemand von euch gelesen hat
gate-now =
    Manche Beiträge und Worte ohne Namen können versiegelt warten, bis jemand von euch sie gelesen hat: höchstens drei Tage. Jetzt: { $gate ->
        [off] niemand wartet.
        [new] wer neu ist, wartet.
        [flagged] wer neu ist, wartet, und Texte, in denen ich etwas fand.
        [all] alle warten.
       *[size] wie es zur Gruppe passt. Ab 100 Leuten wartet, wer neu ist; in kleineren Gruppen niemand, außer es können alle hereinkommen.
    } Wer wartet, erfährt es und kann stattdessen den eigenen Namen nehmen. Beiträge, deren Worte Gefahr bedeuten können, warten nie.
gate-size = Wie es zur Gruppe passt
    .description = Unter 100 Leuten niemand; darüber, wer neu ist
gate-off = Niemand
    .description = Alles erscheint sofort
gate-new = Wer neu ist
    .description = Konten jünger als eine Woche, oder seit weniger als einem Tag hier
gate-flagged = Wer neu ist, und worin ich etwas fand
    .description = Adressen, Namen, Links: was nach Rückfrage trotzdem gezeigt wurde
gate-all = Alle ohne Namen
    .description = Für einen schlimmen Abend
kept-waiting = Worte von dir, die noch nicht zu sehen sind, drei Tage: { $count }
