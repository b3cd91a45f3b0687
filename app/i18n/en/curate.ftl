# What editors do with entries, and what they look at.
curate = For editors
curate-open = Everything about this entry
curate-state = { $state ->
    [published] Published
    [archived] Archived
    [removed] Removed
   *[unpublished] Not published
}
curate-waiting = Submission waiting
curate-notes-count = { $count ->
    [0] No notes
    [one] { $count } note
   *[other] { $count } notes
}
curate-featured = Recommended
curate-notes = Notes
curate-notes-lead = For editors only. They stand on no public page and in nobody else’s file.
curate-note = New note
curate-note-add = Save note
curate-note-remove = Delete
curate-note-remove-label = Delete note of { $date }
curate-feature = Recommend
curate-feature-lead = A sentence on the start page and on the page of the entry. It goes by itself after the last day.
curate-feature-now = Recommended until { $date }.
curate-line-de = Why? In German
curate-line-en = Why? In English
curate-ends = Last day
curate-feature-save = Recommend
curate-feature-end = Recommend no more
curate-remove = Remove
curate-remove-lead = Nobody can read the entry then. Whoever looks for it is told the reason in a sentence.
curate-because = Reason
curate-remove-reason = What exactly? Editors and those who wrote it read this.
curate-remove-send = Remove entry
curate-removed = This entry is removed.
curate-removed-see = See the removed entry
curate-merged-away = This entry became part of another. It comes back where the two were put together:
curate-merged-away-link = To where they were put together
curate-restore = Show again
curate-restore-lead = It is then what it was before.
removal = { $because ->
    [law] It broke a law or the rights of others.
    [privacy] It told what is private of somebody.
    [advertising] It was advertising.
    [wrong] It was not true.
    [duplicate] It was there twice.
   *[request] Those whom it was about asked for it.
}
curate-trust = Trust
curate-trust-lead = What members of a trusted organisation submit can be read at once. You look at about one in five afterwards.
curate-trust-now = Trusted since { $date }: { $reason }
curate-trust-reason = Why?
curate-trust-save = Trust this organisation
curate-trust-end = Trust no more
curate-past = What happened so far
curate-past-by = { $who } · { $date }
curate-machine = automatic
curate-member-id = account { $id }
checks = Look at afterwards
checks-lead = Trusted organisations published this. The first is always here; after that it is left to chance.
checks-none = There is nothing to look at afterwards.
checks-since = { $organisation } · published on { $date }
checks-compare = Compare and read
checks-fine = Fine
checks-fine-label = Fine: { $title }
checks-reason = Why take it back?
checks-take-back = Take back
checks-take-back-label = Take back: { $title }
checks-trusted = Trusted organisations
checks-trusted-none = No organisation is trusted yet. You can do so on the page of the organisation, under “Everything about this entry”.
home-featured = Recommended
featured-by = Recommended by the editors:
account-digest = Tell me by mail when something waits
account-digest-daily = once a day
account-digest-off = never
account-digest-save = Save
mail-waiting-subject = Something is waiting for you at Allmende
mail-waiting-submissions = { $count ->
    [0] No submission is waiting.
    [one] { $count } submission is waiting, since { $days ->
        [0] today
        [one] one day ago
       *[other] { $days } days ago
    }.
   *[other] { $count } submissions are waiting, the oldest since { $days ->
        [0] today
        [one] one day ago
       *[other] { $days } days ago
    }.
}
mail-waiting-checks = { $count ->
    [one] { $count } entry is to be looked at afterwards.
   *[other] { $count } entries are to be looked at afterwards.
}
mail-waiting-claims = { $count ->
    [one] Somebody wants to belong to an organisation.
   *[other] { $count } people want to belong to an organisation.
}
mail-waiting-reports = { $count ->
    [one] { $count } report by a reader, { $days ->
        [0] since today
        [one] for one day
       *[other] for { $days } days
    }
   *[other] { $count } reports by readers, the oldest { $days ->
        [0] since today
        [one] for one day
       *[other] for { $days } days
    }
}
mail-waiting-suggestions = { $count ->
    [one] { $count } suggestion by a reader, { $days ->
        [0] since today
        [one] for one day
       *[other] for { $days } days
    }
   *[other] { $count } suggestions by readers, the oldest { $days ->
        [0] since today
        [one] for one day
       *[other] for { $days } days
    }
}
mail-waiting-button = To the editors’ desk
mail-waiting-off = This mail comes once a day at most. You can turn it off in your account.
statistics = Figures
statistics-waits = How long do submissions wait?
statistics-waits-none = Nothing was decided in the last 90 days.
statistics-waits-line = { $same ->
    [yes] In the last 90 days nine in ten were decided within { $ninetieth }.
   *[no] In the last 90 days half were decided within { $median }, nine in ten within { $ninetieth }.
} This counts { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
} by people on submissions.
statistics-waiting = { $count ->
    [0] No submission is waiting right now.
    [one] { $count } submission is waiting now, since { $date }.
   *[other] { $count } submissions are waiting now, the oldest since { $date }.
}
statistics-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
statistics-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
statistics-days = { $count ->
    [one] one day
   *[other] { $count } days
}
statistics-weeks = Decisions by week
statistics-weeks-lead = This also counts what was published automatically, or without a submission, such as readers’ suggestions.
statistics-week = Week from
statistics-published = published
statistics-by-rule = published automatically
statistics-changes = returned
statistics-rejected = rejected
statistics-total = together
statistics-completeness = How much do entries tell?
statistics-completeness-lead = Of what is needed or helps readers most, so much is filled in:
statistics-uncounted = { $count ->
    [one] { $count } entry is not counted yet.
   *[other] { $count } entries are not counted yet.
}
statistics-oldest = Not confirmed for longest
statistics-oldest-lead = Of { $published } published entries, nobody ever confirmed { $unconfirmed }. Here are the { $shown } oldest.
statistics-never = never
statistics-entry = Entry
statistics-confirmed = last confirmed
events = Log
events-lead = Everything that happened to entries and that somebody decided. What a rule or a program did is called “automatic”.
events-by = Who
events-by-person = people
events-by-machine = automatic
events-action = What
events-entry = Entry
events-entry-help = A part of the title
events-from = From
events-to = To
events-none = The log holds nothing for that.
events-csv = Download as a table (CSV)
events-csv-help = All of it, not just this page. Without mail addresses.
events-when = When
events-forgotten = kept no more
events-why = Reason
done-word = { $action ->
    [published] published
    [changes-requested] asked for changes
    [rejected] rejected
    [approved] agreed
    [approval-undone] agreement undone
    [undone] decision undone
    [submitted] submitted
    [taken-back] taken back
    [given-up] given up
    [removed] removed
    [restored] shown again
    [archived] archived
    [withdrawn] withdrawn
    [resumed] resumed
    [featured] recommended
    [feature-ended] recommended no more
    [trusted] marked as trusted
    [trust-ended] trusted no more
    [checked] found to be fine afterwards
    [check-taken-back] taken back afterwards
    [noted] note written
    [note-removed] note deleted
    [confirmed] confirmed
    [marked-stale] marked as not confirmed for long
    [put-away] archived after long silence
    [claimed] claimed by the organisation
    [claim-refused] membership not confirmed
    [suggested] suggested by somebody without an account
    [suggestion-taken] readers’ suggestion taken over
    [suggestion-declined] suggestion declined
    [new-declined] suggested entry declined
    [report-answered] report answered
    [report-closed] report closed without an answer
    [merged] merged with another entry
    [merged-away] merged into another entry
    [unmerged] merge undone
    [not-duplicate] found to be no duplicate
    [maybe-duplicate] proposed as a possible duplicate again
    [imported] taken in from public sources
    [label-changed] term renamed
    [synonyms-added] synonyms added
    [synonyms-changed] synonyms changed
    [synonyms-removed] synonyms deleted
    [reading-taken] taken over from another editor to decide
   *[other] { $action }
}
