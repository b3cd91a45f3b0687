# What was just done, said on the page that one is led to.
done-account-deleted = Euer Konto ist gelöscht, und ihr seid abgemeldet. Danke, dass ihr dabei wart.
done-draft-deleted = Der Entwurf ist gelöscht.
done-draft-kept = An dieser Fassung wird nicht mehr geschrieben. Weil die Redaktion sie zurückgenommen hat, bleibt sie im Verlauf aufbewahrt.
done-entry-deleted = Der Eintrag ist gelöscht.
done-joined = Ihr gehört jetzt dazu und könnt für diese Organisation schreiben.
done-founded = Eure Organisation ist angelegt. Die Redaktion schaut darauf, bevor andere sie sehen; für sie schreiben könnt ihr schon jetzt.
