# Entries that stay true.
still-right = Is this still right?
still-right-lead = “{ $title }” was last confirmed on { $date }. How is it today?
still-right-right = Still right
still-right-right-help = The entry then shows today’s date. We ask again in a year.
still-right-edit = Something has changed
still-right-edit-help = To the form. You sign in for that; what is public stays until your change has been read.
still-right-lead-never = “{ $title }” has been here since { $date }, and nobody has confirmed it yet. How is it today?
still-right-over = { $kind ->
    [organisation] The organisation no longer exists
    [lesson] This is no longer true
   *[project] The project is over
}
still-right-over-help = { $kind ->
    [organisation] The organisation’s page can still be read and is marked as archived. Its projects and lessons stay as they are.
   *[project] The entry can still be read and is marked as archived. What came to an end helps others, too.
}
still-right-sure = Are you sure?
still-right-sure-lead = { $kind ->
    [organisation] You say that “{ $title }” no longer exists.
    [lesson] You say that “{ $title }” is no longer true.
   *[project] You say that “{ $title }” is over.
}
still-right-sure-back = Those who manage the organisation can show the entry again at any time.
still-right-sure-yes = Yes, archive it
still-right-sure-no = Back
still-right-thanks = Thank you!
still-right-thanks-lead = “{ $title }” is archived now. Whoever reads the entry is told so.
still-right-unknown = We do not know this link
still-right-unknown-lead = Perhaps a part is missing at the end. It is best to open it straight from the mail. You can also sign in and answer under “Contribute”.
still-right-done-entry = The entry:
still-right-read = Read the entry once more
still-right-done = This was answered already
still-right-done-lead = One of you has answered already, or the link belongs to an account that is no longer with you. There is nothing more to do.
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
