//! Which of several places is meant, and how to name just that one.

use super::{
    Gazetteer, Hit,
    fold::{base, fold},
    tables::Postcode,
};
use domain::{Lang, region};

/// Of places elsewhere only those are offered that have more than one inhabitant for so many of the likeliest.
const OUTSHONE: u32 = 20;

/// What a text was taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct Meant {
    /// The likeliest place.
    pub place: Hit,
    /// Others that it may be, each with the text that means just it; empty where there is no doubt.
    pub others: Vec<(Hit, String)>,
}

impl Gazetteer {
    /// The place that `text` most likely means, and those of the same name. Of a beginning, whatever it may become.
    #[must_use]
    pub fn meant(&self, text: &str) -> Option<Meant> {
        let mut hits = self.find(text).into_iter();
        let place = hits.next()?;
        let others = hits.filter(|other| is_rival(text, &place, other));
        let others = others.filter_map(|other| self.name_of(&other).map(|name| (other, name))).collect();
        Some(Meant { place, others })
    }

    /// The shortest text that means just this place: its postcode or name, its name and region, or the nearest
    /// postcode that bears its name. `None` for the second village of a name in one state that has no such.
    #[must_use]
    pub fn name_of(&self, hit: &Hit) -> Option<String> {
        let means_it = |text: &String| self.find(text).first().is_some_and(|first| first.point == hit.point);
        let plain = hit.postcode.map_or_else(|| hit.name.clone(), str::to_owned);
        let with_region = format!("{}, {}", hit.name, hit.region.label(Lang::De));
        [plain, with_region].into_iter().find(means_it).or_else(|| Some(self.nearest_postcode(hit)?.code.to_owned()))
    }

    /// Whether all of `text` is understood: a postcode with or without its town, a name or the beginning of one, a name
    /// and its region. Of a street or a house it is not.
    #[must_use]
    pub fn knows(&self, text: &str) -> bool {
        if let Some(code) = super::postcode_in(text) {
            let towns: Vec<String> = self.find_postcode(code).iter().map(|hit| fold(&hit.name)).collect();
            let is_told = |word: &str| word == "d" || towns.iter().any(|town| town.split(' ').any(|part| part.starts_with(word)));
            let folded = fold(text);
            return !towns.is_empty() && folded.split(' ').filter(|word| *word != code).all(is_told);
        }
        let begins = |text: &str| !self.find_town(text, |_| true).is_empty();
        begins(text) || qualified(text).is_some_and(|(name, region)| !self.find_town(name, |place| place.region.id == region).is_empty())
    }

    fn nearest_postcode(&self, hit: &Hit) -> Option<&Postcode> {
        let near = |postcode: &&Postcode| postcode.point.distance_km(hit.point) < super::SAME_TOWN_KM;
        let named = self.postcodes.iter().filter(|postcode| postcode.towns().any(|town| base(town) == base(&hit.name))).filter(near);
        named.min_by(|a, b| a.point.distance_km(hit.point).total_cmp(&b.point.distance_km(hit.point)))
    }
}

/// `Neustadt, Hessen` and `Neustadt (Hesse)`: a name, and the region that tells it from others.
pub(super) fn qualified(text: &str) -> Option<(&str, &'static str)> {
    let (name, after) = text.trim_end_matches([')', ' ']).rsplit_once([',', '('])?;
    let wanted = fold(after);
    let is_it = |choice: &&domain::vocabulary::Choice| Lang::ALL.iter().any(|lang| fold(choice.label(*lang)) == wanted);
    Some((name, region::CHOICES.iter().find(is_it)?.id))
}

/// Whether somebody who typed `text` may mean `other` rather than `place`.
fn is_rival(text: &str, place: &Hit, other: &Hit) -> bool {
    let (typed, short) = (fold(text), fold(base(&place.name)));
    if place.postcode.is_some() {
        return place.postcode != Some(text.trim());
    }
    let is_whole = typed == short || typed == fold(&place.name);
    // Names in other languages: whoever types "Munich" or a region beside the name knows what they mean.
    if !is_whole && !short.starts_with(&typed) {
        return false;
    }
    let same_name = !is_whole || fold(base(&other.name)) == typed;
    let is_far = !other.region.id.starts_with("de-") && place.region.id.starts_with("de-");
    let people = |hit: &Hit| hit.population.unwrap_or_default();
    same_name && !(is_far && people(other).saturating_mul(OUTSHONE) < people(place))
}
