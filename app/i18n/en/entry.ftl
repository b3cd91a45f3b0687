# What the pages of projects, lessons and organisations share.
unknown = not stated
unknown-these = Not stated: { $names }
facts = At a glance
sources = Sources
entry-by = by
entry-language = This entry is written in { $language }.
entry-archived = This entry is archived. It can still be read but is no longer kept up.
entry-confirmed = Last confirmed
entry-unconfirmed = not yet by the organisation
entry-updated = Last changed
entry-revision = Revision
entry-revision-of = No. { $number } of { $date }
entry-permalink = Link to just this revision
entry-data = As data
edition-older = You are reading an older revision: no. { $number } of { $date }.
edition-current = You are reading revision no. { $number } of { $date }. It is still the newest.
edition-title = { $title } (revision { $number })
edition-to-current = To the entry as it is today
origin-compiled = { $whose ->
    [unknown] Compiled from public sources. Nobody of those it is about has confirmed it yet.
   *[known] Compiled from public sources. Nobody there has confirmed it yet.
}
origin-since = Taken in on { $date }.
origin-sources = To the sources
origin-yours = { $kind ->
    [project] Is this your project?
    [lesson] Is this your lesson?
   *[other] Is this you?
}
similar-reason = Here, too: { $what }
similar-region = same region
more-of-organisation = More from this organisation
related-part = { $shown } of { $total }.
related-all = { $kind ->
    [project] All projects of this organisation
   *[other] All lessons of this organisation
}
