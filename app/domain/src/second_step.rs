//! A moderator's second step: what a session may do before it, and when passkeys may be changed. Asked where a session
//! becomes an [`Actor`], and by the use cases of passkeys.

use crate::{
    account::{Actor, Role},
    id::{AccountId, EntryId},
    limits,
    time::{MINUTE, Timestamp},
};

/// What a session that could act as a moderator still lacks. Until then it acts as the member that it also is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacks {
    /// Its account has no passkey yet: one is to be added.
    Passkey,
    /// One of its passkeys is to be used.
    Proof,
}

/// What decides it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecondStep {
    /// Whether the operator wants all moderators to have passkeys. Those who have one are asked for it in any case.
    pub is_required: bool,
    /// Whether the account has any.
    pub has_passkeys: bool,
    /// When the session began.
    pub signed_in_at: Timestamp,
    /// When its second step was done last.
    pub done_at: Option<Timestamp>,
}

impl SecondStep {
    /// What a moderator's session lacks.
    #[must_use]
    pub fn lacks(&self) -> Option<Lacks> {
        match (self.done_at, self.has_passkeys) {
            (Some(_), _) => None,
            (None, true) => Some(Lacks::Proof),
            (None, false) => self.is_required.then_some(Lacks::Passkey),
        }
    }

    /// Whether passkeys may be added and removed now: only by somebody who has just proved who they are, with one of those
    /// that are there, or by mail where there is none yet. A browser that was left open is not enough.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        let proved_at = if self.has_passkeys { self.done_at } else { Some(self.signed_in_at) };
        proved_at.is_some_and(|at| now.0 - at.0 < limits::PASSKEY_FRESH_MINUTES * MINUTE)
    }
}

/// Whom a session stands for, and what it lacks to be a moderator's.
#[must_use]
pub fn actor(account: AccountId, is_moderator: bool, memberships: Vec<(EntryId, Role)>, step: &SecondStep) -> (Actor, Option<Lacks>) {
    let lacks = if is_moderator { step.lacks() } else { None };
    if is_moderator && lacks.is_none() {
        return (Actor::Moderator { account }, None);
    }
    (Actor::Member { account, memberships }, lacks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    use crate::time::MINUTE;

    #[test]
    fn who_curates_did_the_second_step() {
        let account = AccountId(Uuid::from_u128(9));
        // Required, passkeys, done; what a moderator lacks.
        let table = [
            (true, false, false, Some(Lacks::Passkey)),
            (true, true, false, Some(Lacks::Proof)),
            (true, true, true, None),
            (false, false, false, None),
            (false, true, false, Some(Lacks::Proof)),
            (false, true, true, None),
        ];
        for (is_required, has_passkeys, is_done, expected) in table {
            let done_at = is_done.then_some(Timestamp(0));
            let step = SecondStep { is_required, has_passkeys, signed_in_at: Timestamp(0), done_at };
            let (who, lacks) = actor(account, true, vec![], &step);
            assert_eq!(lacks, expected, "{step:?}");
            assert_eq!(who == Actor::Moderator { account }, expected.is_none(), "{step:?}");
            let member = Actor::Member { account, memberships: vec![] };
            assert_eq!(actor(account, false, vec![], &step), (member, None), "{step:?}");
        }
    }

    #[test]
    fn passkeys_are_changed_by_those_who_just_proved_who_they_are() {
        let step = |has_passkeys, done_at: Option<i64>| SecondStep {
            is_required: true,
            has_passkeys,
            signed_in_at: Timestamp(0),
            done_at: done_at.map(|at| Timestamp(at * MINUTE)),
        };
        let at = |minute: i64| Timestamp(minute * MINUTE);
        assert!(step(false, None).is_fresh(at(9)) && !step(false, None).is_fresh(at(10)));
        assert!(!step(true, None).is_fresh(at(0)), "signing in by mail does not do where there is a passkey");
        assert!(step(true, Some(60)).is_fresh(at(69)) && !step(true, Some(60)).is_fresh(at(70)));
    }
}
