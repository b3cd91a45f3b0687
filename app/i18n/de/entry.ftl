# What the pages of projects, lessons and organisations share.
unknown = keine Angabe
unknown-these = Keine Angabe: { $names }
facts = Auf einen Blick
sources = Quellen
entry-by = von
entry-language = Dieser Eintrag ist auf { $language } geschrieben.
entry-archived = Dieser Eintrag ist abgelegt. Er bleibt lesbar, wird aber nicht mehr gepflegt.
entry-confirmed = Zuletzt bestätigt
entry-unconfirmed = von der Organisation noch nicht
entry-updated = Zuletzt geändert
entry-revision = Fassung
entry-revision-of = Nr. { $number } vom { $date }
entry-permalink = Link zu genau dieser Fassung
entry-data = Als Daten
edition-older = Ihr lest eine ältere Fassung: Nr. { $number } vom { $date }.
edition-current = Ihr lest Fassung Nr. { $number } vom { $date }. Sie ist noch die neueste.
edition-title = { $title } (Fassung { $number })
edition-to-current = Zum Eintrag, wie er heute ist
origin-compiled = { $whose ->
    [unknown] Aus öffentlichen Quellen zusammengestellt. Bisher hat es niemand von denen bestätigt, um die es geht.
   *[known] Aus öffentlichen Quellen zusammengestellt. Bisher hat das niemand dort bestätigt.
}
origin-since = Aufgenommen am { $date }.
origin-sources = Zu den Quellen
origin-yours = { $kind ->
    [project] Ist das euer Projekt?
    [lesson] Ist das eure Erfahrung?
   *[other] Seid ihr das?
}
similar-reason = Auch hier: { $what }
similar-region = gleiche Region
more-of-organisation = Mehr aus demselben Haus
related-part = { $shown } von { $total }.
related-all = { $kind ->
    [project] Alles, was sie versucht haben
   *[other] Alles, was sie gelernt haben
}
