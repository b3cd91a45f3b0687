# Deciding what becomes public.
nav-moderation = Redaktion
moderation = Redaktion
moderation-waiting = { $count ->
    [0] Nichts wartet. Alles ist gelesen.
    [one] { $count } Einreichung wartet.
   *[other] { $count } Einreichungen warten.
}
moderation-new = neu
moderation-change = Änderung
moderation-back = Alle Einreichungen
moderation-since = eingereicht am { $date }
moderation-alike = Klingt ähnlich und ist schon da
moderation-changes = { $count ->
    [0] Nichts ist anders als veröffentlicht
    [one] { $count } Angabe ist anders als veröffentlicht
   *[other] { $count } Angaben sind anders als veröffentlicht
}
moderation-whole = Der ganze Eintrag
moderation-over = Darüber ist schon entschieden, oder er wurde zurückgeholt.
decide = Entscheiden
decide-reason = Was ihr dazu schreibt
decide-reason-help = Geht per Mail an die, die eingereicht haben, und steht in ihrem Konto. Bei Rückgabe und Ablehnung nötig.
decide-publish = Veröffentlichen
decide-changes = Um Änderung bitten
decide-reject = Ablehnen
