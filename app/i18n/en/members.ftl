# Organisations and who belongs to them.
found = Add an organisation
found-lead = Our editors have a look before anybody sees it. You can invite colleagues right away.
found-name = Name of the organisation
found-name-help = As you call yourselves. For example: Sampletown Food Bank
found-kind = Kind
found-place = Place (optional)
found-place-help = Town or postcode
found-website = Website (optional)
found-website-help = For example www.charity.org
found-description = What do you do? (optional)
found-description-help = One or two sentences are enough.
found-send = Add
found-another = No, add it anyway
found-note = Is your organisation here already? Then look for it, and click “That is us” on its page.
found-similar = Is yours among them?
found-similar-claim = That is us
found-similar-claim-label = That is us: { $name }
found-similar-else = If not, add yours below.
claim = Do you belong to { $name }?
claim-question = Is this your organisation?
claim-way = That is us
claim-how = With a mail address at the organisation's own website it is yours at once. With any other address those who run it already have a look first, or else the editors; the answer goes to the address you sign in with. What can be read today stays there to be read.
claim-visitor = Then you can edit its entries. Sign in for that, best with an address of the organisation: then there is no waiting.
claim-owner = You manage this organisation already.
claim-back = To the organisation’s page
claim-waiting = Your request of { $date } is waiting. { $who ->
    [owners] Those who manage the organisation got a mail, and decide.
   *[moderators] Our editors decide.
  } You will get a mail then.
claim-withdraw = Withdraw request
claim-at-home = Your mail address is of { $domain }, this organisation’s website. One click, and you write for it and manage its members.
claim-at-home-send = Yes, that is us
claim-lead = Then you can edit its entries. { $who ->
    [owners] Before that, somebody who manages the organisation here has to confirm it.
   *[moderators] Before that, our editors have to confirm it.
  }
claim-note = Who are you there? (optional)
claim-note-help = For example: I run the office. You find me on the website under “Team”.
claim-send = Send request
claim-seen = This text and your mail address are seen by those who decide. { $who ->
    [owners] These are the people who manage the organisation, and our editors.
   *[moderators] These are our editors.
  }
claims = Requests about organisations
claims-none = No request is waiting.
claims-lead = These people say that they belong to an organisation. Those you confirm will manage it.
claims-owners = { $count ->
    [0] nobody manages it
    [one] { $count } person manages it and can decide, too
   *[other] { $count } people manage it and can decide, too
}
claims-since = since { $date }
claims-accept = Confirm
claims-accept-label = Confirm: { $email }
claims-reason = Reason for refusing
claims-refuse = Refuse
claims-refuse-label = Refuse: { $email }
invitation = Invitation from { $name }
invitation-lead = { $role ->
    [owner] You can write entries there and manage its members.
   *[editor] You can write entries there.
} The other members will see your mail address.
invitation-accept = Accept invitation
invitation-sign-in = Sign in with the address that the invitation went to.
invitation-other = This invitation went to another mail address. Sign out, and sign in with that one, or ask for a new invitation.
invitation-over = This invitation is no longer valid
invitation-over-lead = It was accepted or withdrawn, or it is older than { $days } days.
members = Members of { $name }
members-manage = See members
members-seen = Only members themselves see this list.
members-unpublished = Your entry is waiting for our editors. Until it is published, only members and editors see it.
members-you = (you)
members-since = since { $date }
members-raise = May manage members, too
members-raise-label = May manage members, too: { $email }
members-lower = Shall only write
members-lower-label = Shall only write: { $email }
members-remove = Remove
members-remove-label = Remove: { $email }
members-remove-text = They can no longer write for your organisation then. What they wrote stays.
members-remove-sure = Yes, remove
members-remove-sure-label = Yes, remove: { $email }
members-claims = Would like to belong to it
members-claims-lead = Do you know these people? Those you confirm can write for you.
members-invited = Invited
members-invited-until = valid until { $date }
members-withdraw = Withdraw
members-withdraw-label = Withdraw: invitation to { $email }
members-invite = Invite somebody
members-invite-email = Mail address
members-invite-help = We send a link there that is good for { $days } days.
members-invite-role = What may they do?
members-invite-send = Send invitation
members-leave = Leave organisation
members-leave-text = You can no longer write for it then. What you wrote stays.
members-leave-alone = Nobody will belong to this organisation then. What you wrote stays.
members-leave-not = You can leave the organisation once somebody else manages its members.
members-leave-sure = Yes, leave
found-language = In which language do you describe it?
