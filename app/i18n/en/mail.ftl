# Mails.
mail-greeting = Hello,
mail-sign-in-subject = Sign in to Allmende
mail-sign-in-text = With this link you sign in to Allmende:
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
mail-claim-waiting-text = Somebody says that they belong to “{ $organisation }” and would like to write for you on Allmende. Do you know them? Please confirm or refuse it.
mail-claim-waiting-button = Have a look and decide
mail-claim-accepted-subject = You now belong to { $organisation }
mail-claim-accepted-text = It is confirmed that you belong to “{ $organisation }”. { $role ->
    [owner] You can now write entries there and manage its members.
   *[editor] You can now write entries there.
  }
mail-claim-accepted-button = To your organisation
mail-claim-refused-subject = Your request about { $organisation }
mail-claim-refused-text = It was not confirmed that you belong to “{ $organisation }”. The reason given:
mail-claim-refused-again = Is that a mistake? Then ask again, and say how they can tell who you are.
mail-foot = Allmende · { $base }
mail-published-subject = Published: { $title }
mail-published-text = “{ $title }” can now be read by everybody. Thank you for sharing what you learned.
mail-published-button = See the entry
mail-changes-subject = Please change something: { $title }
mail-changes-text = The editors have read “{ $title }” and ask you to change something. After that you can submit it again.
mail-changes-button = Edit the entry
mail-rejected-subject = Not published: { $title }
mail-rejected-text = The editors will not publish “{ $title }”. You keep your text.
mail-rejected-button = To your text
mail-reason = The editors write:
mail-accepted-subject = Accepted: { $title }
mail-accepted-text = Your change to “{ $title }” is accepted. You have withdrawn the entry, so nobody sees it at the moment. You can show it again at any time.
mail-accepted-button = To the entry
mail-still-right-subject = { $count ->
    [one] Is this still right? { $title }
   *[other] Is this still right? { $count } entries: { $title } …
}
mail-still-right-text = { $count ->
    [one] For a year nobody at “{ $organisation }” has said whether this entry is still right. One click is enough, without signing in:
   *[other] For a year nobody at “{ $organisation }” has said whether these entries are still right. One click each is enough, without signing in:
}
mail-still-right-again = { $count ->
    [one] Some time ago we asked “{ $organisation }” whether this entry is still right. Without an answer we will archive it in { $days } days. One click is enough:
   *[other] Some time ago we asked “{ $organisation }” whether these entries are still right. Without an answer we will archive them in { $days } days. One click each is enough:
}
mail-still-right-right = Still right
mail-still-right-edit = Something has changed
mail-still-right-over = { $kind ->
    [organisation] The organisation no longer exists
    [lesson] This is no longer true
   *[project] The project is over
}
mail-still-right-foot = All members get this mail; it is enough if one of you answers. Those who look for examples rely on them. Thank you!
mail-put-away-subject = { $count ->
    [one] Archived: { $title }
   *[other] Archived: { $count } entries: { $title } …
}
mail-put-away-text = { $count ->
    [one] Nobody at “{ $organisation }” answered, so this entry is archived now. It can still be read and is marked as archived. If it is right, bring it back here:
   *[other] Nobody at “{ $organisation }” answered, so these entries are archived now. They can still be read and are marked as archived. If they are right, bring them back here:
}
mail-put-away-foot = You need not sign in for that.
mail-broken-links-subject = { $count ->
    [one] A link leads nowhere: { $organisation }
   *[other] { $count } links lead nowhere: { $organisation }
}
mail-broken-links-text = { $count ->
    [one] In an entry of “{ $organisation }” a link has led nowhere for more than two weeks:
   *[other] In entries of “{ $organisation }” { $count } links have led nowhere for more than two weeks:
}
mail-broken-links-edit = Edit: { $title }
mail-broken-links-foot = We tell of each link only once. Is there one that works for you? Then there is nothing to do.
