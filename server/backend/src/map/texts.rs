//! What single entries show, one after the other in one long text: a string of its own for each would take as much
//! memory again.

use super::weave::Piece;

/// Address and title of each row.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    all: String,
    /// Where each row's end. (Titles of more than 4 GB are those of forty million entries.)
    ends: Vec<u32>,
}

/// Between both: no address has it.
const BETWEEN: char = '\n';

impl Texts {
    /// Address and title of a row.
    #[must_use]
    pub fn get(&self, row: usize) -> (&str, &str) {
        self.row(row).split_once(BETWEEN).unwrap_or_default()
    }

    /// One more row.
    pub fn push(&mut self, slug: &str, title: &str) {
        self.all.push_str(slug);
        self.all.push(BETWEEN);
        self.all.push_str(title);
        self.end();
    }

    /// These rows and new ones, in the order of `pieces`; `order` says which of the new ones comes when.
    #[must_use]
    pub fn woven(&self, pieces: &[Piece], new: &Self, order: &[u32]) -> Self {
        let old = |piece: &Piece| match piece {
            Piece::Old(rows) => (self.start(rows.end) - self.start(rows.start), rows.len()),
            Piece::New(rows) => (order[rows.clone()].iter().map(|row| new.row(*row as usize).len()).sum(), rows.len()),
        };
        let (bytes, rows) = pieces.iter().map(old).fold((0, 0), |(bytes, rows), (b, r)| (bytes + b, rows + r));
        let mut next = Self { all: String::with_capacity(bytes), ends: Vec::with_capacity(rows) };
        for piece in pieces {
            match piece {
                Piece::Old(rows) => {
                    let (from, to) = (self.start(rows.start), next.all.len());
                    next.all.push_str(&self.all[from..self.start(rows.end)]);
                    next.ends.extend(self.ends[rows.clone()].iter().map(|end| (*end as usize - from + to) as u32));
                }
                Piece::New(rows) => order[rows.clone()].iter().for_each(|row| {
                    next.all.push_str(new.row(*row as usize));
                    next.end();
                }),
            }
        }
        next
    }

    fn end(&mut self) {
        self.ends.push(self.all.len() as u32);
    }

    fn row(&self, row: usize) -> &str {
        &self.all[self.start(row)..self.start(row + 1)]
    }

    /// Where a row starts, or the one before it ends.
    fn start(&self, row: usize) -> usize {
        row.checked_sub(1).map_or(0, |before| self.ends[before] as usize)
    }
}
