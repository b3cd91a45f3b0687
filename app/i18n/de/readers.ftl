# How readers without an account help, and where that is decided.
entry-wrong = Etwas stimmt nicht?
suggest-link = Korrektur vorschlagen
reader-trap = Bitte leer lassen
reader-kept = Jemand war schneller. Das habt ihr geschrieben:
reader-email = Eure Mail-Adresse
reader-email-help = Dorthin geht ein Link, mit dem ihr den Vorschlag bestätigt. Er gilt { $hours } Stunden. Niemand sonst sieht die Adresse. { $days } Tage nach der Entscheidung löschen wir sie.
report = Etwas stimmt nicht?
report-title = Etwas melden: { $title }
report-lead = Was stimmt an „{ $title }“ nicht? Die Redaktion liest jede Meldung und antwortet innerhalb von { $days } Tagen. Ein Konto braucht ihr nicht.
report-better = Wisst ihr, wie es richtig heißen muss?
report-reason = Worum geht es?
report-text = Was stimmt nicht?
report-text-help = Je genauer ihr es beschreibt, desto schneller können wir es prüfen.
report-email = Eure Mail-Adresse (freiwillig)
report-email-help = Dann schicken wir euch den Link zu eurer Meldung und später die Antwort. { $days } Tage nach der Antwort löschen wir die Adresse.
report-send = Meldung senden
report-state = Eure Meldung
report-open = Danke, eure Meldung ist angekommen. Die Redaktion antwortet bis zum { $date }.
report-open-mail = Die Antwort kommt per Mail. Sie steht dann auch hier:
report-open-link = Die Antwort steht dann hier. Hebt euch diese Adresse auf, nur damit findet ihr sie wieder:
report-answered = Die Redaktion hat am { $date } geantwortet:
report-closed = Die Redaktion hat eure Meldung gelesen und am { $date } abgeschlossen.
report-yours = Das habt ihr am { $date } gemeldet
reports = Meldungen
reports-lead = { $count ->
    [0] Keine Meldung wartet.
    [one] Zu { $count } Eintrag gibt es Meldungen.
   *[other] Zu { $count } Einträgen gibt es Meldungen. Die älteste steht oben.
}
reports-count = { $count ->
    [0] Keine Meldung wartet
    [one] { $count } Meldung
   *[other] { $count } Meldungen
}
reports-since = die älteste vom { $date }
reports-of = Meldungen zu „{ $title }“
reports-all = Alle auf einmal beantworten
reports-answer = Antwort
reports-send = Antworten
reports-close = Ohne Antwort abschließen
reports-mailed = bekommt eine Mail
reports-unmailed = ohne Mail-Adresse, liest die Antwort über den Link
suggest = Eine Korrektur vorschlagen
suggest-title = Korrektur: { $title }
suggest-lead = Ihr wisst, wie es bei „{ $title }“ richtig heißen muss? Schlagt es vor. Ein Konto braucht ihr nicht, nur eine Mail-Adresse.
suggest-choose = Was wollt ihr korrigieren?
suggest-asked = Die Fragen sind dieselben, die die Organisation beantwortet: „Ihr“ meint hier die Organisation.
suggest-else = Passt nichts davon?
suggest-back = Etwas anderes korrigieren
suggest-section-title = Korrektur, { $section }: { $title }
suggest-section-lead = So steht „{ $title }“ jetzt da. Ändert, was nicht stimmt. Alles andere lasst ihr, wie es ist.
suggest-why = Warum, und wo steht das?
suggest-why-help = Am besten mit einem Link oder einer anderen Quelle.
suggest-send = Vorschlag senden
suggest-note = Sobald ihr bestätigt habt, entscheidet die Organisation darüber. Hat sie nach { $days } Tagen nicht entschieden, tut es die Redaktion.
tell = Etwas vorschlagen, das hier fehlt
tell-lead = Kennt ihr ein Projekt oder eine Erfahrung, von der andere wissen sollten? Erzählt davon. Ein Konto braucht ihr nicht.
tell-project = Was andere mit KI vorhaben, tun oder bleiben gelassen haben.
tell-lesson = Was andere gelernt haben, auch wenn etwas nicht geklappt hat.
tell-own = Es ist euer eigenes?
tell-project-title = Ein Projekt vorschlagen
tell-lesson-title = Eine Erfahrung vorschlagen
tell-form-lead = Diese Angaben genügen. Die Redaktion prüft sie, bevor jemand sie sieht.
tell-organisation = Zu welcher Organisation gehört das?
tell-organisation-help = Ihr Name, so wie ihr ihn kennt.
tell-why = Woher wisst ihr davon?
tell-why-help = Zum Beispiel: Ich war auf einem Vortrag darüber.
tell-note = Sobald ihr bestätigt habt, entscheidet die Redaktion innerhalb von { $days } Tagen.
tell-link = Wollt ihr nur auf etwas hinweisen? Dann geht es auch ohne Konto:
suggestion-sent = Schaut in euer Postfach
suggestion-sent-title = Vorschlag gesendet
suggestion-sent-lead = Wir haben euch einen Link geschickt. Erst wenn ihr dort bestätigt, sieht jemand euren Vorschlag. Der Link gilt { $hours } Stunden.
suggestion-sent-why = So kann niemand in eurem Namen etwas vorschlagen. Bestätigt ihr nicht, löschen wir alles wieder.
suggestion-sent-missing = Ist nach einigen Minuten nichts da? Dann schaut in den Ordner für Werbung und Spam. Vielleicht habt ihr euch auch bei der Adresse vertippt: Dann geht im Browser zurück und sendet den Vorschlag noch einmal.
suggestion = Euer Vorschlag
suggestion-confirm = Stimmt das so?
suggestion-confirm-lead = Bestätigt euren Vorschlag. Danach geht er an die, die darüber entscheiden.
suggestion-confirm-send = Vorschlag bestätigen
suggestion-open = Danke, euer Vorschlag ist angekommen. Zuerst entscheidet die Organisation, ab dem { $date } auch die Redaktion. Gehört zu der Organisation hier noch niemand, entscheidet die Redaktion gleich.
suggestion-open-new = Danke, euer Vorschlag ist angekommen. Die Redaktion entscheidet darüber.
suggestion-open-mail = Ihr bekommt dann eine Mail. Auf dieser Seite seht ihr jederzeit, wie es steht.
suggestion-handed-in = Die Organisation hat euren Vorschlag am { $date } übernommen. Lesen können ihn alle, sobald sie ihn eingereicht und die Redaktion ihn veröffentlicht hat.
suggestion-dropped = Die Organisation hat euren Vorschlag am { $date } übernommen. Die Änderung, in der er stand, wurde am Ende aber nicht veröffentlicht.
suggestion-published = Euer Vorschlag wurde am { $date } angenommen und ist jetzt für alle zu lesen. Danke!
suggestion-declined = Euer Vorschlag wurde am { $date } nicht übernommen. Die Begründung:
suggestion-changes = { $count ->
    [one] { $count } Angabe
   *[other] { $count } Angaben
}
suggestion-why = Begründung und Quelle
suggestion-of = Organisation: { $name }
suggestion-over = Diesen Vorschlag gibt es nicht mehr
suggestion-over-lead = Er wurde nicht innerhalb von { $hours } Stunden bestätigt, oder die Entscheidung liegt lange zurück.
suggestion-for = Vorschlag zu „{ $title }“
suggestion-by-reader = von jemandem ohne Konto, bestätigt am { $date }
suggestion-take = Übernehmen: { $field }
suggestion-now = Inzwischen ist hier etwas anderes veröffentlicht. Übernehmt ihr den Vorschlag, ersetzt er das:
suggestion-in-draft = In eurem Entwurf steht hier etwas anderes. Übernehmt ihr den Vorschlag, ersetzt er das:
suggestion-stays-in-draft = Die Organisation schreibt hier gerade etwas anderes. Das bleibt in ihrem Entwurf so stehen:
suggestion-settled = Das ist schon so veröffentlicht.
suggestion-into-draft = An diesem Eintrag wird gerade geschrieben. Was ihr übernehmt, kommt auch dort hinein.
suggestion-beside-draft = Die Organisation schreibt gerade an diesem Eintrag. Was ihr übernehmt, wird veröffentlicht. In ihren Entwurf kommt es nur dort, wo sie nichts anderes geschrieben hat.
suggestion-agreed = Jemand aus der Redaktion hat schon zugestimmt, und zwar zu dem, was angekreuzt ist. Übernehmt ihr dasselbe, wird es veröffentlicht. Kreuzt ihr etwas anderes an, muss dem wieder jemand zustimmen.
suggestion-agreed-new = Jemand aus der Redaktion hat schon zugestimmt, mit der Organisation, die unten steht. Stimmt ihr mit derselben zu, wird der Eintrag veröffentlicht.
suggestion-agreed-own = Ihr habt zugestimmt. Veröffentlicht wird es, sobald auch jemand anderes aus der Redaktion zustimmt.
suggestion-over-here = Darüber ist schon entschieden.
suggestion-not-yours = Zuerst entscheidet die Organisation. Danach steht der Vorschlag bei der Redaktion.
suggestion-accept = Angekreuztes übernehmen
suggestion-decline = Nicht übernehmen
suggestion-reason = Warum nicht?
suggestion-reason-help = Geht per Mail an die Person, die es vorgeschlagen hat. Nur nötig, wenn ihr nichts übernehmt.
suggestion-text = Der ganze Vorschlag
suggestion-owner = Zu welcher Organisation? Vorgeschlagen ist: { $name }
suggestion-owner-help = Ihr Kürzel aus der Adresse ihrer Seite, zum Beispiel: dicv-koeln. Leer, wenn es hier keine gibt.
suggestions = Vorschläge
suggestions-lead = { $count ->
    [0] Kein Vorschlag wartet.
    [one] { $count } Vorschlag wartet.
   *[other] { $count } Vorschläge warten. Der älteste steht oben.
}
suggestions-fields = { $count ->
    [one] { $count } Angabe
   *[other] { $count } Angaben
}
suggestions-here = { $count ->
    [one] Jemand schlägt eine Korrektur vor
   *[other] Es gibt { $count } Vorschläge für Korrekturen
}
suggestions-here-text = Ihr entscheidet zuerst darüber. Nach { $days } Tagen tut es die Redaktion.
mail-reported-not-you = Ihr habt nichts gemeldet? Dann hat sich jemand bei der Adresse vertippt. Es kommt nur noch die Antwort, danach löschen wir eure Adresse.
mail-reader-not-you = Ihr habt nichts gesendet? Dann hat sich jemand vertippt. Löscht diese Mail einfach, es passiert nichts.
mail-reported-subject = Eure Meldung zu { $title }
mail-reported-text = danke, eure Meldung zu „{ $title }“ ist angekommen. Die Redaktion antwortet innerhalb von { $days } Tagen. Wie es steht, seht ihr hier:
mail-reported-button = Meldung ansehen
mail-answered-subject = Antwort auf eure Meldung zu { $title }
mail-answered-text = die Redaktion hat eure Meldung zu „{ $title }“ gelesen und schreibt euch:
mail-answered-closed = die Redaktion hat eure Meldung zu „{ $title }“ gelesen und abgeschlossen. Danke für den Hinweis.
mail-confirm-subject = Bitte bestätigt euren Vorschlag
mail-confirm-text = ihr habt eine Korrektur zu „{ $title }“ vorgeschlagen. Mit diesem Link seht ihr sie noch einmal und bestätigt sie:
mail-confirm-new = ihr habt einen neuen Eintrag vorgeschlagen. Mit diesem Link seht ihr ihn noch einmal und bestätigt ihn:
mail-confirm-button = Ansehen und bestätigen
mail-confirm-limits = Der Link gilt { $hours } Stunden. Hebt ihn danach auf: Unter derselben Adresse seht ihr, was aus dem Vorschlag wird.
mail-suggested-subject = Jemand schlägt eine Korrektur vor: { $title }
mail-suggested-text = jemand hat zu „{ $title }“ eine Korrektur vorgeschlagen. Ihr entscheidet, ob ihr sie übernehmt. Entscheidet ihr nicht innerhalb von { $days } Tagen, tut es die Redaktion.
mail-suggested-button = Ansehen und entscheiden
mail-suggestion-subject = Euer Vorschlag zu { $title }
mail-suggestion-text = { $state ->
    [published] euer Vorschlag zu „{ $title }“ ist angenommen und jetzt für alle zu lesen. Danke!
    [handed-in] die Organisation hat euren Vorschlag zu „{ $title }“ übernommen. Lesen können ihn alle, sobald die Redaktion ihn veröffentlicht hat. Danke!
    [dropped] die Organisation hatte euren Vorschlag zu „{ $title }“ übernommen. Die Änderung, in der er stand, wurde am Ende aber nicht veröffentlicht.
   *[other] euer Vorschlag zu „{ $title }“ wurde nicht übernommen. Die Begründung:
  }
mail-taken-over-subject = Eine Korrektur an { $title }
mail-taken-over-published = jemand hat eine Korrektur zu „{ $title }“ vorgeschlagen. Die Redaktion hat sie veröffentlicht.
mail-taken-over-draft = In „{ $title }“, so wie es gerade geschrieben wird, steht die Korrektur jetzt auch. Was ihr dort anders geschrieben habt, ist geblieben.
mail-taken-over-into = jemand aus eurer Organisation hat eine vorgeschlagene Korrektur übernommen. Sie steht jetzt in „{ $title }“, so wie es gerade geschrieben wird, auch dort, wo vorher etwas anderes stand.
mail-taken-over-live = jemand aus eurer Organisation hat eine vorgeschlagene Korrektur zu „{ $title }“ übernommen. Sie ist schon für alle zu lesen.
mail-taken-over-waits = jemand aus eurer Organisation hat eine vorgeschlagene Korrektur zu „{ $title }“ übernommen. Jetzt liest sie die Redaktion.
