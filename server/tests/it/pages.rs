//! Pages as a browser without JavaScript gets them.

use crate::support::{Answer, BASE, TestApp, app, attributes, css, texts};
use std::collections::BTreeSet;

/// Headers of a reader whose pages are never kept.
const DRAWN: &[(&str, &str)] = &[("cookie", "session=1")];

/// The type of a script that is none.
const DATA: &str = "application/ld+json";

/// One address of each page, with its status.
const PAGES: [(&str, u16); 27] = [
    ("/", 200),
    ("/explore", 200),
    ("/explore?q=chatbot&topic=care&near=50667&km=100&sort=distance", 200),
    ("/explore?view=map", 200),
    ("/explore?view=table", 200),
    ("/explore?q=xyzzyplugh&topic=care", 200),
    ("/explore/values?facet=organisation&q=chatbot", 200),
    ("/explore/values?facet=colour", 400),
    ("/lessons", 200),
    ("/organisations", 200),
    ("/projects/carifix", 200),
    ("/projects/signpost-ai-assistant", 200),
    ("/lessons/quellen-kuratieren", 200),
    ("/organisations/deutscher-caritasverband", 200),
    ("/projects/carifix/revisions/1", 200),
    ("/sign-in", 200),
    ("/sign-in/code", 200),
    ("/sign-in/abc", 404),
    ("/account", 401),
    ("/about", 200),
    ("/about/style", 200),
    ("/privacy", 200),
    ("/imprint", 200),
    ("/accessibility", 200),
    ("/explore?topic=pflege", 400),
    ("/projects/nobody", 404),
    ("/nowhere/at/all", 404),
];

#[test]
fn every_page_is_a_whole_document() {
    let app = app();
    for (address, status) in PAGES {
        let html = app.get(address).expect(status).html();
        assert_eq!(attributes(&html, "html", "lang"), ["de"], "{address}");
        assert_eq!(texts(&html, "h1").len(), 1, "{address}");
        let titles = texts(&html, "head > title");
        assert!(titles.len() == 1 && titles[0].contains("Allmende") && titles[0].len() > 10, "{address}: {titles:?}");
        assert_eq!(attributes(&html, "meta[name=viewport]", "content"), ["width=device-width, initial-scale=1"], "{address}");
        assert_eq!(attributes(&html, "main", "id"), ["content"], "{address}");
    }
}

#[test]
fn pages_drawn_at_once_do_not_mix() {
    let app = app();
    let addresses: Vec<_> = PAGES.iter().filter(|(_, status)| *status == 200).map(|(address, _)| *address).cycle().take(60).collect();
    let one_by_one: Vec<_> = addresses.iter().take(PAGES.len()).map(|address| app.send("GET", address, DRAWN)).collect();
    for answer in app.send_at_once(&addresses, DRAWN) {
        let alone = one_by_one.iter().find(|alone| alone.address == answer.address).unwrap();
        assert!(alone.body == answer.body, "{}:\n{}\n{}", answer.address, alone.text(), answer.text());
        assert_eq!(attributes(&answer.html(), "head > meta[name=description]", "content").len(), 1, "{}", answer.address);
    }
}

#[test]
fn scripts_run_from_our_files_only() {
    let app = app();
    for (address, status) in PAGES {
        let answer = app.get(address).expect(status);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), "{address}: {policy}");
        assert!(["unsafe-inline", "'unsafe-eval'", "nonce"].iter().all(|word| !policy.contains(word)), "{address}: {policy}");
        let html = answer.html();
        for script in html.select(&css("script")) {
            if script.attr("type") == Some(DATA) {
                is_only_data(&script.text().collect::<String>(), address);
                continue;
            }
            let source = script.attr("src").unwrap_or_default();
            assert!(source.starts_with('/') && !source.starts_with("//"), "{address}: {}", script.html());
            assert_eq!(script.text().collect::<String>(), "", "{address}");
        }
    }
}

/// A block of data for machines: JSON of schema.org that cannot end its own element.
#[track_caller]
fn is_only_data(text: &str, address: &str) {
    let data: serde_json::Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{address}: {error}: {text}"));
    assert_eq!(data["@context"], "https://schema.org", "{address}");
    assert!(!text.contains('<'), "{address}: {text}");
}

#[test]
fn no_page_asks_for_wasm_by_itself() {
    let app = app();
    for (address, status) in PAGES {
        let answer = app.get(address).expect(status);
        assert!(!answer.header("link").contains("wasm") && !answer.text().contains(".wasm"), "{address}");
    }
    assert!(!attributes(&app.get("/explore").html(), "leptos-island", "data-component").is_empty());
}

#[test]
fn nothing_is_styled_or_scripted_inside_the_markup() {
    let app = app();
    for (address, status) in PAGES {
        let html = app.get(address).expect(status).html();
        assert!(html.select(&css("style, base, iframe, object, embed")).next().is_none(), "{address}");
        for element in html.select(&css("*")) {
            for (name, value) in element.value().attrs() {
                assert!(name != "style" && !name.starts_with("on"), "{address}: {name}={value}");
            }
        }
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let app = app();
    for (address, status) in PAGES {
        let html = app.get(address).expect(status).html();
        let links = attributes(&html, "link:not([rel=canonical], [rel=alternate])", "href");
        for url in [attributes(&html, "[src]", "src"), links, attributes(&html, "form", "action")].concat() {
            assert!(url.starts_with('/') && !url.starts_with("//"), "{address}: {url}");
        }
        // These are read, not loaded, and some readers want them whole.
        for url in attributes(&html, "link", "href") {
            assert!(url.strip_prefix(BASE).unwrap_or(&url).starts_with('/'), "{address}: {url}");
        }
    }
}

#[test]
fn ids_are_unique_and_labels_point_to_them() {
    let app = app();
    for (address, status) in PAGES {
        let html = app.get(address).expect(status).html();
        let ids = attributes(&html, "[id]", "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{address}: {ids:?}");
        for reference in [attributes(&html, "label", "for"), attributes(&html, "[aria-labelledby]", "aria-labelledby")].concat() {
            assert!(unique.contains(&reference), "{address}: {reference}");
        }
    }
}

#[test]
fn a_typing_mistake_still_lists_what_was_meant() {
    let app = app();
    let html = app.get("/explore?q=chatbto").expect(200).html();
    let titles = texts(&html, ".card-title").join("\n").to_lowercase();
    assert!(titles.contains("chatbot"), "{titles}");
    assert_eq!(attributes(&html, "input#q", "value"), ["chatbto"]);
}

#[test]
fn of_one_typed_word_it_is_said_how_many_entries_have_it() {
    let app = app();
    let (others, follow) =
        ("Die anderen enthalten nur einen Teil des Wortes.", "Danach folgen Einträge, die nur einen Teil des Wortes enthalten.");
    let mut seen = vec![];
    for (rest, end) in
        [("", others), ("&kind=project", follow), ("&kind=lesson", follow), ("&kind=lesson&sort=title", others), ("&phase=ended", "")]
    {
        // Glue is no word that anybody misses.
        let asked = format!("q=die+Telefonberatung%3F{rest}");
        let with_all = app.get(&format!("/api/v1/search?{asked}")).expect(200).json()["with_all"].as_u64().unwrap();
        let said = match with_all {
            0 => "„Telefonberatung“ steht so in keinem dieser Einträge. Gesucht wurde nach den Teilen des Wortes.".to_owned(),
            1 => format!("Nur 1 Eintrag passt ganz zu „Telefonberatung“. {end}"),
            _ => format!("Nur {with_all} Einträge passen ganz zu „Telefonberatung“. {end}"),
        };
        let html = app.get(&format!("/explore?{asked}")).expect(200).html();
        assert_eq!(texts(&html, "#understood"), [said], "{asked}");
        seen.push(with_all.min(2));
    }
    assert_eq!(seen, [2, 2, 1, 1, 0], "all that can be said");
    let english = app.get("/explore?q=Telefonberatung&kind=lesson&lang=en").expect(200).html();
    assert_eq!(
        texts(&english, "#understood"),
        ["Only 1 entry fits “Telefonberatung” as a whole. Entries with only a part of the word follow."]
    );
    let words = app.get("/explore?q=leichte+sprache+bewerbung").expect(200).html();
    assert!(texts(&words, "#understood")[0].contains("alle Wörter"), "{:?}", texts(&words, "#understood"));
}

#[test]
fn addresses_longer_than_any_file_name_lead_on_too() {
    let app = app();
    let [name, path] = ["a".repeat(300), "a/".repeat(2_500)];
    let longest = "a".repeat(255);
    for address in [
        format!("/{name}"),
        format!("/{longest}"),
        format!("/fonts/{name}.woff2"),
        format!("/static/x/{name}"),
        format!("/icon.svg/{name}"),
        format!("/{path}a"),
        format!("/{}", "%C3%A4".repeat(100)),
    ] {
        let answer = app.get(&address).expect(404);
        assert_eq!(answer.header("cache-control"), "private, no-cache");
        assert_eq!(attributes(&answer.html(), "main", "id"), ["content"], "{address}");
    }
    app.get("/icon.svg/a").expect(404);
}

#[test]
fn what_is_not_there_has_a_page_that_leads_on() {
    let app = app();
    for address in ["/projects/nobody", "/lessons/nobody", "/organisations/nobody", "/projects/%00", "/projects/%ff", "/nowhere"] {
        let html = app.get(address).expect(404).html();
        assert_eq!(texts(&html, "h1"), ["Hier ist nichts"], "{address}");
        assert!(attributes(&html, "main a", "href").contains(&"/explore".to_owned()), "{address}");
    }
}

#[test]
fn what_a_moderator_removed_is_gone() {
    let app = TestApp::new();
    app.get("/projects/carifix").expect(200);
    app.remove_project("carifix");
    app.catch_up();
    let html = app.get("/projects/carifix").expect(410).html();
    assert_eq!(texts(&html, "h1"), ["Dieser Eintrag wurde entfernt"]);
    assert!(!app.get("/organisations/deutscher-caritasverband").text().contains("/projects/carifix"));
}

#[test]
fn entries_say_that_others_compiled_them() {
    let app = app();
    let entries = ["/projects/", "/lessons/", "/organisations/"];
    for (address, _) in PAGES.into_iter().filter(|(address, status)| *status == 200 && entries.iter().any(|of| address.starts_with(of))) {
        let notice = texts(&app.get(address).html(), ".origin").concat();
        assert!(notice.contains("Aus öffentlichen Quellen zusammengestellt") && notice.contains("1. November 2026"), "{address}: {notice}");
    }
}

#[test]
fn a_place_that_nobody_knows_is_said_beside_the_field_and_costs_nothing_else() {
    let app = app();
    let answer = app.get("/explore?q=pflege&topic=care&near=Nirgendwo&km=50&sort=distance&view=map").expect(400);
    let html = answer.html();
    assert_eq!(attributes(&html, "#near", "value"), ["Nirgendwo"]);
    assert_eq!(attributes(&html, "#near", "aria-invalid"), ["true"]);
    assert_eq!(attributes(&html, "#km [selected]", "value"), ["50"]);
    assert_eq!(attributes(&html, "#q", "value"), ["pflege"]);
    assert_eq!(attributes(&html, "project-map", "tiles"), ["q=pflege&topic=care"]);
    assert!(texts(&html, ".place-refused").concat().contains("„Nirgendwo“"));
    assert!(!texts(&html, "#found .card-title").is_empty());
}

#[test]
fn what_an_address_says_wrongly_is_told_in_words_and_with_a_way_on() {
    let app = app();
    for (address, told, without) in [
        ("/explore?q=chat&topic=pflege&topic=care", "„pflege“ gibt es unter „Thema“ nicht.", "/explore?q=chat&topic=care"),
        ("/lessons?colour=red&view=map", "„colour“ kennt diese Seite nicht.", "/lessons?view=map"),
        ("/explore?per_page=900", "Einträge auf einer Seite: Bitte eine ganze Zahl von 1 bis 100.", "/explore"),
        ("/explore?sort=distance&q=a", "Nach Entfernung ordnen geht nur mit einem Ort.", "/explore?q=a"),
        ("/explore/values?facet=colour", "„colour“ gibt es unter „Filter“ nicht.", "/explore"),
        ("/embed?view=table&topic=care", "„table“ gibt es unter „Ansicht“ nicht.", "/embed?topic=care"),
    ] {
        let html = app.get(address).expect(400).html();
        assert_eq!(texts(&html, ".failure-fields li"), [told], "{address}");
        assert_eq!(attributes(&html, ".failure-ways .button", "href"), [without], "{address}");
        assert_eq!(texts(&html, ".failure-ways .button"), ["Ohne diese Angabe weiter"], "{address}");
        app.get(without).expect(200);
    }
    // Programs are told what is allowed.
    assert!(app.get("/api/v1/search?topic=pflege").expect(400).text().contains("social-counselling"));
}

#[test]
fn of_a_part_of_a_city_it_is_said_which_city() {
    let app = app();
    for (near, said) in [
        ("Mitte", "„Mitte“ kann mehrere Orte meinen. Gezeigt wird Mitte, Berlin. Oder meint ihr: Mitte (Hannover), Niedersachsen"),
        ("Prenzlauer+Berg", "Prenzlauer Berg gehört zu Berlin."),
        ("Potsdam", ""),
    ] {
        let told = texts(&app.get(&format!("/explore?near={near}")).expect(200).html(), ".place-said").concat();
        assert_eq!(told.split_whitespace().collect::<Vec<_>>().join(" "), said, "{near}");
    }
}

#[test]
fn an_order_is_offered_where_there_is_something_to_order() {
    let app = app();
    let one = "/explore?kind=project&organisation=deutscher-caritasverband";
    for (address, is_one, orders) in [(one, true, 0), ("/explore?kind=project", false, 3), ("/explore?q=chatbot", false, 4)] {
        let html = app.get(address).expect(200).html();
        assert_eq!(texts(&html, "#found .card-title").len() == 1, is_one, "{address}");
        assert_eq!(texts(&html, ".sort a").len(), orders, "{address}");
    }
}

#[test]
fn empty_fields_of_a_form_leave_no_trace_in_the_address() {
    let app = app();
    for (asked, kept) in
        [("/explore?q=a+b&near=&km=&topic=care", "/explore?q=a+b&topic=care"), ("/organisations?q=&near=+&km=", "/organisations")]
    {
        assert_eq!(app.get(asked).expect(303).header("location"), kept);
    }
    app.get("/explore?colour=").expect(400);
}

#[test]
fn what_somebody_typed_stays_text() {
    let app = app();
    let typed = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let encoded: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    for rest in ["&view=map", "&topic=care&near=50667&view=map"] {
        let html = app.get(&format!("/explore?q={encoded}{rest}")).expect(200).html();
        assert_eq!(texts(&html, "head > title"), [format!("„{typed}“ in Entdecken · Allmende")]);
        assert_eq!(attributes(&html, "input[name=q]", "value"), [typed]);
        let tiles = attributes(&html, "project-map", "tiles").concat();
        assert!(tiles.contains(&encoded) && !tiles.contains('<'), "{tiles}");
        harmless(&app.get(&format!("/explore?q={encoded}{rest}")));
    }
    for (address, place) in [
        (format!("/explore?topic={encoded}"), ".failure"),
        (format!("/explore?{encoded}=1"), ".failure"),
        (format!("/explore?near={encoded}"), ".place-refused"),
    ] {
        let answer = app.get(&address).expect(400);
        assert!(texts(&answer.html(), place).concat().contains(typed), "{address}");
        harmless(&answer);
    }
    harmless(&app.get(&format!("/projects/{}", encoded.replace('+', "%20"))).expect(404));
}

#[test]
fn what_an_entry_says_stays_text() {
    let app = TestApp::new();
    let evil = "</title><script>alert(1)</script>\\\"'><img src=x onerror=alert(1)>";
    app.import_project(&format!(
        r#"{{"id": "evil", "title": "{evil}", "summary": "{evil}", "problem": "{evil}", "solution": "[x](javascript:alert(1)) ![y](//z.example/p)", "phase": "live", "scope": "local", "place": "{evil}", "target_groups": ["{evil}"], "organisation": "deutscher-caritasverband"}}"#
    ));
    let addresses = [
        "/projects/evil",
        "/explore?q=alert&kind=project",
        "/explore?kind=project&sort=newest",
        "/",
        "/organisations/deutscher-caritasverband",
    ];
    for address in addresses {
        let answer = app.get(address).expect(200);
        assert!(answer.text().contains("alert"), "{address}");
        harmless(&answer);
    }
    assert_eq!(texts(&app.get("/projects/evil").html(), "h1"), [evil.replace('\\', "")]);
}

/// No markup came in with what was typed.
fn harmless(answer: &Answer) {
    let html = answer.html();
    for script in html.select(&css("script")) {
        let text: String = script.text().collect();
        match script.attr("type") {
            Some(DATA) => is_only_data(&text, &answer.address),
            _ => assert!(!text.contains("alert"), "{}", answer.address),
        }
    }
    assert!(html.select(&css("img, [onerror], a[href^='javascript:']")).next().is_none(), "{}", answer.address);
    assert_eq!(texts(&html, "title").len() - texts(&html, "svg title").len(), 1, "{}", answer.address);
}

#[test]
fn every_link_of_our_own_leads_somewhere() {
    let app = app();
    let mut links = BTreeSet::new();
    for (page, status) in PAGES {
        let html = app.get(page).expect(status).html();
        // The same page in the other language has a test of its own, and answers as this one does.
        links.extend(attributes(&html, "a:not(#language)", "href").into_iter().filter(|href| href.starts_with('/')));
        let ids = attributes(&html, "[id]", "id");
        for anchor in attributes(&html, "a[href^='#']", "href") {
            assert!(ids.contains(&anchor[1..].to_owned()), "{page}: {anchor}");
        }
    }
    assert!(links.len() > 400, "{}", links.len());
    for link in links {
        // One's own account is there for those who are signed in.
        app.get(&link).expect(if link == "/account" { 401 } else { 200 });
    }
}

#[test]
fn every_page_speaks_english_too() {
    let app = app();
    for (address, status) in PAGES {
        let joint = if address.contains('?') { '&' } else { '?' };
        let answer = app.get(&format!("{address}{joint}lang=en")).expect(status);
        let html = answer.html();
        assert_eq!(attributes(&html, "html", "lang"), ["en"], "{address}");
        assert_eq!(texts(&html, "header nav a"), ["Projects", "Lessons", "Organisations", "Contribute", "About"], "{address}");
        assert!(answer.header("set-cookie").starts_with("lang=en;") && answer.header("set-cookie").contains("; Secure"), "{address}");
        assert_eq!(answer.header("vary"), "accept-language, cookie, accept-encoding", "{address}");
        // The way back leads to the same query.
        let back = attributes(&html, "#language", "href").concat();
        let expected = attributes(&app.get(address).html(), "#language", "href").concat().replace("lang=en", "lang=de");
        assert_eq!(back, expected, "{address}");
    }
}

#[test]
fn only_pages_remember_a_language() {
    let app = app();
    let others = ["/api/v1/search", "/api/v1/nothing", "/feed.atom", "/sitemap.xml", "/robots.txt", "/icon.svg", "/static/x/icon.svg"];
    for address in others.into_iter().chain(["/static/x/nothing.css", "/map/entries/0/0/0.mvt", "/preview/allmende.png", "/about/"]) {
        assert_eq!(app.get(&format!("{address}?lang=en")).header("set-cookie"), "", "{address}");
    }
}

#[test]
fn a_page_has_one_address() {
    let app = app();
    for (address, to) in [
        ("/about/", "/about"),
        ("/projects?topic=care", "/explore?kind=project&topic=care"),
        ("/explore/?q=a%2Fb&topic=care", "/explore?q=a%2Fb&topic=care"),
        ("/projects/carifix/", "/projects/carifix"),
        ("/projects/%C3%A4/", "/projects/%C3%A4"),
        ("/projects/carifix/revisions/1/?lang=en", "/projects/carifix/revisions/1?lang=en"),
    ] {
        for method in ["GET", "HEAD"] {
            assert_eq!(app.send(method, address, &[]).expect(308).header("location"), to);
        }
        app.send("POST", address, &[]).expect(405);
    }
    for address in ["//", "/about//", "//about/", "/nowhere/", "//example.org/", "/fonts/"] {
        app.get(address).expect(404);
    }
}

#[test]
fn descriptions_are_sentences_of_a_length_that_is_shown() {
    let app = app();
    for (address, status) in PAGES {
        for lang in ["de", "en"] {
            let html = app.send("GET", address, &[("accept-language", lang)]).expect(status).html();
            let description = attributes(&html, "meta[name=description]", "content").concat();
            assert!((50..=170).contains(&description.chars().count()), "{address}, {lang}: {description}");
        }
    }
}

#[test]
fn where_nothing_is_found_each_filter_and_the_word_can_be_left_out() {
    let app = app();
    let ways = |address: &str| texts(&app.get(address).expect(200).html(), ".nothing li a");
    let all = ways("/explore?q=xyzzyplugh&topic=care&topic=health&kind=project&kind=lesson&lang_content=de");
    assert!(all[0].starts_with("Ohne das Wort „xyzzyplugh“"), "{all:?}");
    let all = ways("/explore?topic=care&topic=health&organisation=nobody");
    assert!(all[0].starts_with("Ohne „Organisation: nobody“"), "{all:?}");
    let all = ways("/explore?topic=care&topic=health&kind=lesson");
    assert!(all.iter().any(|way| way.starts_with("Ohne „Thema: ") && way.contains(", ")), "{all:?}");
    let all = ways("/lessons?theme=funding&q=xyzzyplugh");
    assert!(all[0].contains("xyzzyplugh") && !all.concat().contains("Erfahrung“"), "{all:?}");
    // Other words help only where there are some; a wider search does where there is a place.
    let hint = |address: &str| app.get(address).expect(200).text().contains("Versucht ein kürzeres oder ein anderes Wort");
    assert!(hint("/explore?q=xyzzyplugh") && !hint("/explore?near=Passau"));
    let wider = ways("/explore?near=Passau");
    assert!(wider.contains(&"Im Umkreis von 100 km wäre es 1 Eintrag".to_owned()), "{wider:?}");
    let html = app.get("/explore?near=Passau").html();
    let href = attributes(&html, ".nothing li a", "href").into_iter().find(|href| href.contains("km=")).unwrap();
    assert_eq!(texts(&app.get(&href).expect(200).html(), "#found-count"), ["1 Eintrag"]);
}

#[test]
fn an_operators_texts_keep_links_and_language() {
    let pages = tempfile::tempdir().unwrap();
    std::fs::write(pages.path().join("imprint.de.md"), "Verein X  \nWeg 1, [Mail](mailto:a@b.de)\n").unwrap();
    std::fs::write(pages.path().join("privacy.de.md"), "# Bei uns\n\nGilt auch.\n").unwrap();
    let app = TestApp::with_pages(pages.path());
    let html = app.get("/imprint").expect(200).html();
    assert_eq!(texts(&html, "h1"), ["Impressum"]);
    assert_eq!(attributes(&html, ".lead a", "href"), ["mailto:a@b.de"]);
    assert_eq!(html.select(&css(".lead br")).count(), 1);
    assert_eq!(attributes(&html, "main [lang], meta[name=robots]", "lang").len(), 0);
    let html = app.get("/imprint?lang=en").expect(200).html();
    assert_eq!((texts(&html, "h1")[0].as_str(), attributes(&html, ".lead", "lang")), ("Imprint", vec!["de".to_owned()]));
    let html = app.get("/privacy?lang=en").expect(200).html();
    assert_eq!((attributes(&html, ".text-added", "lang"), attributes(&html, ".lead", "lang").len()), (vec!["de".to_owned()], 0));
    // Without a text of theirs it is only a note to the operator.
    let html = self::app().get("/imprint").expect(200).html();
    assert_eq!(attributes(&html, "meta[name=robots]", "content"), ["noindex"]);
}

#[test]
fn what_is_written_in_markdown_is_shown_as_such_and_told_without_marks() {
    let app = TestApp::new();
    app.import(
        "organisations.jsonl",
        r#"{"id": "marks", "name": "Marks", "kind": "welfare-association", "description": "Wir **helfen** [hier](https://x.de)."}"#,
    );
    let html = app.get("/organisations/marks").expect(200).html();
    assert_eq!(attributes(&html, ".lead a", "href"), ["https://x.de"]);
    assert_eq!(attributes(&html, "meta[name=description]", "content"), ["Wir helfen hier."]);
    assert!(texts(&html, "script[type='application/ld+json']")[0].contains("Wir helfen hier."));
    let feed = app.get("/feed.atom?kind=organisation&q=helfen").expect(200).text();
    assert!(!feed.contains("**helfen**"));
}

#[test]
fn a_revision_has_one_address_and_a_title_of_its_own_and_no_map() {
    let app = app();
    let (now, then) = (app.get("/projects/carifix").html(), app.get("/projects/carifix/revisions/1").expect(200).html());
    assert!(texts(&then, "head > title")[0].contains("(Fassung 1)") && !texts(&now, "head > title")[0].contains("Fassung"));
    for number in ["01", "+1", "%2B1", "-0", "1.0", "0", "2"] {
        app.get(&format!("/projects/carifix/revisions/{number}")).expect(404);
    }
    let map = css("project-map");
    assert!(now.select(&map).count() > 0);
    assert_eq!(then.select(&map).count(), 0);
}
