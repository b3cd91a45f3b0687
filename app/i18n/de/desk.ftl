# The editors' desk: its parts, what waits, what was done, what is missing.
desk-claims = Anfragen
desk-links = Kaputte Links
desk-tools = Werkzeuge
desk-count = , { $count ->
    [one] { $count } wartet
   *[other] { $count } warten
}
moderation-nothing = Nichts wartet. Alles ist gelesen.
also-waiting = Das wartet noch
also-claims = { $count ->
    [one] { $count } Anfrage zu einer Organisation
   *[other] { $count } Anfragen zu Organisationen
}
also-reports = { $count ->
    [one] Meldungen zu { $count } Eintrag
   *[other] Meldungen zu { $count } Einträgen
}
also-suggestions = { $count ->
    [one] { $count } Vorschlag
   *[other] { $count } Vorschläge
}
also-checks = { $count ->
    [one] { $count } Eintrag nachträglich anzusehen
   *[other] { $count } Einträge nachträglich anzusehen
}
also-duplicates = { $count ->
    [one] { $count } mögliches Doppel
   *[other] { $count } mögliche Doppel
}
also-links = { $count ->
    [one] { $count } Link, der ins Leere führt
   *[other] { $count } Links, die ins Leere führen
}
undoable = { $count ->
    [one] { $count } Entscheidung lässt sich noch rückgängig machen
   *[other] { $count } Entscheidungen lassen sich noch rückgängig machen
}
undoable-said = { $action }, rückgängig bis { $time } Uhr
undoable-label = Rückgängig: { $title }
queue-all = Alle auf dieser Seite ankreuzen
queue-all-off = Keine ankreuzen
reading-take-over = Trotzdem übernehmen
reading-take-over-sure = Vielleicht schreibt { $who } gerade eine Begründung. Übernehmt ihr, kann nur noch entscheiden, wer als Letztes übernommen hat. Im Protokoll steht, dass ihr übernommen habt.
reading-take-over-yes = Ja, übernehmen
reading-take-over-decide = Trotzdem übernehmen und entscheiden
decide-on = Weiter zur Begründung
decide-wrong-by-now = So kann es nicht veröffentlicht werden. Das stimmt nicht mehr:
curate-note-remove-sure = Gelöschte Notizen kommen nicht zurück.
curate-note-remove-yes = Ja, Notiz löschen
curate-remove-sure = Wirklich? Danach liest ihn niemand mehr. Auf dieser Seite könnt ihr ihn jederzeit wieder zeigen.
curate-remove-yes = Ja, Eintrag entfernen
reports-until = Antwort bis { $date }
reports-overdue = Überfällig: Antwort war bis { $date } versprochen
reports-members = { $count ->
    [0] Für diesen Eintrag schreibt hier niemand von der Organisation. Ändern könnt nur ihr ihn.
    [one] Für diesen Eintrag kann { $count } Mensch aus der Organisation schreiben.
   *[other] Für diesen Eintrag können { $count } Menschen aus der Organisation schreiben.
}
reports-remove = Eintrag entfernen …
reports-close-sure = Wer gemeldet hat, liest dann nur, dass die Meldung abgeschlossen ist. Rückgängig machen lässt sich das nicht.
reports-close-yes = Ja, ohne Antwort abschließen
desk-done = { $what ->
    [suggestion-published] Der Vorschlag ist übernommen und veröffentlicht.
    [suggestion-declined] Der Vorschlag ist abgelehnt. Wer ihn gemacht hat, bekommt eure Begründung per Mail.
    [report-answered] Die Antwort ist gespeichert und, wo es eine Adresse gibt, per Mail unterwegs.
    [report-closed] Ohne Antwort abgeschlossen.
    [claim-accepted] Bestätigt. Die Person verwaltet jetzt die Organisation.
    [claim-refused] Die Anfrage ist abgelehnt.
    [check-fine] Als in Ordnung vermerkt. Der Eintrag bleibt, wie er ist.
    [check-taken-back] Zurückgenommen. Lesende sehen wieder, was vorher da stand.
    [noted] Die Notiz ist gespeichert.
    [note-removed] Die Notiz ist gelöscht.
    [featured] Der Eintrag wird empfohlen.
    [feature-ended] Der Eintrag wird nicht mehr empfohlen.
    [removed] Der Eintrag ist entfernt.
    [restored] Der Eintrag ist wieder da.
    [trusted] Dieser Organisation wird jetzt vertraut.
    [trust-ended] Dieser Organisation wird nicht mehr vertraut.
    [template-added] Die Vorlage ist angelegt.
    [template-changed] Die Vorlage ist gespeichert.
    [template-removed] Die Vorlage ist gelöscht.
    [words-saved] Gespeichert. Seiten und Suche richten sich ab jetzt danach.
    [words-removed] Gelöscht. Die Suche richtet sich ab jetzt danach.
    [pair-dismissed] Vermerkt: Das ist kein Doppel.
    [pair-restored] Das Paar steht wieder bei den offenen.
    [taken-over] Jetzt ist das für euch reserviert.
   *[released] Die Reservierung ist aufgehoben. Jetzt kann jemand anderes entscheiden.
}
missing-decision = Bitte eine Entscheidung wählen.
missing-picked = Bitte mindestens eine Einreichung ankreuzen.
missing-template = Diese Vorlage gibt es nicht mehr. Bitte eine andere wählen.
missing-reason = Bitte eine Begründung schreiben.
missing-because = Bitte einen Grund wählen.
missing-answer = Bitte eine Antwort schreiben.
missing-field = Bitte mindestens eine Angabe ankreuzen.
missing-note = Bitte eine Notiz schreiben.
missing-trust = Bitte schreiben, warum ihr vertraut.
missing-ends = Bitte den letzten Tag wählen.
suggestion-owner = Zu welcher Organisation gehört das?
suggestion-owner-told = Im Vorschlag steht: { $name }
suggestion-owner-search = Name der Organisation
suggestion-owner-find = Suchen
suggestion-owner-choose = Organisation in diesem Verzeichnis
suggestion-owner-help = { $count ->
    [0] Unter diesem Namen gibt es hier keine. Sucht oben einen anderen Namen, oder veröffentlicht ohne Organisation.
   *[other] Zur Wahl stehen die, deren Namen ähnlich sind.
}
suggestion-owner-none = keine, oder noch nicht hier
