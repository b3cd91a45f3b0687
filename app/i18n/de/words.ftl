# What values are called, and which words mean the same.
desk-vocabulary = Begriffe
desk-synonyms = Synonyme
meanings = Was die Begriffe bedeuten
vocabulary = Begriffe
vocabulary-lead = So heißen die Werte in Filtern, Formularen und auf allen Seiten. Die Kennung bleibt, wie sie ist: Sie steht in Adressen und Daten.
vocabulary-jump = Zu den Listen
vocabulary-not-searched = Nach diesen Namen sucht niemand: Die Suche findet Einträge nicht über sie.
vocabulary-de = Auf Deutsch
vocabulary-en = Auf Englisch
vocabulary-id = Kennung
vocabulary-id-help = bleibt fest
vocabulary-entries = Einträge
vocabulary-edit = Bearbeiten
vocabulary-edit-one = { $name } bearbeiten
vocabulary-back = Alle Begriffe: { $vocabulary }
vocabulary-built-in = Ursprünglich
vocabulary-about-de = Erklärung auf Deutsch
vocabulary-about-en = Erklärung auf Englisch
vocabulary-about-help = Ein, zwei Sätze, wann der Begriff passt. Sie stehen in den Formularen und dort, wo alle Begriffe einer Liste zur Auswahl stehen. Das Feld kann leer bleiben.
words-save = Speichern
words-try = Wirkung ansehen
words-conflict = Jemand war schneller
words-conflict-text = Das wurde geändert, während ihr geschrieben habt. Überschrieben ist nichts: Was ihr geschrieben habt, steht noch unten. Soll es gelten, speichert noch einmal.
words-now = So steht es inzwischen:
words-last = Zuletzt geändert von { $who } am { $at }: { $what }
synonyms = Synonyme
synonyms-lead = Wer eins dieser Wörter sucht, findet auch Einträge mit den anderen aus derselben Gruppe.
synonyms-new = Neue Gruppe
synonyms-one = Gruppe „{ $word }“
synonyms-back = Alle Gruppen
synonyms-find = Gruppen mit diesem Wort
synonyms-find-button = Suchen
synonyms-all = Alle zeigen
synonyms-none = Keine Gruppe hat dieses Wort.
synonyms-found = { $from } bis { $to } von { $found } Gruppen mit diesem Wort; insgesamt gibt es { $total }
synonyms-words = Wörter
synonyms-words-help = Durch Kommas getrennt oder eins je Zeile. Auch mehrere Wörter zusammen, zum Beispiel „Künstliche Intelligenz“. Beugungen findet die Suche von selbst.
synonyms-remove = Gruppe löschen
synonyms-remove-sure = Die Wörter stehen dann nicht mehr füreinander. Einträge ändern sich nicht.
synonyms-remove-yes = Endgültig löschen
synonyms-remove-try = Wirkung des Löschens ansehen
effect = Wirkung auf die Suche
effect-lead = Ausprobiert mit allen veröffentlichten Einträgen. Noch ist nichts gespeichert.
effect-none = Die Suche findet damit genau dieselben Einträge wie heute.
effect-unchanged = Unverändert:
effect-same = { $count ->
    [0] findet nichts
    [one] findet { $count } Eintrag
   *[other] findet { $count } Einträge
}
effect-left = Dafür reichte die Zeit nicht: { $words }
effect-counts = Heute { $before }, mit der Änderung { $after } gefunden.
effect-today = Heutige Treffer
effect-comes = { $count ->
    [one] Neu dabei ist { $count } Eintrag:
   *[other] Neu dabei sind { $count } Einträge:
}
effect-goes = { $count ->
    [one] Nicht mehr gefunden wird { $count } Eintrag:
   *[other] Nicht mehr gefunden werden { $count } Einträge:
}
effect-more = { $count ->
    [one] und { $count } weiterer
   *[other] und { $count } weitere
}
effect-not-searched = Die Suche findet Einträge nicht über diesen Namen. Er ändert sich nur auf Seiten, in Filtern und in Vorschlägen.
effect-too-many = { $count } Einträge können diesen Begriff tragen. Ausprobieren lässt er sich nur bis { $max }: Sonst dauert es zu lange.
hints = Gut zu wissen
hint-also = „{ $word }“ steht auch in einer anderen Gruppe; wer es sucht, findet die Wörter aus beiden:
hint-same = „{ $one }“ und „{ $other }“ behandelt die Suche ohnehin wie ein Wort. Eins davon genügt.
hint-subject = Von „{ $word }“ handelt jeder Eintrag. Wer noch etwas anderes sucht, findet deshalb auch Einträge ohne Wörter dieser Gruppe; die mit ihnen stehen weiter oben.
