# Lists: /explore, /lessons, /organisations.
explore = Explore
explore-lead = Everything in one list: projects, lessons and who is behind them.
explore-projects = Projects
explore-projects-lead = What others built, bought, tried out or dropped with AI.
explore-lessons = Lessons
explore-lessons-lead = What others learned: what worked, what did not and when their advice holds.
explore-organisations = Organisations
explore-organisations-lead = Who tried something with AI, and what was learned in doing so.
explore-title-search = “{ $text }” in { $heading }
search-label = What are you looking for?
search-placeholder = e.g. easy language
search-button = Search
suggest-label = Suggestions
suggest-values = Filters
suggest-places = Places, { $km } km around
suggest-place = Place
suggest-count = { $count ->
    [one] { $count } suggestion. Choose with the arrow keys.
   *[other] { $count } suggestions. Choose with the arrow keys.
}
place-label = Town or postcode
place-placeholder = e.g. Köln
place-km = Within
place-distance = { $km } km
place-suggest-label = Places
place-unknown = We do not know a place called “{ $place }”. You see entries from everywhere. Another spelling or a larger town nearby may help.
place-meant = “{ $typed }” may mean several places. You see { $place }. Or do you mean:
place-part = { $place } is a part of { $city }.
place-others = More places
legend-signs = Signs on the map
legend-group = several entries
legend-elsewhere = Without a point on the map:
legend-state = { $count } statewide
legend-nationwide = { $count } nationwide
legend-international = { $count } international
legend-online = { $count } online
legend-none = { $count } without a place
map-of-hits = Map of the results
filters = Filters
filters-open = { $count ->
    [0] Filters
   *[other] Filters ({ $count })
}
filters-close = Close
filters-done = { $count ->
    [0] No entries
    [one] Show { $count } entry
   *[other] Show { $count } entries
}
facet-all = Show all { $count }
facet-more = Show { $count } more
facet-cut = These are { $shown } of { $total }.
values-title = { $facet }: all to choose from
values-back = Back to the list
values-find = Search in “{ $facet }”
values-count = { $count ->
    [0] Nothing fits.
   *[other] { $count } to choose from
}
values-cut = Only the { $count } organisations that fit best were looked at. A longer name narrows it down.
values-range = { $first } to { $last } of { $total }
facet-count = { $count ->
    [one] , { $count } entry
   *[other] , { $count } entries
}
count-entries = { $count ->
    [0] No entries
    [one] { $count } entry
   *[other] { $count } entries
}
count-lessons = { $count ->
    [0] No lessons
    [one] { $count } lesson
   *[other] { $count } lessons
}
count-organisations = { $count ->
    [0] No organisations
    [one] { $count } organisation
   *[other] { $count } organisations
}
count-range = { $kind ->
    [lesson] { $first } to { $last } of { $total } lessons
    [organisation] { $first } to { $last } of { $total } organisations
   *[other] { $first } to { $last } of { $total } entries
}
count-located = { $elsewhere ->
    [0] { $shown }, all of them on the map
   *[other] { $shown }, { $located } of them on the map and { $elsewhere } without a place
}
count-section = { $elsewhere ->
    [0] { $shown } in this section, { $total } in all
   *[other] { $shown } in this section, { $total } in all, { $elsewhere } without a place
}
corrected-none = { $count ->
    [one] { $words } is in no entry.
   *[other] { $words } are in no entry.
}
corrected-shown = We searched for
quoted = “{ $word }”
taken-apart = { $count ->
    [one] { $words } is in no entry as such. We searched for the parts of the word.
   *[other] { $words } are in no entry as such. We searched for the parts of the words.
}
loosened = { $count ->
    [0] No entry has all of these words. The ones below have some of them.
    [one] Only { $count } entry has all of these words. The others have some of them.
   *[other] Only { $count } entries have all of these words. The others have some of them.
}
loosened-ranked = { $count ->
    [0] No entry has all of these words. The ones below have some of them.
    [one] Only { $count } entry has all of these words. Entries with some of them follow.
   *[other] Only { $count } entries have all of these words. Entries with some of them follow.
}
parted = { $count ->
    [0] { $word } is in none of these entries as such. We searched for the parts of the word.
    [one] Only { $count } entry fits { $word } as a whole. The others have only a part of the word.
   *[other] Only { $count } entries fit { $word } as a whole. The others have only a part of the word.
}
parted-ranked = { $count ->
    [0] { $word } is in none of these entries as such. We searched for the parts of the word.
    [one] Only { $count } entry fits { $word } as a whole. Entries with only a part of the word follow.
   *[other] Only { $count } entries fit { $word } as a whole. Entries with only a part of the word follow.
}
group-part = { $shown } of { $total }
group-all-organisations = All { $count } organisations
sort-label = Order
views-label = View
view-list = List
view-map = Map
view-table = Table
chips-label = Chosen filters
chip-remove = , remove
chips-remove-all = Remove all filters
chip-near = { $km } km around { $place }
chip-bbox = Section of the map
paging-label = Pages
paging-back = ← Back
paging-next = Next →
paging-position = Page { $page } of { $pages }
card-language = in { $language }
card-state = { $place }, statewide
card-show = { $title }: show on the map
card-show-short = Show on the map
card-close = { $place }, less than 1 km away
card-distance = { $place }, { $km } away
table-title = Title
table-state = Phase
table-organisation = Organisation
table-place = Place
table-about = About
table-time = Time
table-updated = Changed
period = { $from } to { $to }
period-since = since { $from }
period-until = until { $to }
nothing = There is nothing here about this yet.
nothing-page = There are not that many pages.
nothing-first-page = To the first page
nothing-without = { $count ->
    [one] Without “{ $filter }” there would be { $count } entry
   *[other] Without “{ $filter }” there would be { $count } entries
}
nothing-without-text = { $count ->
    [one] Without the word “{ $text }” there would be { $count } entry
   *[other] Without the word “{ $text }” there would be { $count } entries
}
nothing-corrected = { $count ->
    [one] { $typed } is in no entry, and there is nothing for { $meant } either.
   *[other] { $typed } are in no entry, and there is nothing for { $meant } either.
}
nothing-loosen = Search less narrowly
nothing-without-filters = { $count ->
    [one] Without any filter there would be { $count } entry
   *[other] Without any filter there would be { $count } entries
}
nothing-wider = { $count ->
    [one] Within { $km } km there would be { $count } entry
   *[other] Within { $km } km there would be { $count } entries
}
nothing-nearby = This comes close
nothing-topic = { $count ->
    [one] “{ $facet }: { $value }”: { $count } entry
   *[other] “{ $facet }: { $value }”: { $count } entries
}
nothing-topic-text = { $count ->
    [one] “{ $text }” with “{ $facet }: { $value }”: { $count } entry
   *[other] “{ $text }” with “{ $facet }: { $value }”: { $count } entries
}
nothing-onward = Ways on
nothing-organisations = Ask an organisation
nothing-organisations-line = that might know.
nothing-follow = Follow new results
nothing-follow-line = with a feed reader or with Thunderbird. You need no account.
nothing-other-word = Try a shorter or another word.
nothing-everything = See everything
nothing-tell = Tell us what is missing
map-fallback = The map needs JavaScript. The list has everything, too.
map-of-place = Map: { $place }
map-nearby = What is there around { $place }?
