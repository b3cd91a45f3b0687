//! The operator's own map style (`ALLMENDE_MAP_STYLE_URL`), for maps that show streets. Readers get it only when they ask for
//! it, and nothing but what comes from its own host: the policy of pages is widened by just that.

use anyhow::{Context, Result, bail};
use app::MapStyle;
use reqwest::{
    Client, Url,
    header::{ACCESS_CONTROL_ALLOW_ORIGIN, ORIGIN},
};
use serde_json::Value;
use std::time::Duration;

const NAME: &str = "ALLMENDE_MAP_STYLE_URL";
/// How long the host may take, and how many bytes a style may have.
const PATIENCE: Duration = Duration::from_secs(10);
const LARGEST: usize = 4 * 1_024 * 1_024;

/// Reads the setting.
///
/// # Errors
/// Where it is no address that browsers could load.
pub fn read(given: Option<String>) -> Result<Option<MapStyle>> {
    let Some(given) = given else { return Ok(None) };
    let url = Url::parse(given.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    // Not quoted: it may hold a key.
    let Some(url) = url.filter(|url| url.username().is_empty() && url.password().is_none()) else {
        bail!("{NAME}: expected the address of a style such as https://tiles.example.org/style.json, without user and password");
    };
    Ok(Some(MapStyle { origin: url.origin().ascii_serialization().into(), url: url.as_str().into() }))
}

/// Asks for the style as a browser on our pages would, and looks whether all it names is on its own host.
///
/// # Errors
/// What would keep readers from seeing it.
pub async fn examine(style: &MapStyle, base_url: &str) -> Result<()> {
    let client = Client::builder().timeout(PATIENCE).build().context(NAME)?;
    let ours = Url::parse(base_url).context("ALLMENDE_BASE_URL")?.origin().ascii_serialization();
    let content = fetch(&client, &style.url, &ours, &style.origin).await?;
    if content["version"] != 8 {
        bail!("{NAME}: what is there is no style of version 8");
    }
    let base = Url::parse(&style.url).context(NAME)?;
    for (what, address) in addresses(&content) {
        let at = resolve(&base, &style.origin, what, address)?;
        if what == "source" {
            let described = fetch(&client, at.as_str(), &ours, &style.origin).await?;
            let tiles = described["tiles"].as_array().into_iter().flatten().filter_map(Value::as_str);
            tiles.map(|tiles| resolve(&at, &style.origin, "tiles", tiles)).collect::<Result<Vec<_>>>()?;
        }
    }
    Ok(())
}

async fn fetch(client: &Client, address: &str, ours: &str, origin: &str) -> Result<Value> {
    let away = |error: reqwest::Error| anyhow::anyhow!("{NAME}: {origin} does not answer as it should: {}", error.without_url());
    let mut answer = client.get(address).header(ORIGIN, ours).send().await.map_err(away)?.error_for_status().map_err(away)?;
    let allowed = answer.headers().get(ACCESS_CONTROL_ALLOW_ORIGIN).and_then(|value| value.to_str().ok());
    if origin != ours && allowed != Some("*") && allowed != Some(ours) {
        bail!("{NAME}: {origin} lets no other site load it; it must answer with access-control-allow-origin: {ours}");
    }
    let mut body = vec![];
    while let Some(piece) = answer.chunk().await.map_err(away)? {
        body.extend_from_slice(&piece);
        if body.len() > LARGEST {
            bail!("{NAME}: {origin} answers with more than {LARGEST} bytes");
        }
    }
    serde_json::from_slice(&body).map_err(|_| anyhow::anyhow!("{NAME}: {origin} answers with something that is no JSON"))
}

/// All that a browser loads for a style, each with what it is.
fn addresses(style: &Value) -> Vec<(&'static str, &str)> {
    let sources = || style["sources"].as_object().into_iter().flat_map(|sources| sources.values());
    let described = sources().filter_map(|source| Some(("source", source["url"].as_str()?)));
    let tiles = sources().flat_map(|source| source["tiles"].as_array().into_iter().flatten());
    let tiles = tiles.filter_map(|tiles| Some(("tiles", tiles.as_str()?)));
    let data = sources().filter_map(|source| Some(("data", source["data"].as_str()?)));
    let sprites = style["sprite"].as_array().into_iter().flatten().filter_map(|sprite| sprite["url"].as_str());
    let sprites = sprites.chain(style["sprite"].as_str()).map(|sprite| ("sprite", sprite));
    let glyphs = style["glyphs"].as_str().map(|glyphs| ("glyphs", glyphs));
    described.chain(tiles).chain(data).chain(sprites).chain(glyphs).collect()
}

fn resolve(base: &Url, origin: &str, what: &str, address: &str) -> Result<Url> {
    let at = base.join(address).with_context(|| format!("{NAME}: the style names {what} that are no address"))?;
    let elsewhere = at.origin().ascii_serialization();
    if elsewhere != origin {
        bail!("{NAME}: the style loads {what} from {elsewhere}; pages let in only what comes from {origin}");
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_style_has_an_origin() {
        let style = read(Some("https://tiles.example:8443/a/style.json?key=1".into())).unwrap().unwrap();
        assert_eq!((&*style.origin, &*style.url), ("https://tiles.example:8443", "https://tiles.example:8443/a/style.json?key=1"));
        assert_eq!(read(None).unwrap(), None);
        for wrong in ["style.json", "ftp://h/s", "https://u:secret@h/s", "data:,x", "pmtiles://h"] {
            let error = read(Some(wrong.into())).unwrap_err().to_string();
            assert!(error.starts_with(NAME) && !error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn all_that_a_style_loads_is_looked_at() {
        let style = json!({"version": 8, "glyphs": "/fonts/{fontstack}/{range}.pbf", "sprite": [{"id": "a", "url": "sprites/a"}], "sources": {
            "a": {"type": "vector", "url": "https://tiles.example/a.json"}, "b": {"type": "raster", "tiles": ["https://other.example/{z}/{x}/{y}.png"]}}});
        let base = Url::parse("https://tiles.example/style.json").unwrap();
        let told = addresses(&style).into_iter().map(|(what, at)| (what, resolve(&base, "https://tiles.example", what, at).is_ok()));
        assert_eq!(told.collect::<Vec<_>>(), [("source", true), ("tiles", false), ("sprite", true), ("glyphs", true)]);
    }
}
