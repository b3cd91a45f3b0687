# The queue as a tool: filters, who reads what, deciding in a row, reasons that are kept.
desk-nav = Parts of the editors’ desk
desk-templates = Templates
desk-waiting = Submissions
queue-filters = Selection
queue-kind = Kind
queue-organisation = Organisation
queue-reader = Who is reading?
queue-order = Order
queue-signals = Only with
queue-any = all
queue-show = Show
queue-reset = Clear selection
queue-reader-free = what nobody else is reading
queue-reader-read = what somebody is reading
queue-reader-approved = what somebody agreed to
queue-order-waiting = waiting longest
queue-order-completeness = tells most
queue-order-signals = fewest signals
queue-range = { $from } to { $to } of { $total }
queue-none = Nothing is waiting for that.
queue-behind = There are not that many pages any more.
queue-completeness = { $percent } % filled in
queue-reading = With { $who } until { $time }
queue-reading-mine = With you until { $time }
queue-approved = Somebody has agreed already
queue-approved-mine = You have agreed already
queue-pick = Select: { $title }
queue-bulk = Several at once
queue-bulk-help = Tick boxes above. Each submission is decided on its own; what cannot be done stays and is named.
queue-bulk-send = Decide on all that are ticked
signal = { $id ->
    [links] links in the text
    [contact-data] mail or telephone in the text
    [likely-duplicate] maybe a duplicate
    [new-account] new account
   *[first-entry] first entry
}
somebody-gone = deleted account { $id }
reserved = Somebody else is reading this
reserved-text = Until { $time } this is reserved for another editor. After that you can decide.
reading-other = { $who } is reading this. Until { $time } nobody else decides.
reading-mine = This is reserved for you until { $time }.
reading-release = Leave it to others
decide-way = What shall become of it?
decide-template = Template
decide-template-none = none
decide-template-help = Stands before your text, in the language of whoever submitted it.
decide-send = Decide
decide-first = Two have to agree. Nobody has agreed yet.
decide-second = Two have to agree. Somebody has agreed already.
decide-second-mine = You have agreed already. Now somebody else has to.
decided-one = { $action ->
    [published] Published:
    [changes-requested] Asked for changes:
    [approved] Agreed, one more is needed:
    [rejected] Rejected:
   *[other] Not decided:
} “{ $title }”
decided-many = { $action ->
    [published] { $count ->
        [one] { $count } submission published
       *[other] { $count } submissions published
    }
    [changes-requested] { $count ->
        [one] { $count } submission returned for changes
       *[other] { $count } submissions returned for changes
    }
    [approved] { $count ->
        [one] Agreed to { $count } submission, one more is needed
       *[other] Agreed to { $count } submissions, one more is needed
    }
   *[rejected] { $count ->
        [one] { $count } submission rejected
       *[other] { $count } submissions rejected
    }
}
decided-failed = Not decided:
decided-why = { $why ->
    [reserved] somebody else is reading it
    [needs-another] you have agreed to it already
    [invalid] something in it is not right any more
    [conflict] changed meanwhile
   *[failed] a fault of ours
}
decided-undo = Undo
decided-undo-until = possible until { $time }, the mail waits as long
decided-undone = { $count ->
    [one] Undone. The submission is waiting again.
   *[other] { $count } decisions undone. The submissions are waiting again.
}
decided-undo-failed = Not undone:
templates = Templates for reasons
templates-lead = A template saves typing and sounds friendly each time. Whoever submitted reads it in the language of their account.
templates-title-de = Name in German
templates-title-en = Name in English
templates-text-de = Text in German
templates-text-en = Text in English
templates-save = Save
templates-remove = Delete
templates-remove-sure = Really delete? What was written with it stays.
templates-remove-yes = Yes, delete
templates-new = New template
templates-add = Add
templates-edit = Change
