//! What waits: what is counted, filters and order.

use crate::stage::{DAY, stages, told};
use backend::usecases::{
    moderate::{Asked, Decision, count_missing, list_queue, next_of},
    write::{submit, take_back},
};
use domain::{
    Error, Lang,
    account::Actor,
    signal::{NEW_ACCOUNT_DAYS, Signal},
};

#[tokio::test]
async fn what_a_moderator_may_want_to_know_is_counted_when_it_is_handed_in() {
    for stage in stages().await {
        let signals = async |title: &str| {
            let queue = list_queue(&stage.backend, &stage.mona, &Asked::default(), Lang::De).await.unwrap();
            let waiting = queue.page.items.into_iter().find(|waiting| waiting.title == title).unwrap();
            (waiting.signals.iter().map(Signal::id).collect::<Vec<_>>(), waiting.completeness)
        };
        stage.submitted("Fahrdienst plant Touren", &[]).await;
        assert_eq!(signals("Fahrdienst plant Touren").await, (vec!["new-account"], 25));
        stage.wait(NEW_ACCOUNT_DAYS * DAY);
        let texts = [("solution", "Mehr auf www.verein.example.org"), ("setbacks", "Fragt 0221 / 12 34 56"), ("advice", "Fragt nach.")];
        let id = stage.submitted("Bürgermobil in Buxtehude", &texts).await;
        assert_eq!(signals("Bürgermobil in Buxtehude").await, (vec!["links", "contact-data"], 40));
        stage.submitted("CariFIX", &[]).await;
        assert_eq!(signals("CariFIX").await, (vec!["likely-duplicate"], 25));
        // Counted anew, each time.
        take_back(&stage.backend, &stage.editor, id).await.unwrap();
        stage.write(id, "story", &[("solution", ""), ("setbacks", "Keine"), ("advice", "Fragt nach.")]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        assert_eq!(signals("Bürgermobil in Buxtehude").await, (vec![], 35));
    }
}

#[tokio::test]
async fn the_first_entry_of_an_organisation_is_told() {
    for stage in stages().await {
        use backend::usecases::{members, write::list_own};
        let anna = Actor::Member { account: stage.editor.account().unwrap(), memberships: vec![] };
        let founding = members::Founding {
            name: "Nachbarschaft überall",
            kind: "association",
            place: "Köln",
            website: "",
            description: "Wir helfen.",
            language: Lang::De,
            is_another: false,
        };
        members::found(&stage.backend, &anna, &founding).await.unwrap();
        let own = list_own(&stage.backend, &stage.editor).await.unwrap();
        assert!(!own.is_empty());
        let queue =
            list_queue(&stage.backend, &stage.mona, &Asked::parse("kind=organisation", |_| false).unwrap(), Lang::De).await.unwrap();
        for waiting in queue.page.items {
            assert!(waiting.signals.iter().any(|signal| signal == Signal::FirstEntry), "{waiting:?}");
        }
    }
}

#[tokio::test]
async fn filters_and_order_say_what_is_shown_and_what_is_next() {
    for stage in stages().await {
        stage.wait(NEW_ACCOUNT_DAYS * DAY);
        let a = stage.submitted("Alte Einreichung", &[("solution", "Mehr auf www.verein.example.org")]).await;
        stage.wait(1);
        let b = stage.submitted("Bessere Einreichung", &[("solution", "Gut"), ("setbacks", "Wenige")]).await;
        stage.wait(1);
        let c = stage.submitted("Carsharing im Dorf", &[]).await;
        let (mona, max) = (&stage.mona, &stage.max);
        let all = ["Alte Einreichung", "Bessere Einreichung", "Carsharing im Dorf"];
        assert_eq!(stage.queue(mona, "").await, all);
        assert_eq!(stage.queue(mona, "order=completeness").await, [all[1], all[0], all[2]]);
        assert_eq!(stage.queue(mona, "order=signals").await, [all[1], all[2], all[0]]);
        assert_eq!(stage.queue(mona, "signal=links").await, [all[0]]);
        assert_eq!(stage.queue(mona, "signal=links&signal=first-entry").await, Vec::<String>::new());
        assert_eq!(stage.queue(mona, "kind=lesson").await, Vec::<String>::new());
        assert_eq!(stage.queue(mona, "organisation=dicv-koeln&kind=project").await, all);
        assert_eq!(stage.queue(mona, "organisation=correlaid").await, Vec::<String>::new());

        let (revision, _) = stage.waiting(a).await;
        backend::usecases::moderate::show_submission(&stage.backend, mona, revision, Lang::De).await.unwrap();
        assert_eq!(stage.queue(mona, "reader=read").await, [all[0]]);
        assert_eq!(stage.queue(max, "reader=free").await, [all[1], all[2]]);
        assert_eq!(stage.queue(mona, "reader=free").await, all);
        let next = async |who: &Actor, asked: &str, besides| {
            next_of(&stage.backend, who, &Asked::parse(asked, |_| false).unwrap(), besides).await.unwrap()
        };
        let (second, third) = (stage.waiting(b).await.0, stage.waiting(c).await.0);
        assert_eq!(next(mona, "", second).await, Some(revision));
        assert_eq!(next(max, "", second).await, Some(third), "not what another reads");
        assert_eq!(next(max, "order=completeness", third).await, Some(second));
        assert_eq!(next(max, "signal=links", third).await, None);
        assert_eq!(told(list_queue(&stage.backend, &stage.editor, &Asked::default(), Lang::De).await), Error::Forbidden);
        stage.decide(mona, c, Decision::Publish, "").await.unwrap();
        assert_eq!(stage.queue(mona, "").await.len(), 2);
    }
}

#[tokio::test]
async fn pages_of_the_queue_leave_nothing_out() {
    for stage in stages().await {
        for number in 0..53 {
            stage.submitted(&format!("Vorhaben {number:02} im Kreis {}", number * 7), &[]).await;
            stage.wait(1);
        }
        let page = async |number: u32| {
            let asked = Asked { page: number, ..Asked::default() };
            let queue = list_queue(&stage.backend, &stage.mona, &asked, Lang::De).await.unwrap();
            (queue.page.range(), queue.page.total, queue.page.pages())
        };
        assert_eq!([page(1).await, page(2).await], [((1, 50), 53, 2), ((51, 53), 53, 2)]);
    }
}

#[tokio::test]
async fn what_came_another_way_is_counted_later() {
    for stage in stages().await {
        let counted = count_missing(&stage.backend).await.unwrap();
        assert!(counted > 300, "{counted}");
        assert_eq!(count_missing(&stage.backend).await.unwrap(), 0);
    }
}
