//! The order of hits as a number per entry: the smaller, the further up.

use super::{
    place::Points,
    schema::{PUBLISHED_AT, TITLE_KEY, UPDATED_AT},
};
use domain::{geo::Point, time::HOUR, vocabulary::Sort};
use tantivy::{
    DocId, Score, SegmentReader,
    columnar::{Column, StrColumn},
};

/// Makes the keys of one segment.
pub(super) enum Keys {
    /// By score; of the same score, the latest published hour first.
    Score(Column<i64>),
    /// By a time, latest first.
    Time(Column<i64>),
    /// By the hour, latest first. An import brings hundreds of entries within a moment, one kind after the other:
    /// within an hour they are mixed (ties go by the random number of entries), so that the newest are not all alike.
    Hour(Column<i64>),
    /// By title. Keys compare only within the segment; [`Keys::titles`] compare everywhere.
    Title(Option<StrColumn>),
    /// By distance; entries without a place last.
    Distance(Point, Points),
    /// None.
    Same,
}

impl Keys {
    pub(super) fn read(order: Sort, centre: Option<Point>, segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        Ok(match order {
            Sort::Relevance => Self::Score(columns.i64(PUBLISHED_AT)?),
            Sort::Newest => Self::Hour(columns.i64(PUBLISHED_AT)?),
            Sort::Updated => Self::Time(columns.i64(UPDATED_AT)?),
            Sort::Title => Self::Title(columns.str(TITLE_KEY)?),
            Sort::Distance => match centre {
                Some(centre) => Self::Distance(centre, Points::read(segment)?),
                None => Self::Same,
            },
        })
    }

    pub(super) fn key(&self, doc: DocId, score: Score) -> u64 {
        match self {
            // Scores and distances are never negative: their bits sort as they do.
            Self::Score(times) => (u64::from(!score.to_bits()) << 32) | u64::from(!short(hour(times, doc))),
            Self::Hour(times) => !ordered(hour(times, doc)),
            Self::Time(times) => !ordered(times.first(doc).unwrap_or(i64::MIN)),
            Self::Title(Some(titles)) => titles.ords().first(doc).unwrap_or(u64::MAX),
            Self::Distance(centre, points) => points.of(doc).map_or(u64::MAX, |point| centre.distance_km(point).to_bits()),
            Self::Title(None) | Self::Same => 0,
        }
    }

    /// The titles that keys of this segment stand for, of keys in rising order. One sweep over the dictionary:
    /// looking up each by itself takes a second on the last pages of a large index.
    pub(super) fn titles(&self, keys: &[u64]) -> tantivy::Result<Vec<String>> {
        let mut titles = Vec::with_capacity(keys.len());
        if let Self::Title(Some(column)) = self {
            let push = |title: &[u8]| titles.push(String::from_utf8_lossy(title).into_owned());
            column.dictionary().sorted_ords_to_term_cb(keys, push)?;
        }
        Ok(titles)
    }
}

/// The score that a key of [`Keys::Score`] stands for.
pub(super) fn score(key: u64) -> Score {
    Score::from_bits(!((key >> 32) as u32))
}

fn hour(times: &Column<i64>, doc: DocId) -> i64 {
    times.first(doc).unwrap_or(i64::MIN).div_euclid(HOUR)
}

/// The hour in 32 bits: they last from 1970 until the year 491,936.
fn short(hour: i64) -> u32 {
    u32::try_from(hour.max(0)).unwrap_or(u32::MAX)
}

fn ordered(time: i64) -> u64 {
    time.cast_unsigned() ^ (1 << 63)
}
