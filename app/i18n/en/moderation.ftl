# Deciding what becomes public.
nav-moderation = Editors
moderation = Editors’ desk
moderation-waiting = { $count ->
    [0] No submission is waiting.
    [one] { $count } submission is waiting.
   *[other] { $count } submissions are waiting.
}
moderation-new = new
moderation-change = change
moderation-again = submitted again after you asked for changes on { $date }
moderation-since-asked = { $count ->
    [0] Nothing has changed since you asked for changes on { $date }
    [one] { $count } field has changed since you asked for changes on { $date }
   *[other] { $count } fields have changed since you asked for changes on { $date }
}
moderation-asked = You had written:
moderation-alike-unread = Sounds similar and is not published yet
alike-more = { $count } more
alike-maybe = Maybe a duplicate:
alike-where = { $place ->
    [public] published
    [waiting] also waiting
   *[written] draft of the same organisation
}
moderation-back = All submissions
moderation-since = submitted on { $date }
moderation-alike = Sounds similar and is there already
moderation-changes = { $count ->
    [0] Nothing differs from what is published
    [one] { $count } field differs from what is published
   *[other] { $count } fields differ from what is published
}
moderation-whole = The whole entry
moderation-over = { $state ->
    [draft] Those who wrote this submission took it back. There is nothing to decide here any more.
    [changes-requested] This submission is decided on already: it went back for changes.
    [rejected] This submission is decided on already: it was rejected.
   *[published] This submission is decided on already: it was published.
}
decide = Decide
decide-reason = What you write about it
decide-reason-help = Sent by mail to whoever submitted it, and shown in their account. Needed where it is returned or rejected.
decide-publish = Publish
decide-changes = Ask for changes
decide-reject = Reject

# How the server stands.
operation = Operation
operation-well = All is well.
operation-unwell = Something needs attention. Reading and writing go on all the same.
operation-search = Search
operation-step = In step with the database
operation-behind = { $count ->
    [0] yes
    [one] { $count } change is still missing
   *[other] { $count } changes are still missing
}
operation-unknown = cannot be told just now
operation-compared = Last compared with the database
operation-never = not since the start; it happens every night
operation-same = { $at }: { $count } entries, all of them right
operation-differed = { $at }: { $count } entries; { $differed } of them were wrong and were put right
operation-state = State
operation-answering = answers
operation-replaced = does not answer or is not in step; the built-in search stands in
operation-since-start = Since the start
operation-shares = { $answered } searches answered, { $left } left to the built-in search
operation-mails = Mails
operation-waiting = Not sent yet
operation-waiting-mails = { $count ->
    [0] none
    [one] { $count } mail
   *[other] { $count } mails
}
operation-tried = { $count ->
    [one] { $count } of them failed already and is tried again
   *[other] { $count } of them failed already and are tried again
}
operation-held = { $count ->
    [one] { $count } of them waits until its decision can no longer be undone
   *[other] { $count } of them wait until their decisions can no longer be undone
}
operation-oldest = the oldest of { $at }
operation-program = Program
operation-version = Version
operation-database = Database
operation-engine-name = Search engine
operation-engine = { $engine ->
    [Meilisearch] Meilisearch, with the built-in search behind it
   *[other] the built-in search
}
