# Deciding what becomes public.
nav-moderation = Redaktion
moderation = Redaktion
moderation-waiting = { $count ->
    [0] Keine Einreichung wartet.
    [one] { $count } Einreichung wartet.
   *[other] { $count } Einreichungen warten.
}
moderation-new = neu
moderation-change = Änderung
moderation-again = wieder eingereicht nach der Bitte um Änderung vom { $date }
moderation-since-asked = { $count ->
    [0] Seit der Bitte um Änderung vom { $date } ist nichts anders
    [one] { $count } Angabe ist anders als bei der Bitte um Änderung vom { $date }
   *[other] { $count } Angaben sind anders als bei der Bitte um Änderung vom { $date }
}
moderation-asked = Ihr hattet geschrieben:
moderation-alike-unread = Klingt ähnlich und ist noch nicht veröffentlicht
alike-more = { $count } weitere
alike-maybe = Vielleicht doppelt:
alike-where = { $place ->
    [public] veröffentlicht
    [waiting] wartet auch
   *[written] Entwurf derselben Organisation
}
moderation-back = Alle Einreichungen
moderation-since = eingereicht am { $date }
moderation-alike = Klingt ähnlich und ist schon da
moderation-changes = { $count ->
    [0] Nichts ist anders als veröffentlicht
    [one] { $count } Angabe ist anders als veröffentlicht
   *[other] { $count } Angaben sind anders als veröffentlicht
}
moderation-whole = Der ganze Eintrag
moderation-over = { $state ->
    [draft] Diese Einreichung haben die, die sie geschrieben haben, zurückgeholt. Zu entscheiden gibt es hier nichts mehr.
    [changes-requested] Über diese Einreichung ist schon entschieden: Sie ging mit der Bitte um Änderung zurück.
    [rejected] Über diese Einreichung ist schon entschieden: Sie wurde abgelehnt.
   *[published] Über diese Einreichung ist schon entschieden: Sie wurde veröffentlicht.
}
decide = Entscheiden
decide-reason = Was ihr dazu schreibt
decide-reason-help = Geht per Mail an die, die eingereicht haben, und steht in ihrem Konto. Bei Rückgabe und Ablehnung nötig.
decide-publish = Veröffentlichen
decide-changes = Um Änderung bitten
decide-reject = Ablehnen

# How the server stands.
operation = Betrieb
operation-well = Alles läuft.
operation-unwell = Etwas braucht Aufmerksamkeit. Gelesen und geschrieben werden kann trotzdem.
operation-search = Suche
operation-step = Auf dem Stand der Datenbank
operation-behind = { $count ->
    [0] ja
    [one] { $count } Änderung fehlt noch
   *[other] { $count } Änderungen fehlen noch
}
operation-unknown = lässt sich gerade nicht sagen
operation-compared = Zuletzt mit der Datenbank verglichen
operation-never = seit dem Start noch nicht; es geschieht jede Nacht
operation-same = { $at }: { $count } Einträge, alle richtig
operation-differed = { $at }: { $count } Einträge, { $differed } davon waren falsch und sind gerichtet
operation-state = Zustand
operation-answering = antwortet
operation-replaced = antwortet nicht oder ist nicht auf dem Stand; die eingebaute Suche springt ein
operation-since-start = Seit dem Start
operation-shares = { $answered } Suchen beantwortet, { $left } der eingebauten Suche überlassen
operation-mails = Mails
operation-waiting = Noch nicht verschickt
operation-waiting-mails = { $count ->
    [0] keine
    [one] { $count } Mail
   *[other] { $count } Mails
}
operation-tried = { $count ->
    [one] { $count } davon schlug schon fehl und wird weiter versucht
   *[other] { $count } davon schlugen schon fehl und werden weiter versucht
}
operation-held = { $count ->
    [one] { $count } davon wartet, bis die Entscheidung nicht mehr rückgängig zu machen ist
   *[other] { $count } davon warten, bis die Entscheidungen nicht mehr rückgängig zu machen sind
}
operation-oldest = die älteste vom { $at }
operation-program = Programm
operation-version = Fassung
operation-database = Datenbank
operation-engine-name = Suchmaschine
operation-engine = { $engine ->
    [Meilisearch] Meilisearch, dahinter die eingebaute Suche
   *[other] die eingebaute Suche
}
