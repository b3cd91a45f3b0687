//! Who may open and send what: every page and every form, asked by everybody.

use crate::support::TestApp;
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
    ("/lessons/{slug}/revisions/{number}", "/lessons/quellen-kuratieren/revisions/1", ALL),
    ("/moderation", "/moderation", MODERATORS),
    ("/moderation/claims", "/moderation/claims", MODERATORS),
    ("/moderation/duplicates", "/moderation/duplicates", MODERATORS),
    ("/moderation/duplicates/{a}/{b}", "/moderation/duplicates/{project}/{other}", MODERATORS),
    ("/moderation/operation", "/moderation/operation", MODERATORS),
    ("/moderation/{revision}", "/moderation/{submitted}", MODERATORS),
    ("/organisations", "/organisations", ALL),
    ("/organisations/new", "/organisations/new", SIGNED_IN),
    ("/organisations/{slug}", "/organisations/dicv-koeln", ALL),
    ("/organisations/{slug}/claim", "/organisations/dicv-koeln/claim", ALL),
    ("/organisations/{slug}/history", "/organisations/dicv-koeln/history", ALL),
    ("/organisations/{slug}/members", "/organisations/dicv-koeln/members", MEMBERS),
    ("/organisations/{slug}/revisions/{number}", "/organisations/dicv-koeln/revisions/1", ALL),
    ("/privacy", "/privacy", ALL),
    ("/projects/{slug}", "/projects/carifix", ALL),
    ("/projects/{slug}/history", "/projects/carifix/history", ALL),
    ("/projects/{slug}/revisions/{number}", "/projects/carifix/revisions/1", ALL),
    ("/sign-in", "/sign-in", ALL),
    ("/sign-in/code", "/sign-in/code", ALL),
    ("/sign-in/{link}", "/sign-in/0", [404; 5]),
    ("/still-right/{link}", "/still-right/0", [404; 5]),
    ("/submit", "/submit", ALL),
    ("/submit/alike", "/submit/alike?kind=project&title=Carifix", ALL),
    ("/submit/new/{kind}", "/submit/new/project", SIGNED_IN),
    ("/submit/{id}", "/submit/{draft}", WRITERS),
    ("/submit/{id}/edit/{section}", "/submit/{draft}/edit/basics", WRITERS),
    ("/submit/{id}/pictures", "/submit/{draft}/pictures", WRITERS),
    ("/submit/{id}/preview", "/submit/{draft}/preview", WRITERS),
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
    ("/submit/{id}/pictures/{step}", "/submit/{draft}/pictures/remove", "file=x", [401, 404, 303, 303, 303]),
    ("/submit/{id}/{step}", "/submit/{draft}/submit", "", [401, 404, 303, 409, 409]),
    ("/submit/{id}/{step}", "/submit/{draft}/confirm", "", [401, 404, 409, 409, 409]),
    ("/submit/{id}/{step}", "/submit/{draft}/take-back", "", [401, 404, 303, 409, 409]),
    ("/submit/{id}/{step}", "/submit/{draft}/begin", "", [401, 404, 303, 303, 303]),
    ("/submit/{id}/{step}", "/submit/{draft}/discard", "version=0", [401, 404, 409, 409, 409]),
    // Of what was never published there is nothing to put away.
    ("/submit/{id}/{step}", "/submit/{draft}/end", "ending=archive", [401, 404, 403, 409, 409]),
    ("/moderation/duplicates/{step}", "/moderation/duplicates/look", "", [401, 403, 403, 403, 303]),
    ("/moderation/duplicates/{step}", "/moderation/duplicates/dismiss", "a={project}&b={other}", [401, 403, 403, 403, 303]),
    ("/moderation/duplicates/{step}", "/moderation/duplicates/restore", "a={project}&b={other}", [401, 403, 403, 403, 303]),
    // Nobody put them together.
    ("/moderation/duplicates/{step}", "/moderation/duplicates/undo", "from={project}&to={other}", [401, 403, 403, 403, 404]),
    ("/moderation/duplicates/{a}/{b}", "/moderation/duplicates/{project}/{other}", "versions=0.0&stays=0", [401, 403, 403, 403, 409]),
    ("/moderation/{revision}", "/moderation/{submitted}", "version={version}&decision=reject", [401, 403, 403, 403, 400]),
    ("/account/language", "/account/language", "language=de", [401, 303, 303, 303, 303]),
    ("/account/delete", "/account/delete", "typed=x", [401, 400, 400, 400, 400]),
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
        Self { app, cookies, draft, organisation, submitted: submitted.to_string(), version }
    }

    fn filled(&self, text: &str) -> String {
        text.replace("{draft}", &self.draft.to_string())
            .replace("{organisation}", &self.organisation.to_string())
            .replace("{submitted}", &self.submitted)
            .replace("{project}", &self.app.id_of(Kind::Project, "carifix").to_string())
            .replace("{other}", &self.app.id_of(Kind::Project, "signpost-ai-assistant").to_string())
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
fn no_page_and_no_form_is_left_out() {
    let pages: BTreeSet<String> = server::pages::addresses().into_iter().collect();
    let tested: BTreeSet<String> = PAGES.iter().map(|(route, ..)| (*route).to_owned()).collect();
    assert_eq!(pages, tested);
    let forms: BTreeSet<&str> = server::forms::ADDRESSES.iter().copied().collect();
    assert_eq!(forms, FORMS.iter().map(|(route, ..)| *route).collect());
}
