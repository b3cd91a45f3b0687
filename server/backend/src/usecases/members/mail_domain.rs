//! Whether a mail address belongs to whoever runs a website.

use domain::{account::Email, text::WebUrl};

/// Who writes from here belongs to nobody in particular, whatever websites these hosts serve.
const FOR_EVERYBODY: [&str; 24] = [
    "aol.com",
    "arcor.de",
    "email.de",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "google.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.de",
    "mailbox.org",
    "online.de",
    "outlook.com",
    "outlook.de",
    "posteo.de",
    "t-online.de",
    "web.de",
    "yahoo.com",
];

/// Whether an address is of the website's very host, without `www.`. Those of a domain above it are many: not everybody of
/// a university runs each of its projects.
pub(super) fn is_of_website(email: &Email, website: &WebUrl) -> bool {
    // As names are asked for: in small letters, umlauts written as `xn--`.
    let (Some(mail), Some(host)) = (ascii(email.domain()), ascii(website.host())) else { return false };
    host == mail && psl::domain_str(&mail).is_some() && !FOR_EVERYBODY.contains(&mail.as_str())
}

fn ascii(host: &str) -> Option<String> {
    match url::Host::parse(host).ok()? {
        url::Host::Domain(name) => {
            let name = name.strip_suffix('.').unwrap_or(&name);
            Some(name.strip_prefix("www.").unwrap_or(name).to_owned())
        }
        url::Host::Ipv4(_) | url::Host::Ipv6(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whoever_has_the_domain_is_at_home() {
        let of = |email: &str, website: &str| is_of_website(&email.parse().unwrap(), &website.parse().unwrap());
        for (email, website) in [
            ("anna@verein.example.org", "https://verein.example.org/ueber-uns"),
            ("anna@verein-beispiel.de", "https://www.Verein-Beispiel.de"),
            ("anna@koeln.caritas.de", "https://koeln.caritas.de:8443/"),
            ("anna@verein.co.uk", "https://www.verein.co.uk"),
            ("anna@xn--mller-kva.de", "https://www.müller.de"),
        ] {
            assert!(of(email, website), "{email} {website}");
        }
        for (email, website) in [
            ("anna@koeln.caritas.de", "https://caritas.de"),
            ("anna@caritas.de", "https://koeln.caritas.de"),
            ("anna@itas.de", "https://caritas.de"),
            ("anna@co.uk", "https://verein.co.uk"),
            ("anna@github.io", "https://verein.github.io"),
            ("anna@gmx.de", "https://verein.gmx.de"),
            ("anna@gmail.com", "https://gmail.com"),
            ("anna@verein.de", "https://verein.de.evil.com"),
            ("anna@verein.de", "http://127.0.0.1"),
        ] {
            assert!(!of(email, website), "{email} {website}");
        }
    }
}
