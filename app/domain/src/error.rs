//! What the outside is told when something is refused. No internal text ever gets in here.

use crate::{time::Timestamp, vocabulary::Lang};
use serde::{Deserialize, Serialize};

/// The outcome of a request that was not answered as asked. Pages, REST and the command line all show this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing is here, or nothing this actor may know of.
    #[error("not found")]
    NotFound,
    /// It was here and a moderator removed it.
    #[error("removed")]
    Gone,
    /// Somebody has to sign in first.
    #[error("sign in first")]
    Unauthenticated,
    /// Signed in, but not allowed.
    #[error("not allowed")]
    Forbidden,
    /// Somebody else changed it in the meantime.
    #[error("changed by somebody else in the meantime")]
    Conflict,
    /// Another moderator reads it until then.
    #[error("somebody else is reading it")]
    Reserved(Timestamp),
    /// One or more fields are wrong.
    #[error("{}", list(.0))]
    Invalid(Vec<FieldError>),
    /// Too many requests.
    #[error("too many requests")]
    TooMany,
    /// A part of the system is not ready.
    #[error("not available at the moment")]
    Unavailable,
    /// A fault of ours. The id stands in the log beside its cause.
    #[error("internal error {0}")]
    Internal(String),
}

impl Error {
    /// The one table from errors to HTTP status codes.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Invalid(_) => 400,
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict | Self::Reserved(_) => 409,
            Self::Gone => 410,
            Self::TooMany => 429,
            Self::Internal(_) => 500,
            Self::Unavailable => 503,
        }
    }
}

fn list(errors: &[FieldError]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    lines.join("; ")
}

/// One wrong field: which one, and what is the matter with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {}", problem.reason())]
pub struct FieldError {
    /// Name of the field or query parameter, with a path where nested: `partners[1].name`.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl FieldError {
    /// An error on `field`.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        Self { field: field.into(), problem }
    }
}

/// What can be wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Problem {
    /// Nothing was given.
    Required,
    /// Longer than allowed, in characters.
    TooLong {
        /// The limit.
        max: usize,
        /// What was given.
        actual: usize,
    },
    /// More values than allowed.
    TooMany {
        /// The limit.
        max: usize,
    },
    /// Not a number, or outside its bounds.
    NotInRange {
        /// Smallest value allowed.
        min: i64,
        /// Largest value allowed.
        max: i64,
    },
    /// Not a value of the vocabulary.
    UnknownValue {
        /// What was given.
        value: String,
        /// What could be given.
        allowed: Vec<String>,
    },
    /// Not the name of a field or parameter.
    UnknownName {
        /// What could be given.
        allowed: Vec<String>,
    },
    /// Given twice where one is allowed.
    Repeated,
    /// Refers to an entry that is not there.
    UnknownReference {
        /// The slug that was not found.
        value: String,
    },
    /// A town or postcode that nobody knows.
    UnknownPlace {
        /// What was given.
        value: String,
    },
    /// Makes sense only beside another field.
    Needs {
        /// The other field.
        other: String,
    },
    /// Somebody who belongs to it already.
    AlreadyMember,
    /// Nobody would manage the members any more.
    LastOwner,
    /// As many wait already as may wait at the same time.
    ManyWaiting {
        /// The limit.
        max: usize,
    },
    /// Others are called nearly the same; it may be one of them.
    SimilarNames,
    /// Not typed as it was asked for.
    Unconfirmed,
    /// Not a mail address.
    NoEmail,
    /// Not the code that was sent, or one that is used up.
    WrongCode,
    /// Not a passkey of this account, or not one that this server can accept.
    WrongPasskey,
    /// A moderator would be left without a passkey.
    LastPasskey,
    /// Who one is was proved too long ago.
    ProveFirst,
    /// Not a web address that readers can follow.
    NoAddress,
    /// Not a date as far as it is known.
    NoDate,
    /// A day that is in no calendar.
    NoSuchDay,
    /// A date further ahead than anybody plans.
    TooFarAhead {
        /// The limit, in years.
        years: u16,
    },
    /// Neither a place nor how far it reaches was said.
    NoPlace,
    /// Over before it began.
    EndsBeforeStart,
    /// The same as what is published.
    Unchanged,
    /// A change of it was handed in and waits.
    AwaitsDecision,
    /// Readers saw it, and moderators took it back.
    WasTakenBack,
    /// No JPEG, PNG or WebP, whatever its name says.
    NoPicture,
    /// A picture that is damaged or incomplete.
    BrokenPicture,
    /// A file of too many bytes.
    FileTooLarge {
        /// The limit in MB.
        max_mb: usize,
    },
    /// A picture of too many pixels.
    TooManyPixels {
        /// The limit in megapixels.
        max: u32,
        /// The limit of each side in pixels.
        side: u32,
    },
    /// A field that people leave empty, and programs fill in.
    LeftEmpty,
    /// One has agreed already; another has to.
    NeedsAnother,
    /// Not after now, or too far ahead.
    NotAhead {
        /// The limit, in days.
        max_days: i64,
    },
    /// Fewer values than needed.
    TooFew {
        /// How many there have to be.
        min: usize,
    },
    /// Too little to look for: a single letter, or a word like "and".
    SaysNothing {
        /// What was given.
        value: String,
    },
    /// More words than anybody types as one.
    TooManyWords {
        /// What was given.
        value: String,
        /// The limit.
        max: usize,
    },
    /// Two that search does not tell apart.
    SameWord {
        /// The first.
        one: String,
        /// The second.
        other: String,
    },
    /// A group of words that has all of these already.
    SameGroup {
        /// Its words.
        words: String,
    },
    /// Another value is called so.
    TakenLabel {
        /// The id of the other one.
        value: String,
    },
    /// Anything else, said in English by the parser of the type.
    Malformed {
        /// What is wrong.
        reason: String,
    },
}

impl Problem {
    /// A [`Problem::Malformed`] with this reason.
    pub fn malformed(reason: impl Into<String>) -> Self {
        Self::Malformed { reason: reason.into() }
    }

    /// Sentences that say to people what is wrong and how to mend it.
    #[must_use]
    pub fn describe(&self, lang: Lang) -> String {
        match lang {
            Lang::De => self.german(),
            Lang::En => self.english(),
        }
    }

    fn german(&self) -> String {
        match self {
            Self::Required => "Bitte etwas eintragen.".into(),
            Self::TooLong { max, actual } => format!("Höchstens {max} Zeichen, das sind {actual}."),
            Self::TooMany { max } => format!("Höchstens {max} Angaben."),
            Self::NotInRange { min, max } => format!("Bitte eine ganze Zahl von {min} bis {max}."),
            Self::UnknownValue { value, allowed } => format!("„{value}“ gibt es hier nicht. Möglich: {}.", allowed.join(", ")),
            Self::UnknownName { allowed } => format!("Diesen Namen gibt es nicht. Möglich: {}.", allowed.join(", ")),
            Self::Repeated => "Nur einmal angeben.".into(),
            Self::UnknownReference { value } => format!("Den Eintrag „{value}“ gibt es nicht."),
            Self::UnknownPlace { value } => format!("Den Ort „{value}“ kennen wir nicht. Vielleicht hilft ein größerer in der Nähe."),
            Self::Needs { other } => format!("Das geht nur zusammen mit „{other}“."),
            Self::AlreadyMember => "Diese Adresse gehört schon zu eurer Organisation.".into(),
            Self::LastOwner => "Sonst würde niemand mehr die Mitglieder verwalten. Gebt diese Aufgabe erst jemand anderem.".into(),
            Self::ManyWaiting { max } => {
                format!("Hier warten schon so viele, wie auf einmal möglich sind ({max}). Bitte versucht es später noch einmal.")
            }
            Self::SimilarNames => "Es gibt schon Organisationen, die ähnlich heißen. Ist eure dabei?".into(),
            Self::Unconfirmed => "Das stimmt nicht mit eurer Mail-Adresse überein.".into(),
            Self::NoEmail => "Das ist keine Mail-Adresse. So sieht eine aus: name@verein.de".into(),
            Self::WrongCode => "Dieser Code stimmt nicht oder gilt nicht mehr.".into(),
            Self::WrongPasskey => {
                "Dieser Passkey wurde nicht angenommen. Er gehört nicht zu diesem Konto, oder etwas daran stimmt nicht.".into()
            }
            Self::LastPasskey => "Das ist euer letzter Passkey. Fügt erst einen anderen hinzu, dann könnt ihr diesen entfernen.".into(),
            Self::ProveFirst => "Das ist zu lange her: Bitte bestätigt noch einmal, dass ihr es seid.".into(),
            Self::NoAddress => {
                "Bitte eine Web-Adresse wie www.verein.de oder https://www.verein.de/ki, ohne Namen und Passwort darin.".into()
            }
            Self::NoDate => "Bitte ein Jahr, einen Monat oder einen Tag, zum Beispiel 2024, März 2024 oder 17.3.2024.".into(),
            Self::NoSuchDay => "Diesen Tag gibt es im Kalender nicht.".into(),
            Self::TooFarAhead { years } => format!("Das liegt zu weit in der Zukunft: höchstens {years} Jahre von heute an."),
            Self::NoPlace => "Bitte einen Ort oder ein Gebiet angeben.".into(),
            Self::EndsBeforeStart => "Das Ende liegt vor dem Anfang.".into(),
            Self::Unchanged => "Das steht schon genau so im Eintrag. Ändert zuerst etwas.".into(),
            Self::AwaitsDecision => "Zu diesem Eintrag wartet noch eine Einreichung. Entscheidet zuerst darüber.".into(),
            Self::WasTakenBack => {
                "Diesen Eintrag konnten schon alle lesen, bevor die Redaktion ihn zurückgenommen hat. Was dabei geschah, bleibt \
                                   aufbewahrt; für alle anderen ist er nicht mehr zu sehen. Soll er ganz weg, schreibt der Redaktion."
                    .into()
            }
            Self::NoPicture => "Diese Datei ist kein Bild, das wir zeigen können. Möglich sind JPEG, PNG und WebP.".into(),
            Self::BrokenPicture => "Dieses Bild ist beschädigt oder nicht vollständig. Vielleicht hilft es, es neu zu speichern.".into(),
            Self::FileTooLarge { max_mb } => format!("Diese Datei ist zu groß, möglich sind {max_mb} MB. Speichert das Bild kleiner."),
            Self::TooManyPixels { max, side } => {
                format!(
                    "Dieses Bild hat zu viele Bildpunkte, möglich sind {max} Millionen und {side} an jeder Seite. Speichert es kleiner."
                )
            }
            Self::LeftEmpty => "Bitte lasst dieses Feld leer: Es ist eine Falle für Programme.".into(),
            Self::NeedsAnother => "Ihr habt schon zugestimmt. Veröffentlichen muss jetzt jemand anderes aus der Redaktion.".into(),
            Self::NotAhead { max_days } => format!("Bitte einen Tag ab morgen, höchstens {max_days} Tage voraus."),
            Self::TooFew { min } => format!("Bitte mindestens {min} Angaben."),
            Self::SaysNothing { value } => format!("„{value}“ ist zu wenig, um danach zu suchen. Bitte ein ganzes Wort."),
            Self::TooManyWords { value, max } => format!("„{value}“ hat zu viele Wörter, möglich sind {max}."),
            Self::SameWord { one, other } => format!("„{one}“ und „{other}“ sind für die Suche dasselbe. Lasst eins davon weg."),
            Self::SameGroup { words } => format!("Diese Wörter stehen schon zusammen in einer Gruppe: {words}."),
            Self::TakenLabel { value } => format!("So heißt schon ein anderer Wert ({value})."),
            // The reason is a parser's: it stands in answers to programs.
            Self::Malformed { .. } => "Das lässt sich so nicht lesen. Bitte schreibt es anders.".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Required => "Please enter something.".into(),
            Self::TooLong { max, actual } => format!("At most {max} characters; these are {actual}."),
            Self::TooMany { max } => format!("At most {max} of them."),
            Self::NotInRange { min, max } => format!("Please enter a whole number from {min} to {max}."),
            Self::UnknownValue { value, allowed } if allowed.is_empty() => format!("“{value}” is not known here."),
            Self::UnknownValue { value, allowed } => format!("“{value}” is not known here. Possible: {}.", allowed.join(", ")),
            Self::UnknownName { allowed } => format!("This name is not known here. Possible: {}.", allowed.join(", ")),
            Self::Repeated => "Please enter this only once.".into(),
            Self::UnknownReference { value } => format!("There is no entry “{value}”."),
            Self::UnknownPlace { value } => format!("We do not know the place “{value}”. A larger one nearby may help."),
            Self::Needs { other } => format!("This needs “{other}” beside it."),
            Self::AlreadyMember => "This address belongs to your organisation already.".into(),
            Self::LastOwner => "Nobody would be left to manage the members. Hand that over to somebody else first.".into(),
            Self::ManyWaiting { max } => {
                format!("As many are waiting here already as can wait at the same time ({max}). Please try again later.")
            }
            Self::SimilarNames => "There are organisations with similar names. Is yours among them?".into(),
            Self::Unconfirmed => "This is not your mail address.".into(),
            Self::NoEmail => "This is no mail address. One looks like this: name@example.org".into(),
            Self::WrongCode => "This code is wrong or no longer valid.".into(),
            Self::WrongPasskey => "This passkey was not accepted. It belongs to another account, or something about it is wrong.".into(),
            Self::LastPasskey => "This is your last passkey. Add another one first, then you can remove it.".into(),
            Self::ProveFirst => "That was too long ago: please confirm once more that it is you.".into(),
            Self::NoAddress => {
                "Please enter a web address such as www.example.org or https://www.example.org/ai, without a name and password in it."
                    .into()
            }
            Self::NoDate => "Please enter a year, a month or a day, for example 2024, March 2024 or 2024-03-17.".into(),
            Self::NoSuchDay => "There is no such day in the calendar.".into(),
            Self::TooFarAhead { years } => format!("This is too far ahead: at most {years} years from today."),
            Self::NoPlace => "Please enter a place or a scope.".into(),
            Self::EndsBeforeStart => "The end is before the beginning.".into(),
            Self::Unchanged => "The entry says just this already. Change something first.".into(),
            Self::AwaitsDecision => "A change of this entry still waits for a decision. Please decide on it first.".into(),
            Self::WasTakenBack => {
                "Everybody could read this entry before the moderators took it back. What happened then is kept; nobody else \
                                   sees the entry any more. If it has to go altogether, write to the moderators."
                    .into()
            }
            Self::NoPicture => "This file is no picture that we can show. Possible are JPEG, PNG and WebP.".into(),
            Self::BrokenPicture => "This picture is damaged or incomplete. Saving it again may help.".into(),
            Self::FileTooLarge { max_mb } => format!("This file is too large; {max_mb} MB are possible. Please save the picture smaller."),
            Self::TooManyPixels { max, side } => {
                format!("This picture has too many pixels; {max} million and {side} along each side are possible. Please save it smaller.")
            }
            Self::LeftEmpty => "Please leave this field empty: it is a trap for programs.".into(),
            Self::NeedsAnother => "You have agreed already. Another moderator has to publish it now.".into(),
            Self::NotAhead { max_days } => format!("Please enter a day after today, at most {max_days} days ahead."),
            Self::TooFew { min } => format!("Please enter at least {min} of them."),
            Self::SaysNothing { value } => format!("“{value}” is too little to look for. Please enter a whole word."),
            Self::TooManyWords { value, max } => format!("“{value}” has too many words; {max} are possible."),
            Self::SameWord { one, other } => format!("For the search “{one}” and “{other}” are the same. Leave one of them out."),
            Self::SameGroup { words } => format!("These words stand in one group already: {words}."),
            Self::TakenLabel { value } => format!("Another value is called that already ({value})."),
            Self::Malformed { .. } => "This cannot be read as it is. Please write it differently.".into(),
        }
    }

    /// The same for programs, logs and the command line.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Required => "a value is required".into(),
            Self::TooLong { max, actual } => format!("at most {max} characters, got {actual}"),
            Self::TooMany { max } => format!("at most {max} values"),
            Self::NotInRange { min, max } => format!("expected a number from {min} to {max}"),
            Self::UnknownValue { value, allowed } if allowed.is_empty() => format!("unknown value \"{value}\""),
            Self::UnknownValue { value, allowed } => format!("unknown value \"{value}\"; allowed: {}", allowed.join(", ")),
            Self::UnknownName { allowed } => format!("unknown name; allowed: {}", allowed.join(", ")),
            Self::Repeated => "may be given only once".into(),
            Self::UnknownReference { value } => format!("there is no entry \"{value}\""),
            Self::UnknownPlace { value } => format!("no town or postcode \"{value}\" is known; try a larger town nearby"),
            Self::Needs { other } => format!("needs {other} beside it"),
            Self::AlreadyMember => "this address belongs to your organisation already".into(),
            Self::LastOwner => "nobody would be left to manage the members; hand that over to somebody first".into(),
            Self::ManyWaiting { max } => format!("as many wait already as may wait at the same time ({max}); please try again later"),
            Self::SimilarNames => "there are organisations with similar names; is yours among them?".into(),
            Self::Unconfirmed => "this is not your mail address".into(),
            Self::NoEmail => "this is no mail address; one looks like name@example.org".into(),
            Self::WrongCode => "this code is wrong or no longer valid".into(),
            Self::WrongPasskey => "this passkey was not accepted: it belongs to another account, or something about it is wrong".into(),
            Self::LastPasskey => "this is your last passkey; add another one first, then you can remove it".into(),
            Self::ProveFirst => "that was too long ago: please confirm once more that it is you".into(),
            Self::NoAddress => "expected a web address such as https://example.org/page, without user name or password".into(),
            Self::NoDate => "expected a date as 2024, 2024-03 or 2024-03-17".into(),
            Self::NoSuchDay => "there is no such day".into(),
            Self::TooFarAhead { years } => format!("too far ahead, at most {years} years"),
            Self::NoPlace => "a place or a scope is required".into(),
            Self::EndsBeforeStart => "ended before it started".into(),
            Self::Unchanged => "the entry says just this already".into(),
            Self::AwaitsDecision => "a change of this entry still waits for a decision; decide on it first".into(),
            Self::WasTakenBack => "readers saw it before moderators took it back, so it is kept".into(),
            Self::NoPicture => "this file is no picture that can be shown here; use JPEG, PNG or WebP".into(),
            Self::BrokenPicture => "this picture is damaged or incomplete; saving it again may help".into(),
            Self::FileTooLarge { max_mb } => format!("this file is too large, at most {max_mb} MB; save the picture smaller"),
            Self::TooManyPixels { max, side } => {
                format!("this picture has too many pixels, at most {max} million and {side} along each side; save it smaller")
            }
            Self::LeftEmpty => "please leave this field empty: it is a trap for programs".into(),
            Self::NeedsAnother => "you have agreed already; another moderator has to publish it".into(),
            Self::NotAhead { max_days } => format!("expected a day after today, at most {max_days} days ahead"),
            Self::TooFew { min } => format!("at least {min} values"),
            Self::SaysNothing { value } => format!("\"{value}\" is too little to look for; please give a whole word"),
            Self::TooManyWords { value, max } => format!("\"{value}\" has too many words, at most {max}"),
            Self::SameWord { one, other } => format!("search does not tell \"{one}\" from \"{other}\"; leave one of them out"),
            Self::SameGroup { words } => format!("these words stand in one group already: {words}"),
            Self::TakenLabel { value } => format!("another value is called so ({value})"),
            Self::Malformed { reason } => reason.clone(),
        }
    }
}
