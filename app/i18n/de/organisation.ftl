# The page of an organisation.
organisation-projects = Was sie versucht haben
organisation-lessons = Was sie gelernt haben
organisation-map = Wo sie es tun
organisation-nothing = Hier ist noch nichts eingetragen.
map-of-organisation = Karte der Einträge: { $name }
