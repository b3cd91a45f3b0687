//! What values are called, words of one meaning, and what both change for search, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    storage::{accounts, feed, labels, synonyms},
    testing::{TestBackend, backends, import_from, sample},
    usecases::{
        curate::{list_events, next_events},
        export_account::export_account,
        search_entries::search_entries,
        suggest::{Within, suggest},
        words::{
            Hint, Tried, TriedLabel, Typed, add_group, change_group, change_label, list_groups, list_labels, remove_group, show_group,
            show_label, try_group, try_label,
        },
    },
};
use domain::{Error, Lang, Problem, account::Actor, audit::AuditQuery, id::EntryId, query::Query, words::Named};

const VISITOR: &Actor = &Actor::Visitor;
const CARE: (&str, &str) = ("topic", "care");

fn told<T: std::fmt::Debug>(outcome: backend::Result<T>) -> Error {
    match outcome {
        Err(failure) => failure.tell(),
        Ok(done) => panic!("{done:?}"),
    }
}

fn problems<T: std::fmt::Debug>(outcome: backend::Result<T>) -> Vec<(String, Problem)> {
    let Error::Invalid(fields) = told(outcome) else { panic!("something else is wrong") };
    fields.into_iter().map(|field| (field.field, field.problem)).collect()
}

fn typed<'a>(de: &'a str, en: &'a str) -> Typed<'a> {
    Typed { de, en, about_de: "", about_en: "" }
}

struct Stage {
    backend: TestBackend,
    mona: Actor,
    max: Actor,
}

async fn account(backend: &TestBackend, email: &str, is_moderator: bool) -> Actor {
    let mut tx = backend.db.write().await.unwrap();
    let id = backend.clock.account_id();
    let new = accounts::find_or_add(&mut tx, id, &email.parse().unwrap(), Lang::De, backend.clock.now()).await.unwrap();
    accounts::set_moderator(&mut tx, new.id, is_moderator).await.unwrap();
    tx.commit().await.unwrap();
    if is_moderator { Actor::Moderator { account: new.id } } else { Actor::Member { account: new.id, memberships: vec![] } }
}

async fn stages() -> Vec<Stage> {
    let mut stages = vec![];
    for backend in backends().await {
        import_from(&backend, &sample()).await.unwrap();
        backend.indexer.start(&mut |_, _| ()).await.unwrap();
        let mona = account(&backend, "mona@redaktion.example.org", true).await;
        let max = account(&backend, "max@redaktion.example.org", true).await;
        stages.push(Stage { backend, mona, max });
    }
    stages
}

impl Stage {
    /// What a search page says that it found.
    async fn total(&self, text: &str) -> u64 {
        let query = Query { text: text.to_owned(), ..Query::default() };
        search_entries(&self.backend, VISITOR, &query).await.unwrap().page.total
    }

    async fn found(&self, text: &str) -> Vec<EntryId> {
        let (mut found, mut query) = (vec![], Query { text: text.to_owned(), per_page: 100, ..Query::default() });
        loop {
            let page = search_entries(&self.backend, VISITOR, &query).await.unwrap().page;
            if page.items.is_empty() {
                return found;
            }
            found.extend(page.items.into_iter().map(|card| card.id));
            query.page += 1;
        }
    }

    /// What was foreseen is what is found: `before` now, `after` once it is saved.
    async fn is_now(&self, tried: &Tried) {
        assert!(tried.left.is_empty() && !tried.texts.is_empty());
        for text in &tried.texts {
            assert_eq!(self.total(&text.text).await, text.before, "{}", text.text);
        }
    }

    async fn has_come_true(&self, tried: &Tried) {
        for text in &tried.texts {
            let found = self.found(&text.text).await;
            assert_eq!(found.len() as u64, text.after, "{}", text.text);
            assert!(text.comes.1.iter().all(|card| found.contains(&card.id)), "{}", text.text);
            assert!(!text.goes.1.iter().any(|card| found.contains(&card.id)), "{}", text.text);
        }
    }

    async fn head(&self) -> i64 {
        feed::head(&mut self.backend.db.read().await.unwrap()).await.unwrap()
    }

    async fn log(&self, address: &str) -> Vec<(String, String, String)> {
        let asked = AuditQuery::parse(address, |_| false).unwrap();
        let items = list_events(&self.backend, &self.mona, &asked).await.unwrap().page.items;
        items.into_iter().map(|it| (it.action, it.slug, it.reason)).collect()
    }

    async fn group_with(&self, word: &str) -> synonyms::Group {
        let mut found = list_groups(&self.backend, &self.mona, word, 1).await.unwrap().page.items;
        assert_eq!(found.len(), 1, "{word}: {found:?}");
        found.remove(0)
    }
}

#[tokio::test]
async fn only_moderators_see_and_change_words() {
    for stage in stages().await {
        let backend = &stage.backend;
        let member = account(backend, "anna@verein.example.org", false).await;
        let care = typed("Sorge", "Caring");
        for (actor, error) in [(VISITOR, Error::Unauthenticated), (&member, Error::Forbidden)] {
            assert_eq!(told(list_labels(backend, actor).await), error);
            assert_eq!(told(show_label(backend, actor, CARE.0, CARE.1).await), error);
            assert_eq!(told(change_label(backend, actor, CARE.0, CARE.1, 0, &care).await), error);
            assert_eq!(told(try_label(backend, actor, CARE.0, CARE.1, &care).await), error);
            assert_eq!(told(list_groups(backend, actor, "", 1).await), error);
            assert_eq!(told(show_group(backend, actor, "x").await), error);
            assert_eq!(told(add_group(backend, actor, "Haus, Gebäude").await), error);
            assert_eq!(told(change_group(backend, actor, "x", 1, "Haus, Gebäude").await), error);
            assert_eq!(told(remove_group(backend, actor, "x", 1).await), error);
            assert_eq!(told(try_group(backend, actor, "", Some("Haus, Gebäude")).await), error);
        }
        for (vocabulary, id) in [("topic", "nothing"), ("region", "de-nw"), ("", "")] {
            assert_eq!(told(show_label(backend, &stage.mona, vocabulary, id).await), Error::NotFound);
            assert_eq!(told(change_label(backend, &stage.mona, vocabulary, id, 0, &care).await), Error::NotFound);
        }
        assert_eq!(told(show_group(backend, &stage.mona, "new").await), Error::NotFound);
        assert_eq!(told(try_group(backend, &stage.mona, "gone", None).await), Error::NotFound);
    }
}

#[tokio::test]
async fn the_log_finds_words_however_large_their_letters_are() {
    for stage in stages().await {
        add_group(&stage.backend, &stage.mona, "Übersichten, Überblicke").await.unwrap();
        for asked in ["entry=%C3%BCbersicht", "entry=%C3%9CBERSICHT"] {
            assert_eq!(stage.log(asked).await.len(), 1, "{}: {asked}", stage.backend.database.name);
        }
    }
}

// One test, as what values are called is the same for the whole process.
#[tokio::test]
async fn a_value_is_called_something_else_and_found_by_it() {
    for stage in stages().await {
        let (backend, mona, max) = (&stage.backend, &stage.mona, &stage.max);
        let listed = list_labels(backend, mona).await.unwrap();
        assert_eq!(listed.len(), 10);
        let (_, before) = show_label(backend, mona, CARE.0, CARE.1).await.unwrap();
        assert_eq!((&*before.named.de, before.version, before.last), ("Pflege", 0, None));
        assert!(before.entries[0].1 > 5);

        // Foreseen and come true; nothing is written meanwhile.
        let head = stage.head().await;
        let new = Typed { de: "Fürsorgewesen", en: "Nursing matters", about_de: "Für Menschen, die Hilfe brauchen.", about_en: "" };
        let TriedLabel::Tried(tried) = try_label(backend, mona, CARE.0, CARE.1, &new).await.unwrap() else { panic!() };
        let foreseen = |text: &str| tried.texts.iter().find(|it| it.text == text).unwrap();
        assert!(foreseen("Fürsorgewesen").comes.0 > 5 && foreseen("Fürsorgewesen").comes.1.len() == 3, "{tried:?}");
        assert!(tried.texts.iter().any(|text| text.goes.0 > 0), "{tried:?}");
        assert_eq!(
            tried.texts.iter().map(|it| &*it.text).take(4).collect::<Vec<_>>(),
            ["Fürsorgewesen", "Pflege", "Nursing matters", "Care"]
        );
        assert_eq!(stage.head().await, head);
        assert_eq!(show_label(backend, mona, CARE.0, CARE.1).await.unwrap().1.version, 0);
        stage.is_now(&tried).await;
        let state = backend.indexer.mark();
        change_label(backend, mona, CARE.0, CARE.1, 0, &new).await.unwrap();
        assert_ne!(backend.indexer.mark(), state, "no page of before is shown any more");
        assert!(stage.head().await > head + 5);
        backend.indexer.catch_up().await.unwrap();
        stage.has_come_true(&tried).await;
        assert_eq!(domain::vocabulary::Topic::Care.label(Lang::De), "Fürsorgewesen");
        let suggested = suggest(backend, VISITOR, "fürsorgew", &Within::default(), Lang::De).await.unwrap();
        assert_eq!(suggested[0].label, "Fürsorgewesen");
        let (_, now) = show_label(backend, mona, CARE.0, CARE.1).await.unwrap();
        let named = Named { de: new.de.into(), en: new.en.into(), about_de: new.about_de.into(), about_en: String::new() };
        assert_eq!((now.named, now.version, now.last.unwrap().email.unwrap()), (named, 1, "mona@redaktion.example.org".into()));

        // Two at the same time: the second is told, and nothing is overwritten.
        assert_eq!(told(change_label(backend, max, CARE.0, CARE.1, 0, &typed("Anders", "Other")).await), Error::Conflict);
        assert_eq!(told(change_label(backend, max, CARE.0, CARE.1, -1, &typed("Anders", "Other")).await), Error::Conflict);
        // Of the same vocabulary, each has its own.
        let taken = problems(change_label(backend, max, "topic", "education", 0, &typed("fuersorgewesen", "Culture")).await);
        let by = |value: &str| Problem::TakenLabel { value: value.into() };
        assert_eq!(taken, [("de".into(), by("care")), ("en".into(), by("culture"))]);
        assert_eq!(problems(try_label(backend, max, "topic", "education", &typed("", "x")).await), [("de".into(), Problem::Required)]);
        // In another one, it may be called so; what is not searched for is told so.
        for (vocabulary, id) in [("outcome", "open"), ("phase", "live")] {
            let tried = try_label(backend, max, vocabulary, id, &typed("Fürsorgewesen", "Welfare work")).await.unwrap();
            assert_eq!(tried, TriedLabel::NotSearched, "{id}");
        }

        // What was saved before a crash is taken up after it, by whoever reads the same database.
        let mut tx = backend.db.write().await.unwrap();
        let choice = domain::words::Vocabulary::named("topic").unwrap().choice("housing").unwrap();
        let housing = Named { de: "Dachüberkopf".into(), en: "Roofing".into(), ..Named::default() };
        assert!(labels::put(&mut tx, choice, &housing, 0, backend.clock.now()).await.unwrap());
        feed::append_tagged(&mut tx, "housing", backend.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        let before = stage.total("Dachüberkopf").await;
        backend.indexer.start(&mut |_, _| ()).await.unwrap();
        assert!(stage.total("Dachüberkopf").await >= before + 5);
        assert_eq!(domain::vocabulary::Topic::Housing.label(Lang::En), "Roofing");

        // An index that is built anew says the same.
        let found = stage.found("Fürsorgewesen").await;
        backend.indexer.rebuild(&mut |_, _| ()).await.unwrap();
        assert_eq!(stage.found("Fürsorgewesen").await, found);

        // Back again. Nothing is left for the other database's turn.
        change_label(backend, max, CARE.0, CARE.1, 1, &typed("Pflege", "Care")).await.unwrap();
        change_label(backend, max, "topic", "housing", 1, &typed("Wohnen", "Housing")).await.unwrap();
        change_label(backend, max, "topic", "housing", 2, &typed("Wohnen", "Housing")).await.unwrap();
        backend.indexer.catch_up().await.unwrap();
        // Words of documents that were replaced are known for a while, so that they are not taken for mistyped.
        assert!(stage.total("Fürsorgewesen").await <= foreseen("Fürsorgewesen").before);
        let log = stage.log("action=label-changed").await;
        assert_eq!(log.len(), 3, "what changed nothing is not told: {log:?}");
        let first = log.iter().find(|(.., reason)| reason.contains("→ „Fürsorgewesen“")).unwrap();
        let reason = "de: „Pflege“ → „Fürsorgewesen“; en: „Care“ → „Nursing matters“; de: „“ → „Für Menschen, die Hilfe brauchen.“";
        assert_eq!((&*first.1, &*first.2), ("topic/care", reason));
    }
}

#[tokio::test]
async fn words_of_one_meaning_find_each_other_as_it_was_foreseen() {
    for stage in stages().await {
        let (backend, mona, max) = (&stage.backend, &stage.mona, &stage.max);
        let there = list_groups(backend, mona, "", 1).await.unwrap().total;
        // Words that had nothing to do with each other.
        let (tried, hints) = try_group(backend, mona, "", Some("Gummistiefelprinzip, Chatbot")).await.unwrap();
        assert!(tried.texts[0].comes.0 > 10, "{tried:?}");
        assert!(matches!(&hints[..], [Hint::AlsoIn(word, _)] if word == "Chatbot"), "{hints:?}");
        stage.is_now(&tried).await;
        let head = stage.head().await;
        let id = add_group(backend, mona, "Gummistiefelprinzip, Chatbot").await.unwrap();
        assert_eq!(stage.head().await, head + 1);
        stage.has_come_true(&tried).await;
        let shown = show_group(backend, mona, &id).await.unwrap();
        assert_eq!((shown.group.version, shown.hints.len(), shown.last.unwrap().action), (1, 1, "synonyms-added".to_owned()));

        // Changed: what falls out is foreseen too.
        let (tried, _) = try_group(backend, mona, &id, Some("Gummistiefelprinzip\nHochwasser")).await.unwrap();
        assert_eq!(tried.texts.iter().map(|it| &*it.text).collect::<Vec<_>>(), ["Gummistiefelprinzip", "Hochwasser", "Chatbot"]);
        assert!(tried.texts[0].goes.0 > 10 && tried.texts[0].comes.0 > 0);
        change_group(backend, mona, &id, 1, "Gummistiefelprinzip\nHochwasser").await.unwrap();
        stage.has_come_true(&tried).await;
        assert_eq!(told(change_group(backend, max, &id, 1, "Gummistiefelprinzip, Wald").await), Error::Conflict);
        assert_eq!(told(remove_group(backend, max, &id, 1).await), Error::Conflict);
        assert_eq!(stage.group_with("gummistiefel").await.words, ["Gummistiefelprinzip", "Hochwasser"]);

        // Removed.
        let (tried, _) = try_group(backend, mona, &id, None).await.unwrap();
        assert_eq!(tried.texts[0].after, 0);
        remove_group(backend, max, &id, 2).await.unwrap();
        stage.has_come_true(&tried).await;
        assert_eq!(list_groups(backend, mona, "", 1).await.unwrap().total, there);
        let log = stage.log("by=person").await;
        let expected = [
            ("synonyms-removed", "Gummistiefelprinzip, Hochwasser"),
            ("synonyms-changed", "Gummistiefelprinzip, Chatbot → Gummistiefelprinzip, Hochwasser"),
            ("synonyms-added", "Gummistiefelprinzip, Chatbot"),
        ];
        assert_eq!(
            log.iter().map(|(action, _, reason)| (&**action, &**reason)).collect::<std::collections::BTreeSet<_>>(),
            expected.into()
        );
        let own = export_account(backend, max).await.unwrap();
        assert!(own.to_string().contains("synonyms-removed"), "{own}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_group_is_told_and_nothing_is_saved() {
    for stage in stages().await {
        let (backend, mona) = (&stage.backend, &stage.mona);
        let kita = stage.group_with("kindertagesst").await;
        let there = list_groups(backend, mona, "", 1).await.unwrap().total;
        let same = [("words".to_owned(), Problem::SameGroup { words: kita.words.join(", ") })];
        assert_eq!(problems(add_group(backend, mona, "Kindergarten, KITA").await), same);
        assert_eq!(problems(try_group(backend, mona, "", Some("Kindergarten, KITA")).await), same);
        let other = stage.group_with("bücherei").await;
        assert_eq!(problems(change_group(backend, mona, &other.id, other.version, "Kita, Kindergärten").await), same);
        for wrong in ["", "Kita", "Kita, x", "Kita, kita"] {
            assert_eq!(problems(change_group(backend, mona, &kita.id, kita.version, wrong).await)[0].0, "words");
            assert_eq!(problems(add_group(backend, mona, wrong).await)[0].0, "words");
        }
        assert_eq!(list_groups(backend, mona, "", 1).await.unwrap().total, there);
        assert_eq!(show_group(backend, mona, &kita.id).await.unwrap().group, kita);
        // Inflections are told of, and no mistake: search takes them for one.
        let (_, hints) = try_group(backend, mona, "", Some("Gartenhaus, Gartenhauses")).await.unwrap();
        assert_eq!(hints, [Hint::SameStem("Gartenhaus".into(), "Gartenhauses".into())]);
        // As is what becomes of words for what every entry is about; of no others, though they hold one.
        for (word, subject) in [("artificial intelligence", Some("KI")), ("ki-verordnung", None)] {
            let hints = show_group(backend, mona, &stage.group_with(word).await.id).await.unwrap().hints;
            let told = hints.iter().find_map(|hint| if let Hint::Subject(word) = hint { Some(word.as_str()) } else { None });
            assert_eq!(told, subject, "{word}");
        }
        // As it is, it changes nothing.
        change_group(backend, mona, &kita.id, kita.version, &kita.words.join(",")).await.unwrap();
        assert_eq!(show_group(backend, mona, &kita.id).await.unwrap().group.version, kita.version);
    }
}

#[tokio::test]
async fn the_log_is_one_whatever_it_is_about() {
    for stage in stages().await {
        let (backend, mona) = (&stage.backend, &stage.mona);
        // Among what was done with entries, from page to page.
        for n in 0..5 {
            backend.clock.set(backend.clock.now().0 + 1);
            add_group(backend, mona, &format!("Erstwort{n}, Zweitwort{n}")).await.unwrap();
        }
        let (mut pages, mut number) = (vec![], 1);
        loop {
            let asked = AuditQuery { page: number, ..AuditQuery::default() };
            let page = list_events(backend, mona, &asked).await.unwrap().page;
            assert!(page.total > 300);
            if page.items.is_empty() {
                assert_eq!(pages.len() as u64, page.total);
                break;
            }
            pages.extend(page.items);
            number += 1;
        }
        assert!(pages[..5].iter().all(|done| done.kind == "synonyms" && done.action == "synonyms-added"));
        let mut rows: Vec<backend::storage::audit::Done> = vec![];
        loop {
            let next = next_events(backend, mona, &AuditQuery::default(), rows.last()).await.unwrap();
            if next.is_empty() {
                break;
            }
            rows.extend(next);
        }
        assert_eq!(rows, pages);
        assert_eq!(stage.log("entry=erstwort3").await.len(), 1);
        assert_eq!(stage.log("kind=lesson&action=synonyms-added").await, []);
    }
}
