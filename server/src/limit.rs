//! How often one network may try what costs something or can be guessed.

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, request::Parts},
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    num::NonZeroU32,
    sync::Arc,
};

/// Tries at once, and as many again within an hour.
const TRIES: NonZeroU32 = NonZeroU32::new(60).expect("more than none");
/// How much of an IPv6 address is its network. Households are given a /56, of which they make 256 of 64 bits: those are one.
const NETWORK: u32 = 56;
/// Networks remembered before those are let go that may try again anyway.
const MANY: usize = 10_000;

/// The networks that tried. In memory only, as addresses are personal data. Clones share them.
#[derive(Clone)]
pub struct Networks(Arc<DefaultKeyedRateLimiter<IpAddr>>);

/// The networks that readers' reports and suggestions came from: fewer, as each costs somebody's time.
#[derive(Clone)]
pub struct Readers(pub Networks);

impl Default for Readers {
    fn default() -> Self {
        let tries = NonZeroU32::new(domain::limits::READER_TRIES).unwrap_or(TRIES);
        Self(Networks(Arc::new(RateLimiter::keyed(Quota::per_hour(tries)))))
    }
}

impl Default for Networks {
    fn default() -> Self {
        Self(Arc::new(RateLimiter::keyed(Quota::per_hour(TRIES))))
    }
}

impl Networks {
    /// Whether whoever sent this may try; counts it.
    #[must_use]
    pub fn may_try(&self, head: &Parts) -> bool {
        if self.0.len() > MANY {
            self.0.retain_recent();
        }
        let peer = head.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        // Asked within this process: by tests.
        let Some(peer) = peer else { return true };
        self.0.check_key(&network(client(peer, &head.headers))).is_ok()
    }
}

/// Who asks. A proxy, which is on this machine or in the same private network, names whom it asks for, last in
/// `X-Forwarded-For`; of anybody else that header may say anything.
fn client(peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let named = headers.get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    let named = named.and_then(|list| list.rsplit(',').next()).and_then(|last| address(last.trim()));
    named.filter(|_| may_be_proxy(peer.to_canonical())).unwrap_or(peer)
}

/// Some proxies add the port.
fn address(text: &str) -> Option<IpAddr> {
    text.parse().ok().or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()))
}

fn may_be_proxy(peer: IpAddr) -> bool {
    match peer {
        IpAddr::V4(peer) => peer.is_loopback() || peer.is_private(),
        IpAddr::V6(peer) => peer.is_loopback() || peer.is_unique_local(),
    }
}

/// One household.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << (128 - NETWORK)))),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, Request};

    fn head(peer: &str, forwarded: Option<&str>) -> Parts {
        let mut head = Request::new(()).into_parts().0;
        head.extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
        head.headers.extend(forwarded.map(|list| (HeaderName::from_static("x-forwarded-for"), list.parse().unwrap())));
        head
    }

    fn tries(networks: &Networks, head: &Parts) -> usize {
        (0..200).filter(|_| networks.may_try(head)).count()
    }

    #[test]
    fn each_network_has_its_own_tries() {
        let networks = Networks::default();
        assert_eq!(tries(&networks, &head("2001:db8:1:2::1", None)), 60);
        assert_eq!(tries(&networks, &head("2001:db8:1:2:ffff::9", None)), 0);
        assert_eq!(tries(&networks, &head("2001:db8:1:ff::1", None)), 0, "the same household");
        assert_eq!(tries(&networks, &head("2001:db8:1:100::1", None)), 60);
        assert_eq!(tries(&networks, &head("192.0.2.1", None)), 60);
    }

    #[test]
    fn only_a_proxy_of_ours_may_say_whom_it_asks_for() {
        let networks = Networks::default();
        assert_eq!(tries(&networks, &head("127.0.0.1", Some("203.0.113.7, 192.0.2.1"))), 60);
        assert_eq!(tries(&networks, &head("::ffff:127.0.0.1", Some("203.0.113.7, 192.0.2.2"))), 60);
        assert_eq!(tries(&networks, &head("172.17.0.2", Some("192.0.2.3:4711"))), 60);
        assert_eq!(tries(&networks, &head("172.17.0.2", Some("192.0.2.3"))), 0, "the same one");
        assert_eq!(tries(&networks, &head("192.0.2.9", Some("203.0.113.8"))), 60);
        assert_eq!(tries(&networks, &head("192.0.2.9", Some("203.0.113.9"))), 0, "made up");
    }
}
