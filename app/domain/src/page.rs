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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_page_may_be_short() {
        let page = |total| Page::<()> { items: vec![], total, number: 1, per_page: 20 }.pages();
        assert_eq!([page(0), page(20), page(21), page(111)], [1, 1, 2, 6]);
    }
}
