# What an entry said over time.
history = Verlauf
history-title = Verlauf: { $title }
history-lead = { $count ->
    [0] Noch ist nichts veröffentlicht.
    [one] Es gibt { $count } Fassung.
   *[other] Es gibt { $count } Fassungen. Die neueste steht oben.
}
history-current = Das lesen jetzt alle.
history-compiled = Aus öffentlichen Quellen zusammengestellt.
history-from = von
history-to = bis
history-compare = Vergleichen
history-compared = Von Fassung { $from } zu Fassung { $to }
history-same = Beide Fassungen sagen dasselbe.
history-restore = Von hier aus weiterschreiben
