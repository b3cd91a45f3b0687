//! One page of a longer list.

/// What is on this page, and how much there is in all.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The items of this page.
    pub items: Vec<T>,
    /// All items there are.
    pub total: u64,
    /// This page, from 1.
    pub number: u32,
    /// Items on a full page.
    pub per_page: u32,
}

impl<T> Page<T> {
    /// How many pages there are, at least 1.
    #[must_use]
    pub fn pages(&self) -> u32 {
        let pages = self.total.div_ceil(u64::from(self.per_page.max(1))).max(1);
        u32::try_from(pages).unwrap_or(u32::MAX)
    }

    /// Which of all items these are, the first counted as 1; `(0, 0)` where there are none.
    #[must_use]
    pub fn range(&self) -> (u64, u64) {
        if self.items.is_empty() {
            return (0, 0);
        }
        let before = u64::from(self.number.saturating_sub(1)) * u64::from(self.per_page);
        (before + 1, before + self.items.len() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_which_items_it_holds() {
        let page = |items: usize, number| Page { items: vec![(); items], total: 45, number, per_page: 20 }.range();
        assert_eq!([page(20, 1), page(20, 2), page(5, 3), page(0, 4)], [(1, 20), (21, 40), (41, 45), (0, 0)]);
    }

    #[test]
    fn the_last_page_may_be_short() {
        let page = |total| Page::<()> { items: vec![], total, number: 1, per_page: 20 }.pages();
        assert_eq!([page(0), page(20), page(21), page(111)], [1, 1, 2, 6]);
    }
}
