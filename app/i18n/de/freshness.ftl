# Entries that stay true.
still-right = Stimmt das noch?
still-right-lead = „{ $title }“ wurde zuletzt am { $date } bestätigt. Wie steht es heute?
still-right-right = Stimmt noch
still-right-right-help = Der Eintrag zeigt dann das heutige Datum. In einem Jahr fragen wir wieder.
still-right-edit = Etwas hat sich geändert
still-right-edit-help = Zum Formular. Dafür meldet ihr euch an; was öffentlich ist, bleibt, bis eure Änderung gelesen ist.
still-right-over = Das Vorhaben ist vorbei
still-right-over-help = Der Eintrag bleibt zu lesen und kommt ins Archiv. Auch was zu Ende ging, hilft anderen.
still-right-read = Eintrag noch einmal lesen
still-right-done = Darauf ist schon geantwortet
still-right-done-lead = Jemand von euch hat schon geantwortet, oder der Link gehört zu einem Konto, das nicht mehr dabei ist. Es ist nichts weiter zu tun.
entry-stale = Seit dem { $date } hat niemand bestätigt, dass das noch stimmt. Die Organisation ist gefragt.
draft-confirm = Stimmt noch
draft-confirmed = Zuletzt bestätigt am { $date }.
draft-unconfirmed = Noch nie bestätigt.

# Links that lead nowhere.
links-broken = Links, die ins Leere führen
links-broken-lead = { $count ->
    [0] Alle Links führen irgendwohin, soweit wir das wissen.
    [one] Ein Link führt seit mehr als zwei Wochen ins Leere.
   *[other] { $count } Links führen seit mehr als zwei Wochen ins Leere. Was am längsten fehlt, steht oben. Hat ein Eintrag Mitglieder, wissen sie davon.
}
links-off = Auf diesem Server werden Links nicht geprüft. Wer ihn betreibt, kann das einschalten.
draft-links-broken = Diese Links führen ins Leere
