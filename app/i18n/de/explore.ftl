# Lists: /explore, /lessons, /organisations.
explore = Entdecken
explore-lead = Alles in einer Liste: Projekte, Erfahrungen und wer dahintersteht.
explore-projects = Projekte
explore-projects-lead = Was andere mit KI gebaut, gekauft, erprobt oder verworfen haben.
explore-lessons = Erfahrungen
explore-lessons-lead = Was andere gelernt haben: was geklappt hat, was nicht und wann ihr Rat gilt.
explore-organisations = Organisationen
explore-organisations-lead = Wer etwas mit KI versucht hat und was dabei gelernt wurde.
explore-title-search = „{ $text }“ in { $heading }
search-label = Wonach sucht ihr?
search-placeholder = z. B. Leichte Sprache
search-button = Suchen
suggest-label = Vorschläge
suggest-values = Filter
suggest-places = Orte, { $km } km im Umkreis
suggest-place = Ort
suggest-count = { $count ->
    [one] { $count } Vorschlag. Auswählen mit den Pfeiltasten.
   *[other] { $count } Vorschläge. Auswählen mit den Pfeiltasten.
}
place-label = Ort oder Postleitzahl
place-placeholder = z. B. Köln
place-km = Umkreis
place-distance = { $km } km
place-suggest-label = Orte
place-unknown = Den Ort „{ $place }“ kennen wir nicht. Hier stehen Einträge von überall. Vielleicht hilft eine andere Schreibweise oder ein größerer Ort in der Nähe.
place-meant = „{ $typed }“ kann mehrere Orte meinen. Gezeigt wird { $place }. Oder meint ihr:
place-part = { $place } gehört zu { $city }.
place-others = Weitere Orte
map-of-hits = Karte der Treffer
legend-signs = Zeichen der Karte
legend-group = mehrere Einträge
legend-elsewhere = Ohne Punkt auf der Karte:
legend-state = { $count } landesweit
legend-nationwide = { $count } bundesweit
legend-international = { $count } international
legend-online = { $count } online
legend-none = { $count } ohne Ort
filters = Filter
filters-open = { $count ->
    [0] Filter
   *[other] Filter ({ $count })
}
filters-close = Schließen
filters-done = { $count ->
    [0] Keine Einträge
    [one] { $count } Eintrag zeigen
   *[other] { $count } Einträge zeigen
}
facet-all = Alle { $count } zeigen
facet-more = { $count } weitere zeigen
facet-cut = Hier stehen { $shown } von { $total }.
values-title = { $facet }: alle zur Auswahl
values-back = Zurück zur Liste
values-find = In „{ $facet }“ suchen
values-count = { $count ->
    [0] Nichts passt dazu.
   *[other] { $count } zur Auswahl
}
values-cut = Durchsucht wurden nur die { $count } Organisationen, die am besten passen. Mit einem längeren Namen werden es weniger.
values-range = { $first } bis { $last } von { $total }
facet-count = { $count ->
    [one] , { $count } Eintrag
   *[other] , { $count } Einträge
}
count-entries = { $count ->
    [0] Keine Einträge
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
count-lessons = { $count ->
    [0] Keine Erfahrungen
    [one] { $count } Erfahrung
   *[other] { $count } Erfahrungen
}
count-organisations = { $count ->
    [0] Keine Organisationen
    [one] { $count } Organisation
   *[other] { $count } Organisationen
}
count-range = { $kind ->
    [lesson] { $first } bis { $last } von { $total } Erfahrungen
    [organisation] { $first } bis { $last } von { $total } Organisationen
   *[other] { $first } bis { $last } von { $total } Einträgen
}
count-located = { $elsewhere ->
    [0] { $shown }, alle auf der Karte
   *[other] { $shown }, davon { $located } auf der Karte und { $elsewhere } ohne Ort
}
count-section = { $elsewhere ->
    [0] { $shown } im Ausschnitt, { $total } insgesamt
   *[other] { $shown } im Ausschnitt, { $total } insgesamt, { $elsewhere } ohne Ort
}
corrected-none = { $count ->
    [one] { $words } steht in keinem Eintrag.
   *[other] { $words } stehen in keinem Eintrag.
}
corrected-shown = Gesucht wurde nach
quoted = „{ $word }“
taken-apart = { $count ->
    [one] { $words } steht so in keinem Eintrag. Gesucht wurde nach den Teilen des Wortes.
   *[other] { $words } stehen so in keinem Eintrag. Gesucht wurde nach den Teilen der Wörter.
}
loosened = { $count ->
    [0] Kein Eintrag enthält alle Wörter. Diese hier enthalten einen Teil davon.
    [one] Nur { $count } Eintrag enthält alle Wörter. Die anderen enthalten einen Teil davon.
   *[other] Nur { $count } Einträge enthalten alle Wörter. Die anderen enthalten einen Teil davon.
}
loosened-ranked = { $count ->
    [0] Kein Eintrag enthält alle Wörter. Diese hier enthalten einen Teil davon.
    [one] Nur { $count } Eintrag enthält alle Wörter. Danach folgen Einträge, die einen Teil davon enthalten.
   *[other] Nur { $count } Einträge enthalten alle Wörter. Danach folgen Einträge, die einen Teil davon enthalten.
}
parted = { $count ->
    [0] { $word } steht so in keinem dieser Einträge. Gesucht wurde nach den Teilen des Wortes.
    [one] Nur { $count } Eintrag passt ganz zu { $word }. Die anderen enthalten nur einen Teil des Wortes.
   *[other] Nur { $count } Einträge passen ganz zu { $word }. Die anderen enthalten nur einen Teil des Wortes.
}
parted-ranked = { $count ->
    [0] { $word } steht so in keinem dieser Einträge. Gesucht wurde nach den Teilen des Wortes.
    [one] Nur { $count } Eintrag passt ganz zu { $word }. Danach folgen Einträge, die nur einen Teil des Wortes enthalten.
   *[other] Nur { $count } Einträge passen ganz zu { $word }. Danach folgen Einträge, die nur einen Teil des Wortes enthalten.
}
group-part = { $shown } von { $total }
group-all-organisations = Alle { $count } Organisationen
sort-label = Reihenfolge
views-label = Ansicht
view-list = Liste
view-map = Karte
view-table = Tabelle
chips-label = Gewählte Filter
chip-remove = {" "}entfernen
chips-remove-all = Alle Filter löschen
chip-near = { $km } km um { $place }
chip-bbox = Kartenausschnitt
paging-label = Seiten
paging-back = ← Zurück
paging-next = Weiter →
paging-position = Seite { $page } von { $pages }
card-language = auf { $language }
card-state = { $place }, landesweit
card-show = { $title }: auf der Karte zeigen
card-show-short = Auf der Karte zeigen
card-close = { $place }, weniger als 1 km entfernt
card-distance = { $place }, { $km } entfernt
table-title = Titel
table-state = Stand
table-organisation = Organisation
table-place = Ort
table-about = Worum es geht
table-time = Zeit
table-updated = Geändert
period = { $from } bis { $to }
period-since = seit { $from }
period-until = bis { $to }
nothing = Dazu steht hier noch nichts.
nothing-page = So viele Seiten gibt es nicht.
nothing-first-page = Zur ersten Seite
nothing-without = { $count ->
    [one] Ohne „{ $filter }“ wäre es { $count } Eintrag
   *[other] Ohne „{ $filter }“ wären es { $count } Einträge
}
nothing-without-text = { $count ->
    [one] Ohne das Wort „{ $text }“ wäre es { $count } Eintrag
   *[other] Ohne das Wort „{ $text }“ wären es { $count } Einträge
}
nothing-corrected = { $count ->
    [one] { $typed } steht in keinem Eintrag, auch mit { $meant } gibt es keine Treffer.
   *[other] { $typed } stehen in keinem Eintrag, auch mit { $meant } gibt es keine Treffer.
}
nothing-loosen = Weniger eng suchen
nothing-without-filters = { $count ->
    [one] Ohne alle Filter wäre es { $count } Eintrag
   *[other] Ohne alle Filter wären es { $count } Einträge
}
nothing-wider = { $count ->
    [one] Im Umkreis von { $km } km wäre es { $count } Eintrag
   *[other] Im Umkreis von { $km } km wären es { $count } Einträge
}
nothing-nearby = Das liegt nahe
nothing-topic = { $count ->
    [one] „{ $facet }: { $value }“: { $count } Eintrag
   *[other] „{ $facet }: { $value }“: { $count } Einträge
}
nothing-topic-text = { $count ->
    [one] „{ $text }“ mit „{ $facet }: { $value }“: { $count } Eintrag
   *[other] „{ $text }“ mit „{ $facet }: { $value }“: { $count } Einträge
}
nothing-onward = So kommt ihr weiter
nothing-organisations = Eine Organisation fragen,
nothing-organisations-line = die es wissen könnte.
nothing-follow = Neue Treffer abonnieren
nothing-follow-line = mit einem Feed-Programm oder mit Thunderbird. Ihr braucht kein Konto.
nothing-other-word = Versucht ein kürzeres oder ein anderes Wort.
nothing-everything = Alles ansehen
nothing-tell = Sagt uns, was fehlt
map-fallback = Die Karte braucht JavaScript. Alles steht auch in der Liste.
map-of-place = Karte: { $place }
map-nearby = Was gibt es um { $place }?
