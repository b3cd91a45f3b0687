# What values are called, and which words mean the same.
desk-vocabulary = Terms
desk-synonyms = Synonyms
meanings = What the terms mean
vocabulary = Terms
vocabulary-lead = This is what values are called in filters, in forms and on all pages. The id stays as it is: it is part of addresses and data.
vocabulary-jump = To the lists
vocabulary-not-searched = Nobody looks for these names: search does not find entries by them.
vocabulary-de = In German
vocabulary-en = In English
vocabulary-id = Id
vocabulary-id-help = is fixed
vocabulary-entries = Entries
vocabulary-edit = Edit
vocabulary-edit-one = Edit { $name }
vocabulary-back = All terms: { $vocabulary }
vocabulary-built-in = Originally
vocabulary-about-de = Explanation in German
vocabulary-about-en = Explanation in English
vocabulary-about-help = One or two sentences on when the term fits. They are shown in forms and where all terms of a list can be chosen from. The field may be left empty.
words-save = Save
words-try = See the effect
words-conflict = Somebody was faster
words-conflict-text = This was changed while you were writing. Nothing is overwritten: what you wrote is still below. If it shall count, save once more.
words-now = Meanwhile it says:
words-last = Last changed by { $who } on { $at }: { $what }
synonyms = Synonyms
synonyms-lead = Whoever looks for one of these words also finds entries with the others of the same group.
synonyms-new = New group
synonyms-one = Group “{ $word }”
synonyms-back = All groups
synonyms-find = Groups with this word
synonyms-find-button = Search
synonyms-all = Show all
synonyms-none = No group has this word.
synonyms-found = { $from } to { $to } of { $found } groups with this word; there are { $total } in all
synonyms-words = Words
synonyms-words-help = Separated by commas, or one a line. Several words together are fine, “artificial intelligence” for example. Search finds inflections by itself.
synonyms-remove = Delete group
synonyms-remove-sure = The words will no longer stand for each other. No entry changes.
synonyms-remove-yes = Delete for good
synonyms-remove-try = See the effect of deleting
effect = Effect on search
effect-lead = Tried out with all published entries. Nothing is saved yet.
effect-none = Search finds just the same entries as today.
effect-unchanged = Unchanged:
effect-same = { $count ->
    [0] finds nothing
    [one] finds { $count } entry
   *[other] finds { $count } entries
}
effect-left = There was no time left for: { $words }
effect-counts = { $before } found today, { $after } with the change.
effect-today = Today’s hits
effect-comes = { $count ->
    [one] { $count } entry comes in:
   *[other] { $count } entries come in:
}
effect-goes = { $count ->
    [one] { $count } entry is found no more:
   *[other] { $count } entries are found no more:
}
effect-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
effect-not-searched = Search does not find entries by this name. It changes only on pages, in filters and in suggestions.
effect-too-many = { $count } entries may carry this term. It can be tried out up to { $max } only: more take too long.
hints = Good to know
hint-also = “{ $word }” is in another group, too; whoever looks for it finds the words of both:
hint-same = Search takes “{ $one }” and “{ $other }” for one word anyway. One of them is enough.
hint-subject = Every entry is about “{ $word }”. Whoever looks for something else as well therefore also finds entries without words of this group; those with them come earlier.
