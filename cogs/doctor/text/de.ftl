# Der Doktor. Stimmung: ruhig, mit Taschenlampe: was ist, was es bedeutet, und wo man tippt, damit es geht. Gibt niemandem die Schuld.

cmd-setup-doctor = Was mich hier an der Arbeit hindert, und wo man tippt, damit es geht

doctor-well = Alles in Ordnung: ich darf hier, was ich brauche, und nichts wartet.
doctor-head = { $grave ->
        [0] { $mild ->
            [one] Nichts hält mich auf. Eine Sache ist gut zu wissen.
           *[other] Nichts hält mich auf. { $mild } Dinge sind gut zu wissen.
        }
        [one] { $mild ->
            [0] Eine Sache hält mich auf.
            [one] Eine Sache hält mich auf, und eine ist gut zu wissen.
           *[other] Eine Sache hält mich auf, und { $mild } sind gut zu wissen.
        }
       *[other] { $mild ->
            [0] { $grave } Dinge halten mich auf.
            [one] { $grave } Dinge halten mich auf, und eins ist gut zu wissen.
           *[other] { $grave } Dinge halten mich auf, und { $mild } sind gut zu wissen.
        }
    }
doctor-pages = Sie füllen { $pages } Seiten.
doctor-about = { $count ->
        [one] Etwa 1 Person kann lesen, was hier jemand loswird; es können mehr sein.
       *[other] Etwa { $count } Leute können lesen, was hier jemand loswird; es können mehr sein.
    }
doctor-again = Noch einmal prüfen
doctor-again-all = Alles noch einmal prüfen
doctor-mend = Beheben
doctor-meant = Das soll so sein
doctor-meant-list = So gewollt ({ $count })
doctor-meant-head = Von diesen hast du gesagt, dass sie so sein sollen. Ich zeige sie nicht mehr, außer sie halten etwas auf.
doctor-meant-none = Nichts ist beiseitegelegt.
doctor-unmeant = Wieder zeigen
doctor-findings = Zu dem, was ich fand
doctor-more = Weitere
doctor-back = Zurück
doctor-look = Mit dem Doktor nachsehen
doctor-there = Den Kanal öffnen
doctor-not-now = Discord sagt mir gerade nichts über diesen Server. Versuch es bitte in einer Minute noch einmal.
doctor-could-not = Discord hat mich das nicht selbst ändern lassen. Mit den Schritten oben geht es.

# $cannot: etwa „keine Threads öffnen“; $so: was daraus folgt, als Satz
doctor-right = **Ich kann in <#{ $place }> { $cannot }**: { $so }.
    So geht es: lange auf den Kanal drücken → Bearbeiten → Berechtigungen → { $bot } → *{ $right }* erlauben. Steht { $bot } nicht in der Liste, füge es dort zuerst hinzu.
doctor-right-server = **Ich kann { $cannot }**: { $so }.
    So geht es: Servereinstellungen → Rollen → { $bot } → Berechtigungen → *{ $right }* einschalten.
doctor-and = , und{" "}
doctor-so = was es braucht, geht nicht
doctor-nothing = **Noch ist kein Raum gewählt**, darum ist nichts an.
    So geht es: schick `/setup start` und wähle einen Textkanal, den hier alle lesen können.
doctor-gone-rooms = **Den Raum, in dem Leute etwas loswerden, gibt es nicht mehr**, darum ist das aus.
    So geht es: schick `/setup start` und wähle einen anderen Kanal. Gibt es weitere Räume, kann ich diesen selbst streichen.
doctor-gone-moderators = **Den Ort der Moderation gibt es nicht mehr**, darum bekommt nur die Person Bescheid, der der Server gehört.
    So geht es: schick `/setup start` und wähle einen anderen Kanal, oder lass mich ihn streichen.
doctor-open = **Hier können alle <#{ $place }> lesen**, also läsen alle, was für die Moderation ist.
    So geht es: lange auf den Kanal drücken → Bearbeiten → Berechtigungen → { $bot } und wer moderiert hinzufügen → *Kanal ansehen* erlauben; dann bei @everyone verbieten. Oder wähle mit `/setup start` einen privaten Kanal.
doctor-panel = **In <#{ $place }> fehlt der Eingang**, darum gibt es dort nur `/vent`.
    So geht es: drück *Beheben*, und ich stelle ihn wieder hin.
doctor-no-role = **Eine Rolle, die du gewählt hast, gibt es nicht mehr.** Sie moderierte, wurde angepingt oder galt als nicht auf Arbeitssuche.
    So geht es: drück *Beheben*, und ich streiche sie; `/setup roles` wählt eine andere.
doctor-reader = { $people ->
        [one] **{ $role } (1 Person) kann <#{ $place }> lesen.**
       *[other] **{ $role } ({ $people } Leute) kann <#{ $place }> lesen.**
    } Von der Rolle hast du gesagt, dass sie keine Arbeit sucht.
    So geht es: lange auf den Kanal drücken → Bearbeiten → Berechtigungen → { $role } hinzufügen → *Kanal ansehen* verweigern. Oder lass es, und das Formular sagt es dazu.
doctor-reader-some = **{ $role } kann <#{ $place }> lesen.** Von der Rolle hast du gesagt, dass sie keine Arbeit sucht.
    So geht es: lange auf den Kanal drücken → Bearbeiten → Berechtigungen → { $role } hinzufügen → *Kanal ansehen* verweigern. Oder lass es, und das Formular sagt es dazu.
doctor-ping = **Ich kann { $role } nicht anpingen**, darum hört niemand, der es wollte, von einem Beitrag, der wartet.
    So geht es: Servereinstellungen → Rollen → { $role } → *Jedem erlauben, diese Rolle zu erwähnen* einschalten.
doctor-order = **Meine Rolle steht unter { $role }**, darum kann ich sie niemandem geben und niemandem nehmen.
    So geht es: Servereinstellungen → Rollen → { $bot } über { $role } ziehen.
doctor-threads = **Auf diesem Server sind { $threads } Threads offen; Discord erlaubt { $most }.** Sind sie aufgebraucht, kann nichts mehr erscheinen.
    So geht es: schließ Threads, die niemand braucht (lange drücken → Schließen), oder lass Beiträge früher enden.
doctor-threads-full = **Auf diesem Server sind { $threads } Threads offen; Discord erlaubt { $most }**, darum kann nichts Neues erscheinen.
    So geht es: schließ Threads, die niemand braucht: lange drücken → Schließen.
doctor-clock = **Meine Uhr und die von Discord gehen { $seconds } Sekunden auseinander**, darum kommen Erinnerungen zur falschen Zeit, und Antworten können ausbleiben.
    So geht es: wer mich betreibt, schaltet auf dem Rechner die Zeitsynchronisation (NTP) ein.
doctor-rows = **Mein Gedächtnis brauchte { $seconds } Sekunden für eine Antwort**, darum warten Leute.
    So geht es: wer mich betreibt, sieht nach Platte und Last des Rechners. Prüf es erst noch einmal: vielleicht ist es vorbei.
doctor-queue = **Ich bin mit der Arbeit { $minutes } Minuten im Rückstand**, darum kommt spät an, was Leute schicken.
    So geht es: prüf es in ein paar Minuten noch einmal. Wird es mehr, sieht nach dem Protokoll, wer mich betreibt.
doctor-given-up = { $count ->
        [one] **Eine Arbeit hier habe ich aufgegeben**, darum fehlt vielleicht etwas, das jemand schickte oder beendete.
       *[other] **{ $count } Arbeiten hier habe ich aufgegeben**, darum fehlt vielleicht etwas, das jemand schickte oder beendete.
    }
    So geht es: drück *Beheben*, und ich versuche es noch einmal. Was niemand mehr will, lasse ich.
doctor-commands = **Discord bietet { $names } hier nicht an**, darum kann es niemand nutzen.
    So geht es: drück *Beheben*, und ich melde es wieder an. Hilft das nicht, füge mich mit dem Link von `wingbeat invite` noch einmal hinzu.
doctor-no-backup = **Von dem, was ich aufbewahre, gibt es noch keine Sicherung.** Geht der Rechner verloren, ist alles weg.
    So geht es: wer mich betreibt, lässt jede Nacht `wingbeat backup` laufen.
doctor-old-backup = **Die neueste Sicherung ist { $days } Tage alt.** Was danach kam, ginge mit dem Rechner verloren.
    So geht es: wer mich betreibt, lässt jede Nacht `wingbeat backup` laufen.

doctor-told = 🔴 In <#{ $place }> durfte ich gerade etwas nicht: dort fehlt mir das Recht **{ $right ->
        [view_channel] { right-name-view_channel }
        [send_messages] { right-name-send_messages }
        [create_public_threads] { right-name-create_public_threads }
        [create_private_threads] { right-name-create_private_threads }
        [send_messages_in_threads] { right-name-send_messages_in_threads }
        [manage_threads] { right-name-manage_threads }
        [manage_messages] { right-name-manage_messages }
        [read_message_history] { right-name-read_message_history }
        [mention_everyone] { right-name-mention_everyone }
        [attach_files] { right-name-attach_files }
       *[other] { $right }
    }**. Wer den Server verwalten darf, kann es beheben: `/setup doctor` sagt, wie. Was darauf wartet, bleibt drei Tage aufgehoben.
doctor-told-threads = 🔴 Auf diesem Server sind so viele Threads offen, wie Discord erlaubt, darum kann nichts Neues erscheinen. Threads schließen, die niemand braucht, hilft: lange drücken → Schließen.
doctor-board = { $count ->
        [one] Mir fehlt ein Recht, das ich heute gebraucht hätte.
       *[other] Mir fehlen { $count } Rechte, die ich heute gebraucht hätte.
    }
