//! What operators are told of files that nothing names.

use super::program::installations;
use backend::{storage::unused_files, testing::picture};
use domain::{
    limits,
    time::{HOUR, Timestamp},
};

#[test]
fn files_that_nothing_names_are_counted_and_swept() {
    for installation in installations() {
        let dry = installation.run(&["sweep-files", "--dry-run"]);
        assert!(dry.code == Some(0) && dry.out.contains("Would be removed: 0, 0.0 MB."), "{dry:?}");
        let files = installation.files();
        installation.with_backend(async |backend| {
            let long_ago = Timestamp(backend.clock.now().0 - limits::UNUSED_FILE_HOURS * HOUR - HOUR);
            for (shade, at) in [(10, long_ago), (200, backend.clock.now())] {
                let announced = files.keep_picture(picture(shade), async |picture| {
                    let mut tx = backend.db.write().await?;
                    unused_files::sent(&mut tx, &picture.to_string(), at).await?;
                    Ok(tx.commit().await?)
                });
                announced.await.unwrap();
            }
        });
        for (words, what) in [
            (&["sweep-files", "--dry-run"][..], "Would be removed: 1,"),
            (&["sweep-files"], "Removed: 1,"),
            (&["sweep-files"], "Removed: 0,"),
        ] {
            let done = installation.run(words);
            let waiting = "Named by nothing for less than 48 hours, and left alone: 1.";
            assert!(done.code == Some(0) && done.out.contains(what) && done.out.contains(waiting), "{done:?}");
        }
    }
}
