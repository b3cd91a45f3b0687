# Entries that stay true.
still-right = Is this still right?
still-right-lead = “{ $title }” was last confirmed on { $date }. How is it today?
still-right-right = Still right
still-right-right-help = The entry then shows today’s date. We ask again in a year.
still-right-edit = Something has changed
still-right-edit-help = To the form. You sign in for that; what is public stays until your change has been read.
still-right-over = The project is over
still-right-over-help = The entry can still be read and goes to the archive. What came to an end helps others, too.
still-right-read = Read the entry once more
still-right-done = This was answered already
still-right-done-lead = Somebody of you answered already, or the link belongs to an account that is no longer with you. There is nothing more to do.
entry-stale = Nobody has confirmed since { $date } that this is still right. The organisation has been asked.
draft-confirm = Still right
draft-confirmed = Last confirmed on { $date }.
draft-unconfirmed = Never confirmed so far.

# Links that lead nowhere.
links-broken = Links that lead nowhere
links-broken-lead = { $count ->
    [0] All links lead somewhere, as far as we know.
    [one] One link has led nowhere for more than two weeks.
   *[other] { $count } links have led nowhere for more than two weeks. What has been missing longest is on top. Where an entry has members, they know.
}
links-off = This server does not check links. Its operator can switch that on.
draft-links-broken = These links lead nowhere
