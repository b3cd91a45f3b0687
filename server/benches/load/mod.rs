//! Load: as many requests as come back, over a fixed number of connections that stay open.

use http_body_util::{BodyExt, Empty};
use hyper::{
    Request, StatusCode,
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{net::TcpStream, task::JoinSet};

const CONNECTIONS: usize = 16;
const REQUESTS: usize = 40_000;
const TIME: Duration = Duration::from_secs(5);

/// A header to send, such as a session.
pub type Header = Option<(&'static str, &'static str)>;

/// What came of it.
pub struct Figures {
    per_second: f64,
    /// Of each answer, sorted.
    took: Vec<Duration>,
    kilobytes: f64,
}

/// Asks for these addresses in turn until [`REQUESTS`] or [`TIME`] are used up, after asking for each once.
pub async fn load(server: SocketAddr, addresses: &[String], header: Header) -> Figures {
    let addresses: Arc<[String]> = addresses.into();
    run(server, &addresses, header, addresses.len()).await;
    run(server, &addresses, header, REQUESTS).await
}

async fn run(server: SocketAddr, addresses: &Arc<[String]>, header: Header, requests: usize) -> Figures {
    let (next, started) = (Arc::new(AtomicUsize::new(0)), Instant::now());
    let mut readers = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (next, addresses) = (next.clone(), addresses.clone());
        readers.spawn(async move {
            let (mut connection, driver) = handshake(TokioIo::new(TcpStream::connect(server).await.unwrap())).await.unwrap();
            tokio::spawn(driver);
            let (mut took, mut bytes) = (vec![], 0);
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                if n >= requests || started.elapsed() > TIME {
                    return (took, bytes);
                }
                let asked = Instant::now();
                bytes += ask(&mut connection, &addresses[n % addresses.len()], header).await;
                took.push(asked.elapsed());
            }
        });
    }
    let (took, bytes): (Vec<_>, Vec<_>) = readers.join_all().await.into_iter().unzip();
    let seconds = started.elapsed().as_secs_f64();
    let mut took = took.concat();
    took.sort_unstable();
    let answers = took.len() as f64;
    Figures { per_second: answers / seconds, took, kilobytes: bytes.iter().sum::<usize>() as f64 / answers / 1_000.0 }
}

/// Asks once, as browsers do; gives the length of the answer.
async fn ask(connection: &mut SendRequest<Empty<Bytes>>, address: &str, header: Header) -> usize {
    let mut request = Request::get(address).header("host", "localhost").header("accept-encoding", "br");
    if let Some((name, value)) = header {
        request = request.header(name, value);
    }
    connection.ready().await.unwrap();
    let answer = connection.send_request(request.body(Empty::new()).unwrap()).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    answer.into_body().collect().await.unwrap().to_bytes().len()
}

impl Figures {
    /// Over the columns of [`Figures::line`].
    pub const TITLES: &str =
        "page                              requests/s    p50 ms    p95 ms    p99 ms       kB  of the bare answer's rate";

    /// One line of the table.
    pub fn line(&self, page: &str, how: &str, best: &Self) -> String {
        let [p50, p95, p99] = [0.50, 0.95, 0.99].map(|share| self.percentile(share));
        let ratio = 100.0 * self.per_second / best.per_second;
        format!("{page:<24} {how:<6} {:>12.0} {p50:>9.2} {p95:>9.2} {p99:>9.2} {:>8.1} {ratio:>7.1} %", self.per_second, self.kilobytes)
    }

    fn percentile(&self, share: f64) -> f64 {
        percentile(&self.took, share)
    }
}

/// Of sorted durations, in ms.
pub fn percentile(sorted: &[Duration], share: f64) -> f64 {
    sorted.get((sorted.len() as f64 * share) as usize).map_or(f64::NAN, |took| took.as_secs_f64() * 1_000.0)
}
