# Entries that may be the same.
duplicates = Mögliche Doppel
duplicates-lists = Listen
duplicates-list-open = Offen
duplicates-list-dismissed = Kein Doppel
duplicates-list-merged = Zusammengeführt
duplicates-open = { $count ->
    [0] Nichts sieht nach einem Doppel aus.
    [one] { $count } Paar könnte dasselbe erzählen.
   *[other] { $count } Paare könnten dasselbe erzählen. Die wahrscheinlichsten stehen oben.
}
duplicates-dismissed = { $count ->
    [0] Noch von keinem Paar habt ihr gesagt, dass es keines ist.
    [one] Von { $count } Paar habt ihr gesagt, dass es kein Doppel ist. Es wird nicht mehr vorgeschlagen.
   *[other] Von { $count } Paaren habt ihr gesagt, dass sie keine Doppel sind. Sie werden nicht mehr vorgeschlagen.
}
duplicates-merged = { $count ->
    [0] Noch nichts wurde zusammengeführt.
    [one] { $count } Eintrag ging in einem anderen auf.
   *[other] { $count } Einträge gingen in anderen auf. Die letzten stehen oben.
}
duplicates-look = Jetzt suchen
duplicates-never = Noch nie gesucht. Gesucht wird jede Nacht.
duplicates-looked = { $count ->
    [one] Zuletzt gesucht am { $at }, in { $count } Eintrag. Gesucht wird jede Nacht.
   *[other] Zuletzt gesucht am { $at }, in { $count } Einträgen. Gesucht wird jede Nacht.
}
duplicates-busy = Es wird schon gesucht. Ladet die Seite in einer Minute neu.
duplicates-merge = Zusammenführen …
duplicates-dismiss = Kein Doppel
duplicates-restore = Doch wieder vorschlagen
duplicates-dismissed-at = Kein Doppel, gesagt am { $date }
why-link = dieselbe Seite verlinkt
why-title-same = Titel fast gleich
why-title = Titel ähnlich
why-text = Texte ähnlich
why-name = derselbe Name im Titel
why-names = dieselben Namen im Text
why-organisation = dieselbe Organisation
why-place = derselbe Ort
why-words = dieselben seltenen Wörter

# Two beside each other.
merge = Zusammenführen
merge-both = „{ $a }“ und „{ $b }“
merge-why = Was ähnlich ist: { $why }.
merge-stays = Welcher Eintrag bleibt?
merge-stays-help = Seine Adresse bleibt. Die Adresse des anderen führt künftig zu ihm. Wer den anderen schreibt, bekommt eine Mail.
merge-preselect = Texte danach vorwählen
merge-published = veröffentlicht am { $date }
merge-origin-organisation = von der Organisation selbst
merge-origin-sources = aus öffentlichen Quellen
merge-waiting = Zu diesem Eintrag wartet eine Einreichung.
merge-waiting-link = Ansehen
merge-fields = { $count ->
    [0] Beide sagen genau dasselbe
    [one] { $count } Angabe ist verschieden
   *[other] { $count } Angaben sind verschieden
}
merge-fields-help = Wählt für jede, welcher Text gilt. Was nur einer sagt, ist unterstrichen.
merge-organisation = Organisation
merge-nothing = keine Angabe
merge-moves-project = Erkenntnisse des anderen kommen mit. Der Text wird sofort veröffentlicht; ihr könnt alles rückgängig machen.
merge-moves-lesson = Widersprüche des anderen kommen mit. Der Text wird sofort veröffentlicht; ihr könnt alles rückgängig machen.
merge-moves-organisation = Einträge, Mitglieder, Anfragen und Einladungen der anderen kommen mit. Der Text wird sofort veröffentlicht; ihr könnt alles rückgängig machen.
merge-now = Zusammenführen
merge-cancel = Abbrechen
merge-show = Ansehen
merge-done = „{ $title }“ ging auf in:
merge-done-address = Die alte Adresse führt dorthin.
merge-undo = Zusammenführen rückgängig machen
merge-undo-help = Rückgängig heißt: Beide Einträge sind wieder da wie vorher, mit allem, was zu ihnen gehörte. Was seither jemand geändert hat, bleibt. Wer den Eintrag schreibt, der verschwunden war, bekommt eine Mail.
merge-back = Alle möglichen Doppel
merge-further = Dieser Eintrag ging inzwischen selbst in einem anderen auf. Das muss zuerst rückgängig gemacht werden.
merge-further-link = Dorthin
merge-further-short = Der Eintrag ging selbst weiter in einem anderen auf.
merge-hidden = Einer der beiden ist nicht öffentlich. Da gibt es nichts zusammenzuführen.
undone = Rückgängig gemacht. Beide Einträge sind wieder da.
undone-but = Rückgängig gemacht. Beide Einträge sind wieder da, aber das wurde inzwischen geändert und bleibt, wie es ist:
left-text = der Text des Eintrags, der geblieben war
left-lessons = einige Erkenntnisse
left-contradictions = einige Widersprüche
left-entries = einige Einträge der Organisation
left-members = einige Mitglieder
left-claims = einige Anfragen
left-invitations = einige Einladungen
left-readers = einige Meldungen oder Vorschläge

# To the authors of an entry that was put together with another.
mail-merged-subject = { $title } gehört jetzt zu einem anderen Eintrag
mail-merged-text = „{ $title }“ und „{ $into }“ haben von demselben erzählt. Deshalb hat die Redaktion beide zusammengeführt: Euer Eintrag ist in „{ $into }“ aufgegangen. Seine alte Adresse führt jetzt dorthin.
mail-merged-object = Seht ihr das anders? Dann schreibt der Redaktion, warum. Sie kann beide wieder trennen.
mail-merged-object-way = Der Redaktion schreiben
mail-unmerged-subject = { $title } ist wieder ein eigener Eintrag
mail-unmerged-text = die Redaktion hat „{ $title }“ und „{ $into }“ wieder getrennt. Euer Eintrag ist unter seiner eigenen Adresse wieder da.
merge-ends-trust = Bleibt diese Organisation, ist sie danach nicht mehr vertraut: Die Mitglieder der anderen wurden nie geprüft. Ihr könnt ihr wieder vertrauen.
merge-agreed = Jemand aus der Redaktion hat dem Zusammenführen schon zugestimmt, so wie es hier ausgewählt ist. Wählt ihr dasselbe, wird zusammengeführt. Wählt ihr etwas anderes, muss dem wieder jemand zustimmen.
merge-agreed-own = Ihr habt zugestimmt. Zusammengeführt wird, sobald auch jemand anderes aus der Redaktion dasselbe auswählt.
