# The page of an organisation.
organisation-projects = What they tried
organisation-lessons = What they learned
organisation-map = Where they do it
organisation-nothing = Nothing of this organisation has been entered yet.
map-of-organisation = Map of the entries: { $name }
