//! Old rows and new ones, one column at a time.

use std::ops::Range;

/// A part of the rows of a next state.
#[derive(Debug, Clone)]
pub enum Piece {
    /// These rows of the state before.
    Old(Range<usize>),
    /// These of the new ones, in their order.
    New(Range<usize>),
}

/// What becomes of `rows` old rows: those in `gone` leave, and of the new ones each enters before the old row in `enter`.
/// Both rise.
#[must_use]
pub fn pieces(rows: usize, gone: &[usize], enter: &[usize]) -> Vec<Piece> {
    let (mut pieces, mut old, mut new) = (Vec::new(), 0, 0);
    for leaving in gone.iter().copied().chain([rows]) {
        while let Some(before) = enter.get(new).copied().filter(|before| *before <= leaving) {
            let together = enter[new..].iter().take_while(|other| **other == before).count();
            pieces.extend([Piece::Old(old..before), Piece::New(new..new + together)]);
            (old, new) = (before, new + together);
        }
        pieces.push(Piece::Old(old..leaving));
        old = leaving + 1;
    }
    pieces
}

/// A column of the next state.
pub fn weave<T>(pieces: &[Piece], old: impl Fn(usize) -> T, new: impl Fn(usize) -> T) -> Vec<T> {
    let rows = pieces.iter().map(|(Piece::Old(rows) | Piece::New(rows))| rows.len()).sum();
    let mut column = Vec::with_capacity(rows);
    for piece in pieces {
        match piece {
            Piece::Old(rows) => column.extend(rows.clone().map(&old)),
            Piece::New(rows) => column.extend(rows.clone().map(&new)),
        }
    }
    column
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_leave_and_enter_at_their_places() {
        let woven = |rows, gone: &[usize], enter: &[usize]| {
            weave(&pieces(rows, gone, enter), |row| char::from(b'a' + row as u8), |row| char::from(b'0' + row as u8))
                .into_iter()
                .collect::<String>()
        };
        assert_eq!(woven(0, &[], &[0, 0]), "01");
        assert_eq!(woven(4, &[], &[]), "abcd");
        assert_eq!(woven(4, &[0, 3], &[0, 0, 2, 3, 4]), "01b2c34");
        assert_eq!(woven(4, &[1, 2], &[1, 2, 3]), "a012d");
        assert_eq!(woven(3, &[0, 1, 2], &[]), "");
    }
}
