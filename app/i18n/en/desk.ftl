# The editors' desk: its parts, what waits, what was done, what is missing.
desk-claims = Claims
desk-links = Broken links
desk-tools = Tools
desk-count = , { $count ->
    [one] { $count } waiting
   *[other] { $count } waiting
}
moderation-nothing = Nothing is waiting. Everything is read.
also-waiting = This is still waiting
also-claims = { $count ->
    [one] { $count } claim to an organisation
   *[other] { $count } claims to organisations
}
also-reports = { $count ->
    [one] Reports about { $count } entry
   *[other] Reports about { $count } entries
}
also-suggestions = { $count ->
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
also-checks = { $count ->
    [one] { $count } entry to look at afterwards
   *[other] { $count } entries to look at afterwards
}
also-duplicates = { $count ->
    [one] { $count } possible duplicate
   *[other] { $count } possible duplicates
}
also-links = { $count ->
    [one] { $count } link that leads nowhere
   *[other] { $count } links that lead nowhere
}
undoable = { $count ->
    [one] { $count } decision can still be undone
   *[other] { $count } decisions can still be undone
}
undoable-said = { $action }, can be undone until { $time }
undoable-label = Undo: { $title }
queue-all = Tick all on this page
queue-all-off = Tick none
reading-take-over = Take it over anyway
reading-take-over-sure = Maybe { $who } is just writing a reason. If you take it over, only whoever took it last can decide. The log says that you took it over.
reading-take-over-yes = Yes, take it over
reading-take-over-decide = Take it over anyway and decide
decide-on = On to the reason
decide-wrong-by-now = It cannot be published like this. This is not right any more:
curate-note-remove-sure = Deleted notes do not come back.
curate-note-remove-yes = Yes, delete the note
curate-remove-sure = Really? Nobody reads it after that. On this page you can show it again for as long as you like.
curate-remove-yes = Yes, remove the entry
reports-until = Answer by { $date }
reports-overdue = An answer was promised by { $date }, overdue
reports-members = { $count ->
    [0] Nobody of the organisation writes for this entry here. Only you can change it.
    [one] { $count } person of the organisation can write for this entry.
   *[other] { $count } people of the organisation can write for this entry.
}
reports-remove = Remove the entry …
reports-close-sure = Whoever reported it then only reads that the report is closed. This cannot be undone.
reports-close-yes = Yes, close without an answer
desk-done = { $what ->
    [suggestion-published] The suggestion is taken over and published.
    [suggestion-declined] The suggestion is declined. Whoever made it gets your reason by mail.
    [report-answered] The answer is saved and, where there is an address, on its way by mail.
    [report-closed] Closed without an answer.
    [claim-accepted] Confirmed. This person now looks after the organisation.
    [claim-refused] The claim is refused.
    [check-fine] Noted as fine. The entry stays as it is.
    [check-taken-back] Taken back. Readers see again what was there before.
    [noted] The note is saved.
    [note-removed] The note is deleted.
    [featured] The entry is recommended.
    [feature-ended] The entry is not recommended any more.
    [removed] The entry is removed.
    [restored] The entry is back.
    [trusted] This organisation is trusted now.
    [trust-ended] This organisation is not trusted any more.
    [template-added] The template is added.
    [template-changed] The template is saved.
    [template-removed] The template is deleted.
    [words-saved] Saved. Pages and search go by it from now on.
    [words-removed] Deleted. The search goes by it from now on.
    [pair-dismissed] Noted: this is no duplicate.
    [pair-restored] The pair is among the open ones again.
    [taken-over] This is reserved for you now.
   *[released] Released. Now somebody else can decide.
}
missing-decision = Please choose a decision.
missing-picked = Please tick at least one submission.
missing-template = This template is no longer there. Please choose another one.
missing-reason = Please write a reason.
missing-because = Please choose a reason.
missing-answer = Please write an answer.
missing-field = Please tick at least one field.
missing-note = Please write the note.
missing-trust = Please write why you trust it.
missing-ends = Please choose the last day.
suggestion-owner = Which organisation does it belong to?
suggestion-owner-told = The suggestion says: { $name }
suggestion-owner-search = Name of the organisation
suggestion-owner-find = Search
suggestion-owner-choose = Organisation in this directory
suggestion-owner-help = { $count ->
    [0] None is called that here. Search for another name above, or publish it without an organisation.
   *[other] Those with similar names are offered.
}
suggestion-owner-none = none, or not here yet
