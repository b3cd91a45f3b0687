//! Whether entries are still right, as authors answer and readers see it.

use crate::{
    browser::Browser,
    support::{Answer, TestApp, attributes, texts},
};
use backend::usecases::freshness::keep_fresh;
use domain::{account::Role, vocabulary::Kind};
use scraper::Html;

const ANNA: &str = "anna@verein.example.org";
const DAY: i64 = 24 * 60;
/// Of an organisation in the sample, and that.
const PROJECT: &str = "/projects/carifix";
const ORGANISATION: &str = "deutscher-caritasverband";

/// Lets days pass; what is due then is done. Gives the newest mail to the member, if there is one.
fn pass(app: &TestApp, days: i64) -> Option<String> {
    app.wait_minutes(days * DAY);
    app.with_backend(async |backend| keep_fresh(backend).await.unwrap());
    app.with_backend(async |backend| backend.indexer.catch_up().await.unwrap());
    app.mails().into_iter().find(|mail| mail.contains(&format!("To: {ANNA}")))
}

/// The address of the page where somebody answers for the entry of this title.
fn link(mail: &str, title: &str) -> String {
    let mail = mail.split_once("Content-Type: text/html").unwrap().0;
    let of_entry = mail.split(title).last().unwrap();
    let link = of_entry.split("/still-right/").nth(1).unwrap();
    format!("/still-right/{}", link.chars().take_while(char::is_ascii_hexdigit).collect::<String>())
}

fn notices(page: &Answer) -> String {
    texts(&page.html(), ".notice").join(" ")
}

fn asked() -> (TestApp, String) {
    let app = TestApp::new();
    app.session(ANNA, Some((ORGANISATION, Role::Owner)), false);
    let mail = pass(&app, 366).unwrap();
    (app, mail)
}

#[test]
fn one_press_without_signing_in_confirms() {
    let (app, mail) = asked();
    let link = link(&mail, "CariFIX");
    let page = app.get(&format!("{link}?answer=right")).expect(200);
    let buttons = texts(&page.html(), ".form-page button, .form-page .plain-list a");
    assert_eq!(buttons, ["Stimmt noch", "Etwas hat sich geändert", "Das Vorhaben ist vorbei"]);
    // What was compiled from public sources was confirmed by nobody yet.
    assert!(page.text().contains("bestätigt hat es noch niemand") && !page.text().contains("wurde zuletzt"));
    assert_eq!(page.header("cache-control"), "private, no-store");
    // Looking, as programs that scan mails do, answers nothing.
    app.get(&format!("{link}?answer=over")).expect(200);
    assert_eq!(app.post(&link, &[("answer", "right")], &[]).expect(303).header("location"), "/projects/carifix#confirmed");
    let page = app.get(PROJECT).expect(200);
    assert_eq!(texts(&page.html(), "#confirmed dd"), ["2. November 2027"]);
    assert!(app.get(&link).expect(404).text().contains("schon geantwortet"));
    let over = [("answer", "over"), ("sure", "yes")];
    assert_eq!(app.post(&link, &over, &[]).expect(303).header("location"), link);
    let mistyped = format!("{}0", &link[..link.len() - 1]);
    let mistyped = if mistyped == link { format!("{}1", &link[..link.len() - 1]) } else { mistyped };
    let unknown = app.get(&mistyped).expect(404).text();
    assert!(unknown.contains("Diesen Link kennen wir nicht") && !unknown.contains("schon geantwortet"));
}

#[test]
fn what_is_over_is_put_away_after_a_second_question_and_what_nobody_answers_for_too() {
    let (app, mail) = asked();
    assert!(mail.contains("Das Vorhaben ist vorbei") && mail.contains("Die Organisation gibt es nicht mehr") && !mail.contains("Archiv"));
    let carifix = link(&mail, "CariFIX");
    // One press only asks.
    let sure = app.post(&carifix, &[("answer", "over")], &[]).expect(303).header("location").to_owned();
    assert_eq!(sure, format!("{carifix}?sure=over"));
    assert!(!notices(&app.get(PROJECT).expect(200)).contains("abgelegt"));
    let page = app.get(&sure).expect(200);
    assert_eq!(texts(&page.html(), ".form-page button"), ["Ja, ablegen"]);
    assert!(page.text().contains("Ihr sagt, dass „CariFIX") && page.text().contains("“ vorbei ist."));
    let thanks = app.post(&carifix, &[("answer", "over"), ("sure", "yes")], &[]).expect(303).header("location").to_owned();
    let page = app.get(&thanks).expect(200);
    assert!(page.text().contains("Danke!") && page.text().contains("ist jetzt abgelegt") && page.text().contains(PROJECT));
    assert!(notices(&app.get(PROJECT).expect(200)).contains("abgelegt"));
    let organisation = format!("/organisations/{ORGANISATION}");
    pass(&app, 30).unwrap();
    assert!(!notices(&app.get(&organisation).expect(200)).contains("bestätigt"));
    assert_eq!(pass(&app, 30), None);
    assert!(notices(&app.get(&organisation).expect(200)).contains("hat niemand bestätigt"));
    let mail = pass(&app, 120).unwrap();
    assert!(notices(&app.get(&organisation).expect(200)).contains("abgelegt"));
    // And back, by the link in that mail.
    let link = mail.split("/still-right/").skip(1).map(|rest| format!("/still-right/{}", &rest[..64]));
    let link = link.into_iter().find(|link| app.get(link).text().contains("Deutscher Caritasverband")).unwrap();
    app.post(&link, &[("answer", "right")], &[]).expect(303);
    assert!(!notices(&app.get(&organisation).expect(200)).contains("abgelegt"));
}

#[test]
fn whoever_wants_to_edit_signs_in_and_is_led_on() {
    let (app, mail) = asked();
    let question = format!("{}?answer=edit", link(&mail, "CariFIX"));
    let page = format!("/submit/{}", app.id_of(Kind::Project, "carifix"));
    let edit = |page: &Html| attributes(page, ".form-page .plain-list a", "href").remove(0);
    for by_code in [false, true] {
        let mut browser = Browser::new(&app);
        let shown = browser.get(&question).expect(200).html();
        assert_eq!(texts(&shown, ".form-page .plain-list .button"), ["Etwas hat sich geändert"], "what was pressed comes first");
        let way = edit(&shown);
        assert_eq!(way, format!("/sign-in?{}", domain::query::write([("next", &*page)])));
        let next = attributes(&browser.get(&way).expect(200).html(), "input[name=next]", "value").remove(0);
        let (link, code) = browser.ask_for(ANNA, &[("next", &next)]);
        // In another tab of the same browser; elsewhere the link opens nothing.
        let mut other = Browser::new(&app);
        other.post(&link, &[]).expect(303);
        assert_eq!(attributes(&other.get(&link).expect(200).html(), ".form-page a.button", "href"), [way], "on the same way");
        let answer = if by_code { browser.post("/sign-in/code", &[("code", &code)]) } else { browser.post(&link, &[]) };
        assert_eq!(answer.expect(303).header("location"), page);
        assert!(texts(&browser.get(&page).expect(200).html(), "h1").concat().contains("CariFIX"));
        // From then on it is one press.
        assert_eq!(edit(&browser.get(&question).expect(200).html()), page);
    }
    // Whoever has the link can make nobody go elsewhere with it.
    let odd = app.get(&format!("{question}&next=https%3A%2F%2Fevil.example%2F")).expect(200).html();
    assert_eq!(edit(&odd), format!("/sign-in?{}", domain::query::write([("next", &*page)])));
    assert!(attributes(&odd, "a", "href").iter().all(|href| !href.contains("//evil") && !href.starts_with("http")), "only of this server");
}

#[test]
fn an_answer_that_is_none_leads_back_to_the_question() {
    let (app, mail) = asked();
    let link = link(&mail, "CariFIX");
    for wrong in ["", "perhaps", "<script>"] {
        assert_eq!(app.post(&link, &[("answer", wrong)], &[]).expect(303).header("location"), link);
    }
    assert_eq!(app.post("/still-right/%0d%0ax", &[("answer", "right")], &[]).expect(303).header("location"), "/still-right/0");
    app.get(&link).expect(200);
}
