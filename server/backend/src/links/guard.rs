//! Addresses that everybody can reach, and those that only this machine or its house can.

use reqwest::{
    Url,
    dns::{Addrs, Name, Resolve, Resolving},
};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use url::Host;

/// What may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses only.
    Public,
    /// Also this machine and its house: for tests.
    Anywhere,
}

impl Reach {
    /// Whether this address may be asked for, as far as it tells itself; what a name stands for, [`PublicOnly`] looks at.
    pub(super) fn may_ask(self, url: &Url) -> bool {
        let is_web = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        let is_public = match url.host() {
            Some(Host::Ipv4(ip)) => is_public(ip.into()),
            Some(Host::Ipv6(ip)) => is_public(ip.into()),
            // A name without a dot is one of the house.
            Some(Host::Domain(name)) => name.trim_end_matches('.').contains('.'),
            None => false,
        };
        is_web && (is_public || self == Self::Anywhere)
    }
}

/// Resolves names to public addresses only: connections are made to what was looked at here, and to nothing else.
pub(super) struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let all = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = all.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err("no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => is_public_v4(ip),
            None => is_public_v6(ip),
        },
    }
}

/// By IANA's register of special-purpose addresses.
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let is_special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (b == 18 || b == 19));
    !is_special
}

/// Global unicast, without what stands for IPv4 addresses (they could be anybody's) and for documentation.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let segments = ip.segments();
    let is_global = segments[0] & 0xe000 == 0x2000;
    let is_special =
        segments[0] == 0x2002 || (segments[0] == 0x2001 && (segments[1] < 0x200 || segments[1] == 0xdb8)) || segments[0] == 0x3fff;
    is_global && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_may_be_asked_for() {
        let may = |url: &str| Reach::Public.may_ask(&url.parse().unwrap());
        for public in ["https://www.caritas.de/x", "http://93.184.216.34/", "https://[2a00:1450:4001:82f::200e]/"] {
            assert!(may(public), "{public}");
        }
        for other in [
            "http://localhost/",
            "http://printer/",
            "http://127.0.0.1:3000/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://10.0.0.1/",
            "http://169.254.169.254/latest/meta-data/",
            "http://100.64.0.1/",
            "http://0.0.0.0/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[fd00::1]/",
            "http://[fe80::1]/",
            "http://[2002:7f00:1::]/",
            "https://user:secret@example.org/",
            "ftp://example.org/",
        ] {
            assert!(!may(other), "{other}");
        }
    }

    #[tokio::test]
    async fn names_of_this_machine_are_not_resolved() {
        assert!(PublicOnly.resolve("localhost".parse().unwrap()).await.is_err());
    }
}
