# What an entry said over time.
history = History
history-title = History: { $title }
history-lead = { $count ->
    [0] Nothing is published yet.
    [one] There is { $count } revision.
   *[other] There are { $count } revisions. The newest is on top.
}
history-current = This is what everybody reads now.
history-compiled = Compiled from public sources.
history-from = from
history-to = to
history-compare = Compare
history-compared = From revision { $from } to revision { $to }
history-same = Both revisions say the same.
history-restore = Go on writing from here
