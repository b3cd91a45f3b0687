# Mails.
mail-greeting = Guten Tag,
mail-sign-in-subject = Anmelden bei Allmende
mail-sign-in-text = mit diesem Link meldet ihr euch bei Allmende an:
mail-sign-in-button = Jetzt anmelden
mail-sign-in-code = Oder gebt dort, wo ihr die Mail angefordert habt, diesen Code ein: { $code }
mail-sign-in-limits = Beides gilt { $minutes } Minuten, einmal und nur in dem Browser, in dem ihr die Mail angefordert habt.
mail-sign-in-not-you = Ihr wolltet euch gar nicht anmelden? Dann hat sich jemand vertippt. Löscht diese Mail einfach, es passiert nichts.
mail-invitation-subject = Einladung: Schreibt für { $organisation } bei Allmende
mail-invitation-text = „{ $organisation }“ lädt euch ein, bei Allmende mitzumachen. { $role ->
    [owner] Ihr könnt dort Einträge schreiben und die Mitglieder verwalten.
   *[editor] Ihr könnt dort Einträge schreiben.
  }
mail-invitation-button = Einladung ansehen
mail-invitation-limits = Die Einladung gilt { $days } Tage und nur für diese Mail-Adresse.
mail-invitation-not-you = Ihr kennt die Organisation nicht? Dann löscht diese Mail einfach, es passiert nichts.
mail-claim-waiting-subject = Jemand möchte zu { $organisation } gehören
mail-claim-waiting-text = jemand sagt, zu „{ $organisation }“ zu gehören, und möchte bei Allmende für euch schreiben. Kennt ihr die Person? Bitte bestätigt das oder lehnt es ab.
mail-claim-waiting-button = Ansehen und entscheiden
mail-claim-accepted-subject = Ihr gehört jetzt zu { $organisation }
mail-claim-accepted-text = dass ihr zu „{ $organisation }“ gehört, ist bestätigt. { $role ->
    [owner] Ihr könnt dort jetzt Einträge schreiben und die Mitglieder verwalten.
   *[editor] Ihr könnt dort jetzt Einträge schreiben.
  }
mail-claim-accepted-button = Zu eurer Organisation
mail-claim-refused-subject = Eure Anfrage zu { $organisation }
mail-claim-refused-text = dass ihr zu „{ $organisation }“ gehört, wurde nicht bestätigt. Die Begründung:
mail-claim-refused-again = Ist das ein Irrtum? Dann fragt noch einmal an und schreibt dazu, woran man euch erkennt.
mail-foot = Allmende · { $base }
mail-published-subject = Veröffentlicht: { $title }
mail-published-text = „{ $title }“ ist jetzt für alle zu lesen. Danke, dass ihr teilt, was ihr gelernt habt.
mail-published-button = Eintrag ansehen
mail-changes-subject = Bitte noch etwas ändern: { $title }
mail-changes-text = die Redaktion hat „{ $title }“ gelesen und bittet euch, noch etwas zu ändern. Danach könnt ihr den Eintrag wieder einreichen.
mail-changes-button = Eintrag bearbeiten
mail-rejected-subject = Nicht veröffentlicht: { $title }
mail-rejected-text = die Redaktion veröffentlicht „{ $title }“ nicht. Euer Text bleibt euch erhalten.
mail-rejected-button = Zu eurem Text
mail-reason = Die Redaktion schreibt dazu:
mail-accepted-subject = Angenommen: { $title }
mail-accepted-text = eure Änderung an „{ $title }“ ist angenommen. Ihr habt den Eintrag zurückgezogen, deshalb sieht ihn gerade niemand. Wieder zeigen könnt ihr ihn jederzeit.
mail-accepted-button = Zum Eintrag
mail-still-right-subject = { $count ->
    [one] Stimmt das noch? { $title }
   *[other] Stimmt das noch? { $count } Einträge: { $title } …
}
mail-still-right-text = { $count ->
    [one] seit einem Jahr hat niemand von „{ $organisation }“ gesagt, ob dieser Eintrag noch stimmt. Ein Klick genügt, anmelden müsst ihr euch nicht:
   *[other] seit einem Jahr hat niemand von „{ $organisation }“ gesagt, ob diese Einträge noch stimmen. Je ein Klick genügt, anmelden müsst ihr euch nicht:
}
mail-still-right-again = { $count ->
    [one] vor einiger Zeit haben wir „{ $organisation }“ gefragt, ob dieser Eintrag noch stimmt. Ohne Antwort legen wir ihn in { $days } Tagen ins Archiv. Ein Klick genügt:
   *[other] vor einiger Zeit haben wir „{ $organisation }“ gefragt, ob diese Einträge noch stimmen. Ohne Antwort legen wir sie in { $days } Tagen ins Archiv. Je ein Klick genügt:
}
mail-still-right-right = Stimmt noch
mail-still-right-edit = Etwas hat sich geändert
mail-still-right-over = Das Vorhaben ist vorbei
mail-still-right-foot = Alle Mitglieder bekommen diese Mail; es genügt, wenn eines antwortet. Wer Beispiele sucht, verlässt sich darauf, dass sie stimmen. Danke!
mail-put-away-subject = { $count ->
    [one] Im Archiv: { $title }
   *[other] Im Archiv: { $count } Einträge: { $title } …
}
mail-put-away-text = { $count ->
    [one] niemand von „{ $organisation }“ hat geantwortet, deshalb liegt dieser Eintrag jetzt im Archiv. Er bleibt zu lesen und ist als älter gekennzeichnet. Stimmt er noch, holt ihr ihn hier zurück:
   *[other] niemand von „{ $organisation }“ hat geantwortet, deshalb liegen diese Einträge jetzt im Archiv. Sie bleiben zu lesen und sind als älter gekennzeichnet. Stimmen sie noch, holt ihr sie hier zurück:
}
mail-put-away-foot = Dazu müsst ihr euch nicht anmelden.
mail-broken-links-subject = { $count ->
    [one] Ein Link führt ins Leere: { $organisation }
   *[other] { $count } Links führen ins Leere: { $organisation }
}
mail-broken-links-text = { $count ->
    [one] in einem Eintrag von „{ $organisation }“ führt ein Link seit mehr als zwei Wochen ins Leere:
   *[other] in Einträgen von „{ $organisation }“ führen { $count } Links seit mehr als zwei Wochen ins Leere:
}
mail-broken-links-edit = Bearbeiten: { $title }
mail-broken-links-foot = Wir melden jeden Link nur einmal. Steht hier einer, der bei euch funktioniert? Dann ist nichts zu tun.
