//! What becomes of what was taken over: by two moderators, by a trusted organisation, and where nothing comes of it.

use super::{DAY, OWNER, PROJECT, PUBLISH, Stage, VISITOR, account, fields, stages, tell, told};
use backend::{
    Backend,
    storage::{accounts, entries, events, queue, suggestions},
    usecases::{
        curate::trust,
        delete_account::delete_account,
        moderate::{self, Rules, decide, undo},
        readers::{
            Decided, Decision, NewDecision, Which, confirm, consider, consider_new, decide_new, decide_suggestion, list_suggestions,
            show_suggestion,
        },
        write::{begin_revision, discard_draft, submit},
    },
};
use domain::{Error, Lang, Problem, account::Actor, reader::SuggestionState, revision::RevisionState, signal::Signal, vocabulary::Kind};

const NEEDS_ANOTHER: (&str, Problem) = ("", Problem::NeedsAnother);

/// The same with a rule that two have to agree, and a second moderator.
async fn of_two(stage: &Stage) -> (Backend, Actor) {
    let other = account(&stage.backend, "other@redaktion.example.org").await;
    let mut tx = stage.backend.db.write().await.unwrap();
    for moderator in [other, stage.moderator.account().unwrap()] {
        accounts::set_moderator(&mut tx, moderator, true).await.unwrap();
    }
    tx.commit().await.unwrap();
    let backend = Backend { rules: Rules { two_person: true, ..Rules::default() }, ..stage.backend.clone() };
    (backend, Actor::Moderator { account: other })
}

async fn take(backend: &Backend, who: &Actor, id: &str, names: &[&str]) -> backend::Result<Decided> {
    let seen = consider(backend, who, Which::Id(id), Lang::De).await?;
    let fields = names.iter().map(|name| (*name).to_owned()).collect();
    let decision = Decision::Accept { fields, public: seen.public.unwrap(), draft: seen.draft.map(|(_, version)| version) };
    decide_suggestion(backend, who, Which::Id(id), &decision).await
}

#[tokio::test]
async fn two_moderators_agree_to_the_same_before_a_correction_is_published() {
    for stage in stages(false).await {
        let (backend, other) = of_two(&stage).await;
        stage.confirmed(&[("advice", "Klein anfangen."), ("results", "Es half.")]).await;
        stage.letters().await;
        let id = list_suggestions(&backend, &stage.moderator).await.unwrap().waiting.remove(0).id;
        assert_eq!(take(&backend, &stage.moderator, &id, &["advice"]).await.unwrap(), Decided::Agreed);
        assert_ne!(stage.public().await.advice.given(), Some("Klein anfangen."));
        assert_eq!(stage.letters().await, []);
        let own = told(take(&backend, &stage.moderator, &id, &["advice"]).await);
        assert_eq!(fields(own), [(NEEDS_ANOTHER.0.to_owned(), NEEDS_ANOTHER.1)]);
        let seen = consider(&backend, &other, Which::Id(&id), Lang::De).await.unwrap().agreed.unwrap();
        assert_eq!((seen.is_own, seen.what.fields), (false, vec!["advice".to_owned()]));
        // To something else somebody has to agree again.
        assert_eq!(take(&backend, &other, &id, &["results"]).await.unwrap(), Decided::Agreed);
        assert_eq!(take(&backend, &stage.moderator, &id, &["results"]).await.unwrap(), Decided::Published);
        let public = stage.public().await;
        assert_eq!(public.results.given(), Some("Es half."));
        assert_ne!(public.advice.given(), Some("Klein anfangen."));
        let past = events::of_entry(&mut backend.db.read().await.unwrap(), stage.project).await.unwrap();
        assert_eq!(past.iter().filter(|past| past.action == "approved").count(), 2);
        // One is enough to say no.
        stage.confirmed(&[("setbacks", "Es war langsam.")]).await;
        let id = list_suggestions(&backend, &stage.moderator).await.unwrap().waiting.remove(0).id;
        let declined = decide_suggestion(&backend, &other, Which::Id(&id), &Decision::Decline("Stimmt nicht.".into())).await.unwrap();
        assert_eq!(declined, Decided::Declined);
    }
}

#[tokio::test]
async fn two_moderators_agree_to_the_same_before_a_new_entry_is_published() {
    for stage in stages(false).await {
        let (backend, other) = of_two(&stage).await;
        tell(&stage, &[], "Verein").await.unwrap();
        confirm(&backend, &VISITOR, &stage.link_to("reader@example.org").await).await.unwrap();
        let id = list_suggestions(&backend, &stage.moderator).await.unwrap().waiting.remove(0).id;
        let publish = async |who: &Actor, owner: &str| decide_new(&backend, who, &id, &NewDecision::Publish(owner.into())).await;
        assert_eq!(publish(&stage.moderator, "").await.unwrap(), None);
        assert_eq!(fields(told(publish(&stage.moderator, "").await)), [(NEEDS_ANOTHER.0.to_owned(), NEEDS_ANOTHER.1)]);
        assert_eq!(consider_new(&backend, &other, &id, Lang::De).await.unwrap().agreed.unwrap().what, "");
        assert_eq!(publish(&other, OWNER).await.unwrap(), None, "another organisation");
        let (one, two) = tokio::join!(publish(&stage.moderator, OWNER), publish(&other, OWNER));
        assert!(one.unwrap().is_some() && two.is_err());
    }
}

#[tokio::test]
async fn what_a_member_takes_over_goes_the_way_of_what_is_handed_in() {
    for stage in stages(true).await {
        stage.confirmed(&[("advice", "Schreibt an hilfe@verein.example.org.")]).await;
        assert_eq!(stage.accept(&stage.owner, stage.first(), &["advice"]).await.unwrap(), Decided::HandedIn);
        let waiting = stage.latest().await;
        let (signals, completeness) = queue::marked(&mut stage.backend.db.read().await.unwrap(), waiting.id).await.unwrap();
        assert!(signals.iter().any(|signal| signal == Signal::ContactData) && completeness > 0, "{signals:?} {completeness}");

        decide(&stage.backend, &stage.moderator, waiting.id, waiting.version, &PUBLISH).await.unwrap();
        let owner = entries::by_slug(&mut stage.backend.db.read().await.unwrap(), Kind::Organisation, OWNER).await.unwrap().unwrap().id;
        trust(&stage.backend, &stage.moderator, owner, "Kennen wir.").await.unwrap();
        let link = stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        assert_eq!(stage.accept(&stage.owner, Which::Of(stage.project, 2), &["advice"]).await.unwrap(), Decided::Published);
        assert_eq!(stage.public().await.advice.given(), Some("Klein anfangen."));
        assert_eq!(stage.state(&link).await, SuggestionState::Published);
    }
}

#[tokio::test]
async fn a_reader_hears_when_nothing_came_of_what_was_taken_over() {
    for stage in stages(true).await {
        let backend = &stage.backend;
        let dropped = async |link: &str| show_suggestion(backend, &VISITOR, link, Lang::De).await.unwrap().is_dropped;
        let to_reader = async || -> Vec<String> {
            let all = stage.letters().await.into_iter().filter(|(to, letter)| to == "reader@example.org" && letter.contains("decided"));
            all.map(|(_, letter)| letter).collect()
        };
        let link = stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        stage.accept(&stage.owner, stage.first(), &["advice"]).await.unwrap();
        to_reader().await;
        let waiting = stage.latest().await;
        let no = moderate::Answer { decision: moderate::Decision::Reject, template: "", reason: "Nein." };
        let batch = decide(backend, &stage.moderator, waiting.id, waiting.version, &no).await.unwrap().batch;
        assert!(dropped(&link).await);
        assert_eq!(to_reader().await, [] as [&str; 0], "it can be undone");
        undo(backend, &stage.moderator, &batch).await.unwrap();
        assert!(!dropped(&link).await);
        let waiting = stage.latest().await;
        decide(backend, &stage.moderator, waiting.id, waiting.version, &no).await.unwrap();
        stage.days(1);
        let letters = to_reader().await;
        assert!(letters.len() == 1 && letters[0].contains("\"dropped\""), "{letters:?}");

        // Into a draft that is handed in, and into one that is thrown away.
        begin_revision(backend, &stage.owner, stage.project, None).await.unwrap();
        let link = stage.confirmed(&[("results", "Es half.")]).await;
        stage.accept(&stage.owner, Which::Of(stage.project, 2), &["results"]).await.unwrap();
        submit(backend, &stage.owner, stage.project).await.unwrap();
        to_reader().await;
        let waiting = stage.latest().await;
        decide(backend, &stage.moderator, waiting.id, waiting.version, &PUBLISH).await.unwrap();
        stage.days(1);
        let letters = to_reader().await;
        assert!(letters.len() == 1 && letters[0].contains("\"published\"") && letters[0].contains(PROJECT), "{letters:?}");
        assert!(!dropped(&link).await);
        begin_revision(backend, &stage.owner, stage.project, None).await.unwrap();
        let link = stage.confirmed(&[("setbacks", "Es war langsam.")]).await;
        stage.accept(&stage.owner, Which::Of(stage.project, 3), &["setbacks"]).await.unwrap();
        to_reader().await;
        discard_draft(backend, &stage.owner, stage.project, stage.latest().await.version).await.unwrap();
        let letters = to_reader().await;
        assert!(letters.len() == 1 && letters[0].contains("\"dropped\"") && dropped(&link).await, "{letters:?}");
    }
}

#[tokio::test]
async fn an_agreement_is_forgotten_with_the_time_and_counts_only_while_its_moderator_decides() {
    for stage in stages(false).await {
        let (backend, other) = of_two(&stage).await;
        stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        let id = list_suggestions(&backend, &stage.moderator).await.unwrap().waiting.remove(0).id;
        take(&backend, &stage.moderator, &id, &["advice"]).await.unwrap();
        let mut tx = backend.db.write().await.unwrap();
        accounts::set_moderator(&mut tx, stage.moderator.account().unwrap(), false).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(take(&backend, &other, &id, &["advice"]).await.unwrap(), Decided::Agreed, "the first decides no more");
        backend.clock.set(backend.clock.now().0 + domain::limits::AGREEMENT_DAYS * DAY);
        backend::usecases::sign_in::forget(&backend).await.unwrap();
        assert_eq!(take(&backend, &other, &id, &["advice"]).await.unwrap(), Decided::Agreed, "it was forgotten");
        assert!(suggestions::by_id(&mut backend.db.read().await.unwrap(), &id).await.unwrap().unwrap().state == SuggestionState::Open);
        assert_eq!(told(take(&backend, &Actor::Visitor, &id, &["advice"]).await), Error::Unauthenticated);
    }
}

#[tokio::test]
async fn a_decision_is_undone_although_its_readers_address_was_deleted_meanwhile() {
    for stage in stages(true).await {
        let backend = &stage.backend;
        stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        stage.accept(&stage.owner, stage.first(), &["advice"]).await.unwrap();
        let waiting = stage.latest().await;
        let batch = decide(backend, &stage.moderator, waiting.id, waiting.version, &PUBLISH).await.unwrap().batch;
        let reader = Actor::Member { account: account(backend, "reader@example.org").await, memberships: vec![] };
        delete_account(backend, &reader, "reader@example.org").await.unwrap();
        undo(backend, &stage.moderator, &batch).await.unwrap();
        assert_eq!(stage.latest().await.state, RevisionState::Submitted, "{}", backend.database.name);
        stage.days(1);
        let letters = stage.letters().await;
        assert!(letters.iter().all(|(to, _)| to != "reader@example.org"), "{letters:?}");
    }
}
