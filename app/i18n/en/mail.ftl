# Mails.
mail-greeting = Hello,
mail-sign-in-subject = Sign in to Allmende
mail-sign-in-text = with this link you sign in to Allmende:
mail-sign-in-button = Sign in now
mail-sign-in-code = Or type this code where you asked for the mail: { $code }
mail-sign-in-limits = Both are good for { $minutes } minutes, once, and only in the browser in which you asked for the mail.
mail-sign-in-not-you = You did not want to sign in? Then somebody mistyped their address. Just delete this mail, nothing will happen.
mail-invitation-subject = Invitation: write for { $organisation } on Allmende
mail-invitation-text = “{ $organisation }” invites you to join in on Allmende. { $role ->
    [owner] You can write entries there and manage its members.
   *[editor] You can write entries there.
  }
mail-invitation-button = See the invitation
mail-invitation-limits = The invitation is good for { $days } days, and for this mail address only.
mail-invitation-not-you = You do not know this organisation? Then just delete this mail; nothing happens.
mail-claim-waiting-subject = Somebody would like to belong to { $organisation }
mail-claim-waiting-text = somebody says that they belong to “{ $organisation }” and would like to write for you on Allmende. Do you know them? Please confirm or refuse it.
mail-claim-waiting-button = Have a look and decide
mail-claim-accepted-subject = You now belong to { $organisation }
mail-claim-accepted-text = it is confirmed that you belong to “{ $organisation }”. { $role ->
    [owner] You can now write entries there and manage its members.
   *[editor] You can now write entries there.
  }
mail-claim-accepted-button = To your organisation
mail-claim-refused-subject = Your request about { $organisation }
mail-claim-refused-text = it was not confirmed that you belong to “{ $organisation }”. The reason given:
mail-claim-refused-again = Is that a mistake? Then ask again, and say how they can tell who you are.
mail-foot = Allmende · { $base }
mail-published-subject = Published: { $title }
mail-published-text = “{ $title }” can now be read by everybody. Thank you for sharing what you learned.
mail-published-button = See the entry
mail-changes-subject = Please change something: { $title }
mail-changes-text = The editors have read “{ $title }” and ask you to change something. After that you can submit it again.
mail-changes-button = Edit the entry
mail-rejected-subject = Not published: { $title }
mail-rejected-text = The editors will not publish “{ $title }”. Your text stays with you.
mail-rejected-button = To your text
mail-reason = The editors write:
mail-accepted-subject = Accepted: { $title }
mail-accepted-text = Your change to “{ $title }” is accepted. You have withdrawn the entry, so nobody sees it at the moment. You can show it again at any time.
mail-accepted-button = To the entry
