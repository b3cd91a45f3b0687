//! What Meilisearch itself remembers of our index: how far the feed is applied, and what it was built with. It stands
//! there and not here, so that a Meilisearch that was emptied or put back to an older state is noticed.

use super::{Trouble, client::Client, document::field, tasks::Task};
use crate::search::Comparison;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

/// The only document of its index.
const ID: &str = "state";

/// The state of an index of entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    /// Everything of the change feed up to this is in the index. It never says more than is so.
    pub mark: i64,
    /// [`super::settings::version`] of when it was built.
    pub version: String,
    /// Which build it is: no two are the same.
    #[serde(default)]
    pub build: Uuid,
    /// What the last comparison with the database came to.
    #[serde(default)]
    pub compared: Option<Comparison>,
}

impl State {
    /// Reads it; `None` where there is none.
    pub(super) async fn read(client: &Client, index: &str) -> Result<Option<Self>, Trouble> {
        match client.get(&format!("indexes/{index}/documents/{ID}")).await {
            Ok(state) => Ok(Some(state)),
            Err(trouble) if trouble.is_not_found() => Ok(None),
            // Not of our making: as good as none.
            Err(Trouble::Garbled(_)) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// Writes it. Confirmed on return.
    pub(super) async fn write(&self, client: &Client, index: &str) -> Result<(), Trouble> {
        let document =
            json!([{ field::ID: ID, "mark": self.mark, "version": self.version, "build": self.build, "compared": self.compared }]);
        let task: Task = client.send_json(&format!("indexes/{index}/documents"), document.to_string()).await?;
        task.done(client).await
    }

    /// Whether a later program built it, by the number that its version begins with.
    pub(super) fn is_of_a_later_program(&self, own: &str) -> bool {
        let number = |version: &str| version.split('-').next().and_then(|number| number.parse::<u32>().ok());
        number(&self.version) > number(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_program_is_known_by_its_number() {
        let later = |version: &str| {
            State { mark: 0, version: version.to_owned(), build: Uuid::nil(), compared: None }.is_of_a_later_program("9-aa")
        };
        assert!(later("10-00"));
        assert!(!later("9-ff") && !later("8-ff") && !later("") && !later("x"));
    }
}
