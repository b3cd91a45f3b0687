# Pages for what went wrong: what happened, and what one can do.
failure-everything = See everything
failure-home = To the start page
not-found = There is nothing here
not-found-text = No entry has this address. Perhaps the search helps.
gone = This entry was removed
gone-text = The editors took it out of the directory.
unauthenticated = Please sign in first
unauthenticated-text = This page belongs to your account.
forbidden = You may not do this
forbidden-text = You lack the permission for it.
conflict = Somebody was faster
conflict-text = The entry was changed in the meantime. Please load the page again.
invalid = We did not understand this
invalid-text = The address holds something that does not exist here:
misread-name = This page does not know “{ $name }”.
misread-value = There is no “{ $value }” under “{ $name }”.
misread-value-of-none = There is no “{ $value }” here.
misread-distance = Sorting by distance works only with a place.
misread-text = Words to look for
misread-section = Part of the map
misread-from = Start
misread-to = End
misread-page = Page
misread-per-page = Entries on a page
misread-language = Language
misread-without = { $count ->
    [one] Go on without it
   *[other] Go on without them
}
too-many = That was a lot at once
too-many-text = Please wait a moment and try again.
unavailable = Not available right now
unavailable-text = We will be back soon. Please try again in a few minutes.
internal = That did not work
internal-text = Please try again. If it stays, tell us the number { $number }.
