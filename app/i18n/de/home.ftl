# The start page.
home-title = Was andere mit KI fürs Gemeinwohl versucht haben
home-lead = Projekte von Vereinen, Verbänden und Kommunen: was geklappt hat, was nicht und was andere daraus lernen können.
examples = Zum Beispiel:
example-counselling = Chatbot in der Sozialberatung
example-language = Texte in Leichter Sprache
example-third = Hochwasser
example-failed = was nicht geklappt hat

parcel-projects = { $count ->
    [one] Projekt
   *[other] Projekte
}
parcel-projects-line = vom Problem bis zum Rat
parcel-lessons = { $count ->
    [one] Erfahrung
   *[other] Erfahrungen
}
parcel-lessons-line = gute wie schlechte
parcel-organisations = { $count ->
    [one] Organisation
   *[other] Organisationen
}
parcel-organisations-line = die etwas versucht haben

problems = Was beschäftigt euch?
problem-questions = Immer gleiche Fragen
problem-questions-line = Jeden Tag kommen dieselben Fragen, am Telefon und per Mail.
problem-paperwork = Zu viel Schreibarbeit
problem-paperwork-line = Das Aufschreiben kostet uns Zeit, die bei den Menschen fehlt.
problem-plain = Zu schwere Texte
problem-plain-line = Viele verstehen unsere Briefe und Seiten nicht.
problem-languages = Viele Sprachen
problem-languages-line = Nicht alle, die zu uns kommen, sprechen oder hören Deutsch.
problem-data = Die Daten fehlen
problem-data-line = Unsere Daten sind verstreut, lückenhaft oder gar nicht da.
problem-nature = Tiere und Pflanzen zählen
problem-nature-line = Wir haben Tausende Bilder und Töne, und niemand kann sie alle sichten.
problem-crisis = Früher gewarnt sein
problem-crisis-line = Hochwasser, Brand, Krise: Wir müssen früh wissen, wo Hilfe nötig ist.
problem-team = Zweifel im Team
problem-team-line = Einige bei uns haben Angst, dass die KI sie ersetzt.

home-map = Wo das alles ist
home-map-line = { $count ->
    [one] { $count } Eintrag hat einen Ort.
   *[other] { $count } Einträge haben einen Ort.
}
home-map-list = Alles als Liste
home-map-label = Karte aller Einträge
topics = Worum es geht
home-projects = Neue Projekte
home-lessons = Neue Erfahrungen
home-all-projects = Alle { $count } Projekte
home-all-lessons = Alle { $count } Erfahrungen
home-pair = Zwei Erfahrungen, die sich widersprechen
home-pair-line = Beide können stimmen. Es kommt darauf an, wo man steht.
gains = Was ihr davon habt, wenn ihr euer Projekt zeigt
gain-answer = Einmal erzählen statt zehnmal antworten
gain-answer-line = Wer fragt, wie ihr es gemacht habt, findet hier eure Antwort.
gain-allies = Leute finden, die vor demselben stehen
gain-allies-line = Ihr sagt, was ihr bietet und was ihr sucht: ein Gespräch, einen Test, Code oder Daten.
gain-honest = Auch ein Nein zählt
gain-honest-line = Wer gegen KI entschieden oder aufgehört hat, erspart anderen den Umweg.
gains-more = Mehr über Allmende
