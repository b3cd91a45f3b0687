# Pages for what went wrong: what happened, and what one can do.
failure-everything = Alles ansehen
failure-home = Zur Startseite
not-found = Hier ist nichts
not-found-text = Unter dieser Adresse steht kein Eintrag. Vielleicht hilft die Suche weiter.
gone = Dieser Eintrag wurde entfernt
gone-text = Die Redaktion hat ihn aus dem Verzeichnis genommen.
unauthenticated = Bitte erst anmelden
unauthenticated-text = Diese Seite gehört zu eurem Konto.
forbidden = Das dürft ihr nicht
forbidden-text = Dafür fehlt euch die Berechtigung.
conflict = Jemand war schneller
conflict-text = Der Eintrag wurde inzwischen geändert. Bitte ladet die Seite neu.
invalid = Das haben wir nicht verstanden
invalid-text = In der Adresse steht etwas, das es hier nicht gibt:
misread-name = „{ $name }“ kennt diese Seite nicht.
misread-value = „{ $value }“ gibt es unter „{ $name }“ nicht.
misread-value-of-none = „{ $value }“ gibt es hier nicht.
misread-distance = Nach Entfernung ordnen geht nur mit einem Ort.
misread-text = Suchwörter
misread-section = Kartenausschnitt
misread-from = Anfang
misread-to = Ende
misread-page = Seite
misread-per-page = Einträge auf einer Seite
misread-language = Sprache
misread-without = { $count ->
    [one] Ohne diese Angabe weiter
   *[other] Ohne diese Angaben weiter
}
too-many = Das war sehr viel auf einmal
too-many-text = Bitte wartet einen Moment und versucht es noch einmal.
unavailable = Gerade nicht erreichbar
unavailable-text = Wir sind gleich wieder da. Bitte versucht es in ein paar Minuten noch einmal.
internal = Das hat nicht geklappt
internal-text = Bitte versucht es noch einmal. Wenn es bleibt, nennt uns die Nummer { $number }.
