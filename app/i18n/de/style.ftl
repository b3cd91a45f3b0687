# The page that shows every component.
style = Alle Bausteine
style-lead = Woraus diese Seiten gebaut sind, jeder Baustein in jedem Zustand.
style-colours = Farben
style-type = Schrift
style-buttons = Knöpfe und Felder
style-cards = Karten
style-phases = Stand
style-facts = Fakten
style-passages = Absätze
style-notices = Hinweise
style-filters = Filter und Seiten
style-empty = Nichts gefunden
style-records = Protokolle
style-pair = Widerspruch
style-failures = Fehler
style-table = Tabelle
style-sample = Beispiel
