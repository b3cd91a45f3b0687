# How readers without an account help, and where that is decided.
entry-wrong = Something wrong?
suggest-link = Suggest a correction
reader-trap = Please leave empty
reader-kept = Somebody was faster. This is what you wrote:
reader-email = Your mail address
reader-email-help = A link goes there by which you confirm the suggestion. It is good for { $hours } hours. Nobody else sees the address. We delete it { $days } days after the decision.
report = Something wrong?
report-title = Report something: { $title }
report-lead = What is wrong with “{ $title }”? Our editors read every report and answer within { $days } days. You need no account.
report-better = Do you know how it should read?
report-reason = What is it about?
report-text = What is wrong?
report-text-help = The more exactly you describe it, the sooner we can check it.
report-email = Your mail address (optional)
report-email-help = Then we send you the link to your report, and later the answer. We delete the address { $days } days after the answer.
report-send = Send report
report-state = Your report
report-open = Thank you, your report has arrived. Our editors answer by { $date }.
report-open-mail = The answer comes by mail. It will be here, too:
report-open-link = The answer will be here. Keep this address, it is the only way back:
report-answered = Our editors answered on { $date }:
report-closed = Our editors read your report and closed it on { $date }.
report-yours = What you reported on { $date }
reports = Reports
reports-lead = { $count ->
    [0] No report is waiting.
    [one] { $count } entry was reported.
   *[other] { $count } entries were reported. The oldest is at the top.
}
reports-count = { $count ->
    [0] No report is waiting
    [one] { $count } report
   *[other] { $count } reports
}
reports-since = the oldest of { $date }
reports-of = Reports about “{ $title }”
reports-all = Answer all at once
reports-answer = Answer
reports-send = Answer
reports-close = Close without an answer
reports-mailed = gets a mail
reports-unmailed = no mail address, reads the answer by the link
suggest = Suggest a correction
suggest-title = Correction: { $title }
suggest-lead = Do you know how “{ $title }” should read? Suggest it. You need no account, only a mail address.
suggest-choose = What do you want to correct?
suggest-asked = The questions are those that the organisation answers: “you” means the organisation here.
suggest-else = Does nothing of this fit?
suggest-back = Correct something else
suggest-section-title = Correction, { $section }: { $title }
suggest-section-lead = This is how “{ $title }” reads now. Change what is wrong. Leave everything else as it is.
suggest-why = Why, and where does it say so?
suggest-why-help = Best with a link or another source.
suggest-send = Send suggestion
suggest-note = Once you have confirmed it, the organisation decides. If it has not after { $days } days, our editors do.
tell = Suggest something that is missing here
tell-lead = Do you know of a project or a lesson that others should hear of? Tell us. You need no account.
tell-project = What others plan, do or decided against with AI.
tell-lesson = What others learned, also where something did not work.
tell-own = Is it your own?
tell-project-title = Suggest a project
tell-lesson-title = Suggest a lesson
tell-form-lead = This is enough. Our editors check it before anybody sees it.
tell-organisation = Which organisation is it from?
tell-organisation-help = Its name as you know it.
tell-why = How do you know of it?
tell-why-help = For example: I heard a talk about it.
tell-note = Once you have confirmed it, our editors decide within { $days } days.
tell-link = Do you only want to point something out? That works without an account, too:
suggestion-sent = Look into your mailbox
suggestion-sent-title = Suggestion sent
suggestion-sent-lead = We have sent you a link. Nobody sees your suggestion before you confirm it there. The link is good for { $hours } hours.
suggestion-sent-why = So nobody can suggest anything in your name. If you do not confirm, we delete everything again.
suggestion-sent-missing = Is nothing there after some minutes? Then look into the folder for advertising and spam. Or you mistyped the address: then go back in your browser and send the suggestion once more.
suggestion = Your suggestion
suggestion-confirm = Is this right?
suggestion-confirm-lead = Confirm your suggestion. Then it goes to those who decide.
suggestion-confirm-send = Confirm suggestion
suggestion-open = Thank you, your suggestion has arrived. The organisation decides first, from { $date } on our editors, too. If nobody belongs to the organisation here yet, our editors decide at once.
suggestion-open-new = Thank you, your suggestion has arrived. Our editors decide.
suggestion-open-mail = You will get a mail then. On this page you see at any time where it stands.
suggestion-handed-in = The organisation took your suggestion over on { $date }. Everybody can read it once they have handed it in and our editors have published it.
suggestion-dropped = The organisation took over your suggestion on { $date }. But the change that it stood in was not published in the end.
suggestion-published = Your suggestion was accepted on { $date } and can now be read by everybody. Thank you!
suggestion-declined = Your suggestion was not taken over on { $date }. The reason:
suggestion-changes = { $count ->
    [one] { $count } field
   *[other] { $count } fields
}
suggestion-why = Reason and source
suggestion-of = Organisation: { $name }
suggestion-over = This suggestion is no longer here
suggestion-over-lead = It was not confirmed within { $hours } hours, or it was decided long ago.
suggestion-for = Suggestion for “{ $title }”
suggestion-by-reader = by somebody without an account, confirmed on { $date }
suggestion-take = Take over: { $field }
suggestion-now = Something else is published here by now. If you take the suggestion over, it replaces this:
suggestion-in-draft = Your draft says something else here. If you take the suggestion over, it replaces this:
suggestion-stays-in-draft = The organisation is writing something else here. That stays as it is in their draft:
suggestion-settled = This is published already.
suggestion-into-draft = Somebody is writing at this entry. What you take over goes there, too.
suggestion-beside-draft = The organisation is writing at this entry. What you take over is published. It goes into their draft only where they wrote nothing else.
suggestion-agreed = One of our editors has agreed already, to what is ticked. If you take over the same, it is published. If you tick something else, another has to agree to that again.
suggestion-agreed-new = One of our editors has agreed already, with the organisation below. If you agree with the same, the entry is published.
suggestion-agreed-own = You have agreed. It is published as soon as another editor agrees, too.
suggestion-over-here = This has been decided already.
suggestion-not-yours = The organisation decides first. After that the suggestion is with the editors.
suggestion-accept = Take over what is ticked
suggestion-decline = Do not take over
suggestion-reason = Why not?
suggestion-reason-help = Goes by mail to the person who suggested it. Only needed where you take nothing over.
suggestion-text = The whole suggestion
suggestion-owner = Which organisation? Suggested is: { $name }
suggestion-owner-help = The end of its page’s address, for example: dicv-koeln. Empty where there is none here.
suggestions = Suggestions
suggestions-lead = { $count ->
    [0] No suggestion is waiting.
    [one] { $count } suggestion is waiting.
   *[other] { $count } suggestions are waiting. The oldest is at the top.
}
suggestions-fields = { $count ->
    [one] { $count } field
   *[other] { $count } fields
}
suggestions-here = { $count ->
    [one] Somebody suggests a correction
   *[other] There are { $count } suggested corrections
}
suggestions-here-text = You decide first. After { $days } days our editors do.
mail-reported-not-you = You reported nothing? Then somebody mistyped their address. Only the answer will follow; after that we delete your address.
mail-reader-not-you = You sent nothing? Then somebody mistyped their address. Just delete this mail, nothing will happen.
mail-reported-subject = Your report about { $title }
mail-reported-text = thank you, your report about “{ $title }” has arrived. Our editors answer within { $days } days. This is where it stands:
mail-reported-button = See the report
mail-answered-subject = Answer to your report about { $title }
mail-answered-text = our editors read your report about “{ $title }” and write to you:
mail-answered-closed = our editors read your report about “{ $title }” and closed it. Thank you for telling us.
mail-confirm-subject = Please confirm your suggestion
mail-confirm-text = you suggested a correction to “{ $title }”. By this link you see it once more and confirm it:
mail-confirm-new = you suggested a new entry. By this link you see it once more and confirm it:
mail-confirm-button = See and confirm
mail-confirm-limits = The link is good for { $hours } hours. Keep it after that: the same address tells what becomes of the suggestion.
mail-suggested-subject = Somebody suggests a correction: { $title }
mail-suggested-text = somebody suggested a correction to “{ $title }”. You decide whether you take it over. If you do not within { $days } days, our editors do.
mail-suggested-button = See and decide
mail-suggestion-subject = Your suggestion for { $title }
mail-suggestion-text = { $state ->
    [published] your suggestion for “{ $title }” was accepted and can now be read by everybody. Thank you!
    [handed-in] the organisation took your suggestion for “{ $title }” over. Everybody can read it once our editors have published it. Thank you!
    [dropped] the organisation had taken your suggestion for “{ $title }” over. But the change that it stood in was not published in the end.
   *[other] your suggestion for “{ $title }” was not taken over. The reason:
  }
mail-taken-over-subject = A correction to { $title }
mail-taken-over-published = somebody suggested a correction to “{ $title }”. Our editors have published it.
mail-taken-over-draft = The correction now stands in “{ $title }” as it is being written, too. What you wrote differently there has stayed.
mail-taken-over-into = somebody of your organisation took over a suggested correction. It now stands in “{ $title }” as it is being written, also where something else stood before.
mail-taken-over-live = somebody of your organisation took over a suggested correction to “{ $title }”. Everybody can read it already.
mail-taken-over-waits = somebody of your organisation took over a suggested correction to “{ $title }”. Now our editors read it.
