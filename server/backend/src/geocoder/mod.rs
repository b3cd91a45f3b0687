//! An operator's geocoder, for what the built-in places do not know: streets, houses, hamlets.
//!
//! Asked by this server only and only with the words that somebody looked for: no address of a reader, no header, no cookie
//! goes along. It may be slow, wrong or away: then there is no answer, and the built-in places stand alone. Answers are
//! kept for a day, questions are never logged, and at most one a second is asked, which is what OpenStreetMap's own server
//! allows. To add another kind: a file beside `nominatim` and a line in [`Kind`].

mod endpoint;
mod gate;
mod nominatim;
mod photon;

pub use endpoint::{Endpoint, Kind, WrongEndpoint};

use domain::{geo::Point, vocabulary::Precision};
use gate::Gate;
use moka::future::Cache;
use reqwest::{Client, Url, header, redirect::Policy};
use std::{sync::Arc, time::Duration};

/// What a reader waits for it at most, once it is asked.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// Places that are asked for.
const PLACES: usize = 8;
/// Bytes of an answer. Eight places take about 6,000.
const LARGEST: usize = 256 * 1_024;
/// Questions whose answers are kept, and for how long.
const KEPT: u64 = 10_000;
const KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// A place as the geocoder tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// What people call it: "Domkloster 4, Köln".
    pub name: String,
    /// Its postcode, where there is one.
    pub postcode: Option<String>,
    /// Where it is.
    pub point: Point,
    /// How exact that is: an address, a postcode or a town.
    pub precision: Precision,
}

/// A geocoder. Clones share connections, answers and the pace.
#[derive(Clone)]
pub struct Geocoder {
    endpoint: Endpoint,
    client: Client,
    kept: Cache<Box<str>, Arc<[Told]>>,
    gate: Arc<Gate>,
}

/// Why there is no answer. Never holds what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Too many questions at once, or it failed a moment ago.
    #[error("it is not asked at the moment")]
    Spared,
    /// It did not answer in time, or not at all.
    #[error("it does not answer: {0}")]
    Away(String),
    /// It answered with an error.
    #[error("it answers {0}")]
    Refused(u16),
    /// It answered something that is no list of places, or too much.
    #[error("its answer cannot be read: {0}")]
    Garbled(String),
}

impl Geocoder {
    /// A geocoder; nothing is sent yet. `contact` is the address of this site: servers want to know who asks.
    ///
    /// # Errors
    /// Where no certificates can be read.
    pub fn new(endpoint: Endpoint, contact: &str) -> Result<Self, Trouble> {
        let agent = format!("Allmende/{} (+{contact})", env!("CARGO_PKG_VERSION"));
        let builder = Client::builder().user_agent(agent).timeout(PATIENCE).redirect(Policy::none());
        let client = builder.build().map_err(|error| Trouble::Away(error.to_string()))?;
        let kept = Cache::builder().max_capacity(KEPT).time_to_live(KEPT_FOR).build();
        Ok(Self { endpoint, client, kept, gate: Arc::default() })
    }

    /// Up to eight places that these words may mean, likeliest first.
    ///
    /// # Errors
    /// Where it has no answer; whoever asked has to do without.
    pub async fn find(&self, text: &str) -> Result<Arc<[Told]>, Trouble> {
        let key = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        // Of several who ask the same, one waits for all. What failed is not kept.
        self.kept.try_get_with(key.into(), self.paced(text)).await.map_err(|trouble| (*trouble).clone())
    }

    async fn paced(&self, text: &str) -> Result<Arc<[Told]>, Trouble> {
        self.gate.pass().await?;
        let answer = self.ask(text).await;
        if let Err(trouble) = &answer {
            tracing::warn!(cause = %trouble, "the geocoder fails; the built-in places answer alone for a while");
            self.gate.rest();
        }
        answer
    }

    async fn ask(&self, text: &str) -> Result<Arc<[Told]>, Trouble> {
        let url = match self.endpoint.kind {
            Kind::Nominatim => nominatim::question(&self.endpoint.url, text),
            Kind::Photon => photon::question(&self.endpoint.url, text),
        };
        let body = self.fetch(url).await?;
        let places = match self.endpoint.kind {
            Kind::Nominatim => nominatim::read(&body),
            Kind::Photon => photon::read(&body),
        };
        // Where the fault stands, not what stands there.
        places.map(Into::into).map_err(|error| Trouble::Garbled(format!("line {} column {}", error.line(), error.column())))
    }

    async fn fetch(&self, url: Url) -> Result<Vec<u8>, Trouble> {
        // The address holds what was asked.
        let away =
            |error: reqwest::Error| Trouble::Away(if error.is_timeout() { "too late".to_owned() } else { error.without_url().to_string() });
        let mut response = self.client.get(url).header(header::ACCEPT_LANGUAGE, "de").send().await.map_err(away)?;
        if !response.status().is_success() {
            return Err(Trouble::Refused(response.status().as_u16()));
        }
        let mut body = vec![];
        while let Some(piece) = response.chunk().await.map_err(away)? {
            body.extend_from_slice(&piece);
            if body.len() > LARGEST {
                return Err(Trouble::Garbled(format!("more than {LARGEST} bytes")));
            }
        }
        Ok(body)
    }
}

/// "Domkloster 4, Köln"; `None` where nothing of it is said.
fn address(street: Option<&str>, number: Option<&str>, name: Option<&str>, town: Option<&str>) -> Option<String> {
    let street = street.map(|street| number.map_or_else(|| street.to_owned(), |number| format!("{street} {number}")));
    let first = street.or_else(|| name.map(str::to_owned));
    let town = town.filter(|town| first.as_deref() != Some(town));
    let parts: Vec<&str> = first.as_deref().into_iter().chain(town).filter(|part| !part.trim().is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
