//! Every facet value with its fixed id and its German and English label, as they are built in. The only place for them;
//! what moderators call them instead is in [`crate::words`].
//!
//! To add a value: one line here. Ids are part of addresses and of the interchange format: never rename one.

use crate::{error::Problem, words};

/// One value as pages, the API and the query parser see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Of which vocabulary.
    pub of: &'static str,
    /// Fixed id, as in addresses.
    pub id: &'static str,
    /// German label, as it is built in.
    pub de: &'static str,
    /// English label, as it is built in.
    pub en: &'static str,
}

impl Choice {
    /// The label in `lang`: that of moderators, if they gave it one.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &'static str {
        words::shown(self, lang).unwrap_or_else(|| self.built_in(lang))
    }

    /// The label in `lang` that it has if moderators give it none.
    #[must_use]
    pub fn built_in(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::De => self.de,
            Lang::En => self.en,
        }
    }
}

/// A refused value of a vocabulary, with what is allowed.
pub(crate) fn unknown(value: &str, choices: &[Choice]) -> Problem {
    Problem::UnknownValue { value: value.to_owned(), allowed: choices.iter().map(|c| c.id.to_owned()).collect() }
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident $of:literal { $($variant:ident $id:literal $de:literal $en:literal,)* })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $en] $variant,)* }

        impl $name {
            /// All values in their order on pages.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// Ids and labels, in the same order.
            pub const CHOICES: &'static [Choice] = &[$(Choice { of: $of, id: $id, de: $de, en: $en }),*];

            /// The fixed id.
            #[must_use]
            pub fn id(self) -> &'static str { Self::CHOICES[self as usize].id }
            /// The label in `lang`.
            #[must_use]
            pub fn label(self, lang: Lang) -> &'static str { self.choice().label(lang) }

            /// It as pages and the API see it.
            #[must_use]
            pub fn choice(self) -> &'static Choice { &Self::CHOICES[self as usize] }
        }

        impl std::str::FromStr for $name {
            type Err = Problem;
            fn from_str(raw: &str) -> Result<Self, Problem> {
                match raw { $($id => Ok(Self::$variant),)* _ => Err(unknown(raw, Self::CHOICES)) }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.id()) }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> { serializer.serialize_str(self.id()) }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer)?.parse().map_err(crate::text::custom)
            }
        }
    )* };
}

vocabulary! {
    /// A language of the interface and of content.
    Lang "lang_content" {
        De "de" "Deutsch" "German",
        En "en" "Englisch" "English",
    }
    /// What an entry is.
    Kind "kind" {
        Project "project" "Projekt" "Project",
        Lesson "lesson" "Erfahrung" "Lesson learned",
        Organisation "organisation" "Organisation" "Organisation",
    }
    /// A project's real-life state, told by its authors.
    Phase "phase" {
        Idea "idea" "Idee" "Idea",
        Discovery "discovery" "Klärung (Phase Null)" "Discovery (phase zero)",
        Prototype "prototype" "Prototyp" "Prototype",
        Pilot "pilot" "Pilot" "Pilot",
        Live "live" "Im Einsatz" "In use",
        Paused "paused" "Pausiert" "Paused",
        Ended "ended" "Beendet" "Ended",
        DecidedAgainst "decided-against" "Dagegen entschieden" "Decided against",
    }
    /// How it works.
    Technique "technique" {
        Rag "rag" "Antworten aus eigenen Quellen (RAG)" "Answers from own sources (RAG)",
        LanguageModel "language-model" "Sprachmodell" "Language model",
        Chatbot "chatbot" "Chatbot" "Chatbot",
        Agent "agent" "Agent" "Agent",
        Classification "classification" "Einordnen" "Classification",
        Prediction "prediction" "Vorhersage" "Prediction",
        Recommendation "recommendation" "Empfehlung" "Recommendation",
        Matching "matching" "Zusammenbringen" "Matching",
        ComputerVision "computer-vision" "Bilderkennung" "Computer vision",
        Speech "speech" "Sprache hören und sprechen" "Speech",
        Translation "translation" "Übersetzung" "Translation",
        EasyLanguage "easy-language" "Leichte Sprache" "Easy language",
        DataAnalysis "data-analysis" "Datenauswertung" "Data analysis",
        Optimisation "optimisation" "Planung und Optimierung" "Optimisation",
        GenerativeMedia "generative-media" "Bilder und Medien erzeugen" "Generative media",
        Simulation "simulation" "Simulation" "Simulation",
    }
    /// What it is about.
    Topic "topic" {
        SocialCounselling "social-counselling" "Sozialberatung" "Social counselling",
        Care "care" "Pflege" "Care",
        Inclusion "inclusion" "Inklusion" "Inclusion",
        Migration "migration" "Migration" "Migration",
        Poverty "poverty" "Armut" "Poverty",
        ChildrenYouth "children-youth" "Kinder und Jugend" "Children and youth",
        Education "education" "Bildung" "Education",
        Health "health" "Gesundheit" "Health",
        MentalHealth "mental-health" "Seelische Gesundheit" "Mental health",
        Environment "environment" "Umwelt" "Environment",
        Climate "climate" "Klima" "Climate",
        Biodiversity "biodiversity" "Artenvielfalt" "Biodiversity",
        Democracy "democracy" "Demokratie" "Democracy",
        Participation "participation" "Beteiligung" "Participation",
        Volunteering "volunteering" "Ehrenamt" "Volunteering",
        DisasterRelief "disaster-relief" "Katastrophenhilfe" "Disaster relief",
        Housing "housing" "Wohnen" "Housing",
        Work "work" "Arbeit" "Work",
        ConsumerProtection "consumer-protection" "Verbraucherschutz" "Consumer protection",
        Culture "culture" "Kultur" "Culture",
        Administration "administration" "Verwaltung" "Administration",
        Equality "equality" "Gleichstellung" "Equality",
        RuralAreas "rural-areas" "Ländlicher Raum" "Rural areas",
    }
    /// How it was got.
    Sourcing "sourcing" {
        Make "make" "Selbst gebaut" "Made ourselves",
        Buy "buy" "Eingekauft" "Bought",
        NoCode "no-code" "Baukasten ohne Programmieren" "No-code",
        OpenSource "open-source" "Offene Software" "Open source",
        Partnership "partnership" "Mit Partnern gebaut" "Built with partners",
    }
    /// Which personal data are touched.
    PersonalData "personal_data" {
        None "none" "Keine personenbezogenen Daten" "No personal data",
        Personal "personal" "Personenbezogene Daten" "Personal data",
        SpecialCategory "special-category" "Besonders schützenswerte Daten" "Special categories of data",
        Unknown "unknown" "Keine Angabe" "Not stated",
    }
    /// How far it reaches.
    Scope "scope" {
        Local "local" "Vor Ort" "Local",
        Regional "regional" "Regional" "Regional",
        Nationwide "nationwide" "Bundesweit" "Nationwide",
        Online "online" "Online" "Online",
        International "international" "International" "International",
    }
    /// How exactly a place may be shown.
    Precision "precision" {
        Address "address" "Adresse" "Address",
        Town "town" "Ort" "Town",
        Postcode "postcode" "Postleitzahl" "Postcode",
        State "state" "Bundesland" "State",
        None "none" "Ohne Ort" "No place",
    }
    /// Whether a map shows it at a point; where not, how far it reaches.
    OnMap "on_map" {
        Point "point" "Mit Ort" "With a place",
        State "state" "Landesweit" "Statewide",
        Nationwide "nationwide" "Bundesweit" "Nationwide",
        International "international" "International" "International",
        Online "online" "Online" "Online",
        None "none" "Ohne Ort" "Without a place",
    }
    /// How a lesson's attempt went.
    Outcome "outcome" {
        Worked "worked" "Hat geklappt" "Worked",
        Mixed "mixed" "Teils, teils" "Mixed",
        Failed "failed" "Hat nicht geklappt" "Did not work",
        Open "open" "Noch offen" "Still open",
    }
    /// What a lesson is about.
    Theme "theme" {
        ProblemFirst "problem-first" "Erst das Problem" "Problem first",
        Participation "participation" "Beteiligung" "Participation",
        DataProtection "data-protection" "Datenschutz" "Data protection",
        DataQuality "data-quality" "Datenqualität" "Data quality",
        DataAccess "data-access" "Zugang zu Daten" "Access to data",
        AcceptanceFears "acceptance-fears" "Akzeptanz und Ängste" "Acceptance and fears",
        Skills "skills" "Wissen und Können" "Skills",
        Funding "funding" "Finanzierung" "Funding",
        ProcurementMakeOrBuy "procurement-make-or-buy" "Bauen oder kaufen" "Make or buy",
        Technology "technology" "Technik" "Technology",
        Evaluation "evaluation" "Wirkung prüfen" "Evaluation",
        UserTesting "user-testing" "Mit Nutzenden testen" "User testing",
        Accessibility "accessibility" "Barrierefreiheit" "Accessibility",
        Sustainability "sustainability" "Dauerhafter Betrieb" "Sustainability",
        EthicsBias "ethics-bias" "Ethik und Verzerrung" "Ethics and bias",
        Guidelines "guidelines" "Leitlinien" "Guidelines",
        Maintenance "maintenance" "Wartung" "Maintenance",
        Scaling "scaling" "Größer werden" "Scaling",
        Cooperation "cooperation" "Zusammenarbeit" "Cooperation",
        Communication "communication" "Kommunikation" "Communication",
        ErrorCulture "error-culture" "Umgang mit Fehlern" "Dealing with mistakes",
    }
    /// What an organisation is.
    OrganisationKind "org_kind" {
        WelfareAssociation "welfare-association" "Wohlfahrtsverband" "Welfare association",
        Association "association" "Verein" "Association",
        Foundation "foundation" "Stiftung" "Foundation",
        Municipality "municipality" "Kommune" "Municipality",
        PublicAgency "public-agency" "Behörde" "Public agency",
        University "university" "Hochschule" "University",
        ResearchInstitute "research-institute" "Forschungsinstitut" "Research institute",
        SocialEnterprise "social-enterprise" "Sozialunternehmen" "Social enterprise",
        Company "company" "Unternehmen" "Company",
        Network "network" "Netzwerk" "Network",
    }
    /// What people offer each other, and look for.
    Exchange "exchange" {
        Conversation "conversation" "Gespräch" "Conversation",
        Demo "demo" "Vorführung" "Demo",
        Code "code" "Programmcode" "Code",
        Data "data" "Daten" "Data",
        TestPartner "test-partner" "Testpartnerschaft" "Test partner",
        Mentoring "mentoring" "Begleitung" "Mentoring",
        FundingKnowledge "funding-knowledge" "Wissen über Förderung" "Knowledge about funding",
        Reuse "reuse" "Nachnutzung" "Reuse",
        Staff "staff" "Personal" "Staff",
        Developers "developers" "Entwicklung" "Developers",
    }
    /// What it cost, roughly.
    CostBand "cost_band" {
        UpTo1k "up-to-1k" "bis 1.000 €" "up to €1,000",
        UpTo10k "up-to-10k" "bis 10.000 €" "up to €10,000",
        UpTo50k "up-to-50k" "bis 50.000 €" "up to €50,000",
        UpTo250k "up-to-250k" "bis 250.000 €" "up to €250,000",
        UpTo1m "up-to-1m" "bis 1 Million €" "up to €1 million",
        Over1m "over-1m" "über 1 Million €" "over €1 million",
    }
    /// How much work it was, roughly.
    EffortBand "effort_band" {
        Days "days" "einige Tage" "a few days",
        Weeks "weeks" "einige Wochen" "a few weeks",
        Months "months" "einige Monate" "a few months",
        Years "years" "mehrere Jahre" "several years",
    }
    /// The order of hits.
    Sort "sort" {
        Relevance "relevance" "Beste Treffer" "Best match",
        Newest "newest" "Neu dabei" "Newest",
        Updated "updated" "Zuletzt geändert" "Last changed",
        Title "title" "Titel" "Title",
        Distance "distance" "Entfernung" "Distance",
    }
    /// Where an entry comes from.
    Origin "origin" {
        PublicSources "public-sources" "aus öffentlichen Quellen zusammengestellt, nicht von der Organisation eingetragen" "compiled from public sources, not entered by the organisation",
        Organisation "organisation" "von der Organisation eingetragen" "entered by the organisation",
    }
}

/// German where nobody says otherwise.
impl Default for Lang {
    fn default() -> Self {
        Self::De
    }
}

impl Kind {
    /// The first part of an entry's address: `projects`, `lessons`, `organisations`.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Project => "projects",
            Self::Lesson => "lessons",
            Self::Organisation => "organisations",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_what_they_parse_from() {
        for phase in Phase::ALL {
            assert_eq!(phase.id().parse::<Phase>().unwrap(), *phase);
        }
        let Err(Problem::UnknownValue { value, allowed }) = "chatbto".parse::<Technique>() else { panic!() };
        assert_eq!((value.as_str(), allowed.len()), ("chatbto", 16));
    }
}
