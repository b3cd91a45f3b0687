# Where an entry stands, for those who write it: removed, put together with another, offline until it is changed.
state-merged = Zusammengeführt mit
removed-lead = Die Redaktion hat diesen Eintrag am { $date } entfernt. Er ist nicht mehr zu lesen.
removed-now = Was ihr tun könnt
removed-object = Seht ihr das anders, oder ist der Grund behoben? Dann schreibt denen, die Allmende betreiben. Wie ihr sie erreicht, steht im Impressum:
removed-merged = Die Redaktion hat diesen Eintrag am { $date } mit einem anderen zusammengeführt, weil beide von demselben erzählten. Er ist jetzt ein Teil davon:
draft-submit-note-live = Die Redaktion vertraut eurer Organisation: Was ihr einreicht, ist sofort für alle zu lesen. Manches davon sieht sie nachträglich an.
mail-removed-subject = Entfernt: { $title }
mail-removed-text = die Redaktion hat „{ $title }“ entfernt. Der Eintrag ist nicht mehr zu lesen. Der Grund:
mail-removed-button = Was ihr tun könnt
mail-restored-subject = Wieder da: { $title }
mail-restored-text = die Redaktion hatte „{ $title }“ entfernt. Jetzt steht der Eintrag wieder da wie vorher.
mail-taken-offline-subject = Nicht mehr öffentlich: { $title }
mail-taken-offline-text = die Redaktion hat „{ $title }“ nachträglich angesehen und zurückgenommen: Der Eintrag ist nicht mehr zu lesen. Bitte ändert etwas. Danach könnt ihr ihn wieder einreichen.
mail-taken-back-subject = Änderung zurückgenommen: { $title }
mail-taken-back-text = die Redaktion hat eure Änderung an „{ $title }“ nachträglich angesehen und zurückgenommen: Zu lesen ist wieder, was vorher dastand. Bitte ändert etwas. Danach könnt ihr sie wieder einreichen.

# What a text says differently.
change-new = Vorher stand hier nichts.
