# Geben und Nehmen. Stimmung: leise, nie eine Abrechnung. Freundlichkeit wird gezählt, ihr Fehlen nicht; niemand wird verglichen.

cmd-my-balance = Für wen du da warst, und wer für dich; nur du siehst es

## /my balance

balance-head = **Deine letzten vier Wochen. Nur du siehst das.**
balance-gave = { $count ->
        [one] Du warst für 1 Person da: { $acts }.
       *[other] Du warst für { $count } Leute da: { $acts }.
    }
balance-got = { $count ->
        [one] 1 Person war für dich da: { $acts }.
       *[other] { $count } Leute waren für dich da: { $acts }.
    }
balance-cheer = { $count ->
        [one] 1 Aufmunterung
       *[other] { $count } Aufmunterungen
    }
balance-line = { $count ->
        [one] einmal Worte
       *[other] { $count }-mal Worte
    }
balance-thanks = { $count ->
        [one] einmal Dank
       *[other] { $count }-mal Dank
    }
balance-lean-even = Ungefähr ausgeglichen.
balance-lean-gave = Du hast ein gutes Stück mehr gegeben, als zurückkam. Du musst es nicht jedes Mal sein.
balance-lean-got = Zu dir kam mehr, als du gegeben hast, und dafür ist eine Gruppe da. Hast du irgendwann eine Minute übrig?
balance-signed = Mit Namen: { $names }{ $more ->
        [0] {""}
       *[other] {" "}und { $more } weitere
    }.
balance-load = { $count ->
        [one] Seit Montag warst du einmal da.
       *[other] Seit Montag warst du { $count }-mal da.
    }
balance-small = Was zu Beiträgen ohne deinen Namen kommt, wird einmal in der Woche gezählt, solange sie stehen; nichts davon wird anderen gezeigt.
balance-months = Frühere Monate, als Summen: `/my export`.

balance-new = Es beginnt mit einem Tippen unter dem Beitrag von jemandem. Was du von heute an gibst und bekommst, steht hier, immer vier Wochen.

balance-about = **Geben und Nehmen, nur für deine Augen.** Es beginnt mit einem Tippen unter dem Beitrag von jemandem.
    Wenn du magst, halte ich fest, wer mit Namen für wen da war, auf welche Art und an welchem Tag (nach 90 Tagen nur noch Summen je Monat, ein Jahr lang), und bei Beiträgen ohne Namen nur, wie viel du in welcher Woche gegeben hast. Du kannst jederzeit aufhören; niemand sonst bekommt etwas davon zu sehen.
balance-keep = Für mich festhalten
balance-kept = Ab jetzt wird es festgehalten, und nur du siehst es. Es beginnt mit einem Tippen unter dem Beitrag von jemandem.
balance-stop = Nicht mehr festhalten
balance-stopped = Beendet. Deine Zahlen sind weg, und was bleibt, führt nicht zu dir.
balance-not-kept = Hier wird für dich nichts festgehalten. Mit `/my balance` fängt es an.
balance-none-in-dm = Für dich wird noch nirgends etwas festgehalten. Mit `/my balance` auf dem Server, um den es geht, fängt es an.

balance-rest = Pause bis Montag
balance-ask = Selbst um etwas bitten
balance-see = Wer Worte brauchen kann
balance-thanks-on = Freitags der Dank
balance-thanks-off = Kein Dank mehr am Freitag
balance-thanks-wanted = Freitags sage ich dir, wie viele dir in der Woche gedankt haben, und in einer Woche ohne gar nichts.
balance-thanks-over = Das kommt nicht mehr.
balance-friday = { $count ->
        [one] Diese Woche hat dir eine Person gedankt. Du musst nichts damit tun. Ein schönes Wochenende.
       *[other] Diese Woche haben dir { $count } Leute gedankt. Du musst nichts damit tun. Ein schönes Wochenende.
    }

balance-picture-gave = Du warst da
balance-picture-got = Andere waren für dich da
balance-kind-cheer = Aufmunterung
balance-kind-line = Worte
balance-kind-thanks = Dank
balance-picture-alt = Zwei Balken für deine letzten vier Wochen. { $gave } { $got }

kept-balance = Einträge zu deinem Geben und Nehmen: { $count }
