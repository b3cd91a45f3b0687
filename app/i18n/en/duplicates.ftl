# Entries that may be the same.
duplicates = Possible duplicates
duplicates-lists = Lists
duplicates-list-open = Open
duplicates-list-dismissed = No duplicate
duplicates-list-merged = Merged
duplicates-open = { $count ->
    [0] Nothing looks like a duplicate.
    [one] { $count } pair may tell the same.
   *[other] { $count } pairs may tell the same. The likeliest come first.
}
duplicates-dismissed = { $count ->
    [0] You have not said of any pair that it is none.
    [one] Of { $count } pair you said that it is no duplicate. It is not suggested any more.
   *[other] Of { $count } pairs you said that they are no duplicates. They are not suggested any more.
}
duplicates-merged = { $count ->
    [0] Nothing was merged yet.
    [one] { $count } entry was merged into another.
   *[other] { $count } entries were merged into others. The latest come first.
}
duplicates-look = Look now
duplicates-never = Never looked for yet. They are looked for every night.
duplicates-looked = { $count ->
    [one] Last looked for on { $at }, in { $count } entry. They are looked for every night.
   *[other] Last looked for on { $at }, in { $count } entries. They are looked for every night.
}
duplicates-busy = They are being looked for already. Reload this page in a minute.
duplicates-merge = Merge …
duplicates-dismiss = No duplicate
duplicates-restore = Suggest again
duplicates-dismissed-at = No duplicate, said on { $date }
why-link = link to the same page
why-title-same = titles almost the same
why-title = titles alike
why-text = texts alike
why-name = the same name in the title
why-names = the same names in the text
why-organisation = the same organisation
why-place = the same place
why-words = the same rare words

# Two beside each other.
merge = Merge
merge-both = “{ $a }” and “{ $b }”
merge-why = What is alike: { $why }.
merge-stays = Which entry stays?
merge-stays-help = Its address stays. The address of the other will lead to it. Its authors get a mail.
merge-preselect = Choose the texts accordingly
merge-published = published on { $date }
merge-origin-organisation = by the organisation itself
merge-origin-sources = from public sources
merge-waiting = A submission for this entry is waiting.
merge-waiting-link = View
merge-fields = { $count ->
    [0] Both say exactly the same
    [one] { $count } field differs
   *[other] { $count } fields differ
}
merge-fields-help = Choose for each which text holds. What only one says is underlined.
merge-organisation = Organisation
merge-nothing = nothing said
merge-moves-project = Lessons of the other come along. The text is published at once; you can undo everything.
merge-moves-lesson = Contradictions of the other come along. The text is published at once; you can undo everything.
merge-moves-organisation = Entries, members, claims and invitations of the other come along. The text is published at once; you can undo everything.
merge-now = Merge
merge-cancel = Cancel
merge-show = View
merge-done = “{ $title }” was merged into:
merge-done-address = The old address leads there.
merge-undo = Undo the merge
merge-undo-help = Undoing means: both entries are there again as before, with everything that belonged to them. What somebody changed since stays. Whoever writes the entry that went gets a mail.
merge-back = All possible duplicates
merge-further = This entry has been merged into another itself. That has to be undone first.
merge-further-link = Go there
merge-further-short = The entry was itself merged into another.
merge-hidden = One of the two is not public. There is nothing to merge.
undone = Undone. Both entries are there again.
undone-but = Undone. Both entries are there again, but this was changed meanwhile and stays as it is:
left-text = the text of the entry that had stayed
left-lessons = some lessons
left-contradictions = some contradictions
left-entries = some entries of the organisation
left-members = some members
left-claims = some claims
left-invitations = some invitations
left-readers = some reports or suggestions

# To the authors of an entry that was put together with another.
mail-merged-subject = { $title } is part of another entry now
mail-merged-text = “{ $title }” and “{ $into }” told of the same. So our editors put the two together: your entry became part of “{ $into }”. Its old address leads there now.
mail-merged-object = Do you see it differently? Then tell our editors why. They can take the two apart again.
mail-merged-object-way = Write to our editors
mail-unmerged-subject = { $title } is an entry of its own again
mail-unmerged-text = our editors took “{ $title }” and “{ $into }” apart again. Your entry is back at its own address.
merge-ends-trust = If this organisation stays, it is trusted no more after that: nobody checked the members of the other. You can trust it again.
merge-agreed = One of our editors has agreed already to putting them together as it is chosen here. If you choose the same, it is done. If you choose something else, another has to agree to that again.
merge-agreed-own = You have agreed. It is done as soon as another editor chooses the same.
