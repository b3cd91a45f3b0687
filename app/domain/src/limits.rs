//! Every limit on what people may send, in one place. Lengths are counted in characters.

/// Titles and names.
pub const TITLE: usize = 120;
/// Summaries, shown on cards.
pub const SUMMARY: usize = 400;
/// A passage of an entry, Markdown.
pub const PASSAGE: usize = 8_000;
/// One line of free text: a role, a place name, a target group.
pub const LINE: usize = 200;
/// A slug.
pub const SLUG: usize = 80;
/// What an organisation does: a few sentences, which are shown on cards and pages.
pub const DESCRIPTION: usize = 600;
/// How many years ahead a project may begin: what is planned and paid for, and no slip of the pen,
pub const BEGINS_YEARS: u16 = 3;
/// and how many years ahead it may end, or a decision be looked at again.
pub const ENDS_YEARS: u16 = 10;
/// A web address.
pub const URL: usize = 2_000;
/// Values in one list of a document (partners, sources, target groups …).
pub const LIST: usize = 50;
/// What is typed into the search field.
pub const SEARCH_TEXT: usize = 200;
/// Words of a search that are looked for; what nobody looks for ("und", "die") not counted.
pub const SEARCH_WORDS: usize = 16;
/// Values of one facet in a query.
pub const FACET_VALUES: usize = 40;
/// Hits on one page.
pub const PER_PAGE: u32 = 100;
/// Hits on one page when nothing is said.
pub const PER_PAGE_DEFAULT: u32 = 20;
/// The last page that can be asked for: deep paging is costly and nobody reads there.
pub const PAGE: u32 = 10_000;
/// Radius around a place, in km.
pub const KM: u32 = 1_000;
/// Radius when nothing is said, in km.
pub const KM_DEFAULT: u32 = 30;
/// Radii to choose from.
pub const KM_CHOICES: [u32; 7] = [5, 10, 30, 50, 100, 200, 500];
/// A mail address.
pub const EMAIL: usize = 254;
/// Mails for signing in to one address within an hour.
pub const SIGN_IN_MAILS: u32 = 5;
/// How long such a mail can be used, in minutes.
pub const SIGN_IN_MINUTES: i64 = 15;
/// Digits of the code in it.
pub const CODE: usize = 8;
/// How often a code may be typed wrongly.
pub const CODE_ATTEMPTS: i64 = 5;
/// Members of one organisation.
pub const MEMBERS: usize = 100;
/// Invitations of one organisation: those that are open, with those of the last day that no longer are.
pub const INVITATIONS: usize = 20;
/// The same before it is published: until then nobody has looked at its name, which strangers get to read.
pub const INVITATIONS_UNPUBLISHED: usize = 5;
/// Invitations to one address within a day, whoever sends them.
pub const INVITATIONS_A_DAY: usize = 3;
/// How long an invitation can be accepted, in days.
pub const INVITATION_DAYS: i64 = 14;
/// Claims of one account that are open at the same time.
pub const CLAIMS: usize = 5;
/// How long is kept how a claim was decided, in days.
pub const CLAIM_DAYS: i64 = 180;
/// How long the agreement of the first of two moderators counts, in days.
pub const AGREEMENT_DAYS: i64 = 90;
/// New organisations of one account that are not published yet.
pub const FOUNDED: usize = 3;
/// How long somebody stays signed in after they were last here, in days.
pub const SESSION_DAYS: i64 = 30;
/// Passkeys of one account.
pub const PASSKEYS: usize = 10;
/// What its owner calls a passkey.
pub const PASSKEY_NAME: usize = 60;
/// How long adding or using a passkey may take, in minutes.
pub const PASSKEY_MINUTES: i64 = 5;
/// How long after a proof of who one is passkeys can be added and removed, in minutes.
pub const PASSKEY_FRESH_MINUTES: i64 = 10;
/// Bytes of what a browser answers for a passkey.
pub const PASSKEY_ANSWER: usize = 64 * 1_024;
/// Bytes of a form that was filled in: a section of the longest passages, as browsers send it.
pub const FORM: usize = 1_024 * 1_024;
/// After how many months authors are asked whether an entry is still right.
pub const CONFIRMED_MONTHS: i64 = 12;
/// How many days after the question they are asked once more,
pub const REMINDED_DAYS: i64 = 30;
/// readers are told that nobody answered,
pub const MARKED_DAYS: i64 = 60;
/// and the entry is put away.
pub const ARCHIVED_DAYS: i64 = 180;
/// How long a link from such a mail is still known once it was answered, in days: until about the next one comes.
pub const ANSWERED_LINK_DAYS: i64 = 365;
/// Why something was decided, Markdown.
pub const REASON: usize = 2_000;
/// What an organisation writes at a time: entries that nobody read yet.
pub const DRAFTS: usize = 200;
/// Bytes of a picture that is sent: 10 MB.
pub const PICTURE: usize = 10 * 1_024 * 1_024;
/// Bytes of a form with a picture that are read to the end, so that it can be answered in words what is too much.
pub const PICTURE_FORM: usize = 64 * 1_024 * 1_024;
/// Pixels of a picture that is sent, in millions.
pub const MEGAPIXELS: u32 = 40;
/// Pixels along one side of a picture that is sent.
pub const PICTURE_SIDE: u32 = 12_000;
/// Widths in which a picture is kept, in pixels; never more than it has, and no higher than the last.
pub const PICTURE_WIDTHS: [u32; 3] = [480, 960, 1_600];
/// How long a file in the store stays that no document names, in hours.
pub const UNUSED_FILE_HOURS: i64 = 48;
/// Pictures of one entry.
pub const PICTURES: usize = 6;
/// What is wrong with an entry, or why something should be changed, in a reader's words.
pub const READER_TEXT: usize = 2_000;
/// Within so many days reports are answered and suggestions decided; then it is the moderators' turn.
pub const READER_DAYS: i64 = 14;
/// How long mail addresses of readers are kept after that, in days.
pub const READER_EMAIL_DAYS: i64 = 30;
/// How long the answer can be read after that, in days.
pub const READER_ANSWER_DAYS: i64 = 365;
/// Reports and suggestions from one network within an hour.
pub const READER_TRIES: u32 = 20;
/// Of both each, to one mail address within a day.
pub const READER_MAILS: i64 = 5;
/// Reports about one entry: those that wait, with those of the last day. More than one network may send.
pub const REPORTS_OF_ENTRY: i64 = 60;
/// Suggestions for one entry that wait.
pub const SUGGESTIONS_OF_ENTRY: i64 = 20;
/// Suggestions for one entry that are not confirmed yet. More than one network may send.
pub const SUGGESTIONS_UNCONFIRMED_OF_ENTRY: i64 = 100;
/// Suggestions for new entries that wait.
pub const SUGGESTIONS_OF_NEW: i64 = 200;
/// Suggestions that are not confirmed yet, in all.
pub const SUGGESTIONS_UNCONFIRMED: i64 = 1_000;
/// How long a suggestion can be confirmed, in hours.
pub const SUGGESTION_HOURS: i64 = 24;
/// How long a submission is reserved for the moderator who opened it, in minutes.
pub const READING_MINUTES: i64 = 15;
/// Submissions on one page of the queue, and so decided on at once.
pub const QUEUE: u32 = 50;
/// Reasons that moderators keep to choose from.
pub const TEMPLATES: usize = 50;
/// Notes of moderators on one entry.
pub const NOTES: usize = 200;
/// Entries that are recommended at the same time.
pub const FEATURES: usize = 6;
/// How far ahead a recommendation may end, in days.
pub const FEATURE_DAYS: i64 = 365;
/// Rows of one page of all that was done.
pub const EVENTS: u32 = 100;
/// Of what trusted organisations publish, one in so many is looked at afterwards.
pub const SPOT_CHECK: u32 = 5;
/// Minutes within which a decision can be undone, where the operator says nothing else.
pub const UNDO_MINUTES: i64 = 10;
/// What moderators call a value of a vocabulary.
pub const LABEL: usize = 60;
/// How they explain it.
pub const LABEL_ABOUT: usize = 300;
/// Words of one meaning in a group, at least and at most.
pub const SYNONYMS: std::ops::RangeInclusive<usize> = 2..=20;
/// One of them, in characters; some are several words.
pub const SYNONYM: usize = 60;
/// Words in one of them.
pub const SYNONYM_WORDS: usize = 5;
/// Groups of words of one meaning.
pub const SYNONYM_GROUPS: i64 = 2_000;
/// Entries that show a label, up to which it is tried out what another would find. More take too long to wait for.
pub const TRIED_ENTRIES: usize = 5_000;
/// Milliseconds within which it is tried out what other words would find.
pub const TRIED_MS: u64 = 4_000;
/// Entries that are named of those that come in and fall out.
pub const TRIED_SHOWN: usize = 3;
