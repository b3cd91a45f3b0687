//! Whether a link still leads somewhere. Asked by this server, only where its operator wants that, and only of addresses
//! that are public: no page of a house network can be asked for by putting its address into an entry.

mod guard;

pub use guard::Reach;

use guard::PublicOnly;
use reqwest::{Client, Method, StatusCode, Url, redirect::Policy};
use std::{fmt, sync::Arc, time::Duration};

/// What one answer may take, redirects included.
const PATIENCE: Duration = Duration::from_secs(15);
/// Redirects that are followed.
const REDIRECTS: usize = 5;

/// Follows links. Clones share connections.
#[derive(Clone)]
pub struct Checker {
    client: Client,
    reach: Reach,
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The server says that there is nothing.
    Gone,
    /// The server says that it fails.
    Failing,
    /// Nobody answers there, or not in time, or not safely.
    Unreachable,
    /// It is no address that may be asked for.
    Refused,
}

impl Trouble {
    /// As stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Failing => "failing",
            Self::Unreachable => "unreachable",
            Self::Refused => "refused",
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Checker {
    /// A checker. `contact` is the address of this site: servers want to know who asks.
    ///
    /// # Errors
    /// Where no certificates can be read.
    pub fn new(contact: &str, reach: Reach) -> reqwest::Result<Self> {
        let agent = format!("Allmende/{} link check (+{contact})", env!("CARGO_PKG_VERSION"));
        let follow = Policy::custom(move |attempt| {
            if attempt.previous().len() > REDIRECTS || !reach.may_ask(attempt.url()) { attempt.stop() } else { attempt.follow() }
        });
        let builder = Client::builder().user_agent(agent).timeout(PATIENCE).redirect(follow).no_proxy();
        let builder = if reach == Reach::Public { builder.dns_resolver(Arc::new(PublicOnly)) } else { builder };
        Ok(Self { client: builder.build()?, reach })
    }

    /// Follows one link. `None`: it leads somewhere.
    pub async fn follow(&self, url: &str) -> Option<Trouble> {
        let Some(url) = Url::parse(url).ok().filter(|url| self.reach.may_ask(url)) else { return Some(Trouble::Refused) };
        match self.ask(Method::HEAD, url.clone()).await {
            None => None,
            // Many servers know no HEAD, or answer it otherwise.
            Some(_) => self.ask(Method::GET, url).await,
        }
    }

    /// Only the head of the answer is read.
    async fn ask(&self, method: Method, url: Url) -> Option<Trouble> {
        match self.client.request(method, url).send().await {
            Ok(answer) => of_status(answer.status()),
            Err(_) => Some(Trouble::Unreachable),
        }
    }
}

fn of_status(status: StatusCode) -> Option<Trouble> {
    match status.as_u16() {
        // Something is there, if not for programs; and whoever has had enough of them is there, too.
        200..=299 | 401 | 403 | 405 | 406 | 429 | 451 => None,
        404 | 410 => Some(Trouble::Gone),
        // A redirect that was not followed leads too far, or to where it must not.
        300..=399 => Some(Trouble::Refused),
        _ => Some(Trouble::Failing),
    }
}
