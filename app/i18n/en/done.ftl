# What was just done, said on the page that one is led to.
done-account-deleted = Your account is deleted and you are signed out. Thank you for having been with us.
done-draft-deleted = The draft is deleted.
done-draft-kept = This version is written no more. As the moderators took it back, it is kept in the history.
done-entry-deleted = The entry is deleted.
done-joined = You belong to it now and can write for this organisation.
done-founded = Your organisation is added. The editors look at it before others see it; you can write for it already.
