//! Reasons that are kept.

use crate::stage::{fields, stages, told};
use backend::{
    storage::accounts,
    usecases::{
        moderate::{Answer, Decision, Typed, add_template, change_template, decide, list_templates, remove_template},
        write::show_draft,
    },
};
use domain::{Error, Lang};

const TYPED: Typed<'static> =
    Typed { title_de: "Bild fehlt", title_en: "Picture missing", text_de: "Bitte ein Bild.", text_en: "Please add a picture." };

#[tokio::test]
async fn reasons_are_kept_in_both_languages_and_edited() {
    for stage in stages().await {
        let (backend, mona) = (&stage.backend, &stage.mona);
        assert_eq!(list_templates(backend, mona).await.unwrap().len(), 8);
        stage.wait(1);
        add_template(backend, mona, &TYPED).await.unwrap();
        let new = list_templates(backend, mona).await.unwrap().pop().unwrap();
        assert_eq!((new.title(Lang::En), new.text(Lang::De)), ("Picture missing", "Bitte ein Bild."));
        change_template(backend, mona, &new.id, 1, &Typed { text_en: "A picture, please.", ..TYPED }).await.unwrap();
        assert_eq!(told(change_template(backend, &stage.max, &new.id, 1, &TYPED).await), Error::Conflict);
        assert_eq!(told(remove_template(backend, &stage.max, &new.id, 1).await), Error::Conflict);
        remove_template(backend, mona, &new.id, 2).await.unwrap();
        assert_eq!(list_templates(backend, mona).await.unwrap().len(), 8);
        let long = "x".repeat(1_001);
        let wrong = Typed { title_de: " ", text_en: &long, ..TYPED };
        assert_eq!(fields(told(add_template(backend, mona, &wrong).await)), ["title_de", "text_en"]);
        assert_eq!(told(add_template(backend, &stage.owner, &TYPED).await), Error::Forbidden);
        assert_eq!(told(list_templates(backend, &stage.editor).await), Error::Forbidden);
    }
}

#[tokio::test]
async fn a_reason_that_was_chosen_stands_before_what_was_typed_in_the_authors_language() {
    for stage in stages().await {
        for (lang, begins) in [(Lang::De, "Bitte nennt eine Quelle"), (Lang::En, "Please name a source")] {
            let mut tx = stage.backend.db.write().await.unwrap();
            accounts::set_language(&mut tx, stage.editor.account().unwrap(), lang).await.unwrap();
            tx.commit().await.unwrap();
            let id = stage.submitted(&format!("Vorhaben {}", lang.id()), &[]).await;
            let (revision, version) = stage.waiting(id).await;
            let answer = Answer { decision: Decision::RequestChanges, template: "missing-source", reason: " Danke! " };
            decide(&stage.backend, &stage.mona, revision, version, &answer).await.unwrap();
            let draft = show_draft(&stage.backend, &stage.editor, id).await.unwrap();
            let reason = &draft.reason().unwrap().reason;
            assert!(reason.starts_with(begins) && reason.ends_with("\n\nDanke!"), "{reason}");
        }
        let id = stage.submitted("Noch eins", &[]).await;
        let (revision, version) = stage.waiting(id).await;
        let decide = async |template, reason: &str| {
            decide(&stage.backend, &stage.mona, revision, version, &Answer { decision: Decision::Reject, template, reason }).await
        };
        assert_eq!(fields(told(decide("gone", "").await)), ["template"]);
        let long = "x".repeat(1_990);
        assert_eq!(fields(told(decide("missing-source", &long).await)), ["reason"]);
        decide("missing-source", "").await.unwrap();
    }
}
