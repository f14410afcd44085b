# Gute Worte und das Glas. Stimmung: leise Freude.

cmd-cheer = Jemanden aufmuntern, mit einem Emoji oder ein paar Worten
    .member = Wen
    .emoji = Ein Zeichen; ohne Angabe 🫂
    .line = Ein oder zwei ehrliche Sätze
    .quietly = Nur die Person sieht es
cmd-thanks = Jemandem für etwas danken
    .member = Wem
    .reason = Wofür, in ein oder zwei Sätzen
cmd-my-jar = Gute Worte, die dir jemand schrieb, eines nach dem anderen
menu-cheer = Aufmuntern
menu-thanks = Dafür danken

aloud-cheer = { $giver } muntert { $receiver } auf { $emoji }
aloud-thanks = { $giver } dankt { $receiver }
cheer-more = ⋯
cheer-more-head = Das können nur die beiden, um die es geht.
cheer-down = Herunternehmen

cheer-up-cheer = Es steht da: { $link }. Danke dafür.
cheer-up-thanks = Es steht da: { $link }.
cheer-on-its-way = Es ist unterwegs und gleich da.
cheer-quiet-cheer = Erledigt, ganz leise: hier ist nichts zu sehen. Danke dafür.
cheer-quiet-thanks = Erledigt, ganz leise: hier ist nichts zu sehen.
cheer-hushed = Worte für { $other } gehen leise, darum ist im Kanal nichts zu sehen. Danke dafür.
cheer-no-place = Ich darf hier nicht schreiben, darum ist im Kanal nichts zu sehen; { $other } bekommt es leise. Danke dafür.
cheer-taken-down = Es ist aus dem Kanal verschwunden.

form-cheer = Jemanden aufmuntern
form-thanks = Danke sagen
form-cheer-member = Für wen?
form-cheer-emoji = Ein Zeichen
form-cheer-line = Ein paar Worte, wenn du magst
    .placeholder = „Du hast weitergemacht. Ich habe es gesehen.“
form-thanks-line = Wofür?
    .placeholder = „Du hast an einem Sonntag meinen Brief gelesen.“
form-cheer-how = Wie?
form-cheer-quietly = Leise: nur die Person sieht es

cheer-self = Das ist für andere gedacht. In dein eigenes Glas kannst du ein paar Worte für schlechte Tage legen: `/my jar`.
thanks-self = Das ist für andere gedacht. In dein eigenes Glas kannst du ein paar Worte für schlechte Tage legen: `/my jar`.
cheer-bot = Das hat ein Bot geschrieben, und gute Worte gehen an uns verloren. Beiträge hier haben eigene Knöpfe; bei einem Menschen halte den Namen gedrückt und wähle *Aufmuntern*.
cheer-left = { $other } ist nicht mehr auf diesem Server, darum habe ich keinen Weg dorthin.
cheer-timed-out = Du bist auf diesem Server in einer Auszeit, darum ruht das, bis sie vorbei ist. `/care` und `/my posts` gehen trotzdem.
cheer-shut-to-all = { $other } macht gerade Pause von Nachrichten durch mich. Das gilt für alle und sagt nichts über dich.
cheer-shut-by-you = Du meidest { $other }, darum geht nichts zwischen euch hin und her. `/my avoid` hebt es auf.
cheer-emoji = Diese kann ich tragen: { $known }. Oder lass es weg.
cheer-empty = Da stand noch nichts. Ein halber Satz genügt.
cheer-too-long = Das waren { $given } Zeichen, und { $most } passen hinein.
cheer-pair-full = Das waren heute drei für { $other }, für eine Person ist das reichlich. Mehr ab { $when }; vielleicht freut sich jetzt jemand anderes.
cheer-day-full = Das waren heute dreißig. Danke für jedes; mehr ab { $when }.
cheer-already-there = Das hast du schon gegeben.
cheer-gone = Das ist weg: eine der beiden Personen hat es heruntergenommen.
cheer-not-yours = Hier kann nur etwas tun, wer es gab oder bekam.

note-cheer-bare = { $giver } muntert dich auf { $emoji } · { $server }
note-cheer-line = { $giver } muntert dich auf { $emoji } · { $server }
    { $said }
note-thanks-bare = { $giver } dankt dir · { $server }
note-thanks-line = { $giver } dankt dir · { $server }
    { $said }
note-thanked-back = { $owner } dankt dir für deine Worte. Sie haben gutgetan. · { $server }

jar-empty = Dein Glas ist noch leer. Worte, die dir Leute unter ihrem Namen schreiben, landen hier.
jar-none-today = In deinem Glas liegt noch nichts. Wer etwas loswird (`/vent`), dem schreiben Leute hier ein paar Worte, und die mit Namen landen darin.
jar-by = von { $giver }
jar-by-someone = von jemandem, der nicht mehr hier ist
jar-kept = aus einem deiner Beiträge behalten
jar-own = von dir selbst, für einen schlechten Tag
jar-count = { $count ->
        [one] Einmal gute Worte in deinem Glas. Nur du siehst sie.
       *[other] { $count }-mal gute Worte in deinem Glas. Nur du siehst sie.
    }
jar-next = Noch eins
jar-list = Alle
jar-one = Eins nach dem anderen
jar-more = Weitere
jar-thank = Dafür danken
jar-remove = Herausnehmen
jar-put = Für schlechte Tage hineinlegen
jar-removed = Es ist aus deinem Glas, für immer.
jar-removed-before = Es war schon nicht mehr in deinem Glas.
jar-put-in = Es ist in deinem Glas.
jar-already-in = Es ist schon in deinem Glas.
jar-day-full = Das waren heute dreißig eigene. Mehr ab { $when }.
jar-thanked = Danke fürs Danken. { $giver } muss nichts damit tun.
jar-thanked-before = Dafür hast du schon gedankt.
jar-nobody = Hier ist niemand zu danken: es kam ohne Namen, oder die Person ist gegangen.
form-jar = Für einen schlechten Tag
form-jar-line = Ein paar Worte an dich selbst
    .placeholder = „Hier war ich schon einmal, und es ging vorbei.“

kept-jar = Worte in deinem Glas, versiegelt, bis du sie herausnimmst: { $count }
kept-jar-signed = Worte in den Gläsern anderer, die deinen Namen tragen: { $count }
kept-words = Gute Worte in Kanälen mit deinem Namen: { $count }

feature-cheering = `/cheer`, `/thanks` und ein Glas, in dem gute Worte bleiben. Braucht keinen eigenen Ort.

## Rechte, für den Doktor

right-cheer-send = gute Worte im Kanal sagen
    .cannot = in den meisten Kanälen nicht schreiben
    .so = gute Worte gehen dort leise, nur an die Person
