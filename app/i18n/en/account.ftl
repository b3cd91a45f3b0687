# Signing in and one's own account.
nav-sign-in = Sign in
nav-account = My account
sign-in = Sign in
sign-in-lead = We send you a mail with a link. You need no password.
sign-in-new = No account yet? It is made when you sign in for the first time.
sign-in-kept = For this we keep your address and when you were last here, nothing else about you.
sign-in-email = Your mail address
sign-in-email-help = Such as name@example.org. We never show it in public.
sign-in-send = Send the mail
sign-in-sent = Look into your inbox
sign-in-sent-lead = If the address is right, a mail from us will be there in a moment. Follow the link in it, or type the code here.
sign-in-sent-hint = Nothing there? Look into the spam folder too. Link and code are good for { $minutes } minutes, and only in this browser.
sign-in-code = Code from the mail
sign-in-code-help = { $digits } digits
sign-in-confirm = Sign in
sign-in-again = Ask for a new mail
sign-in-here = Almost there
sign-in-here-lead = One more click and you are signed in.
sign-in-elsewhere = This link belongs to another browser
sign-in-elsewhere-lead = It was asked for in another browser or on another device. Type the code from the mail there, or ask for a new mail here.
sign-in-over = This link is no longer good
sign-in-over-lead = It was used already, or is older than { $minutes } minutes. Just ask for a new mail.
account = My account
account-lead = You are signed in as { $email }.
account-role-moderator = You are one of the editors of this directory.
account-organisations = Your organisations
account-no-organisations = You do not write for any organisation yet.
account-role = { $role ->
    [owner] Manages the members
   *[editor] Writes entries
}
account-sessions = { $count ->
    [one] You are signed in on { $count } device.
   *[other] You are signed in on { $count } devices.
}
sign-out = Sign out
sign-out-everywhere = Sign out on all devices
account-members = Members
account-members-label = Members of { $name }
account-unpublished = not published yet
account-invited = “{ $name }” invited you. The link is in the mail.
account-claim-waits = Your request about “{ $name }” is waiting for an answer.
account-claim-refused = Your request about “{ $name }” was refused: { $reason }
account-claim = Have a look
account-claim-label = Have a look: request about { $name }
account-mails = Mails to you
account-language = In which language shall we write to you?
account-language-save = Save language
account-data = Your data
account-export = Download all data about your account (JSON)
delete-account = Delete account
delete-account-goes = We delete your mail address, where you are signed in, your memberships, requests and invitations. That cannot be undone.
delete-account-stays = What you wrote and handed in stays. It then carries only a number that leads to nobody.
delete-account-alone = These organisations will have no member left. Their entries stay:
delete-account-not = That is not possible yet. In these organisations nobody else manages the members. Hand that over to somebody first:
delete-account-typed = To be sure: your mail address
delete-account-typed-help = Please type it just like this: { $email }
delete-account-sure = Delete account for good
sign-in-done = You are signed in already
sign-in-done-lead = You do not need the link from the mail any more.
