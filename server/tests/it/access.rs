//! Who may open and send what: every page and every form, asked by everybody.

use crate::{
    readers::suggested,
    support::{TestApp, attributes},
};
use domain::{account::Role, id::EntryId, vocabulary::Kind};
use std::collections::BTreeSet;

/// What a visitor, a member elsewhere, an editor, an owner and a moderator are answered, for pages that everybody reads.
const ALL: [u16; 5] = [200; 5];
/// Their own account's.
const SIGNED_IN: [u16; 5] = [401, 200, 200, 200, 200];
/// An entry's writers'. For others it is not there.
const WRITERS: [u16; 5] = [401, 404, 200, 200, 200];
/// Addresses of members are for members.
const MEMBERS: [u16; 5] = [401, 403, 200, 200, 403];
const MODERATORS: [u16; 5] = [401, 403, 403, 403, 200];

/// Address as the router has it, an address, and what each is answered.
const PAGES: &[(&str, &str, [u16; 5])] = &[
    ("/", "/", ALL),
    ("/about", "/about", ALL),
    ("/about/style", "/about/style", ALL),
    ("/accessibility", "/accessibility", ALL),
    ("/account", "/account", SIGNED_IN),
    ("/account/delete", "/account/delete", SIGNED_IN),
    ("/account/passkeys", "/account/passkeys", MODERATORS),
    ("/embed", "/embed", ALL),
    ("/embed/create", "/embed/create", ALL),
    ("/embed/lessons/{slug}", "/embed/lessons/quellen-kuratieren", ALL),
    ("/embed/organisations/{slug}", "/embed/organisations/dicv-koeln", ALL),
    ("/embed/projects/{slug}", "/embed/projects/carifix", ALL),
    ("/explore", "/explore", ALL),
    ("/explore/values", "/explore/values?facet=topic", ALL),
    ("/imprint", "/imprint", ALL),
    ("/invitations/{link}", "/invitations/0", [404; 5]),
    ("/lessons", "/lessons", ALL),
    ("/lessons/{slug}", "/lessons/quellen-kuratieren", ALL),
    ("/lessons/{slug}/history", "/lessons/quellen-kuratieren/history", ALL),
    ("/lessons/{slug}/report", "/lessons/quellen-kuratieren/report", ALL),
    ("/lessons/{slug}/revisions/{number}", "/lessons/quellen-kuratieren/revisions/1", ALL),
    ("/lessons/{slug}/suggest", "/lessons/quellen-kuratieren/suggest", ALL),
    ("/lessons/{slug}/suggest/{section}", "/lessons/quellen-kuratieren/suggest/basics", ALL),
    ("/moderation", "/moderation", MODERATORS),
    ("/moderation/checks", "/moderation/checks", MODERATORS),
    ("/moderation/claims", "/moderation/claims", MODERATORS),
    ("/moderation/duplicates", "/moderation/duplicates", MODERATORS),
    ("/moderation/duplicates/{a}/{b}", "/moderation/duplicates/{project}/{other}", MODERATORS),
    ("/moderation/reports", "/moderation/reports", MODERATORS),
    ("/moderation/reports/{entry}", "/moderation/reports/{organisation}", MODERATORS),
    ("/moderation/suggestions", "/moderation/suggestions", MODERATORS),
    ("/moderation/suggestions/{id}", "/moderation/suggestions/{suggestion}", MODERATORS),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", MODERATORS),
    ("/moderation/events", "/moderation/events", MODERATORS),
    ("/moderation/statistics", "/moderation/statistics", MODERATORS),
    ("/moderation/templates", "/moderation/templates", MODERATORS),
    ("/moderation/links", "/moderation/links?page=2", MODERATORS),
    ("/moderation/vocabulary", "/moderation/vocabulary", MODERATORS),
    ("/moderation/vocabulary/{vocabulary}/{value}", "/moderation/vocabulary/topic/care", MODERATORS),
    ("/moderation/synonyms", "/moderation/synonyms", MODERATORS),
    ("/moderation/synonyms/{id}", "/moderation/synonyms/new", MODERATORS),
    ("/moderation/operation", "/moderation/operation", MODERATORS),
    ("/moderation/{revision}", "/moderation/{submitted}", MODERATORS),
    ("/organisations", "/organisations", ALL),
    ("/organisations/new", "/organisations/new", SIGNED_IN),
    ("/organisations/{slug}", "/organisations/dicv-koeln", ALL),
    ("/organisations/{slug}/claim", "/organisations/dicv-koeln/claim", ALL),
    ("/organisations/{slug}/history", "/organisations/dicv-koeln/history", ALL),
    ("/organisations/{slug}/members", "/organisations/dicv-koeln/members", MEMBERS),
    ("/organisations/{slug}/report", "/organisations/dicv-koeln/report", ALL),
    ("/organisations/{slug}/revisions/{number}", "/organisations/dicv-koeln/revisions/1", ALL),
    ("/organisations/{slug}/suggest", "/organisations/dicv-koeln/suggest", ALL),
    ("/organisations/{slug}/suggest/{section}", "/organisations/dicv-koeln/suggest/basics", ALL),
    ("/privacy", "/privacy", ALL),
    ("/projects/{slug}", "/projects/carifix", ALL),
    ("/projects/{slug}/history", "/projects/carifix/history", ALL),
    ("/projects/{slug}/report", "/projects/carifix/report", ALL),
    ("/projects/{slug}/revisions/{number}", "/projects/carifix/revisions/1", ALL),
    ("/projects/{slug}/suggest", "/projects/carifix/suggest", ALL),
    ("/projects/{slug}/suggest/{section}", "/projects/carifix/suggest/basics", ALL),
    ("/reports/{link}", "/reports/0", [404; 5]),
    ("/sign-in", "/sign-in", ALL),
    ("/sign-in/code", "/sign-in/code", ALL),
    ("/sign-in/passkey", "/sign-in/passkey", MODERATORS),
    ("/sign-in/{link}", "/sign-in/0", [404; 5]),
    ("/still-right/{link}", "/still-right/0", [404; 5]),
    ("/submit", "/submit", ALL),
    ("/submit/alike", "/submit/alike?kind=project&title=Carifix", ALL),
    ("/submit/new/{kind}", "/submit/new/project", SIGNED_IN),
    ("/submit/{id}", "/submit/{draft}", WRITERS),
    ("/submit/{id}/edit/{section}", "/submit/{draft}/edit/basics", WRITERS),
    ("/submit/{id}/pictures", "/submit/{draft}/pictures", WRITERS),
    ("/submit/{id}/preview", "/submit/{draft}/preview", WRITERS),
    ("/submit/{id}/suggestions/{number}", "/submit/{organisation}/suggestions/1", WRITERS),
    ("/suggest", "/suggest", ALL),
    ("/suggest/{kind}", "/suggest/project", ALL),
    ("/suggestions/sent", "/suggestions/sent", ALL),
    ("/suggestions/{link}", "/suggestions/0", [404; 5]),
];

const SOMEBODY: &str = "member=00000000-0000-0000-0000-000000000000&role=editor";

/// Address as the router has it, an address, what is sent, and what each is answered: 303 is done, 400 is allowed and
/// wrong. In the order of the columns, so that the first who may finds something to do; 409 is whoever comes after.
const FORMS: &[(&str, &str, &str, [u16; 5])] = &[
    ("/sign-in", "/sign-in", "", [400; 5]),
    ("/sign-in/code", "/sign-in/code", "code=1", [400; 5]),
    ("/sign-in/{link}", "/sign-in/0", "", [404; 5]),
    ("/submit/new/{kind}", "/submit/new/project", "organisation={organisation}", [401, 404, 400, 400, 400]),
    ("/submit/{id}/edit/{section}", "/submit/{draft}/edit/basics", "version=0&title=x", [401, 404, 409, 409, 409]),
    ("/submit/{id}/pictures", "/submit/{draft}/pictures", "", [401, 404, 400, 400, 400]),
    ("/submit/{id}/pictures/{step}", "/submit/{draft}/pictures/describe", "file=x&version=1", [401, 404, 400, 400, 400]),
    ("/submit/{id}/pictures/{step}", "/submit/{draft}/pictures/up", "file=x&version=1", [401, 404, 400, 400, 400]),
    ("/submit/{id}/pictures/{step}", "/submit/{draft}/pictures/remove", "file=x", [401, 404, 303, 303, 303]),
    ("/submit/{id}/{step}", "/submit/{draft}/submit", "", [401, 404, 303, 409, 409]),
    ("/submit/{id}/{step}", "/submit/{draft}/confirm", "", [401, 404, 409, 409, 409]),
    ("/submit/{id}/{step}", "/submit/{draft}/take-back", "", [401, 404, 303, 409, 409]),
    ("/submit/{id}/{step}", "/submit/{draft}/begin", "", [401, 404, 303, 303, 303]),
    ("/submit/{id}/{step}", "/submit/{draft}/discard", "version=0", [401, 404, 409, 409, 409]),
    // Of what was never published there is nothing to put away.
    ("/submit/{id}/{step}", "/submit/{draft}/end", "ending=archive", [401, 404, 403, 409, 409]),
    // Of what was published the history is kept.
    ("/submit/{id}/{step}", "/submit/{organisation}/delete", "", [401, 404, 403, 409, 409]),
    ("/moderation/duplicates/{step}", "/moderation/duplicates/look", "", [401, 403, 403, 403, 303]),
    ("/moderation/duplicates/{step}", "/moderation/duplicates/dismiss", "a={project}&b={other}", [401, 403, 403, 403, 303]),
    ("/moderation/duplicates/{step}", "/moderation/duplicates/restore", "a={project}&b={other}", [401, 403, 403, 403, 303]),
    // Nobody put them together.
    ("/moderation/duplicates/{step}", "/moderation/duplicates/undo", "from={project}&to={other}", [401, 403, 403, 403, 404]),
    ("/moderation/duplicates/{a}/{b}", "/moderation/duplicates/{project}/{other}", "versions=0.0&stays=0", [401, 403, 403, 403, 409]),
    ("/moderation/{revision}", "/moderation/{submitted}", "version={version}&decision=reject", [401, 403, 403, 403, 400]),
    ("/projects/{slug}/report", "/projects/carifix/report", "", [400; 5]),
    ("/lessons/{slug}/report", "/lessons/quellen-kuratieren/report", "", [400; 5]),
    ("/organisations/{slug}/report", "/organisations/dicv-koeln/report", "reason=other&text=x", [303; 5]),
    ("/projects/{slug}/suggest/{section}", "/projects/carifix/suggest/basics", "", [400; 5]),
    ("/lessons/{slug}/suggest/{section}", "/lessons/quellen-kuratieren/suggest/basics", "", [400; 5]),
    ("/organisations/{slug}/suggest/{section}", "/organisations/dicv-koeln/suggest/basics", "", [400; 5]),
    ("/suggest/{kind}", "/suggest/project", "", [400; 5]),
    ("/suggestions/{link}", "/suggestions/0", "", [303; 5]),
    // First it is its organisation's to decide.
    ("/submit/{id}/suggestions/{number}", "/submit/{organisation}/suggestions/1", "decision=decline", [401, 404, 400, 400, 403]),
    ("/moderation/suggestions/{id}", "/moderation/suggestions/{suggestion}", "decision=find", [401, 403, 403, 403, 200]),
    ("/moderation/suggestions/{id}", "/moderation/suggestions/{suggestion}", "decision=decline", [401, 403, 403, 403, 400]),
    ("/moderation/reports/{entry}", "/moderation/reports/{organisation}", "decision=answer&answer=", [401, 403, 403, 403, 400]),
    ("/moderation/reports/{entry}", "/moderation/reports/{organisation}", "decision=close&report={report}", [401, 403, 403, 403, 303]),
    ("/moderation/{revision}/release", "/moderation/{submitted}/release", "", [401, 403, 403, 403, 303]),
    ("/moderation/{revision}/take-over", "/moderation/{submitted}/take-over", "", [401, 403, 403, 403, 303]),
    ("/moderation/checks", "/moderation/checks", "revision=0&outcome=fine", [401, 403, 403, 403, 404]),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", "step=note", [401, 403, 403, 403, 400]),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", "step=remove-note&note=0", [401, 403, 403, 403, 409]),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", "step=feature", [401, 403, 403, 403, 400]),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", "step=end-feature", [401, 403, 403, 403, 409]),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", "step=remove", [401, 403, 403, 403, 400]),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", "step=restore", [401, 403, 403, 403, 409]),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", "step=trust", [401, 403, 403, 403, 400]),
    ("/moderation/entries/{id}", "/moderation/entries/{organisation}", "step=end-trust", [401, 403, 403, 403, 409]),
    ("/account/digest", "/account/digest", "digest=daily", [401, 403, 403, 403, 303]),
    ("/moderation/bulk", "/moderation/bulk", "decision=publish", [401, 403, 403, 403, 400]),
    ("/moderation/bulk", "/moderation/bulk", "step=all", [401, 403, 403, 403, 200]),
    ("/moderation/undo/{batch}", "/moderation/undo/0", "", [401, 403, 403, 403, 409]),
    ("/moderation/templates", "/moderation/templates", "step=add", [401, 403, 403, 403, 400]),
    ("/moderation/vocabulary/{vocabulary}/{value}", "/moderation/vocabulary/topic/care", "version=0&step=save", [401, 403, 403, 403, 400]),
    ("/moderation/vocabulary/{vocabulary}/{value}", "/moderation/vocabulary/topic/care", "de=x&en=y&step=try", [401, 403, 403, 403, 200]),
    ("/moderation/synonyms/{id}", "/moderation/synonyms/new", "step=save", [401, 403, 403, 403, 400]),
    ("/moderation/synonyms/{id}", "/moderation/synonyms/new", "step=try&words=Haus,Kate", [401, 403, 403, 403, 200]),
    ("/moderation/synonyms/{id}", "/moderation/synonyms/0", "step=remove&version=1", [401, 403, 403, 403, 409]),
    ("/account/language", "/account/language", "language=de", [401, 303, 303, 303, 303]),
    ("/account/delete", "/account/delete", "typed=x", [401, 400, 400, 400, 400]),
    ("/account/passkeys/options", "/account/passkeys/options", "name=", [401, 403, 403, 403, 400]),
    ("/account/passkeys/finish", "/account/passkeys/finish", "credential=x", [401, 400, 400, 400, 400]),
    ("/account/passkeys/rename", "/account/passkeys/rename", "passkey=x&name=x", [401, 403, 403, 403, 409]),
    ("/account/passkeys/remove", "/account/passkeys/remove", "passkey=x", [401, 403, 403, 403, 409]),
    // The moderator has none yet.
    ("/sign-in/passkey/options", "/sign-in/passkey/options", "", [401, 403, 403, 403, 404]),
    ("/sign-in/passkey/finish", "/sign-in/passkey/finish", "credential=x", [401, 400, 400, 400, 400]),
    ("/organisations/new", "/organisations/new", "name=", [401, 400, 400, 400, 400]),
    ("/organisations/{slug}/claim", "/organisations/dicv-koeln/claim", "", [401, 303, 303, 303, 303]),
    ("/organisations/{slug}/claim/withdraw", "/organisations/dicv-koeln/claim/withdraw", "", [401, 303, 303, 303, 303]),
    ("/organisations/{slug}/members/claims", "/organisations/dicv-koeln/members/claims", "claim=0", [401, 403, 403, 409, 409]),
    ("/moderation/claims", "/moderation/claims", "organisation=dicv-koeln&claim=0", [401, 403, 403, 409, 409]),
    ("/organisations/{slug}/members/invite", "/organisations/dicv-koeln/members/invite", "email=x", [401, 403, 403, 400, 403]),
    ("/organisations/{slug}/members/withdraw", "/organisations/dicv-koeln/members/withdraw", "invitation=0", [401, 403, 403, 409, 403]),
    ("/organisations/{slug}/members/role", "/organisations/dicv-koeln/members/role", SOMEBODY, [401, 403, 403, 409, 403]),
    ("/organisations/{slug}/members/remove", "/organisations/dicv-koeln/members/remove", SOMEBODY, [401, 403, 403, 409, 403]),
    // Its page says what is the matter.
    ("/invitations/{link}", "/invitations/0", "", [303; 5]),
    ("/organisations/{slug}/members/leave", "/organisations/dicv-koeln/members/leave", "", [401, 403, 303, 303, 403]),
    ("/still-right/{link}", "/still-right/0", "answer=right", [303; 5]),
    // Last, as they end the session that asks.
    ("/sign-out", "/sign-out", "", [303; 5]),
    ("/sign-out/everywhere", "/sign-out/everywhere", "", [401, 401, 401, 401, 401]),
];

/// A draft, and another entry whose revision waits.
struct Stage {
    app: TestApp,
    cookies: [String; 5],
    draft: EntryId,
    organisation: EntryId,
    submitted: String,
    version: i64,
    suggestion: String,
    report: String,
}

impl Stage {
    fn new() -> Self {
        let app = TestApp::new();
        let cookies = [
            String::new(),
            app.session("stranger@verein.example.org", Some(("correlaid", Role::Owner)), false),
            app.session("editor@verein.example.org", Some(("dicv-koeln", Role::Editor)), false),
            app.session("owner@verein.example.org", Some(("dicv-koeln", Role::Owner)), false),
            app.session("moderator@verein.example.org", None, true),
        ];
        let organisation = app.id_of(Kind::Organisation, "dicv-koeln");
        let create = |title: &str| {
            let (organisation, editor) = (organisation.to_string(), [("cookie", &*cookies[2])]);
            let fields = [
                ("organisation", &*organisation),
                ("title", title),
                ("problem", "Ein Problem"),
                ("summary", "Ein Vorhaben"),
                ("phase", "idea"),
                ("scope", "online"),
                ("another", "yes"),
            ];
            let answer = app.post("/submit/new/project", &fields, &editor).expect(303);
            answer.header("location").rsplit('/').next().unwrap().parse().unwrap()
        };
        let (draft, waits): (EntryId, EntryId) = (create("Ein Entwurf"), create("Eine Einreichung"));
        app.post(&format!("/submit/{waits}/submit"), &[], &[("cookie", &*cookies[2])]).expect(303);
        let (submitted, version) = app.revision_of(waits);
        // One that its organisation decides on, and one of nobody's.
        suggested(&app, "/organisations/dicv-koeln/suggest/basics", &[("description", "Anders.")]);
        suggested(&app, "/projects/carifix/suggest/story", &[("advice", "Anders.")]);
        let list = app.send("GET", "/moderation/suggestions", &[("cookie", &cookies[4])]).html();
        let suggestion = attributes(&list, ".desk-row a", "href")[0].rsplit('/').next().unwrap().to_owned();
        app.post("/organisations/dicv-koeln/report", &[("reason", "other"), ("text", "x")], &[]).expect(303);
        let page = app.send("GET", &format!("/moderation/reports/{organisation}"), &[("cookie", &cookies[4])]).html();
        let report = attributes(&page, "input[name=report]", "value").pop().unwrap();
        Self { suggestion, report, app, cookies, draft, organisation, submitted: submitted.to_string(), version }
    }

    fn filled(&self, text: &str) -> String {
        text.replace("{draft}", &self.draft.to_string())
            .replace("{organisation}", &self.organisation.to_string())
            .replace("{submitted}", &self.submitted)
            .replace("{project}", &self.app.id_of(Kind::Project, "carifix").to_string())
            .replace("{other}", &self.app.id_of(Kind::Project, "signpost-ai-assistant").to_string())
            .replace("{suggestion}", &self.suggestion)
            .replace("{report}", &self.report)
            .replace("{version}", &self.version.to_string())
    }
}

#[test]
fn pages_open_for_those_who_may_read_them() {
    let stage = Stage::new();
    for (route, address, expected) in PAGES {
        let address = stage.filled(address);
        let got = stage.cookies.each_ref().map(|cookie| stage.app.send("GET", &address, &[("cookie", cookie)]).status.as_u16());
        assert_eq!(got, *expected, "{route}");
    }
}

#[test]
fn forms_do_what_they_do_for_those_who_may() {
    let stage = Stage::new();
    for (route, address, sent, expected) in FORMS {
        let (address, sent) = (stage.filled(address), stage.filled(sent));
        let fields = domain::query::pairs(&sent);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        let got = stage.cookies.each_ref().map(|cookie| stage.app.post(&address, &fields, &[("cookie", cookie)]).status.as_u16());
        assert_eq!(got, *expected, "{route} {address} {sent}");
    }
}

#[test]
fn before_the_second_step_a_moderator_is_a_member() {
    let stage = Stage::new();
    let moderator = stage.app.session_before_second_step("waits@verein.example.org");
    for (route, address, expected) in PAGES {
        let address = stage.filled(address);
        let answer = stage.app.send("GET", &address, &[("cookie", &moderator)]);
        let is_passkeys = ["/account/passkeys", "/sign-in/passkey"].contains(route);
        let expected = if route.starts_with("/moderation") {
            303
        } else if is_passkeys {
            200
        } else {
            expected[1]
        };
        assert_eq!(answer.status.as_u16(), expected, "{route}");
        if route.starts_with("/moderation") {
            let next = domain::query::write([("next", address.as_str())]);
            assert_eq!(answer.header("location"), format!("/account/passkeys?{next}"));
        }
    }
    for (route, address, sent, expected) in FORMS.iter().filter(|(route, ..)| !route.starts_with("/sign-out")) {
        let (address, sent) = (stage.filled(address), stage.filled(sent));
        let fields = domain::query::pairs(&sent);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        let got = stage.app.post(&address, &fields, &[("cookie", &moderator)]).status.as_u16();
        let expected = if route.contains("/passkey") { expected[4] } else { expected[1] };
        assert_eq!(got, expected, "{route} {address} {sent}");
    }
}

#[test]
fn no_page_and_no_form_is_left_out() {
    let pages: BTreeSet<String> = server::pages::addresses().into_iter().collect();
    let tested: BTreeSet<String> = PAGES.iter().map(|(route, ..)| (*route).to_owned()).collect();
    assert_eq!(pages, tested);
    let forms: BTreeSet<&str> = server::forms::ADDRESSES.iter().copied().collect();
    assert_eq!(forms, FORMS.iter().map(|(route, ..)| *route).collect());
}
