//! Who may do what: pure functions, asked by use cases and by nobody else. One table test says it all.

use crate::{
    Error,
    account::{Actor, Role},
    entry::EntryState,
    id::EntryId,
};

/// What somebody wants to do with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read what is published.
    Read,
    /// Read drafts, submitted revisions and their reasons.
    ReadUnpublished,
    /// Write a revision, submit it, withdraw it.
    Edit,
    /// Archive or delete.
    Archive,
    /// Publish, ask for changes, reject.
    Decide,
    /// Take an entry away from readers.
    Remove,
    /// Load documents without review.
    Import,
    /// See who belongs to an organisation, with their addresses.
    ReadMembers,
    /// Invite and remove members, change their roles.
    ManageMembers,
    /// Say that an organisation is one's own.
    Claim,
    /// Confirm or refuse that.
    DecideClaim,
}

/// What permissions need to know of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// Its state.
    pub state: EntryState,
    /// The organisation it belongs to; an organisation belongs to itself.
    pub organisation: Option<EntryId>,
}

/// Whether `actor` may do `action` to `subject`.
///
/// # Errors
/// [`Error::NotFound`] where the actor must not even know of it, [`Error::Gone`] for removed entries,
/// [`Error::Unauthenticated`] or [`Error::Forbidden`] otherwise.
pub fn permit(actor: &Actor, action: Action, subject: Subject) -> Result<(), Error> {
    let role = role_in(actor, subject.organisation);
    let curates = matches!(actor, Actor::Moderator { .. } | Actor::System);
    let allowed = match action {
        Action::Read => subject.state.is_public() || curates || role.is_some(),
        Action::ReadUnpublished => curates || role.is_some(),
        Action::Edit => subject.state != EntryState::Removed && (curates || role.is_some()),
        Action::Archive => curates || role == Some(Role::Owner),
        Action::Decide | Action::Remove => curates,
        Action::Import => *actor == Actor::System,
        // Addresses of members are for members, whoever else curates.
        Action::ReadMembers => role.is_some(),
        Action::ManageMembers => role == Some(Role::Owner),
        Action::Claim => actor.account().is_some() && subject.state.is_public(),
        Action::DecideClaim => curates || role == Some(Role::Owner),
    };
    match (allowed, action, subject.state) {
        (true, ..) => Ok(()),
        (false, Action::Read, EntryState::Removed) => Err(Error::Gone),
        (false, Action::Read | Action::ReadUnpublished, _) => Err(Error::NotFound),
        _ if *actor == Actor::Visitor => Err(Error::Unauthenticated),
        _ => Err(Error::Forbidden),
    }
}

fn role_in(actor: &Actor, organisation: Option<EntryId>) -> Option<Role> {
    let Actor::Member { memberships, .. } = actor else { return None };
    memberships.iter().find(|(id, _)| Some(*id) == organisation).map(|(_, role)| *role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::AccountId;
    use uuid::Uuid;

    /// Rows: action and state. Columns: visitor, stranger (member elsewhere), editor, owner, moderator, system.
    /// y yes, n not found, g gone, u unauthenticated, f forbidden.
    const TABLE: &[(Action, EntryState, &str)] = &[
        (Action::Read, EntryState::Published, "yyyyyy"),
        (Action::Read, EntryState::Archived, "yyyyyy"),
        (Action::Read, EntryState::Unpublished, "nnyyyy"),
        (Action::Read, EntryState::Removed, "ggyyyy"),
        (Action::ReadUnpublished, EntryState::Published, "nnyyyy"),
        (Action::ReadUnpublished, EntryState::Unpublished, "nnyyyy"),
        (Action::Edit, EntryState::Published, "ufyyyy"),
        (Action::Edit, EntryState::Removed, "ufffff"),
        (Action::Archive, EntryState::Published, "uffyyy"),
        (Action::Decide, EntryState::Published, "ufffyy"),
        (Action::Remove, EntryState::Published, "ufffyy"),
        (Action::Import, EntryState::Published, "uffffy"),
        (Action::ReadMembers, EntryState::Published, "ufyyff"),
        (Action::ReadMembers, EntryState::Unpublished, "ufyyff"),
        (Action::ManageMembers, EntryState::Published, "uffyff"),
        (Action::Claim, EntryState::Published, "uyyyyf"),
        (Action::Claim, EntryState::Unpublished, "ufffff"),
        (Action::Claim, EntryState::Removed, "ufffff"),
        (Action::DecideClaim, EntryState::Published, "uffyyy"),
    ];

    #[test]
    fn the_table_holds() {
        let ours = EntryId(Uuid::from_u128(1));
        let account = AccountId(Uuid::from_u128(9));
        let member = |memberships| Actor::Member { account, memberships };
        let actors = [
            Actor::Visitor,
            member(vec![(EntryId(Uuid::from_u128(2)), Role::Owner)]),
            member(vec![(ours, Role::Editor)]),
            member(vec![(ours, Role::Owner)]),
            Actor::Moderator { account },
            Actor::System,
        ];
        for (action, state, expected) in TABLE {
            let subject = Subject { state: *state, organisation: Some(ours) };
            let got: String = actors
                .iter()
                .map(|actor| match permit(actor, *action, subject) {
                    Ok(()) => 'y',
                    Err(Error::NotFound) => 'n',
                    Err(Error::Gone) => 'g',
                    Err(Error::Unauthenticated) => 'u',
                    Err(_) => 'f',
                })
                .collect();
            assert_eq!(&got, expected, "{action:?} {state:?}");
        }
    }
}
