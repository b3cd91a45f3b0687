//! What authors did since they were asked for changes.

use crate::stage::{Stage, stages};
use backend::usecases::{
    difference::Side,
    moderate::{Asked, Decision, list_queue, show_submission, undo},
    write::submit,
};
use domain::{Lang, id::EntryId, time::Timestamp};

impl Stage {
    /// When they were asked, and the fields that are different since.
    async fn since(&self, id: EntryId) -> Option<(Timestamp, Vec<&'static str>)> {
        let seen = show_submission(&self.backend, &self.mona, self.latest(id).await.id, Lang::De).await.unwrap();
        seen.since.map(|since| (since.at, since.changes.iter().map(|change| change.field).collect()))
    }

    async fn again(&self, id: EntryId, setbacks: &str) {
        self.wait(1);
        self.write(id, "story", &[("setbacks", setbacks)]).await;
        submit(&self.backend, &self.editor, id).await.unwrap();
    }
}

#[tokio::test]
async fn moderators_see_what_changed_since_they_asked_and_when_that_was() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[("setbacks", "Es war langsam.")]).await;
        assert_eq!(stage.since(id).await, None);
        let asked = stage.backend.clock.now();
        stage.decide(&stage.mona, id, Decision::RequestChanges, "Wie langsam?").await.unwrap();
        stage.again(id, "Es war langsam, eine Stunde je Tour.").await;
        assert_eq!(stage.since(id).await, Some((asked, vec!["setbacks"])), "{}", stage.backend.database.name);
        let queue = list_queue(&stage.backend, &stage.mona, &Asked::default(), Lang::De).await.unwrap();
        assert_eq!(queue.page.items[0].returned_at, Some(asked));

        // Asked once more: since then, not since the first time.
        let asked = stage.backend.clock.now();
        stage.decide(&stage.mona, id, Decision::RequestChanges, "Und nun?").await.unwrap();
        stage.again(id, "Es war langsam, eine Stunde je Tour. Nun geht es.").await;
        let seen = show_submission(&stage.backend, &stage.mona, stage.latest(id).await.id, Lang::De).await.unwrap().since.unwrap();
        assert_eq!(seen.at, asked);
        let come: Vec<_> = seen.changes[0].words.iter().filter(|(side, _)| *side == Side::New).map(|(_, text)| text.trim()).collect();
        assert_eq!(come, ["Nun geht es."]);
    }
}

#[tokio::test]
async fn what_was_asked_by_mistake_was_not_asked() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let batch = stage.decide(&stage.mona, id, Decision::RequestChanges, "Falsch gedrückt.").await.unwrap().batch;
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        assert_eq!(stage.since(id).await, None);
    }
}
