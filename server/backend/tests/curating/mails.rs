//! Mails about decisions: only what still stands is told.

use crate::stage::{MINUTE, Stage, stages};
use backend::{
    mail::{Letter, Verdict},
    usecases::{
        curate::{remove_entry, restore_entry},
        moderate::Decision,
        write::{Ending, end_entry, submit},
    },
};
use domain::id::EntryId;

impl Stage {
    /// Lets the time pass within which decisions can be undone. Gives the verdicts and reasons that were told.
    async fn told(&self) -> Vec<(Verdict, String)> {
        self.wait(11 * MINUTE);
        let told = self.delivered().await;
        assert_eq!(self.mails().await, 0, "nothing is left behind: {}", self.backend.database.name);
        let decided = told.into_iter().filter_map(|(_, letter)| match letter {
            Letter::Decided { verdict, reason, .. } => Some((verdict, reason)),
            _ => None,
        });
        decided.collect()
    }

    async fn sent_back(&self, id: EntryId, reason: &str) {
        self.decide(&self.mona, id, Decision::RequestChanges, reason).await.unwrap();
        self.wait(1);
    }
}

#[tokio::test]
async fn nobody_is_told_that_readers_see_what_was_taken_away_or_withdrawn() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.publish(id).await;
        remove_entry(&stage.backend, &stage.mona, id, "advertising", "Nur ein Angebot.").await.unwrap();
        assert_eq!(stage.told().await, []);

        // What was taken away by mistake and is there again is told.
        let id = stage.submitted("Noch eins", &[]).await;
        stage.publish(id).await;
        remove_entry(&stage.backend, &stage.mona, id, "wrong", "Verwechselt.").await.unwrap();
        restore_entry(&stage.backend, &stage.mona, id).await.unwrap();
        assert_eq!(stage.told().await, [(Verdict::Published, String::new())]);

        let id = stage.submitted("Und noch eins", &[]).await;
        stage.publish(id).await;
        end_entry(&stage.backend, &stage.owner, id, Ending::Withdraw).await.unwrap();
        assert_eq!(stage.told().await, []);
        // It is in order while nobody sees it; seen again, there is nothing to say.
        stage.changed(id, "Es war langsam.").await;
        stage.publish(id).await;
        assert_eq!(stage.told().await, [(Verdict::Accepted, String::new())]);
        stage.changed(id, "Es war sehr langsam.").await;
        stage.publish(id).await;
        end_entry(&stage.backend, &stage.owner, id, Ending::Resume).await.unwrap();
        assert_eq!(stage.told().await, []);
    }
}

#[tokio::test]
async fn what_was_handed_in_again_since_is_asked_for_no_more() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.sent_back(id, "Bitte kürzer.").await;
        stage.write(id, "story", &[("setbacks", "Es war langsam.")]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        assert_eq!(stage.told().await, []);
        // Of two the second.
        stage.sent_back(id, "Bitte noch kürzer.").await;
        stage.write(id, "story", &[("setbacks", "Langsam.")]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        stage.sent_back(id, "Bitte länger.").await;
        assert_eq!(stage.told().await, [(Verdict::ChangesRequested, "Bitte länger.".into())]);

        stage.write(id, "story", &[("setbacks", "Es war am Ende doch langsam.")]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        stage.sent_back(id, "Quelle?").await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        stage.publish(id).await;
        assert_eq!(stage.told().await, [(Verdict::Published, String::new())]);

        // Whoever only goes on writing is told all the same, and what is replaced was published.
        stage.changed(id, "Es ging.").await;
        stage.sent_back(id, "Was ging?").await;
        stage.write(id, "story", &[("setbacks", "Alles ging.")]).await;
        assert_eq!(stage.told().await, [(Verdict::ChangesRequested, "Was ging?".into())]);
    }
}
