# Mails.
mail-greeting = Guten Tag,
mail-sign-in-subject = Anmelden bei Allmende
mail-sign-in-text = mit diesem Link meldet ihr euch bei Allmende an:
mail-sign-in-button = Jetzt anmelden
mail-sign-in-code = Oder gebt dort, wo ihr die Mail angefordert habt, diesen Code ein: { $code }
mail-sign-in-limits = Beides gilt { $minutes } Minuten, einmal und nur in dem Browser, in dem ihr die Mail angefordert habt.
mail-sign-in-not-you = Ihr wolltet euch gar nicht anmelden? Dann hat sich jemand vertippt. Löscht diese Mail einfach, es passiert nichts.
mail-foot = Allmende · { $base }
