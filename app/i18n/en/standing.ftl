# Where an entry stands, for those who write it: removed, put together with another, offline until it is changed.
state-merged = Merged with
removed-lead = The editors removed this entry on { $date }. It can no longer be read.
removed-now = What you can do
removed-object = Do you disagree, or has the reason been dealt with? Then write to the people who run Allmende. The imprint says how to reach them:
removed-merged = On { $date } the editors merged this entry with another one, because both told the same story. It is now part of:
draft-submit-note-live = The editors trust your organisation: what you submit can be read by everybody at once. They look at some of it afterwards.
mail-removed-subject = Removed: { $title }
mail-removed-text = The editors have removed “{ $title }”. It can no longer be read. The reason:
mail-removed-button = What you can do
mail-restored-subject = Back again: { $title }
mail-restored-text = The editors had removed “{ $title }”. It is now back as it was before.
mail-taken-offline-subject = No longer public: { $title }
mail-taken-offline-text = The editors have looked at “{ $title }” and taken it back: it can no longer be read. Please change something. After that you can submit it again.
mail-taken-back-subject = Change taken back: { $title }
mail-taken-back-text = The editors have looked at your change to “{ $title }” and taken it back: readers see again what was there before. Please change something. After that you can submit it again.

# What a text says differently.
change-new = There was nothing here before.
