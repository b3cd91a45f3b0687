//! Settings from the environment. An error names the variable and what it should look like.

use crate::map_style;
use anyhow::{Context, Result, anyhow, bail};
use app::{Embedders, MapStyle};
use backend::{
    geocoder::Endpoint,
    mail::Transport,
    passkeys::Passkeys,
    search::meilisearch::{Address, WrongAddress},
    usecases::moderate::Rules,
};
use lettre::message::Mailbox;
use std::{
    cell::RefCell,
    env,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use url::Url;

/// Whoever hands something in does not wait longer than an hour to hear of it.
const MOST_UNDO_MINUTES: i64 = 60;

/// All settings, with defaults filled in.
#[derive(Debug, Clone)]
pub struct Config {
    /// `ALLMENDE_ADDR`: where to listen.
    pub addr: SocketAddr,
    /// `ALLMENDE_BASE_URL`: how readers reach it; without a slash at the end.
    pub base_url: String,
    /// `ALLMENDE_DATA_DIR`: database, search index, uploads, outgoing mail.
    pub data_dir: PathBuf,
    /// `ALLMENDE_DATABASE_URL`: `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// `ALLMENDE_MEILISEARCH_URL` and `ALLMENDE_MEILISEARCH_KEY`: the server that answers searches; the embedded engine
    /// where there is none.
    pub meilisearch: Option<Address>,
    /// `ALLMENDE_SMTP_URL`: the server that sends mails; a folder takes them where there is none.
    pub smtp: Option<Transport>,
    /// `ALLMENDE_MAIL_FROM`: who mails come from.
    pub mail_from: Mailbox,
    /// `ALLMENDE_MODERATOR_PASSKEYS`: whether each moderator needs a passkey.
    pub are_passkeys_required: bool,
    /// `ALLMENDE_EMBED_SITES`: who may show `/embed` in their pages.
    pub embedders: Embedders,
    /// `ALLMENDE_GEOCODER_URL`: a Nominatim or Photon server.
    pub geocoder: Option<Endpoint>,
    /// `ALLMENDE_MAP_STYLE_URL`: a map style with streets.
    pub map_style: Option<MapStyle>,
    /// `ALLMENDE_CHECK_LINKS`: whether links of entries are followed once a week.
    pub check_links: bool,
    /// `ALLMENDE_PAGES_DIR`: the operator's imprint, and what they add to other pages.
    pub pages_dir: PathBuf,
    /// `ALLMENDE_TWO_PERSON` and `ALLMENDE_UNDO_MINUTES`: what holds for deciding.
    pub rules: Rules,
    /// `ALLMENDE_SITE_DIR`: scripts, styles, fonts and base map.
    pub site_dir: PathBuf,
}

impl Config {
    /// Reads the environment.
    ///
    /// # Errors
    /// The first variable that cannot be understood.
    pub fn from_env() -> Result<Self> {
        Self::read(|name| env::var(name).ok().filter(|value| !value.trim().is_empty()))
    }

    /// Reads settings through `get`.
    ///
    /// # Errors
    /// As [`Config::from_env`].
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let addr = get("ALLMENDE_ADDR").unwrap_or_else(|| "127.0.0.1:3000".into());
        let addr: SocketAddr =
            addr.parse().with_context(|| format!("ALLMENDE_ADDR is \"{addr}\"; expected an address and a port such as 127.0.0.1:3000"))?;
        if get("ALLMENDE_FILES_URL").is_some() {
            bail!("ALLMENDE_FILES_URL is set, but pictures are kept in the data folder only, in files/; other stores are not there yet");
        }
        let data_dir = PathBuf::from(get("ALLMENDE_DATA_DIR").unwrap_or_else(|| "data".into()));
        Ok(Self {
            addr,
            base_url: base_url(get("ALLMENDE_BASE_URL"), addr)?,
            database_url: database_url(get("ALLMENDE_DATABASE_URL"), &data_dir)?,
            meilisearch: meilisearch(get("ALLMENDE_MEILISEARCH_URL"), get("ALLMENDE_MEILISEARCH_KEY"))?,
            smtp: smtp(get("ALLMENDE_SMTP_URL"))?,
            mail_from: mail_from(get("ALLMENDE_MAIL_FROM"), get("ALLMENDE_SMTP_URL").is_some())?,
            geocoder: get("ALLMENDE_GEOCODER_URL").map(|url| Endpoint::new(&url).context("ALLMENDE_GEOCODER_URL")).transpose()?,
            map_style: map_style::read(get("ALLMENDE_MAP_STYLE_URL"))?,
            are_passkeys_required: are_passkeys_required(get("ALLMENDE_MODERATOR_PASSKEYS"))?,
            embedders: embedders(get("ALLMENDE_EMBED_SITES"))?,
            check_links: check_links(get("ALLMENDE_CHECK_LINKS"))?,
            pages_dir: get("ALLMENDE_PAGES_DIR").map_or_else(|| data_dir.join("pages"), PathBuf::from),
            rules: Rules { two_person: two_person(get("ALLMENDE_TWO_PERSON"))?, undo_minutes: undo_minutes(get("ALLMENDE_UNDO_MINUTES"))? },
            site_dir: get("ALLMENDE_SITE_DIR").map_or_else(default_site_dir, PathBuf::from),
            data_dir,
        })
    }
}

impl Config {
    /// Variables that look like settings and are none: a slip of the pen would otherwise go unseen.
    #[must_use]
    pub fn unknown() -> Vec<String> {
        // Read by `main`, before there are settings.
        let asked = RefCell::new(vec!["ALLMENDE_LOG".to_owned()]);
        let ask = |name: &str| {
            asked.borrow_mut().push(name.to_owned());
            env::var(name).ok().filter(|value| !value.trim().is_empty())
        };
        // Whoever has an error in them is told that first.
        if Self::read(ask).is_err() {
            return vec![];
        }
        let asked = asked.into_inner();
        let is_unknown = |name: &String| name.starts_with("ALLMENDE_") && !name.starts_with("ALLMENDE_TEST_") && !asked.contains(name);
        let mut unknown: Vec<String> = env::vars_os().filter_map(|(name, _)| name.into_string().ok()).filter(is_unknown).collect();
        unknown.sort_unstable();
        unknown
    }

    /// What moderators do a second step with.
    #[must_use]
    pub fn passkeys(&self) -> Passkeys {
        Passkeys::new(&self.base_url, self.are_passkeys_required)
    }

    /// Whether others may reach this server while its pages call it by an address that was only guessed.
    #[must_use]
    pub fn is_base_url_a_guess(&self) -> bool {
        !self.addr.ip().is_loopback() && self.base_url == guess(self.addr)
    }
}

fn guess(addr: SocketAddr) -> String {
    format!("http://{addr}")
}

fn base_url(given: Option<String>, addr: SocketAddr) -> Result<String> {
    let url = given.unwrap_or_else(|| guess(addr));
    let wrong = |what: &str| anyhow!("ALLMENDE_BASE_URL is \"{url}\"; expected {what}");
    if !url.starts_with("http://") && !url.starts_with("https://") {
        return Err(wrong("an address that starts with http:// or https://"));
    }
    let parsed = Url::parse(&url).map_err(|_| wrong("an address such as https://example.org"))?;
    if parsed.path() != "/" || parsed.query().is_some() || parsed.fragment().is_some() || !parsed.username().is_empty() {
        return Err(wrong("scheme and host only, such as https://example.org: the directory has a host name of its own"));
    }
    Ok(url.trim_end_matches('/').to_owned())
}

fn check_links(given: Option<String>) -> Result<bool> {
    match given.as_deref() {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(other) => bail!("ALLMENDE_CHECK_LINKS is \"{other}\"; expected true or false"),
    }
}

fn database_url(given: Option<String>, data_dir: &Path) -> Result<String> {
    match given {
        None => Ok(format!("sqlite:{}", data_dir.join("allmende.db").display())),
        Some(url) if ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme)) => Ok(url),
        // Not quoted: it may hold a password.
        Some(_) => bail!("ALLMENDE_DATABASE_URL has an unknown scheme; expected sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE"),
    }
}

fn meilisearch(url: Option<String>, key: Option<String>) -> Result<Option<Address>> {
    match (url, key) {
        (Some(url), key) => Address::new(&url, key.as_deref()).map(Some).map_err(|wrong| match wrong {
            WrongAddress::KeyUnreadable => anyhow!("ALLMENDE_MEILISEARCH_KEY: {wrong}"),
            wrong => anyhow!("ALLMENDE_MEILISEARCH_URL: {wrong}"),
        }),
        (None, Some(_)) => bail!("ALLMENDE_MEILISEARCH_KEY is set, but not ALLMENDE_MEILISEARCH_URL: where is the server?"),
        (None, None) => Ok(None),
    }
}

fn smtp(url: Option<String>) -> Result<Option<Transport>> {
    // Not quoted: it may hold a password.
    url.map(|url| Transport::smtp(&url).map_err(|wrong| anyhow!("ALLMENDE_SMTP_URL is {wrong}"))).transpose()
}

/// Without a mail server nobody outside sees it.
fn mail_from(given: Option<String>, is_needed: bool) -> Result<Mailbox> {
    let from = match given {
        Some(from) => from,
        None if is_needed => bail!("ALLMENDE_SMTP_URL is set, but not ALLMENDE_MAIL_FROM: who do mails come from?"),
        None => "Allmende <allmende@localhost.invalid>".to_owned(),
    };
    from.parse().map_err(|_| anyhow!("ALLMENDE_MAIL_FROM is \"{from}\"; expected an address such as Allmende <post@example.org>"))
}

fn two_person(given: Option<String>) -> Result<bool> {
    match given.as_deref() {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(other) => bail!("ALLMENDE_TWO_PERSON is \"{other}\"; expected true or false"),
    }
}

fn undo_minutes(given: Option<String>) -> Result<i64> {
    let Some(given) = given else { return Ok(Rules::default().undo_minutes) };
    let minutes = given.parse().ok().filter(|minutes| (0..=MOST_UNDO_MINUTES).contains(minutes));
    minutes.ok_or_else(|| anyhow!("ALLMENDE_UNDO_MINUTES is \"{given}\"; expected a number of minutes from 0 to {MOST_UNDO_MINUTES}"))
}

/// `required` or `optional`.
fn are_passkeys_required(given: Option<String>) -> Result<bool> {
    match given.as_deref().map(str::trim) {
        None | Some("required") => Ok(true),
        Some("optional") => Ok(false),
        Some(other) => bail!("ALLMENDE_MODERATOR_PASSKEYS is \"{other}\"; expected required or optional"),
    }
}

/// `all`, `none`, or scheme and host of each site, with spaces between.
fn embedders(given: Option<String>) -> Result<Embedders> {
    let given = given.unwrap_or_else(|| "all".into());
    let sites: Vec<&str> = given.split_whitespace().collect();
    match sites[..] {
        ["all"] => Ok(Embedders::All),
        ["none"] => Ok(Embedders::Only([].into())),
        _ => match sites.iter().find(|site| !is_site(site)) {
            Some(wrong) => bail!(
                "ALLMENDE_EMBED_SITES holds \"{wrong}\"; expected all, none, or sites such as https://example.org or https://*.example.org, with spaces between"
            ),
            None => Ok(Embedders::Only(sites.into_iter().map(str::to_owned).collect())),
        },
    }
}

/// Scheme and host, and a port perhaps; `*.` before the host stands for all below it. It becomes part of a header.
fn is_site(site: &str) -> bool {
    let Some((scheme, host)) = site.split_once("://") else { return false };
    let name = host.strip_prefix("*.").unwrap_or(host);
    let (name, port) = name.split_once(':').map_or((name, None), |(name, port)| (name, Some(port)));
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    matches!(scheme, "http" | "https") && is_name && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

/// `site/` beside the binary, as `cargo xtask dist` lays it out.
fn default_site_dir() -> PathBuf {
    let beside = env::current_exe().ok().and_then(|exe| exe.parent().map(|folder| folder.join("site")));
    beside.unwrap_or_else(|| "site".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Config> {
        Config::read(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config = read(&[]).unwrap();
        assert_eq!(config.base_url, "http://127.0.0.1:3000");
        assert_eq!(config.database_url, "sqlite:data/allmende.db");
    }

    #[test]
    fn a_guessed_address_is_no_good_for_others() {
        let guessed = |pairs| read(pairs).unwrap().is_base_url_a_guess();
        assert!(guessed(&[("ALLMENDE_ADDR", "0.0.0.0:80")]) && guessed(&[("ALLMENDE_ADDR", "[::]:80")]));
        assert!(!guessed(&[]) && !guessed(&[("ALLMENDE_ADDR", "0.0.0.0:80"), ("ALLMENDE_BASE_URL", "https://allmende.example")]));
    }

    #[test]
    fn errors_name_the_variable_and_keep_passwords_to_themselves() {
        for (name, value) in [
            ("ALLMENDE_ADDR", "3000"),
            ("ALLMENDE_FILES_URL", "s3://key:secret@host/bucket"),
            ("ALLMENDE_BASE_URL", "allmende.org"),
            ("ALLMENDE_DATABASE_URL", "mysql://u:secret@h"),
            ("ALLMENDE_MEILISEARCH_URL", "127.0.0.1:7700"),
            ("ALLMENDE_MEILISEARCH_URL", "http://u:secret@h"),
            ("ALLMENDE_MEILISEARCH_KEY", "secret"),
            ("ALLMENDE_SMTP_URL", "mail.example:secret"),
            ("ALLMENDE_SMTP_URL", "http://u:secret@mail.example"),
            ("ALLMENDE_MAIL_FROM", "nobody"),
            ("ALLMENDE_GEOCODER_URL", "https://me:secret@host/search"),
            ("ALLMENDE_GEOCODER_URL", "https://host"),
            ("ALLMENDE_MAP_STYLE_URL", "tiles.example/style.json"),
            ("ALLMENDE_MAP_STYLE_URL", "https://me:secret@tiles.example/style.json"),
            ("ALLMENDE_TWO_PERSON", "yes"),
            ("ALLMENDE_UNDO_MINUTES", "61"),
            ("ALLMENDE_MODERATOR_PASSKEYS", "no"),
            ("ALLMENDE_EMBED_SITES", "example.org"),
            ("ALLMENDE_EMBED_SITES", "https://a.example; script-src *"),
            ("ALLMENDE_EMBED_SITES", "https://a.example/page"),
            ("ALLMENDE_EMBED_SITES", "all https://a.example"),
        ] {
            let error = format!("{:#}", read(&[(name, value)]).unwrap_err());
            assert!(error.starts_with(name) && !error.contains("secret"), "{error}");
        }
        let error = read(&[("ALLMENDE_MEILISEARCH_URL", "http://h"), ("ALLMENDE_MEILISEARCH_KEY", "two secrets")]).unwrap_err().to_string();
        assert!(error.starts_with("ALLMENDE_MEILISEARCH_KEY") && !error.contains("secrets"), "{error}");
    }

    #[test]
    fn moderators_need_passkeys_unless_the_operator_says_otherwise() {
        assert!(read(&[]).unwrap().are_passkeys_required);
        assert!(!read(&[("ALLMENDE_MODERATOR_PASSKEYS", "optional")]).unwrap().are_passkeys_required);
    }

    #[test]
    fn sites_that_may_embed_are_all_none_or_named() {
        let policy = |value| read(&[("ALLMENDE_EMBED_SITES", value)]).unwrap().embedders.as_policy();
        assert_eq!((read(&[]).unwrap().embedders, policy("all").as_str(), policy("none").as_str()), (Embedders::All, "*", "'self'"));
        assert_eq!(policy("https://a.example  http://*.b.example:8080"), "'self' https://a.example http://*.b.example:8080");
    }

    #[test]
    fn one_decides_and_has_ten_minutes_to_undo_it_unless_the_operator_says_otherwise() {
        assert_eq!(read(&[]).unwrap().rules, Rules { two_person: false, undo_minutes: 10 });
        let rules = read(&[("ALLMENDE_TWO_PERSON", "true"), ("ALLMENDE_UNDO_MINUTES", "0")]).unwrap().rules;
        assert_eq!(rules, Rules { two_person: true, undo_minutes: 0 });
    }

    #[test]
    fn the_key_of_meilisearch_is_not_printed() {
        let config = read(&[("ALLMENDE_MEILISEARCH_URL", "https://search.example/"), ("ALLMENDE_MEILISEARCH_KEY", "secret")]).unwrap();
        assert_eq!(config.meilisearch.as_ref().unwrap().url(), "https://search.example");
        assert!(!format!("{config:?}").contains("secret"));
    }
}
