# What editors do with entries, and what they look at.
curate = Für die Redaktion
curate-open = Alles zu diesem Eintrag
curate-state = { $state ->
    [published] Veröffentlicht
    [archived] Abgelegt
    [removed] Entfernt
   *[unpublished] Nicht veröffentlicht
}
curate-waiting = Einreichung wartet
curate-notes-count = { $count ->
    [0] Keine Notizen
    [one] { $count } Notiz
   *[other] { $count } Notizen
}
curate-featured = Empfohlen
curate-notes = Notizen
curate-notes-lead = Nur für die Redaktion. Sie stehen auf keiner öffentlichen Seite und in keiner Datei für andere.
curate-note = Neue Notiz
curate-note-add = Notiz speichern
curate-note-remove = Löschen
curate-note-remove-label = Notiz vom { $date } löschen
curate-feature = Empfehlen
curate-feature-lead = Ein Satz auf der Startseite und auf der Seite des Eintrags. Er verschwindet nach dem letzten Tag von selbst.
curate-feature-now = Empfohlen bis { $date }.
curate-line-de = Warum? Auf Deutsch
curate-line-en = Warum? Auf Englisch
curate-ends = Letzter Tag
curate-feature-save = Empfehlen
curate-feature-end = Nicht mehr empfehlen
curate-remove = Entfernen
curate-remove-lead = Der Eintrag ist dann für niemanden mehr zu lesen. Wer ihn sucht, erfährt den Grund in einem Satz.
curate-because = Grund
curate-remove-reason = Was genau? Das lesen die Redaktion und die, die ihn geschrieben haben.
curate-remove-send = Eintrag entfernen
curate-removed = Dieser Eintrag ist entfernt.
curate-removed-see = Den entfernten Eintrag ansehen
curate-merged-away = Dieser Eintrag ist in einem anderen aufgegangen. Rückgängig machen könnt ihr das dort, wo beide zusammengeführt wurden:
curate-merged-away-link = Zum Zusammenführen
curate-restore = Wieder zeigen
curate-restore-lead = Er ist dann wieder, was er vorher war.
removal = { $because ->
    [law] Er verletzte ein Gesetz oder die Rechte anderer.
    [privacy] Er erzählte Persönliches von anderen.
    [advertising] Er war Werbung.
    [wrong] Er stimmte nicht.
    [duplicate] Es gab ihn doppelt.
   *[request] Die, um die es ging, haben darum gebeten.
}
curate-trust = Vertrauen
curate-trust-lead = Was Mitglieder einer vertrauten Organisation einreichen, ist sofort zu lesen. Etwa jede fünfte Einreichung seht ihr nachträglich an.
curate-trust-now = Seit { $date } vertraut: { $reason }
curate-trust-reason = Warum?
curate-trust-save = Dieser Organisation vertrauen
curate-trust-end = Nicht mehr vertrauen
curate-past = Was bisher geschah
curate-past-by = { $who } · { $date }
curate-machine = automatisch
curate-member-id = Konto { $id }
checks = Nachträglich ansehen
checks-lead = Das ist schon für alle zu lesen, weil ihr denen vertraut, die es schrieben. Das Erste steht immer hier, danach entscheidet der Zufall.
checks-none = Nichts ist nachträglich anzusehen.
checks-since = { $organisation } · veröffentlicht am { $date }
checks-compare = Vergleichen und lesen
checks-fine = In Ordnung
checks-fine-label = In Ordnung: { $title }
checks-reason = Warum zurücknehmen?
checks-take-back = Zurücknehmen
checks-take-back-label = Zurücknehmen: { $title }
checks-trusted = Vertraute Organisationen
checks-trusted-none = Noch keiner Organisation wird vertraut. Das geht auf der Seite der Organisation unter „Alles zu diesem Eintrag“.
home-featured = Empfohlen
featured-by = Von der Redaktion empfohlen:
account-digest = Sagt uns per Mail, wenn etwas wartet
account-digest-daily = einmal am Tag
account-digest-off = nie
account-digest-save = Speichern
mail-waiting-subject = Bei Allmende wartet etwas auf euch
mail-waiting-submissions = { $count ->
    [0] keine Einreichung wartet.
    [one] { $count } Einreichung wartet, seit { $days ->
        [0] heute
        [one] einem Tag
       *[other] { $days } Tagen
    }.
   *[other] { $count } Einreichungen warten, die älteste seit { $days ->
        [0] heute
        [one] einem Tag
       *[other] { $days } Tagen
    }.
}
mail-waiting-checks = { $count ->
    [one] { $count } Eintrag ist nachträglich anzusehen.
   *[other] { $count } Einträge sind nachträglich anzusehen.
}
mail-waiting-claims = { $count ->
    [one] Jemand möchte zu einer Organisation gehören.
   *[other] { $count } Menschen möchten zu einer Organisation gehören.
}
mail-waiting-reports = { $count ->
    [one] { $count } Meldung von Lesenden, seit { $days ->
        [0] heute
        [one] einem Tag
       *[other] { $days } Tagen
    }
   *[other] { $count } Meldungen von Lesenden, die älteste seit { $days ->
        [0] heute
        [one] einem Tag
       *[other] { $days } Tagen
    }
}
mail-waiting-suggestions = { $count ->
    [one] { $count } Vorschlag von Lesenden, seit { $days ->
        [0] heute
        [one] einem Tag
       *[other] { $days } Tagen
    }
   *[other] { $count } Vorschläge von Lesenden, der älteste seit { $days ->
        [0] heute
        [one] einem Tag
       *[other] { $days } Tagen
    }
}
mail-waiting-button = Zur Redaktion
mail-waiting-off = Diese Mail kommt höchstens einmal am Tag. Abstellen könnt ihr sie in eurem Konto.
statistics = Zahlen
statistics-waits = Wie lange wird gewartet?
statistics-waits-none = In den letzten 90 Tagen wurde über nichts entschieden.
statistics-waits-line = { $same ->
    [yes] In den letzten 90 Tagen waren neun von zehn innerhalb von { $ninetieth } entschieden.
   *[no] In den letzten 90 Tagen war die Hälfte innerhalb von { $median } entschieden, neun von zehn innerhalb von { $ninetieth }.
} Gezählt sind { $count ->
    [one] { $count } Entscheidung
   *[other] { $count } Entscheidungen
} von Menschen über Einreichungen.
statistics-waiting = { $count ->
    [0] Gerade wartet keine Einreichung.
    [one] Gerade wartet { $count } Einreichung, seit dem { $date }.
   *[other] Gerade warten { $count } Einreichungen, die älteste seit dem { $date }.
}
statistics-minutes = { $count ->
    [one] einer Minute
   *[other] { $count } Minuten
}
statistics-hours = { $count ->
    [one] einer Stunde
   *[other] { $count } Stunden
}
statistics-days = { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
}
statistics-weeks = Entscheidungen je Woche
statistics-weeks-lead = Hier zählt auch, was automatisch und was ohne Einreichung veröffentlicht wurde, zum Beispiel Vorschläge von Lesenden.
statistics-week = Woche ab
statistics-published = veröffentlicht
statistics-by-rule = automatisch veröffentlicht
statistics-changes = zurückgegeben
statistics-rejected = abgelehnt
statistics-total = zusammen
statistics-completeness = Wie viel sagen die Einträge?
statistics-completeness-lead = Von den Angaben, die nötig sind oder Lesenden am meisten helfen, sind so viele ausgefüllt:
statistics-uncounted = { $count ->
    [one] { $count } Eintrag ist noch nicht gezählt.
   *[other] { $count } Einträge sind noch nicht gezählt.
}
statistics-oldest = Am längsten nicht bestätigt
statistics-oldest-lead = { $unconfirmed } von { $published } veröffentlichten Einträgen hat noch nie jemand bestätigt. Hier stehen die { $shown } ältesten.
statistics-never = noch nie
statistics-entry = Eintrag
statistics-confirmed = zuletzt bestätigt
events = Protokoll
events-lead = Alles, was mit Einträgen geschah und was jemand entschieden hat. Was eine Regel oder ein Programm getan hat, heißt „automatisch“.
events-by = Wer
events-by-person = Menschen
events-by-machine = automatisch
events-action = Was
events-entry = Eintrag
events-entry-help = Ein Teil des Titels
events-from = Vom
events-to = Bis zum
events-none = Dazu steht nichts im Protokoll.
events-csv = Als Tabelle herunterladen (CSV)
events-csv-help = Ganz, nicht nur diese Seite. Ohne Mail-Adressen, mit Semikolon zwischen den Spalten.
events-when = Wann
events-forgotten = nicht mehr aufbewahrt
events-why = Begründung
done-word = { $action ->
    [published] veröffentlicht
    [changes-requested] um Änderung gebeten
    [rejected] abgelehnt
    [approved] zugestimmt
    [approval-undone] Zustimmung rückgängig gemacht
    [undone] Entscheidung rückgängig gemacht
    [submitted] eingereicht
    [taken-back] zurückgeholt
    [given-up] aufgegeben
    [removed] entfernt
    [restored] wieder gezeigt
    [archived] abgelegt
    [withdrawn] zurückgezogen
    [resumed] wieder aufgenommen
    [featured] empfohlen
    [feature-ended] nicht mehr empfohlen
    [trusted] als vertraut markiert
    [trust-ended] nicht mehr vertraut
    [checked] nachträglich für gut befunden
    [check-taken-back] nachträglich zurückgenommen
    [noted] Notiz geschrieben
    [note-removed] Notiz gelöscht
    [confirmed] bestätigt
    [marked-stale] als lange nicht bestätigt markiert
    [put-away] nach langer Stille abgelegt
    [claimed] von der Organisation übernommen
    [claim-refused] Zugehörigkeit nicht bestätigt
    [suggested] von jemandem ohne Konto vorgeschlagen
    [suggestion-taken] Vorschlag von Lesenden übernommen
    [suggestion-declined] Vorschlag abgelehnt
    [new-declined] vorgeschlagenen Eintrag abgelehnt
    [report-answered] Meldung beantwortet
    [report-closed] Meldung ohne Antwort abgeschlossen
    [merged] mit einem anderen Eintrag zusammengeführt
    [merged-away] in einem anderen Eintrag aufgegangen
    [unmerged] Zusammenführen rückgängig gemacht
    [not-duplicate] als kein Doppel erkannt
    [maybe-duplicate] wieder als mögliches Doppel vorgeschlagen
    [imported] aus öffentlichen Quellen aufgenommen
    [label-changed] Begriff umbenannt
    [synonyms-added] Synonyme hinzugefügt
    [synonyms-changed] Synonyme geändert
    [synonyms-removed] Synonyme gelöscht
    [reading-taken] von jemand anderem übernommen, um darüber zu entscheiden
   *[other] { $action }
}
