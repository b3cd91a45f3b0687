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
mail-changes-text = Die Redaktion hat „{ $title }“ gelesen und bittet euch, noch etwas zu ändern. Danach könnt ihr den Eintrag wieder einreichen.
mail-changes-button = Eintrag bearbeiten
mail-rejected-subject = Nicht veröffentlicht: { $title }
mail-rejected-text = Die Redaktion veröffentlicht „{ $title }“ nicht. Euer Text bleibt euch erhalten.
mail-rejected-button = Zu eurem Text
mail-reason = Die Redaktion schreibt dazu:
mail-accepted-subject = Angenommen: { $title }
mail-accepted-text = Eure Änderung an „{ $title }“ ist angenommen. Ihr habt den Eintrag zurückgezogen, deshalb sieht ihn gerade niemand. Wieder zeigen könnt ihr ihn jederzeit.
mail-accepted-button = Zum Eintrag
