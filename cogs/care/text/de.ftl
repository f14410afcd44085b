# Fürsorge. Stimmung: jemand ist vielleicht in Gefahr oder nur sehr müde. Ruhig, kurz, wahr. Nie „ich bin für dich da“.

cmd-care = Jetzt mit jemandem reden: Hilfstelefone, und die Moderation ohne deinen Namen

care-head = Wenn es gerade zu viel ist, redet ein Mensch mit dir:
    { $lines }
    Das hier ist ein Programm in einer Gruppe von Arbeitsuchenden: keine Praxis, kein Notruf, und niemand schaut immer hin. Wenn jemand in Gefahr ist, sind die Nummern oben oder der Notruf schneller.
    Auch die Moderation kann mit dir schreiben. Wer du bist, bekommt sie nicht gezeigt.
care-line = **{ $name }**: { $number } · { $hours }
care-line-also = **{ $name }**: { $number } · { $also } · { $hours }
care-line-own = **{ $name }**: { $rest }
care-directory = Anderswo: { $name }, { $url }
care-no-line = { $name }, { $url }, nennt das Hilfstelefon für dein Land. Bei Gefahr jetzt gleich: der Notruf dort, wo du bist.
care-country = Wo bist du? Ich zeige, wer dort antwortet
care-country-more = Oben nicht dabei? Hier sind weitere
care-ask = Mit Moderation reden, ohne Namen
care-ask-again = Noch einmal fragen

care-asked = Die Moderation weiß jetzt, dass jemand reden möchte. Wer, wurde nicht gesagt.
    -# Die Moderation arbeitet ehrenamtlich. Es kann Stunden dauern. Eine Antwort in der nächsten Viertelstunde erscheint gleich hier; eine spätere wartet in `/my inbox`.
care-asked-owner = Hier gibt es keinen Ort für die Moderation, darum habe ich der Person, der dieser Server gehört, hinterlassen, dass jemand reden möchte. Wer, wurde nicht gesagt.
    -# Es kann Stunden dauern. Eine Antwort in der nächsten Viertelstunde erscheint gleich hier; eine spätere wartet in `/my inbox`.
care-asked-again = Du hast schon gefragt, und es gilt weiter. Wer du bist, wurde nicht gesagt.
    -# Eine Antwort in der nächsten Viertelstunde erscheint gleich hier; eine spätere wartet in `/my inbox`.
care-meanwhile = Du musst nicht auf uns warten: { $line }
care-say-more = Etwas mehr sagen
care-withdraw = Doch nicht
care-reply = Antworten
care-close = Beenden
care-block = Sperren
care-waits = Du hast nach der Moderation gefragt, und noch hat niemand geantwortet.
care-nobody-yet = Noch konnte niemand antworten. Das sagt nichts über dich; die Moderation arbeitet ehrenamtlich. Dein Wunsch gilt weiter, und eine Antwort wird in `/my inbox` warten.
    Bis dahin: { $line }
care-closed-by-moderator = Die Moderation hat dieses Gespräch beendet. Du kannst jederzeit wieder fragen.
    { $line }
care-closed-by-you = Beendet. Du kannst jederzeit wieder fragen.
care-blocked = Beendet, und die Moderation kann dir hier nicht mehr ohne deinen Namen schreiben. Wenn du wieder nach ihr fragst, kann sie es.
care-said-you = **Du:** { $words }
care-said-moderator = **Jemand von der Moderation:** { $words }
care-talk-small = -# Wer du bist, wird nicht gezeigt. Was hier gesagt wird, bleibt 30 Tage versiegelt.

care-form-reply = An die Moderation
    .description = Dein Name wird nicht gezeigt. Was du schreibst, kann verraten, wer du bist.
care-form-answer = Jemandem antworten, den du nicht kennst
    .description = Vielleicht wird es nie gelesen. Frag bitte nicht, wer es ist.
care-form-text = Deine Worte

care-mod-asked = Jemand möchte mit der Moderation reden. Ich wurde gebeten, nicht zu sagen, wer, und ihr könnt es nicht herausfinden.
care-mod-written = Jemand, der nach der Moderation fragte, schreibt:
    { $words }
care-mod-about = Wer { $link } schrieb, antwortet euch:
    { $words }
care-mod-small = -# Was ihr antwortet, wird vielleicht nie gelesen. Wenn jemand in Gefahr sein könnte, sind die Nummern in `/care` schneller als wir.
care-answer = Antworten
care-mod-answered = Jemand von euch hat geantwortet.
care-mod-closed = Beendet.
care-passed-on = Es ist unterwegs. Vielleicht wird es nie gelesen, und ob es gelesen wurde, kann ich dir nicht sagen.
care-shut = Beendet. Die Person liest das, und dass sie wieder fragen kann.
care-owner-asked = Jemand auf deinem Server möchte mit der Moderation reden, und es gibt keinen Ort für sie. Die Person bleibt ohne Namen. Deine Antwort wird vielleicht nie gelesen.
care-owner-written = Jemand, der nach der Moderation fragte, schreibt: { $words }
care-on-board = Jemand möchte mit der Moderation reden, ohne Namen · { $since }
care-on-board-again = Jemand, dem die Moderation schrieb, hat geantwortet, ohne Namen · { $since }

care-note-answer = Die Moderation hat dir geantwortet: { $words }
care-note-reached = Jemand von der Moderation schrieb an die Person hinter einem Beitrag von dir und weiß nicht, dass du es bist: { $words }
care-note-closed = Die Moderation hat euer Gespräch beendet. Mit `/care` kannst du wieder fragen.
care-note-nobody-yet = Du hast nach der Moderation gefragt, und noch konnte niemand antworten. Dein Wunsch gilt weiter; `/care` nennt Menschen, die jetzt antworten.

care-only-you = Du leitest diesen Server selbst, und es gibt keinen anderen Ort, an dem ich fragen könnte.
care-day-full = Das war viel für einen Tag, und die Moderation hat alles. Du kannst { $when } wieder schreiben.
care-gone = Dieses Gespräch ist vorbei und weg. Mit `/care` beginnt ein neues.
care-not-yours = Dieses Gespräch gehört jemand anderem.
care-closed = Dieses Gespräch ist beendet. Mit `/care` beginnt ein neues.
care-over = Dieses Gespräch war schon beendet.
care-already-there = Das ist schon da.
care-empty = Da stand noch nichts.
care-too-long = Das waren { $given } Zeichen, und { $most } passen hinein.

kept-care = Gespräche mit der Moderation ohne deinen Namen, versiegelt, 30 Tage: { $count }
kept-care-block = Dass die Moderation dir nicht ohne deinen Namen schreiben darf: { $count }

feature-care = `/care`: Hilfenummern, und ein Gespräch mit der Moderation ohne Namen. Ein Ort für die Moderation hilft.

## Rechte, für den Doktor. In „ich kann …“ und als ganzer Satz danach

right-care-see = den Ort der Moderation sehen
    .cannot = nichts sehen
    .so = wer mit der Moderation reden möchte, erreicht nur die Person, der der Server gehört
right-care-send = weitersagen, dass jemand reden möchte
    .cannot = nicht schreiben
    .so = wer mit der Moderation reden möchte, erreicht nur die Person, der der Server gehört
