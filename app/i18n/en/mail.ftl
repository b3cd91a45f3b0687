# Mails.
mail-greeting = Hello,
mail-sign-in-subject = Sign in to Allmende
mail-sign-in-text = with this link you sign in to Allmende:
mail-sign-in-button = Sign in now
mail-sign-in-code = Or type this code where you asked for the mail: { $code }
mail-sign-in-limits = Both are good for { $minutes } minutes, once, and only in the browser in which you asked for the mail.
mail-sign-in-not-you = You did not want to sign in? Then somebody mistyped their address. Just delete this mail, nothing will happen.
mail-foot = Allmende · { $base }
