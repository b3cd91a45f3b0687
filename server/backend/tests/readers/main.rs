//! Reports and suggestions of readers, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

mod taking_over;

use backend::{
    Failure,
    storage::{drafts, drafts::Revision, entries, mails, reports, suggestions},
    testing::{
        TestBackend, backends, import_from,
        people::{account, fields, member, moderator, organisation, told},
        sample,
    },
    usecases::{
        curate::list_events,
        delete_account::delete_account,
        export_account::export_account,
        moderate::{self, decide},
        readers::{
            Complaint, Corrected, Decided, Decision, NewDecision, Told, Which, answer_reports, confirm, consider, consider_new,
            correctable, decide_new, decide_suggestion, list_reports, list_reports_of, list_suggestions, list_waiting, report, show_report,
            show_suggestion, suggest_correction, suggest_entry,
        },
        show_project::show_project,
        sign_in::forget,
        write::{Ending, begin_revision, end_entry, save_draft, show_draft, submit},
    },
};
use domain::{
    Error, Lang, Problem,
    account::{Actor, Role},
    audit::AuditQuery,
    form::{Input, Section, sections, text_of, texts_of},
    id::EntryId,
    limits,
    reader::SuggestionState,
    revision::RevisionState,
    vocabulary::{Kind, Origin},
};

const PUBLISH: moderate::Answer<'_> = moderate::Answer { decision: moderate::Decision::Publish, template: "", reason: "" };
const DAY: i64 = 24 * 3_600_000_000;
const PROJECT: &str = "carifix";
const OWNER: &str = "deutscher-caritasverband";
const VISITOR: Actor = Actor::Visitor;

/// What the form of a section sends with these values in place of others.
fn typed(document: &serde_json::Value, section: &Section, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut typed = vec![];
    for field in section.fields {
        match changed.iter().find(|(name, _)| *name == field.name) {
            Some((_, value)) => typed.push((field.name.to_owned(), (*value).to_owned())),
            None if matches!(field.input, Input::Choices(_)) => {
                typed.extend(texts_of(document, field.name).into_iter().map(|value| (field.name.to_owned(), value)));
            }
            None => typed.push((field.name.to_owned(), text_of(document, field.name).replace('\n', "\r\n"))),
        }
    }
    typed
}

struct Stage {
    backend: TestBackend,
    project: EntryId,
    owner: Actor,
    moderator: Actor,
}

/// The sample directory with a moderator, and with an owner of one organisation where there is to be one.
async fn stages(with_owner: bool) -> Vec<Stage> {
    let mut stages = vec![];
    for backend in backends().await {
        import_from(&backend, &sample()).await.unwrap();
        backend.indexer.start(&mut |_, _| {}).await.unwrap();
        let mut tx = backend.db.read().await.unwrap();
        let project = entries::by_slug(&mut tx, Kind::Project, PROJECT).await.unwrap().unwrap().id;
        drop(tx);
        let owner = match with_owner {
            true => member(&backend, "owner@example.org", organisation(&backend, OWNER).await, Role::Owner).await,
            false => Actor::Member { account: account(&backend, "owner@example.org").await, memberships: vec![] },
        };
        let moderator = moderator(&backend, "moderator@example.org").await;
        stages.push(Stage { backend, project, owner, moderator });
    }
    stages
}

impl Stage {
    fn days(&self, days: i64) {
        self.backend.clock.set(self.backend.clock.now().0 + days * DAY);
    }

    async fn report_as(&self, email: &str, text: &str) -> backend::Result<String> {
        let complaint = Complaint { kind: Kind::Project, slug: PROJECT, reason: "wrong", text, email, trap: "", language: Lang::De };
        Ok(report(&self.backend, &VISITOR, &complaint).await?.reveal().to_owned())
    }

    /// Suggests other words for the section "story", as its form would send it.
    async fn suggest_as(&self, email: &str, section: &str, changed: &[(&str, &str)]) -> backend::Result<()> {
        let shown = correctable(&self.backend, &VISITOR, Kind::Project, PROJECT).await?;
        let section = sections(Kind::Project).iter().find(|known| known.id == section).unwrap();
        let typed = typed(&serde_json::Value::Object(shown.document), section, changed);
        let sent = Corrected {
            kind: Kind::Project,
            slug: PROJECT,
            section: section.id,
            typed: &typed,
            why: "Steht so im Bericht.",
            email,
            trap: "",
            language: Lang::De,
        };
        suggest_correction(&self.backend, &VISITOR, &sent).await
    }

    /// The secret of the newest link to a suggestion in the mails that wait for this address.
    async fn link_to(&self, email: &str) -> String {
        let all = self.letters().await;
        let letter = all.iter().rfind(|(to, letter)| to == email && letter.contains("/suggestions/")).unwrap();
        letter.1.split("/suggestions/").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    /// Recipients and letters of the mails that wait; they are taken out by that.
    async fn letters(&self) -> Vec<(String, String)> {
        let mut tx = self.backend.db.write().await.unwrap();
        let mut all = vec![];
        while let Some(mail) = mails::due(&mut tx, self.backend.clock.now()).await.unwrap() {
            mails::delete(&mut tx, &mail.id).await.unwrap();
            all.push((mail.recipient, mail.letter));
        }
        tx.commit().await.unwrap();
        all
    }

    async fn confirmed(&self, changed: &[(&str, &str)]) -> String {
        // One after the other.
        self.backend.clock.set(self.backend.clock.now().0 + 1);
        self.suggest_as("reader@example.org", "story", changed).await.unwrap();
        let link = self.link_to("reader@example.org").await;
        confirm(&self.backend, &VISITOR, &link).await.unwrap();
        link
    }

    async fn accept(&self, actor: &Actor, which: Which<'_>, names: &[&str]) -> backend::Result<Decided> {
        let seen = consider(&self.backend, actor, which, Lang::De).await?;
        let decision = Decision::Accept {
            fields: names.iter().map(|name| (*name).to_owned()).collect(),
            public: seen.public.unwrap(),
            draft: seen.draft.map(|(_, version)| version),
        };
        decide_suggestion(&self.backend, actor, which, &decision).await
    }

    fn first(&self) -> Which<'static> {
        Which::Of(self.project, 1)
    }

    async fn public(&self) -> domain::project::Project {
        show_project(&self.backend, &VISITOR, PROJECT).await.unwrap().project
    }

    async fn latest(&self) -> Revision {
        drafts::latest(&mut self.backend.db.read().await.unwrap(), self.project).await.unwrap().unwrap()
    }

    async fn state(&self, link: &str) -> SuggestionState {
        show_suggestion(&self.backend, &VISITOR, link, Lang::De).await.unwrap().state
    }
}

#[tokio::test]
async fn a_report_is_answered_and_its_address_forgotten() {
    for stage in stages(false).await {
        let backend = &stage.backend;
        assert_eq!(
            fields(told(stage.report_as("nobody", " ").await)),
            [("text".into(), Problem::Required), ("email".into(), Problem::NoEmail)]
        );
        let first = stage.report_as("reader@example.org", "Der Link geht nicht.").await.unwrap();
        backend.clock.set(backend.clock.now().0 + 1);
        let second = stage.report_as("", "Gibt es nicht mehr.").await.unwrap();
        let (to, letter) = stage.letters().await.pop().unwrap();
        assert!(to == "reader@example.org" && letter.contains(&first) && !letter.contains("geht nicht"), "{letter}");
        assert_eq!(told(list_reports(backend, &VISITOR).await), Error::Unauthenticated);
        assert_eq!(told(list_reports(backend, &stage.owner).await), Error::Forbidden);
        let open = list_reports(backend, &stage.moderator).await.unwrap();
        assert_eq!((open.total, open.groups.len(), open.groups[0].reports), (1, 1, 2));
        let of = list_reports_of(backend, &stage.moderator, stage.project).await.unwrap().reports;
        assert_eq!(of[0].text, "Der Link geht nicht.");
        assert_eq!(told(answer_reports(backend, &stage.owner, stage.project, &[&of[0].id], Some("x")).await), Error::Forbidden);
        answer_reports(backend, &stage.moderator, stage.project, &[&of[0].id], Some("Danke, ist geändert.")).await.unwrap();
        assert_eq!(
            told(answer_reports(backend, &stage.moderator, stage.project, &[&of[0].id], Some("Noch einmal.")).await),
            Error::Conflict
        );
        let shown = show_report(backend, &VISITOR, &first).await.unwrap();
        assert_eq!((&*shown.answer, shown.answered_at.is_some()), ("Danke, ist geändert.", true));
        assert!(show_report(backend, &VISITOR, &second).await.unwrap().answered_at.is_none());
        let letters = stage.letters().await;
        assert!(letters.len() == 1 && letters[0].1.contains("Danke, ist geändert."));
        let both = [&*of[0].id, &of[1].id];
        assert_eq!(answer_reports(backend, &stage.moderator, stage.project, &both, None).await.unwrap(), 1, "closed without words");
        assert_eq!(list_reports(backend, &stage.moderator).await.unwrap().total, 0);
        assert!(!show_report(backend, &VISITOR, &first).await.unwrap().title.is_empty());
        let mut tx = backend.db.write().await.unwrap();
        let entry = entries::by_ids(&mut tx, &[stage.project]).await.unwrap().pop().unwrap();
        assert!(entries::set_state(&mut tx, &entry, domain::entry::EntryState::Removed, backend.clock.now()).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(show_report(backend, &VISITOR, &first).await.unwrap().title, "", "readers see it no more");
        stage.days(limits::READER_EMAIL_DAYS - 1);
        forget(backend).await.unwrap();
        assert!(show_report(backend, &VISITOR, &first).await.unwrap().email.is_some());
        stage.days(1);
        forget(backend).await.unwrap();
        assert_eq!(show_report(backend, &VISITOR, &first).await.unwrap().email, None);
        stage.days(limits::READER_ANSWER_DAYS);
        forget(backend).await.unwrap();
        assert_eq!(told(show_report(backend, &VISITOR, &first).await), Error::NotFound);
    }
}

#[tokio::test]
async fn a_flood_of_reports_about_one_entry_stays_small_and_is_answered_at_once() {
    for stage in stages(false).await {
        let mut kept = 0;
        for number in 0..2 * limits::REPORTS_OF_ENTRY {
            match stage.report_as("", &format!("Flut {number}")).await {
                Ok(_) => kept += 1,
                Err(Failure::Told(Error::TooMany)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(kept, limits::REPORTS_OF_ENTRY);
        let open = list_reports(&stage.backend, &stage.moderator).await.unwrap();
        assert_eq!((open.groups.len(), open.groups[0].reports), (1, limits::REPORTS_OF_ENTRY));
        let all = list_reports_of(&stage.backend, &stage.moderator, stage.project).await.unwrap().reports;
        let all: Vec<&str> = all.iter().map(|report| report.id.as_str()).collect();
        let answered = answer_reports(&stage.backend, &stage.moderator, stage.project, &all, Some("Gelesen.")).await.unwrap();
        assert_eq!(answered as i64, limits::REPORTS_OF_ENTRY);
        assert_eq!(told(stage.report_as("", "Am selben Tag").await), Error::TooMany);
        stage.days(1);
        stage.report_as("", "Am nächsten Tag").await.unwrap();
    }
}

#[tokio::test]
async fn what_comes_after_a_page_was_read_stays_open() {
    for stage in stages(false).await {
        let backend = &stage.backend;
        let first = stage.report_as("reader@example.org", "Eins.").await.unwrap();
        let read = list_reports_of(backend, &stage.moderator, stage.project).await.unwrap().reports;
        // At the same microsecond, too.
        let late = stage.report_as("", "Zwei.").await.unwrap();
        let seen: Vec<&str> = read.iter().map(|report| report.id.as_str()).collect();
        assert_eq!(answer_reports(backend, &stage.moderator, stage.project, &seen, Some("Danke.")).await.unwrap(), 1);
        assert!(show_report(backend, &VISITOR, &first).await.unwrap().answered_at.is_some());
        assert!(show_report(backend, &VISITOR, &late).await.unwrap().answered_at.is_none());
        for nothing in [&seen[..], &[], &[""]] {
            assert_eq!(told(answer_reports(backend, &stage.moderator, stage.project, nothing, None).await), Error::Conflict);
        }
    }
}

#[tokio::test]
async fn the_answer_does_not_name_what_readers_do_not_see_any_more() {
    for stage in stages(false).await {
        let backend = &stage.backend;
        stage.report_as("reader@example.org", "Das ist Werbung.").await.unwrap();
        assert!(stage.letters().await[0].1.contains("CariFIX"));
        let mut tx = backend.db.write().await.unwrap();
        let entry = entries::by_ids(&mut tx, &[stage.project]).await.unwrap().pop().unwrap();
        assert!(entries::set_state(&mut tx, &entry, domain::entry::EntryState::Removed, backend.clock.now()).await.unwrap());
        tx.commit().await.unwrap();
        let read = list_reports_of(backend, &stage.moderator, stage.project).await.unwrap().reports;
        answer_reports(backend, &stage.moderator, stage.project, &[&read[0].id], Some("Entfernt.")).await.unwrap();
        let letters = stage.letters().await;
        assert!(letters[0].1.contains("Entfernt.") && !letters[0].1.contains("CariFIX"), "{letters:?}");
    }
}

#[tokio::test]
async fn of_many_at_once_only_so_many_are_let_through() {
    for stage in stages(false).await {
        // About different entries, so that no lock of an entry holds them up.
        let slugs: Vec<String> = {
            let mut tx = stage.backend.db.read().await.unwrap();
            let (all, _) = entries::after(&mut tx, None, 200).await.unwrap();
            let projects = all.into_iter().filter(|entry| entry.kind == Kind::Project && entry.state.is_public());
            projects.map(|entry| entry.slug.to_string()).take(12).collect()
        };
        let report = async |slug: &str| {
            let (text, email) = ("Falsch.", "reader@example.org");
            let complaint = Complaint { kind: Kind::Project, slug, reason: "wrong", text, email, trap: "", language: Lang::De };
            report(&stage.backend, &VISITOR, &complaint).await.is_ok()
        };
        let kept = futures::future::join_all(slugs.iter().map(|slug| report(slug))).await;
        assert_eq!((kept.len(), kept.iter().filter(|kept| **kept).count() as i64), (12, limits::READER_MAILS));
        let suggested = futures::future::join_all((0..12).map(|number| {
            let stage = &stage;
            async move { tell(stage, &[("title", &format!("Vorhaben {number}"))], "Verein").await.is_ok() }
        }));
        assert_eq!(suggested.await.iter().filter(|kept| **kept).count() as i64, limits::READER_MAILS);
        assert_eq!(stage.letters().await.len() as i64, 2 * limits::READER_MAILS);
    }
}

#[tokio::test]
async fn only_so_many_wait_for_an_entry_and_one_more_can_be_confirmed_later() {
    for stage in stages(false).await {
        let (mut links, backend) = (vec![], &stage.backend);
        for number in 0..=limits::SUGGESTIONS_OF_ENTRY {
            let email = format!("reader{number}@example.org");
            stage.suggest_as(&email, "story", &[("advice", &format!("Anders {number}."))]).await.unwrap();
            links.push(stage.link_to(&email).await);
        }
        let last = links.pop().unwrap();
        // Two of the last three at once, where one place is left after the others.
        let (others, last_two) = links.split_at(links.len() - 1);
        for link in others {
            confirm(backend, &VISITOR, link).await.unwrap();
        }
        let (one, two) = tokio::join!(confirm(backend, &VISITOR, &last_two[0]), confirm(backend, &VISITOR, &last));
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        let (waits, refused) = if one.is_ok() { (last_two[0].clone(), last) } else { (last, last_two[0].clone()) };
        assert_eq!((stage.state(&waits).await, stage.state(&refused).await), (SuggestionState::Open, SuggestionState::Unconfirmed));
        assert_eq!(told(confirm(backend, &VISITOR, &refused).await), Error::TooMany);
        confirm(backend, &VISITOR, &waits).await.unwrap();
        let id = list_suggestions(backend, &stage.moderator).await.unwrap().waiting.remove(0).id;
        decide_suggestion(backend, &stage.moderator, Which::Id(&id), &Decision::Decline("Nein.".into())).await.unwrap();
        confirm(backend, &VISITOR, &refused).await.unwrap();
        assert_eq!(stage.state(&refused).await, SuggestionState::Open);
    }
}

#[tokio::test]
async fn new_entries_that_nobody_confirmed_are_in_nobodys_way() {
    for stage in stages(false).await {
        let backend = &stage.backend;
        let confirmed = async |number: i64| {
            let mut tx = backend.db.write().await.unwrap();
            let id = format!("s{number}");
            let changes = serde_json::from_str("{}").unwrap();
            let (email, at) = (format!("reader{number}@example.org").parse().unwrap(), backend.clock.now());
            let new = suggestions::NewSuggestion {
                id: &id,
                kind: Kind::Project,
                entry: None,
                changes: &changes,
                organisation: "Verein",
                why: "x",
                email: &email,
                language: Lang::De,
                link: &id,
                at,
            };
            suggestions::insert(&mut tx, &new).await.unwrap();
            tx.commit().await.unwrap();
            id
        };
        let mut ids = vec![];
        for number in 0..limits::SUGGESTIONS_OF_NEW {
            ids.push(confirmed(number).await);
        }
        tell(&stage, &[], "Verein").await.unwrap();
        let link = stage.link_to("reader@example.org").await;
        let mut tx = backend.db.write().await.unwrap();
        for id in &ids {
            assert!(suggestions::confirm(&mut tx, id, backend.clock.now()).await.unwrap());
        }
        tx.commit().await.unwrap();
        assert_eq!(told(tell(&stage, &[("title", "Noch eines")], "Verein").await), Error::TooMany, "so many wait");
        assert_eq!(told(confirm(backend, &VISITOR, &link).await), Error::TooMany);
        let decline = NewDecision::Decline("Das ist Werbung.".into());
        decide_new(backend, &stage.moderator, &ids[0], &decline).await.unwrap();
        confirm(backend, &VISITOR, &link).await.unwrap();
    }
}

#[tokio::test]
async fn nobody_is_sent_many_mails_whom_somebody_else_named() {
    for stage in stages(false).await {
        for _ in 0..limits::READER_MAILS {
            stage.report_as("reader@example.org", "x").await.unwrap();
        }
        assert_eq!(told(stage.report_as("READER@example.org", "x").await), Error::TooMany);
        for _ in 0..limits::READER_MAILS {
            stage.suggest_as("reader@example.org", "story", &[("solution", "Anders.")]).await.unwrap();
        }
        assert_eq!(told(stage.suggest_as("reader@example.org", "story", &[("solution", "Anders.")]).await), Error::TooMany);
        assert_eq!(stage.letters().await.len() as i64, 2 * limits::READER_MAILS);
    }
}

#[tokio::test]
async fn only_what_was_changed_is_kept_and_nothing_before_it_is_confirmed() {
    for stage in stages(true).await {
        let backend = &stage.backend;
        let unchanged = fields(told(stage.suggest_as("reader@example.org", "story", &[]).await));
        assert_eq!(unchanged, [(String::new(), Problem::Unchanged)], "what the form shows is what is public");
        for section in sections(Kind::Project).iter().filter(|section| !["make-or-buy", "people", "links"].contains(&section.id)) {
            let unchanged = fields(told(stage.suggest_as("reader@example.org", section.id, &[]).await));
            assert_eq!(unchanged, [(String::new(), Problem::Unchanged)], "{}", section.id);
        }
        let wrong = fields(told(
            stage
                .suggest_as("reader@example", "basics", &[("title", &"x".repeat(130)), ("place", "Nirgendheim"), ("scope", "local")])
                .await,
        ));
        assert_eq!(wrong.iter().map(|(field, _)| &**field).collect::<Vec<_>>(), ["title", "place", "email"]);
        stage.suggest_as("reader@example.org", "story", &[("advice", "Klein\u{202e} anfangen.\r\nBcc: x@example.org")]).await.unwrap();
        let link = stage.link_to("reader@example.org").await;
        let shown = show_suggestion(backend, &VISITOR, &link, Lang::De).await.unwrap();
        assert_eq!(shown.state, SuggestionState::Unconfirmed);
        assert_eq!(shown.suggestion.changes.keys().collect::<Vec<_>>(), ["advice"]);
        assert_eq!(shown.suggestion.changes["advice"].new, "Klein anfangen.\nBcc: x@example.org");
        assert!(list_waiting(backend, &stage.owner, None).await.unwrap().is_empty());
        assert_eq!(told(consider(backend, &stage.owner, stage.first(), Lang::De).await), Error::NotFound);
        confirm(backend, &VISITOR, &link).await.unwrap();
        confirm(backend, &VISITOR, &link).await.unwrap();
        let letters = stage.letters().await;
        assert!(letters.len() == 1 && letters[0].0 == "owner@example.org" && letters[0].1.contains("/suggestions/1"), "{letters:?}");
        assert_eq!(list_waiting(backend, &stage.owner, Some(stage.project)).await.unwrap().len(), 1);
        assert_eq!(
            told(
                list_waiting(
                    backend,
                    &Actor::Member { account: account(backend, "x@example.org").await, memberships: vec![] },
                    Some(stage.project)
                )
                .await
            ),
            Error::NotFound
        );
    }
}

#[tokio::test]
async fn what_is_not_confirmed_within_a_day_is_forgotten() {
    for stage in stages(false).await {
        stage.suggest_as("reader@example.org", "story", &[("advice", "Anders.")]).await.unwrap();
        let link = stage.link_to("reader@example.org").await;
        stage.days(1);
        assert_eq!(told(confirm(&stage.backend, &VISITOR, &link).await), Error::NotFound);
        assert_eq!(told(show_suggestion(&stage.backend, &VISITOR, &link, Lang::De).await), Error::NotFound);
        forget(&stage.backend).await.unwrap();
        let mut tx = stage.backend.db.read().await.unwrap();
        assert_eq!(suggestions::count_unconfirmed(&mut tx).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn an_owner_takes_over_what_a_reader_suggests_and_a_moderator_publishes_it() {
    for stage in stages(true).await {
        let backend = &stage.backend;
        let link = stage.confirmed(&[("advice", "Klein anfangen."), ("results", "Es half.")]).await;
        stage.letters().await;
        assert_eq!(told(stage.accept(&stage.moderator, stage.first(), &["advice"]).await), Error::Forbidden, "not their turn");
        assert_eq!(list_suggestions(backend, &stage.moderator).await.unwrap().total, 0);
        assert_eq!(fields(told(stage.accept(&stage.owner, stage.first(), &["solution"]).await)), [("field".into(), Problem::Required)]);
        assert_eq!(stage.accept(&stage.owner, stage.first(), &["advice"]).await.unwrap(), Decided::HandedIn);
        assert_eq!(told(stage.accept(&stage.owner, stage.first(), &["results"]).await), Error::Conflict, "decided");
        let waiting = stage.latest().await;
        assert_eq!((waiting.state, &waiting.author), (RevisionState::Submitted, &stage.owner.label()));
        assert_ne!(stage.public().await.advice.given(), Some("Klein anfangen."));
        assert_eq!(stage.state(&link).await, SuggestionState::HandedIn);
        let letters = stage.letters().await;
        assert!(letters.len() == 1 && letters[0].0 == "reader@example.org" && letters[0].1.contains("handed-in"), "{letters:?}");
        decide(backend, &stage.moderator, waiting.id, waiting.version, &PUBLISH).await.unwrap();
        let public = stage.public().await;
        assert_eq!(public.advice.given(), Some("Klein anfangen."));
        assert_ne!(public.results.given(), Some("Es half."), "only what was ticked");
        assert_eq!(stage.state(&link).await, SuggestionState::Published);
        let past = show_draft(backend, &stage.owner, stage.project).await.unwrap().past;
        let actions: Vec<_> = past.iter().map(|past| (&*past.action, past.actor == stage.owner.label())).collect();
        assert!(actions.contains(&("suggestion-taken", true)) && !format!("{past:?}").contains("reader@"), "{past:?}");
    }
}

#[tokio::test]
async fn what_its_organisation_leaves_lying_goes_to_moderators_who_publish_at_once() {
    for stage in stages(true).await {
        let backend = &stage.backend;
        let link = stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        stage.days(limits::READER_DAYS);
        let list = list_suggestions(backend, &stage.moderator).await.unwrap();
        assert_eq!((list.total, list.waiting.len()), (1, 1));
        stage.letters().await;
        let before = backend::storage::feed::head(&mut backend.db.read().await.unwrap()).await.unwrap();
        let decided = stage.accept(&stage.moderator, Which::Id(&list.waiting[0].id), &["advice"]).await.unwrap();
        assert_eq!(decided, Decided::Published);
        assert_eq!(backend::storage::feed::head(&mut backend.db.read().await.unwrap()).await.unwrap(), before + 1);
        assert_eq!(stage.public().await.advice.given(), Some("Klein anfangen."));
        assert_eq!(stage.state(&link).await, SuggestionState::Published);
        let mut to: Vec<_> = stage.letters().await.into_iter().map(|(to, _)| to).collect();
        to.sort();
        assert_eq!(to, ["owner@example.org", "reader@example.org"]);
    }
}

#[tokio::test]
async fn what_belongs_to_nobody_is_moderators_at_once_and_stays_compiled() {
    for stage in stages(false).await {
        stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        let list = list_suggestions(&stage.backend, &stage.moderator).await.unwrap();
        stage.accept(&stage.moderator, Which::Id(&list.waiting[0].id), &["advice"]).await.unwrap();
        let entry = show_project(&stage.backend, &VISITOR, PROJECT).await.unwrap().entry;
        assert_eq!((entry.origin, entry.confirmed_at, entry.revision.unwrap().number), (Origin::PublicSources, None, 2));
    }
}

#[tokio::test]
async fn what_changed_meanwhile_is_shown_and_never_written_over_in_silence() {
    for stage in stages(false).await {
        let backend = &stage.backend;
        stage.confirmed(&[("advice", "Klein anfangen."), ("results", "Es half.")]).await;
        backend.clock.set(backend.clock.now().0 + 1);
        stage.suggest_as("other@example.org", "story", &[("advice", "Groß anfangen.")]).await.unwrap();
        confirm(backend, &VISITOR, &stage.link_to("other@example.org").await).await.unwrap();
        let list = list_suggestions(backend, &stage.moderator).await.unwrap().waiting;
        let (first, second) = (Which::Id(&list[0].id), Which::Id(&list[1].id));
        let seen = consider(backend, &stage.moderator, first, Lang::De).await.unwrap();
        stage.accept(&stage.moderator, second, &["advice"]).await.unwrap();
        let stale = Decision::Accept { fields: vec!["advice".into()], public: seen.public.unwrap(), draft: None };
        assert_eq!(told(decide_suggestion(backend, &stage.moderator, first, &stale).await), Error::Conflict);
        let now = consider(backend, &stage.moderator, first, Lang::De).await.unwrap();
        let conflicts: Vec<_> = now.fields.iter().map(|field| (field.change.field, field.now.as_deref())).collect();
        assert_eq!(conflicts, [("results", None), ("advice", Some("Groß anfangen."))]);
        stage.accept(&stage.moderator, first, &["results"]).await.unwrap();
        let public = stage.public().await;
        assert_eq!((public.advice.given(), public.results.given()), (Some("Groß anfangen."), Some("Es half.")));
    }
}

#[tokio::test]
async fn an_open_draft_gets_what_is_taken_over_and_keeps_what_its_authors_wrote() {
    for stage in stages(true).await {
        let backend = &stage.backend;
        begin_revision(backend, &stage.owner, stage.project, None).await.unwrap();
        let story = sections(Kind::Project).iter().find(|section| section.id == "story").unwrap();
        let typed = typed(&stage.latest().await.document.into(), story, &[("advice", "Vom Team."), ("solution", "Neu.")]);
        save_draft(backend, &stage.owner, stage.project, "story", &typed, 1).await.unwrap();
        // The owner takes it over: into the draft, over their own words, as they saw both.
        stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        let seen = consider(backend, &stage.owner, stage.first(), Lang::De).await.unwrap();
        assert_eq!(seen.fields[0].in_draft.as_deref(), Some("Vom Team."));
        assert_eq!(stage.accept(&stage.owner, stage.first(), &["advice"]).await.unwrap(), Decided::InDraft);
        let draft = stage.latest().await;
        assert_eq!(
            (draft.state, &draft.document["advice"], &draft.document["solution"]),
            (RevisionState::Draft, &"Klein anfangen.".into(), &"Neu.".into())
        );
        // A moderator publishes at once; the draft keeps what its authors wrote and gets the rest.
        stage.confirmed(&[("solution", "Vom Leser."), ("easy_language_summary", "In kurzen Sätzen.")]).await;
        stage.days(limits::READER_DAYS);
        stage.letters().await;
        stage.accept(&stage.moderator, Which::Of(stage.project, 2), &["solution", "easy_language_summary"]).await.unwrap();
        assert_eq!(stage.public().await.solution.given(), Some("Vom Leser."));
        let after = stage.latest().await;
        assert_eq!((&after.document["solution"], &after.document["easy_language_summary"]), (&"Neu.".into(), &"In kurzen Sätzen.".into()));
        assert!(after.state == RevisionState::Draft && after.number == 4, "behind what was published: {}", after.number);
        let letters = stage.letters().await;
        assert!(letters.iter().any(|(to, letter)| to == "owner@example.org" && letter.contains("\"in_draft\":true")), "{letters:?}");
        submit(backend, &stage.owner, stage.project).await.unwrap();
        // What waits is read again where something is put into it.
        let waiting = stage.latest().await;
        stage.confirmed(&[("setbacks", "Es war langsam.")]).await;
        assert_eq!(stage.accept(&stage.owner, Which::Of(stage.project, 3), &["setbacks"]).await.unwrap(), Decided::HandedIn);
        assert_eq!(told(decide(backend, &stage.moderator, waiting.id, waiting.version, &PUBLISH).await), Error::Conflict);
        let waiting = stage.latest().await;
        decide(backend, &stage.moderator, waiting.id, waiting.version, &PUBLISH).await.unwrap();
        assert_eq!(stage.public().await.setbacks.given(), Some("Es war langsam."));
    }
}

#[tokio::test]
async fn two_who_decide_at_once_decide_once() {
    for stage in stages(false).await {
        let backend = &stage.backend;
        stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        let id = list_suggestions(backend, &stage.moderator).await.unwrap().waiting.remove(0).id;
        let which = Which::Id(&id);
        let seen = consider(backend, &stage.moderator, which, Lang::De).await.unwrap();
        let accept = Decision::Accept { fields: vec!["advice".into()], public: seen.public.unwrap(), draft: None };
        let decline = Decision::Decline("Nein.".into());
        let (a, b) = tokio::join!(
            decide_suggestion(backend, &stage.moderator, which, &accept),
            decide_suggestion(backend, &stage.moderator, which, &decline)
        );
        assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    }
}

#[tokio::test]
async fn declining_needs_a_reason_which_the_reader_is_told() {
    for stage in stages(true).await {
        let link = stage.confirmed(&[("advice", "Klein anfangen.")]).await;
        stage.letters().await;
        let decline = |reason: &str| Decision::Decline(reason.to_owned());
        assert_eq!(
            fields(told(decide_suggestion(&stage.backend, &stage.owner, stage.first(), &decline(" ")).await)),
            [("reason".into(), Problem::Required)]
        );
        decide_suggestion(&stage.backend, &stage.owner, stage.first(), &decline("Das war anders.")).await.unwrap();
        assert!(stage.letters().await[0].1.contains("Das war anders."));
        let shown = show_suggestion(&stage.backend, &VISITOR, &link, Lang::De).await.unwrap();
        assert_eq!((shown.state, &*shown.suggestion.reason), (SuggestionState::Declined, "Das war anders."));
        // The log forgets it when the suggestion goes; that it was declined stays.
        let told = async || {
            let past = show_draft(&stage.backend, &stage.owner, stage.project).await.unwrap().past;
            past.into_iter().find(|past| past.action == "suggestion-declined").unwrap().reason
        };
        assert_eq!(told().await, "Das war anders.");
        stage.days(limits::READER_ANSWER_DAYS + 1);
        forget(&stage.backend).await.unwrap();
        assert_eq!(told().await, "");
    }
}

const NEW: [(&str, &str); 6] = [
    ("title", "Fahrdienst plant Touren mit KI"),
    ("problem", "Der Fahrdienst plant jeden Abend zwei Stunden von Hand."),
    ("summary", "Ein Programm schlägt Touren vor."),
    ("phase", "pilot"),
    ("place", "Köln"),
    ("sources", "www.verein.example.org/touren"),
];

async fn tell(stage: &Stage, changed: &[(&str, &str)], organisation: &str) -> backend::Result<()> {
    let value = |name: &str, value: &str| {
        changed.iter().find(|(known, _)| *known == name).map_or(value.to_owned(), |(_, value)| (*value).to_owned())
    };
    let typed: Vec<_> = NEW.iter().map(|(name, given)| ((*name).to_owned(), value(name, given))).collect();
    let email = "reader@example.org";
    let sent = Told { kind: Kind::Project, typed: &typed, organisation, why: "Ich war dort.", email, trap: "", language: Lang::De };
    suggest_entry(&stage.backend, &VISITOR, &sent).await
}

#[tokio::test]
async fn a_new_entry_is_told_confirmed_and_published_or_declined() {
    for stage in stages(false).await {
        let backend = &stage.backend;
        let wrong = fields(told(tell(&stage, &[("title", ""), ("sources", "javascript:alert(1)")], " ").await));
        assert_eq!(wrong.iter().map(|(field, _)| &**field).collect::<Vec<_>>(), ["title", "sources[0]", "organisation"]);
        tell(&stage, &[], "Deutscher Caritasverband").await.unwrap();
        let letters = stage.letters().await;
        assert!(!letters[0].1.contains("Fahrdienst"), "no words of a reader go to an address that may be another's: {letters:?}");
        let link = letters[0].1.split("/suggestions/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(list_suggestions(backend, &stage.moderator).await.unwrap().total, 0);
        confirm(backend, &VISITOR, &link).await.unwrap();
        let waiting = list_suggestions(backend, &stage.moderator).await.unwrap().waiting.remove(0);
        assert_eq!((waiting.is_new, &*waiting.title), (true, "Fahrdienst plant Touren mit KI"));
        assert_eq!(told(consider_new(backend, &stage.owner, &waiting.id, Lang::De).await), Error::Forbidden);
        let organisations = consider_new(backend, &stage.moderator, &waiting.id, Lang::De).await.unwrap().organisations;
        assert!(organisations.iter().any(|card| &*card.slug == OWNER), "{organisations:?}");
        let publish = |slug: &str| NewDecision::Publish(slug.to_owned());
        let unknown = told(decide_new(backend, &stage.moderator, &waiting.id, &publish("nirgends")).await);
        assert!(matches!(&fields(unknown)[..], [(field, Problem::UnknownReference { .. })] if field == "organisation"));
        let (kind, slug) = decide_new(backend, &stage.moderator, &waiting.id, &publish(OWNER)).await.unwrap().unwrap();
        assert_eq!(told(decide_new(backend, &stage.moderator, &waiting.id, &publish("")).await), Error::Conflict);
        assert_eq!(kind, Kind::Project);
        let shown = show_project(backend, &VISITOR, &slug).await.unwrap();
        assert_eq!((shown.entry.origin, shown.project.lat.is_some(), shown.project.sources.len()), (Origin::PublicSources, true, 1));
        assert_eq!(&*shown.entry.organisation.unwrap().slug, OWNER);
        let state = show_suggestion(backend, &VISITOR, &link, Lang::De).await.unwrap();
        assert_eq!((state.state, state.entry.unwrap().slug), (SuggestionState::Published, slug));
        tell(&stage, &[("title", "Etwas ganz anderes")], "Niemand").await.unwrap();
        confirm(backend, &VISITOR, &stage.link_to("reader@example.org").await).await.unwrap();
        let waiting = list_suggestions(backend, &stage.moderator).await.unwrap().waiting.remove(0);
        let decline = NewDecision::Decline("Das ist Werbung.".into());
        assert_eq!(decide_new(backend, &stage.moderator, &waiting.id, &decline).await.unwrap(), None);
        assert!(stage.letters().await.pop().unwrap().1.contains("Das ist Werbung."));

        // The log tells it for as long as the suggestion is kept, and that it was declined for good.
        let log = async |address: &str| {
            let asked = AuditQuery::parse(address, |_| false).unwrap();
            list_events(backend, &stage.moderator, &asked).await.unwrap().page.items
        };
        let [done] = &log("action=new-declined").await[..] else { panic!() };
        let said = (done.kind.as_str(), done.slug.as_str(), done.title.as_str(), done.reason.as_str());
        assert_eq!(said, ("suggestion", &*waiting.id, "Etwas ganz anderes", "Das ist Werbung."), "{}", backend.database.name);
        assert_eq!(Some(&*done.actor), stage.moderator.account().map(|id| id.to_string()).as_deref());
        assert!(!format!("{done:?}").contains("reader@example.org"));
        assert_eq!(log("entry=ganz+anderes").await.len(), 1);
        stage.days(limits::READER_ANSWER_DAYS);
        backend.clock.set(backend.clock.now().0 - 1_000_000);
        forget(backend).await.unwrap();
        assert_eq!(log("action=new-declined").await[0].title, "Etwas ganz anderes");
        stage.days(1);
        forget(backend).await.unwrap();
        let [done] = &log("action=new-declined").await[..] else { panic!() };
        assert_eq!((done.title.as_str(), done.reason.as_str()), ("", ""));
    }
}

#[tokio::test]
async fn an_address_goes_with_its_account_and_is_told_before() {
    for stage in stages(false).await {
        let backend = &stage.backend;
        let id = account(backend, "reader@example.org").await;
        let actor = Actor::Member { account: id, memberships: vec![] };
        let link = stage.report_as("reader@example.org", "Falsch.").await.unwrap();
        let suggestion = stage.confirmed(&[("advice", "Anders.")]).await;
        let export = export_account(backend, &actor).await.unwrap();
        assert_eq!(
            (&export["reports"][0]["text"], &export["suggestions"][0]["changes"]["advice"]["new"]),
            (&"Falsch.".into(), &"Anders.".into())
        );
        delete_account(backend, &actor, "reader@example.org").await.unwrap();
        assert_eq!(show_report(backend, &VISITOR, &link).await.unwrap().email, None);
        assert_eq!(show_suggestion(backend, &VISITOR, &suggestion, Lang::De).await.unwrap().suggestion.email, None);
        let none = reports::from_address(&mut backend.db.read().await.unwrap(), &"reader@example.org".parse().unwrap()).await.unwrap();
        assert_eq!(none, []);
    }
}

#[tokio::test]
async fn the_place_that_readers_may_not_know_is_neither_shown_nor_overwritten() {
    for stage in stages(true).await {
        let backend = &stage.backend;
        begin_revision(backend, &stage.owner, stage.project, None).await.unwrap();
        let typed =
            [("place", "50667"), ("precision", "state"), ("title", "CariFIX"), ("problem", "P"), ("summary", "S"), ("phase", "pilot")];
        let typed: Vec<_> = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        save_draft(backend, &stage.owner, stage.project, "basics", &typed, 1).await.unwrap();
        submit(backend, &stage.owner, stage.project).await.unwrap();
        let waiting = stage.latest().await;
        decide(backend, &stage.moderator, waiting.id, waiting.version, &PUBLISH).await.unwrap();
        let shown = correctable(backend, &VISITOR, Kind::Project, PROJECT).await.unwrap();
        assert!(!format!("{:?}", shown.document).contains("50667"), "{:?}", shown.document);
        stage.suggest_as("reader@example.org", "basics", &[("summary", "Kurz gesagt.")]).await.unwrap();
        let link = stage.link_to("reader@example.org").await;
        confirm(backend, &VISITOR, &link).await.unwrap();
        let kept = show_suggestion(backend, &VISITOR, &link, Lang::De).await.unwrap().suggestion.changes;
        assert_eq!(kept.keys().collect::<Vec<_>>(), ["summary"]);
        stage.accept(&stage.owner, stage.first(), &["summary"]).await.unwrap();
        assert_eq!(stage.latest().await.document["place"], "50667");
    }
}

#[tokio::test]
async fn what_is_withdrawn_is_not_asked_about_any_more_and_its_readers_are_told() {
    for stage in stages(true).await {
        let link = stage.confirmed(&[("advice", "Fragt zuerst die Leute.")]).await;
        stage.letters().await;
        assert_eq!(list_waiting(&stage.backend, &stage.owner, None).await.unwrap().len(), 1);
        // Put away it can be read, and mended.
        end_entry(&stage.backend, &stage.owner, stage.project, Ending::Archive).await.unwrap();
        assert_eq!(list_waiting(&stage.backend, &stage.owner, None).await.unwrap().len(), 1);
        end_entry(&stage.backend, &stage.owner, stage.project, Ending::Withdraw).await.unwrap();
        assert_eq!(list_waiting(&stage.backend, &stage.owner, None).await.unwrap(), []);
        assert_eq!(list_waiting(&stage.backend, &stage.owner, Some(stage.project)).await.unwrap(), []);
        assert_eq!(list_suggestions(&stage.backend, &stage.moderator).await.unwrap().total, 0);
        let told = stage.letters().await;
        assert!(told.iter().any(|(to, letter)| to == "reader@example.org" && letter.contains("zurückgezogen")), "{told:?}");
        end_entry(&stage.backend, &stage.owner, stage.project, Ending::Resume).await.unwrap();
        assert_eq!(stage.state(&link).await, SuggestionState::Declined);
    }
}
