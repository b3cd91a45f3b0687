//! Passkeys (WebAuthn): what a browser is asked, and whether its answer is right. What is kept of them, and who may do what,
//! use cases decide.

use crate::{failure::Result, secret::hex};
use domain::{Error, FieldError, Problem, account::Email, id::AccountId};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::sync::Arc;
use url::{Host, Url};
use webauthn_rs::prelude::{
    Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Webauthn, WebauthnBuilder,
    WebauthnError,
};

/// Where what a browser answered is wrong.
pub const FIELD: &str = "credential";

/// What this server does with passkeys. Without anything said, they are required and cannot be had: nobody curates.
#[derive(Clone)]
pub struct Passkeys {
    webauthn: Option<Arc<Webauthn>>,
    is_required: bool,
}

impl Default for Passkeys {
    fn default() -> Self {
        Self { webauthn: None, is_required: true }
    }
}

/// What a browser is asked, and what its answer must fit: that is kept here and never handed out.
#[derive(Debug)]
pub struct Begun {
    /// For the browser.
    pub options: Value,
    /// JSON of the library.
    pub state: String,
}

/// A passkey whose owner just proved to have it.
#[derive(Debug)]
pub struct Proved {
    /// What its authenticator calls it, in hexadecimal digits.
    pub credential_id: String,
    /// JSON of the library.
    pub credential: String,
    /// How often it says that it signed.
    pub counter: u32,
}

impl Passkeys {
    /// For a server that readers reach at `base_url`.
    #[must_use]
    pub fn new(base_url: &str, is_required: bool) -> Self {
        let webauthn = home(base_url).and_then(|(id, origin)| WebauthnBuilder::new(&id, &origin).ok()?.rp_name("Allmende").build().ok());
        Self { webauthn: webauthn.map(Arc::new), is_required }
    }

    /// Whether each moderator needs one.
    #[must_use]
    pub fn are_required(&self) -> bool {
        self.is_required
    }

    /// Whether browsers offer them at the address of this server: with https and a name, or on one's own machine as
    /// `localhost`.
    #[must_use]
    pub fn are_possible(&self) -> bool {
        self.webauthn.is_some()
    }

    fn webauthn(&self) -> Result<&Webauthn> {
        Ok(self.webauthn.as_deref().ok_or(Error::Unavailable)?)
    }

    /// Asks for a new passkey; `known` are JSON of those that are there already.
    ///
    /// # Errors
    /// [`Error::Unavailable`] where there can be none.
    pub fn begin_adding<'a>(&self, account: AccountId, email: &Email, known: impl Iterator<Item = &'a str>) -> Result<Begun> {
        let known: Vec<_> = read_all(known)?.iter().map(|passkey| passkey.cred_id().clone()).collect();
        let asked = self.webauthn()?.start_passkey_registration(account.0, email, email, Some(known));
        let (options, state) = asked.map_err(std::io::Error::other)?;
        Ok(Begun { options: serde_json::to_value(options.public_key).map_err(std::io::Error::from)?, state: write(&state)? })
    }

    /// Reads the answer.
    ///
    /// # Errors
    /// [`Error::Invalid`] where it does not fit what was asked.
    pub fn add(&self, state: &str, answer: &RegisterPublicKeyCredential) -> Result<Proved> {
        let state: PasskeyRegistration = read(state)?;
        let passkey = self.webauthn()?.finish_passkey_registration(answer, &state).map_err(refused)?;
        // How often it signed before is in what the library keeps.
        Ok(Proved { credential_id: hex(passkey.cred_id()), credential: write(&passkey)?, counter: 0 })
    }

    /// Asks for a proof by one of these.
    ///
    /// # Errors
    /// [`Error::Unavailable`] where there can be none.
    pub fn begin_proving<'a>(&self, known: impl Iterator<Item = &'a str>) -> Result<Begun> {
        let (options, state) = self.webauthn()?.start_passkey_authentication(&read_all(known)?).map_err(std::io::Error::other)?;
        Ok(Begun { options: serde_json::to_value(options.public_key).map_err(std::io::Error::from)?, state: write(&state)? })
    }

    /// Reads the proof. `known` are JSON of those that are there now.
    ///
    /// # Errors
    /// [`Error::Invalid`] where it is none of them, or does not fit what was asked.
    pub fn prove<'a>(&self, state: &str, answer: &PublicKeyCredential, known: impl Iterator<Item = &'a str>) -> Result<Proved> {
        let state: PasskeyAuthentication = read(state)?;
        let proof = self.webauthn()?.finish_passkey_authentication(answer, &state).map_err(refused)?;
        let mut known = read_all(known)?;
        let passkey = known.iter_mut().find(|passkey| passkey.cred_id() == proof.cred_id()).ok_or_else(wrong)?;
        passkey.update_credential(&proof);
        Ok(Proved { credential_id: hex(passkey.cred_id()), credential: write(passkey)?, counter: proof.counter() })
    }
}

/// What a browser answered.
///
/// # Errors
/// [`Error::Invalid`] where it is no such answer.
pub fn answered<T: DeserializeOwned>(json: &str) -> Result<T> {
    let unreadable = |error: serde_json::Error| Error::Invalid(vec![FieldError::new(FIELD, Problem::malformed(error.to_string()))]);
    Ok(serde_json::from_str(json).map_err(unreadable)?)
}

/// The answer was not accepted.
#[must_use]
pub fn wrong() -> Error {
    Error::Invalid(vec![FieldError::new(FIELD, Problem::WrongPasskey)])
}

fn refused(error: WebauthnError) -> Error {
    match error {
        WebauthnError::CredentialPossibleCompromise => {
            tracing::warn!("a passkey says that it signed less often than it did before: there may be a copy of it");
        }
        error => tracing::info!(cause = %error, "a passkey was not accepted"),
    }
    wrong()
}

/// What passkeys belong to, and the address that browsers must show.
fn home(base_url: &str) -> Option<(String, Url)> {
    let url = Url::parse(base_url).ok()?;
    let Some(Host::Domain(name)) = url.host() else { return None };
    let is_own_machine = name == "localhost" || name.ends_with(".localhost");
    (url.scheme() == "https" || is_own_machine).then(|| (name.to_owned(), url.clone()))
}

fn read<T: DeserializeOwned>(json: &str) -> Result<T> {
    Ok(serde_json::from_str(json).map_err(std::io::Error::from)?)
}

fn read_all<'a>(known: impl Iterator<Item = &'a str>) -> Result<Vec<Passkey>> {
    known.map(read).collect()
}

fn write(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(std::io::Error::from)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_passkeys_where_browsers_offer_them() {
        for good in ["https://allmende.example", "https://allmende.example:8443", "http://localhost:3000", "http://a.localhost"] {
            assert!(Passkeys::new(good, true).are_possible(), "{good}");
        }
        for bad in ["http://allmende.example", "http://127.0.0.1:3000", "https://192.0.2.1", "http://[::1]:3000", "http://nas:3000", ""] {
            assert!(!Passkeys::new(bad, true).are_possible(), "{bad}");
        }
        assert!(Passkeys::default().are_required() && !Passkeys::default().are_possible());
    }
}
