# Deciding what becomes public.
nav-moderation = Editors
moderation = Editors’ desk
moderation-waiting = { $count ->
    [0] Nothing is waiting. Everything has been read.
    [one] { $count } submission is waiting.
   *[other] { $count } submissions are waiting.
}
moderation-new = new
moderation-change = change
moderation-back = All submissions
moderation-since = submitted on { $date }
moderation-alike = Sounds similar and is there already
moderation-changes = { $count ->
    [0] Nothing differs from what is published
    [one] { $count } field differs from what is published
   *[other] { $count } fields differ from what is published
}
moderation-whole = The whole entry
moderation-over = This was decided on already, or was taken back.
decide = Decide
decide-reason = What you write about it
decide-reason-help = Sent by mail to whoever submitted it, and shown in their account. Needed where it is returned or rejected.
decide-publish = Publish
decide-changes = Ask for changes
decide-reject = Reject
