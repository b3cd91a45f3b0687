# The queue as a tool: filters, who reads what, deciding in a row, reasons that are kept.
desk-nav = Bereiche der Redaktion
desk-templates = Vorlagen
desk-waiting = Einreichungen
queue-filters = Auswahl
queue-kind = Art
queue-organisation = Organisation
queue-reader = Wer liest?
queue-order = Reihenfolge
queue-signals = Nur mit
queue-any = alle
queue-show = Anzeigen
queue-reset = Auswahl aufheben
queue-reader-free = was niemand sonst liest
queue-reader-read = was gerade jemand liest
queue-reader-approved = dem jemand zugestimmt hat
queue-order-waiting = wartet am längsten
queue-order-completeness = sagt am meisten
queue-order-signals = wenigste Hinweise
queue-range = { $from } bis { $to } von { $total }
queue-none = Dazu wartet nichts.
queue-behind = So viele Seiten sind es nicht mehr.
queue-completeness = { $percent } % ausgefüllt
queue-reading = Gerade bei { $who }, bis { $time } Uhr
queue-reading-mine = Bei euch, bis { $time } Uhr
queue-approved = Jemand hat schon zugestimmt
queue-approved-mine = Ihr habt schon zugestimmt
queue-pick = Auswählen: { $title }
queue-bulk = Mehrere auf einmal
queue-bulk-help = Setzt oben Häkchen. Jede Einreichung wird einzeln entschieden; was nicht geht, bleibt liegen und wird genannt.
queue-bulk-send = Für alle mit Häkchen entscheiden
signal = { $id ->
    [links] Links im Text
    [contact-data] Mail oder Telefon im Text
    [likely-duplicate] vielleicht doppelt
    [new-account] neues Konto
   *[first-entry] erster Eintrag
}
somebody-gone = gelöschtes Konto { $id }
reserved = Das liest gerade jemand anderes
reserved-text = Bis { $time } Uhr ist das für jemand anderes aus der Redaktion reserviert. Danach könnt ihr entscheiden.
reading-other = { $who } liest das gerade. Bis { $time } Uhr entscheidet niemand sonst.
reading-mine = Bis { $time } Uhr ist das für euch reserviert.
reading-release = Doch nicht lesen
decide-way = Was soll damit geschehen?
decide-template = Vorlage
decide-template-none = keine
decide-template-help = Steht vor eurem Text, in der Sprache derer, die eingereicht haben.
decide-send = Entscheiden
decide-first = Zwei müssen zustimmen. Noch hat niemand zugestimmt.
decide-second = Zwei müssen zustimmen. Jemand hat schon zugestimmt.
decide-second-mine = Ihr habt schon zugestimmt. Jetzt muss jemand anderes zustimmen.
decided-one = { $action ->
    [published] Veröffentlicht:
    [changes-requested] Um Änderung gebeten:
    [approved] Zugestimmt, jetzt braucht es noch jemanden:
    [rejected] Abgelehnt:
   *[other] Nicht entschieden:
} „{ $title }“
decided-many = { $action ->
    [published] { $count ->
        [one] { $count } Einreichung veröffentlicht
       *[other] { $count } Einreichungen veröffentlicht
    }
    [changes-requested] { $count ->
        [one] { $count } Einreichung mit Bitte um Änderung zurückgegeben
       *[other] { $count } Einreichungen mit Bitte um Änderung zurückgegeben
    }
    [approved] { $count ->
        [one] { $count } Einreichung zugestimmt, jetzt braucht es noch jemanden
       *[other] { $count } Einreichungen zugestimmt, jetzt braucht es noch jemanden
    }
   *[rejected] { $count ->
        [one] { $count } Einreichung abgelehnt
       *[other] { $count } Einreichungen abgelehnt
    }
}
decided-failed = Nicht entschieden:
decided-why = { $why ->
    [reserved] liest gerade jemand anderes
    [needs-another] dem habt ihr schon zugestimmt
    [invalid] darin stimmt etwas nicht mehr
    [conflict] hat sich inzwischen geändert
   *[failed] ein Fehler bei uns
}
decided-undo = Rückgängig
decided-undo-until = geht bis { $time } Uhr, so lange wartet auch die Mail
decided-undone = { $count ->
    [one] Rückgängig gemacht. Die Einreichung wartet wieder.
   *[other] { $count } Entscheidungen rückgängig gemacht. Die Einreichungen warten wieder.
}
decided-undo-failed = Nicht rückgängig gemacht:
templates = Vorlagen für Begründungen
templates-lead = Eine Vorlage spart Tippen und klingt jedes Mal freundlich. Wer eingereicht hat, liest sie in der Sprache des eigenen Kontos.
templates-title-de = Name auf Deutsch
templates-title-en = Name auf Englisch
templates-text-de = Text auf Deutsch
templates-text-en = Text auf Englisch
templates-save = Speichern
templates-remove = Löschen
templates-remove-sure = Wirklich löschen? Was damit geschrieben wurde, bleibt.
templates-remove-yes = Ja, löschen
templates-new = Neue Vorlage
templates-add = Anlegen
templates-edit = Ändern
