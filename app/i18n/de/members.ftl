# Organisations and who belongs to them.
found = Organisation anlegen
found-lead = Bevor jemand sie sieht, schaut die Redaktion darauf. Kolleginnen und Kollegen könnt ihr gleich einladen.
found-name = Name der Organisation
found-name-help = So, wie ihr euch selbst nennt. Zum Beispiel: Tafel Musterstadt e. V.
found-kind = Art
found-place = Ort (freiwillig)
found-place-help = Stadt oder Postleitzahl
found-website = Website (freiwillig)
found-website-help = Zum Beispiel www.verein.de
found-description = Was macht ihr? (freiwillig)
found-description-help = Ein oder zwei Sätze genügen.
found-send = Anlegen
found-another = Nein, trotzdem neu anlegen
found-note = Steht eure Organisation schon hier? Dann sucht sie und klickt auf ihrer Seite auf „Das sind wir“.
found-similar = Ist eure dabei?
found-similar-claim = Das sind wir
found-similar-claim-label = Das sind wir: { $name }
found-similar-else = Wenn nicht, legt eure unten neu an.
claim = Gehört ihr zu { $name }?
claim-question = Ist das eure Organisation?
claim-way = Das sind wir
claim-how = Mit einer Adresse auf der Internetseite der Organisation gehört sie gleich euch. Mit einer anderen Adresse prüft es erst, wer sie schon verwaltet, sonst die Redaktion; die Antwort geht an die Adresse, mit der ihr euch anmeldet. Was bisher zu lesen ist, bleibt zu lesen.
claim-visitor = Dann könnt ihr ihre Einträge bearbeiten. Meldet euch dafür an, am besten mit einer Adresse der Organisation: Dann geht es ohne Warten.
claim-owner = Ihr verwaltet diese Organisation schon.
claim-back = Zur Seite der Organisation
claim-waiting = Eure Anfrage vom { $date } wartet. { $who ->
    [owners] Wer die Organisation verwaltet, hat eine Mail bekommen und entscheidet darüber.
   *[moderators] Die Redaktion entscheidet darüber.
  } Ihr bekommt dann eine Mail.
claim-withdraw = Anfrage zurücknehmen
claim-at-home = Eure Mail-Adresse gehört zu { $domain }, der Website dieser Organisation. Ein Klick genügt, dann schreibt ihr für sie und verwaltet die Mitglieder.
claim-at-home-send = Ja, das sind wir
claim-lead = Dann könnt ihr ihre Einträge bearbeiten. { $who ->
    [owners] Vorher muss es jemand bestätigen, der die Organisation hier schon verwaltet.
   *[moderators] Vorher muss es die Redaktion bestätigen.
  }
claim-note = Wer seid ihr dort? (freiwillig)
claim-note-help = Zum Beispiel: Ich leite die Geschäftsstelle. Ihr findet mich auf der Website unter „Team“.
claim-send = Anfrage senden
claim-seen = Diesen Text und eure Mail-Adresse sieht, wer darüber entscheidet. { $who ->
    [owners] Das sind die Verwaltenden der Organisation und die Redaktion.
   *[moderators] Das ist die Redaktion.
  }
claims = Anfragen zu Organisationen
claims-none = Gerade wartet keine Anfrage.
claims-lead = Diese Menschen sagen, dass sie zu einer Organisation gehören. Wen ihr bestätigt, der verwaltet sie.
claims-owners = { $count ->
    [0] niemand verwaltet sie
    [one] { $count } Person verwaltet sie und kann auch entscheiden
   *[other] { $count } Personen verwalten sie und können auch entscheiden
}
claims-since = seit { $date }
claims-accept = Bestätigen
claims-accept-label = Bestätigen: { $email }
claims-reason = Grund der Ablehnung
claims-refuse = Ablehnen
claims-refuse-label = Ablehnen: { $email }
invitation = Einladung von { $name }
invitation-lead = { $role ->
    [owner] Ihr könnt dort Einträge schreiben und die Mitglieder verwalten.
   *[editor] Ihr könnt dort Einträge schreiben.
} Die anderen Mitglieder sehen dann eure Mail-Adresse.
invitation-accept = Einladung annehmen
invitation-sign-in = Meldet euch mit der Adresse an, an die die Einladung ging.
invitation-other = Diese Einladung ging an eine andere Mail-Adresse. Meldet euch ab und mit jener Adresse wieder an, oder bittet um eine neue Einladung.
invitation-over = Diese Einladung gilt nicht mehr
invitation-over-lead = Sie wurde schon angenommen oder zurückgenommen, oder sie ist älter als { $days } Tage.
members = Mitglieder von { $name }
members-manage = Mitglieder ansehen
members-seen = Diese Liste sehen nur die Mitglieder selbst.
members-unpublished = Euer Eintrag wartet auf die Redaktion. Bis er veröffentlicht ist, sehen ihn nur die Mitglieder und die Redaktion.
members-you = (ihr selbst)
members-since = dabei seit { $date }
members-raise = Darf auch verwalten
members-raise-label = Darf auch verwalten: { $email }
members-lower = Soll nur schreiben
members-lower-label = Soll nur schreiben: { $email }
members-remove = Entfernen
members-remove-label = Entfernen: { $email }
members-remove-text = Diese Person kann dann nicht mehr für eure Organisation schreiben. Was sie geschrieben hat, bleibt.
members-remove-sure = Ja, entfernen
members-remove-sure-label = Ja, entfernen: { $email }
members-claims = Möchten dazugehören
members-claims-lead = Kennt ihr diese Menschen? Wen ihr bestätigt, der kann für euch schreiben.
members-invited = Eingeladen
members-invited-until = gilt bis { $date }
members-withdraw = Zurücknehmen
members-withdraw-label = Zurücknehmen: Einladung an { $email }
members-invite = Jemanden einladen
members-invite-email = Mail-Adresse
members-invite-help = Dorthin geht ein Link, der { $days } Tage gilt.
members-invite-role = Was darf die Person?
members-invite-send = Einladung senden
members-leave = Organisation verlassen
members-leave-text = Ihr könnt dann nicht mehr für sie schreiben. Was ihr geschrieben habt, bleibt.
members-leave-alone = Danach gehört niemand mehr zu dieser Organisation. Was ihr geschrieben habt, bleibt.
members-leave-not = Ihr könnt die Organisation erst verlassen, wenn noch jemand die Mitglieder verwaltet.
members-leave-sure = Ja, verlassen
found-language = In welcher Sprache beschreibt ihr sie?
