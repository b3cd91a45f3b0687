# Signing in and one's own account.
nav-sign-in = Anmelden
nav-account = Mein Konto
sign-in = Anmelden
sign-in-lead = Wir schicken euch eine Mail mit einem Link. Ein Passwort braucht ihr nicht.
sign-in-new = Noch kein Konto? Es entsteht beim ersten Anmelden von selbst.
sign-in-kept = Wir behalten dafür eure Adresse und wann ihr zuletzt da wart, sonst nichts über euch.
sign-in-email = Eure Mail-Adresse
sign-in-email-help = Zum Beispiel name@verein.de. Öffentlich zeigen wir sie nie.
sign-in-send = Mail schicken
sign-in-sent = Schaut in euer Postfach
sign-in-sent-lead = Wenn die Adresse stimmt, ist gleich eine Mail von uns da. Klickt auf den Link darin oder gebt hier den Code ein.
sign-in-sent-hint = Nichts gekommen? Schaut auch im Spam-Ordner nach. Link und Code gelten { $minutes } Minuten und nur in diesem Browser.
sign-in-code = Code aus der Mail
sign-in-code-help = { $digits } Ziffern
sign-in-confirm = Anmelden
sign-in-again = Neue Mail anfordern
sign-in-here = Fast geschafft
sign-in-here-lead = Ein Klick noch, dann seid ihr angemeldet.
sign-in-elsewhere = Dieser Link gehört in einen anderen Browser
sign-in-elsewhere-lead = Angefordert wurde er in einem anderen Browser oder auf einem anderen Gerät. Gebt dort den Code aus der Mail ein, oder fordert hier eine neue Mail an.
sign-in-over = Dieser Link gilt nicht mehr
sign-in-over-lead = Er wurde schon benutzt oder ist älter als { $minutes } Minuten. Fordert einfach eine neue Mail an.
account = Mein Konto
account-lead = Ihr seid angemeldet als { $email }.
account-role-moderator = Ihr gehört zur Redaktion.
account-organisations = Eure Organisationen
account-no-organisations = Ihr schreibt noch für keine Organisation.
account-role = { $role ->
    [owner] Verwaltet die Mitglieder
   *[editor] Schreibt Einträge
}
account-sessions = { $count ->
    [one] Ihr seid auf { $count } Gerät angemeldet.
   *[other] Ihr seid auf { $count } Geräten angemeldet.
}
sign-out = Abmelden
sign-out-everywhere = Auf allen Geräten abmelden
account-members = Mitglieder
account-members-label = Mitglieder von { $name }
account-unpublished = noch nicht veröffentlicht
account-invited = „{ $name }“ hat euch eingeladen. Den Link findet ihr in der Mail.
account-claim-waits = Eure Anfrage zu „{ $name }“ wartet auf eine Antwort.
account-claim-refused = Eure Anfrage zu „{ $name }“ wurde abgelehnt: { $reason }
account-claim = Ansehen
account-claim-label = Ansehen: Anfrage zu { $name }
account-mails = Mails an euch
account-language = In welcher Sprache schreiben wir euch?
account-language-save = Sprache speichern
account-data = Eure Daten
account-export = Alle Daten zu eurem Konto herunterladen (JSON)
delete-account = Konto löschen
delete-account-goes = Wir löschen eure Mail-Adresse, eure Anmeldungen, eure Mitgliedschaften, Anfragen und Einladungen. Das lässt sich nicht rückgängig machen.
delete-account-stays = Was ihr geschrieben und eingereicht habt, bleibt stehen. Daran steht dann nur eine Nummer, die zu niemandem mehr führt.
delete-account-alone = Diese Organisationen haben danach kein Mitglied mehr. Ihre Einträge bleiben:
delete-account-not = Das geht noch nicht. In diesen Organisationen verwaltet sonst niemand die Mitglieder. Gebt diese Aufgabe erst jemand anderem:
delete-account-typed = Zur Sicherheit: eure Mail-Adresse
delete-account-typed-help = Bitte genau so eintragen: { $email }
delete-account-sure = Konto endgültig löschen
sign-in-done = Ihr seid schon angemeldet
sign-in-done-lead = Den Link aus der Mail braucht ihr nicht mehr.
