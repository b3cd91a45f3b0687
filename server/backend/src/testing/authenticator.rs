//! An authenticator in software: answers what browsers are asked for passkeys.

use serde_json::{Value, json};
use url::Url;
use webauthn_authenticator_rs::{WebauthnAuthenticator, softpasskey::SoftPasskey};

/// Keeps passkeys, and counts how often it signed.
pub struct Authenticator(SoftPasskey);

impl Default for Authenticator {
    fn default() -> Self {
        Self(SoftPasskey::new(true))
    }
}

impl Authenticator {
    /// What a browser that shows `origin` answers when it is asked for a new passkey.
    ///
    /// # Panics
    /// Where a browser would not ask it.
    pub fn create(&mut self, origin: &str, options: &Value) -> String {
        let asked = serde_json::from_value(json!({ "publicKey": options })).expect("options to create a passkey with");
        let answer = self.0.do_registration(origin_of(origin), asked).expect("a new passkey");
        serde_json::to_string(&answer).expect("JSON")
    }

    /// What it answers when it is asked for one that is there.
    ///
    /// # Panics
    /// Where it has none of those, or a browser would not ask it.
    pub fn get(&mut self, origin: &str, options: &Value) -> String {
        let asked = serde_json::from_value(json!({ "publicKey": options })).expect("options to use a passkey with");
        let answer = self.0.do_authentication(origin_of(origin), asked).expect("a signature");
        serde_json::to_string(&answer).expect("JSON")
    }
}

fn origin_of(origin: &str) -> Url {
    origin.parse().expect("an address")
}
