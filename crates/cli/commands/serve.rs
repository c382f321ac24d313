use std::io::Cursor;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, Server};
use trefonds_inventory::Style;
use trefonds_lang::Lang;

use super::{report, session};
use crate::args::Serve;
use crate::failure::Failure;
use crate::watch::Watch;
use crate::{FINE, World};

/// How long a change may wait while nobody asks.
const EVERY: Duration = Duration::from_millis(150);

/// What is served: a page, or what is wrong with the inventory.
struct Shown {
    state: u64,
    page: Vec<u8>,
}

/// Serves until the program is ended.
pub(super) fn run(args: &Serve, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.common.lang.into();
    if !args.listen.ip().is_loopback() && !args.allow_network {
        return Err(Failure::Unknown(lang.serve_only_loopback(&args.listen.to_string())));
    }
    let server = Server::http(args.listen).map_err(|error| {
        let why = match error.downcast_ref::<std::io::Error>() {
            Some(error) => lang.system_error(error),
            None => error.to_string(),
        };
        let address = args.listen.to_string();
        Failure::Unknown(lang.serve_cannot_listen(&address, &why))
    })?;
    let watch = Watch::new(&args.common.inventory, lang)?;
    let mut shown = Shown { state: 1, page: page(args, 1)? };
    let address = server.server_addr().to_ip().unwrap_or(args.listen);
    tell(world, &lang.serve_at(&format!("http://{address}/")))?;
    loop {
        if watch.changed_within(Duration::ZERO) {
            let state = shown.state + 1;
            shown = Shown { state, page: page(args, state)? };
            tell(world, &lang.serve_again(state))?;
        }
        if let Some(request) = server.recv_timeout(EVERY)? {
            answer(request, &shown, address, args.allow_network);
        }
        if world.out.flush().is_err() {
            return Ok(FINE);
        }
    }
}

fn tell(world: &mut World<'_>, text: &str) -> Result<(), Failure> {
    writeln!(world.out, "{text}")?;
    Ok(world.out.flush()?)
}

/// The page of what the files say now; what is wrong with them, never an older page.
fn page(args: &Serve, state: u64) -> Result<Vec<u8>, Failure> {
    let lang: Lang = args.common.lang.into();
    let options = session::Telling::of(&args.common).options();
    let loaded = trefonds_inventory::load(&args.common.inventory, &options);
    match &loaded.inventory {
        Some(inventory) => report::page(inventory, &args.common, None, Some(state)),
        None => {
            let style = Style { colour: false, lang };
            let text =
                trefonds_inventory::render_in_short(&loaded.diagnostics, loaded.sources(), style);
            Ok(trefonds_report::problems(&text, lang, state).into_bytes())
        }
    }
}

/// Answers one request. A reader who has gone away is no fault of ours.
fn answer(request: Request, shown: &Shown, address: SocketAddr, anybody: bool) {
    let (status, kind, body) = match (request.method(), request.url()) {
        _ if !anybody && !is_for_us(&request, address) => (403, "text/plain", Vec::new()),
        (Method::Get | Method::Head, "/") => (200, "text/html; charset=utf-8", shown.page.clone()),
        (Method::Get | Method::Head, "/state") => {
            (200, "text/plain", shown.state.to_string().into_bytes())
        }
        (Method::Get | Method::Head, _) => (404, "text/plain", Vec::new()),
        _ => (405, "text/plain", Vec::new()),
    };
    let headers = [
        ("Content-Type", kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    let length = body.len();
    let answer =
        Response::new(status.into(), headers.collect(), Cursor::new(body), Some(length), None);
    let _ = request.respond(answer);
}

/// Whether a request names this machine as whom it asks: a page of somebody else, whose name was made to
/// lead here, does not.
fn is_for_us(request: &Request, address: SocketAddr) -> bool {
    let mut headers = request.headers().iter();
    let host = headers.find(|header| header.field.equiv("Host"));
    let Some(host) = host.map(|header| header.value.as_str()) else { return false };
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        // The last part of an IPv6 address is no port.
        if port.ends_with(']') { host } else { name }
    });
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost"
        || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback() || ip == address.ip())
}
