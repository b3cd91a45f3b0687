//! `allmende import` and `allmende reindex`.

use super::program::{folder, installations, project};
use backend::testing::sample;

#[test]
fn the_sample_is_imported_once() {
    for installation in installations() {
        let first = installation.import(&sample());
        assert!(first.contains("projects.jsonl: 111 new, 0 changed, 0 unchanged"), "{first}");
        let second = installation.import(&sample());
        let unchanged =
            ["organisations.jsonl", "projects.jsonl", "lessons.jsonl", "contradictions.jsonl"].into_iter().zip([108, 111, 134, 8]);
        let expected: String = unchanged.map(|(file, count)| format!("{file}: 0 new, 0 changed, {count} unchanged\n")).collect();
        assert_eq!(second, expected, "{}", installation.name());
        assert_eq!(installation.counts(), [108, 111, 134]);
    }
}

#[test]
fn a_broken_line_is_named_and_nothing_is_imported() {
    for installation in installations() {
        let lines = [project("a", ""), project("b", r#", "topics": ["pflege"]"#), "{".to_owned()].join("\n");
        let folder = folder(&[("projects.jsonl", lines)]);
        let done = installation.run(&["import".as_ref(), folder.path().as_os_str()]);
        assert_eq!((done.code, done.out.as_str()), (Some(1), ""), "{done:?}");
        let place = |line: u32| format!("{}:{line}: ", folder.path().join("projects.jsonl").display());
        assert!(done.err.contains(&format!("{}topics[0]: unknown value \"pflege\"", place(2))), "{}", done.err);
        assert!(done.err.contains(&format!("{}(line): not JSON", place(3))), "{}", done.err);
        assert!(done.err.lines().last().unwrap().starts_with("allmende: 2 errors"), "{}", done.err);
        assert_eq!(installation.counts(), [0, 0, 0], "{}", installation.name());
    }
}

#[test]
fn broken_lines_can_be_left_out() {
    for installation in installations() {
        let folder = folder(&[("projects.jsonl", [project("a", ""), "{".to_owned(), project("c", "")].join("\n"))]);
        let done = installation.run(&["import".as_ref(), folder.path().as_os_str(), "--skip-invalid".as_ref()]);
        assert_eq!(done.code, Some(0), "{done:?}");
        assert!(done.out.contains("projects.jsonl: 2 new") && done.out.contains("1 errors"), "{}", done.out);
        assert!(done.err.contains("projects.jsonl:2: (line): not JSON"), "{}", done.err);
        assert_eq!(installation.counts(), [0, 2, 0], "{}", installation.name());
    }
}

#[test]
fn a_database_that_holds_something_can_be_left_alone() {
    for installation in installations() {
        let (one, other) = (folder(&[("projects.jsonl", project("a", ""))]), folder(&[("projects.jsonl", project("b", ""))]));
        let if_empty = |path: &std::path::Path| installation.run(&["import".as_ref(), path.as_os_str(), "--if-empty".as_ref()]);
        let first = if_empty(one.path());
        assert!(first.code == Some(0) && first.out.contains("1 new"), "{first:?}");
        let second = if_empty(other.path());
        assert!(second.code == Some(0) && second.out.contains("nothing imported"), "{second:?}");
        assert_eq!(installation.counts(), [0, 1, 0], "{}", installation.name());
    }
}

#[test]
fn a_path_with_nothing_to_import_is_told_so() {
    for installation in installations() {
        for (path, reason) in [("/nowhere", "No such file"), ("/", "found none of organisations.jsonl")] {
            let done = installation.run(&["import", path]);
            assert_eq!(done.code, Some(1), "{done:?}");
            assert!(done.err.starts_with(&format!("allmende: {path}: {reason}")), "{}", done.err);
        }
    }
}

#[test]
fn the_index_can_be_built_anew_at_any_time() {
    for installation in installations() {
        for filled in [false, true] {
            if filled {
                installation.import(&sample());
            }
            let done = installation.run(&["reindex"]);
            assert!(done.code == Some(0) && done.out.contains("up to date"), "{}: {done:?}", installation.name());
        }
        assert_eq!(installation.serve().total(""), 353, "{}", installation.name());
    }
}
