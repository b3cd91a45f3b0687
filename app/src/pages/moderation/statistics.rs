//! `/moderation/statistics`: how long is waited, what is decided, how the directory stands.

use crate::{
    components::{
        desk::{AlsoWaiting, DeskNav, Stacked},
        load::load,
        page_meta::PageMeta,
    },
    context::{backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::{
    storage::statistics::Old,
    usecases::curate::{Figures, Week, Work, count_waiting, show_statistics},
};
use domain::{
    time::{HOUR, MINUTE, Timestamp},
    vocabulary::Kind,
};
use leptos::prelude::*;

/// From so many hours on, days are told.
const DAYS_FROM: i64 = 48;

/// All figures.
#[component]
pub fn Statistics() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    let answer = async move { Ok((show_statistics(&backend, &actor).await?, count_waiting(&backend, &actor).await?)) };
    load(answer, |(figures, work)| view! { <Page figures work/> })
}

#[component]
fn Page(figures: Figures, work: Work) -> impl IntoView {
    let since = figures.oldest_waiting.map(|at| format::date(at, lang())).unwrap_or_default();
    let waits = figures.waits.map_or_else(
        || t!("statistics-waits-none"),
        |waits| {
            let (median, ninetieth) = (duration(waits.median), duration(waits.ninetieth));
            let same = if median == ninetieth { "yes" } else { "no" };
            t!("statistics-waits-line", same = same, median = median, ninetieth = ninetieth, count = waits.count)
        },
    );
    let uncounted = (figures.uncounted > 0).then(|| view! { <p class="quiet">{t!("statistics-uncounted", count = figures.uncounted)}</p> });
    let shown = figures.oldest.len();
    view! {
        <PageMeta title=t!("statistics") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav work/>
            <h1>{t!("statistics")}</h1>
            <h2>{t!("statistics-waits")}</h2>
            <p>{waits}</p>
            <p>{t!("statistics-waiting", count = figures.waiting, date = since)}</p>
            <AlsoWaiting work/>
            <h2 id="weeks">{t!("statistics-weeks")}</h2>
            <p class="form-help">{t!("statistics-weeks-lead")}</p>
            <Weeks weeks=figures.weeks/>
            <h2 id="completeness">{t!("statistics-completeness")}</h2>
            <p>{t!("statistics-completeness-lead")}</p>
            <Completeness rows=figures.completeness/>
            {uncounted}
            <h2 id="oldest">{t!("statistics-oldest")}</h2>
            <p>{t!("statistics-oldest-lead", unconfirmed = figures.unconfirmed, published = figures.published, shown = shown)}</p>
            <Oldest rows=figures.oldest/>
        </section>
    }
    .into_any()
}

/// Minutes, from an hour on in hours, from two days on in days; rounded up, since nobody waits nothing.
fn duration(micros: i64) -> String {
    let minutes = (micros + MINUTE - 1).div_euclid(MINUTE).max(1);
    if minutes < 60 {
        return t!("statistics-minutes", count = minutes);
    }
    let hours = (micros + HOUR - 1).div_euclid(HOUR).max(1);
    if hours < DAYS_FROM { t!("statistics-hours", count = hours) } else { t!("statistics-days", count = (hours + 12) / 24) }
}

#[component]
fn Weeks(weeks: Vec<Week>) -> impl IntoView {
    let most = weeks.iter().map(Week::total).max().unwrap_or_default();
    let named = [t!("statistics-published"), t!("statistics-by-rule"), t!("statistics-changes"), t!("statistics-rejected")];
    let sum = t!("statistics-total");
    let heads: Vec<_> = [t!("statistics-week")].into_iter().chain(named.clone()).chain([sum.clone()]).collect();
    let row = move |week: Week| {
        let total = week.total();
        let counts = [week.published, week.by_rule, week.changes, week.rejected];
        let cell = |(count, head): (usize, &String)| {
            let none = (count == 0).then_some("");
            view! { <td role="cell" data-head=head.clone() data-none=none>{number(count)}</td> }
        };
        let cells = counts.into_iter().zip(&named).map(cell).collect_view();
        view! {
            <tr role="row">
                <th role="rowheader" scope="row" class="table-date">{format::date(week.from, lang())}</th>
                {cells}
                <td role="cell" data-head=sum.clone()><Bar of=total most=most/>{number(total)}</td>
            </tr>
        }
    };
    let rows = weeks.into_iter().map(row).collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="weeks">
            <Stacked class="table table-figures table-stacked" heads>{rows}</Stacked>
        </div>
    }
    .into_any()
}

#[component]
fn Completeness(rows: Vec<(String, [i64; 5])>) -> impl IntoView {
    let heads = ["0–19 %", "20–39 %", "40–59 %", "60–79 %", "80–100 %"];
    let named = [String::new()].into_iter().chain(heads.map(str::to_owned)).collect();
    let row = |(kind, fifths): (String, [i64; 5])| {
        let label = kind.parse().map_or(kind.clone(), |kind: Kind| kind.label(lang()).to_owned());
        let counts = fifths.map(|count| usize::try_from(count).unwrap_or_default());
        let most = counts.iter().copied().max().unwrap_or_default();
        let cell = |(count, head)| view! { <td role="cell" data-head=head><Bar of=count most/>{number(count)}</td> };
        let cells = counts.into_iter().zip(heads).map(cell).collect_view();
        view! { <tr role="row"><th role="rowheader" scope="row">{label}</th>{cells}</tr> }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="completeness">
            <Stacked class="table table-figures table-stacked" heads=named>{rows}</Stacked>
        </div>
    }
    .into_any()
}

/// As long as its share of the most. The number stands beside it.
#[component]
fn Bar(of: usize, most: usize) -> impl IntoView {
    view! { <meter class="bar" min="0" max=most.max(1).to_string() value=of.to_string() aria-hidden="true"></meter> }
}

#[component]
fn Oldest(rows: Vec<Old>) -> impl IntoView {
    let heads = [t!("statistics-entry"), t!("queue-kind"), t!("statistics-confirmed")];
    let row = |old: Old| {
        let kind = old.kind.parse().unwrap_or(Kind::Project);
        let at = old.confirmed_at.map_or_else(|| t!("statistics-never"), |at| format::date(Timestamp(at), lang()));
        view! {
            <tr role="row">
                <th role="rowheader" scope="row"><a href=routes::entry(kind, &old.slug)>{old.title}</a></th>
                <td role="cell" data-head=heads[1].clone()>{kind.label(lang())}</td>
                <td role="cell" class="table-date" data-head=heads[2].clone()>{at}</td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="oldest">
            <Stacked class="table table-stacked" heads=heads.into()>{rows}</Stacked>
        </div>
    }
    .into_any()
}

fn number(count: usize) -> String {
    format::number(count as u64, lang())
}
