//! nginx, at the root of a host and below a path of another one.

use std::io::{Read, Write};
use std::path::Path;

use e2e::nginx::Nginx;
use e2e::{Outcome, Scratch, settings};

use super::ask::{at, get};
use super::wanted::{ALONE, FOR_EVER, all, files, has_fingerprint, kind, pages, policy};

fn hosts() -> Outcome<[Nginx; 2]> {
    hosts_of(&settings::published())
}

fn hosts_of(dist: &Path) -> Outcome<[Nginx; 2]> {
    let what = dist.display();
    assert!(dist.join("index.html.gz").is_file(), "{what} holds no compressed page: `cargo xtask build` makes them");
    Ok([Nginx::at_the_root(dist)?, Nginx::below_a_path(dist)?])
}

fn plain(file: &str) -> Outcome<Vec<u8>> {
    Ok(std::fs::read(settings::published().join(file))?)
}

/// The file that an address of a page stands for.
fn page_file(page: &str) -> String {
    format!("{page}index.html")
}

#[test]
fn every_file_comes_with_its_type() -> Outcome {
    for host in hosts()? {
        for file in files()? {
            let reply = get(&host, &file, &[])?;
            assert_eq!((reply.status, reply.header("Content-Type")), (200, Some(kind(&file))), "{file}");
            assert!(reply.body == plain(&file)?, "{file} is not what the build has left");
            assert_eq!(reply.header("Content-Encoding"), None, "{file}: nobody has asked for that");
        }
        for page in pages()? {
            let reply = get(&host, &page, &[])?;
            assert_eq!((reply.status, reply.header("Content-Type")), (200, Some("text/html; charset=utf-8")), "{page}");
            assert!(reply.body == plain(&page_file(&page))?, "{page}");
        }
    }
    Ok(())
}

fn unpacked(encoding: Option<&str>, body: &[u8]) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    match encoding {
        Some("gzip") => drop(flate2::read::GzDecoder::new(body).read_to_end(&mut bytes)?),
        Some("br") => brotli::BrotliDecompress(&mut &*body, &mut bytes)?,
        _ => bytes.extend(body),
    }
    Ok(bytes)
}

#[test]
fn what_is_compressed_comes_to_those_who_ask_for_it() -> Outcome {
    for host in hosts()? {
        let brotli = if host.has_brotli() { "br" } else { "gzip" };
        // What browsers send, what old ones do, a proxy for one of them, and who wants neither.
        for (asked, proxy, wanted) in [
            ("gzip, deflate, br, zstd", None, Some(brotli)),
            ("br", None, host.has_brotli().then_some("br")),
            ("gzip", None, Some("gzip")),
            ("gzip", Some("1.1 proxy"), Some("gzip")),
            ("gzip;q=0, identity", None, None),
            ("deflate", None, None),
        ] {
            let headers: Vec<_> =
                [("Accept-Encoding", asked)].into_iter().chain(proxy.map(|name| ("Via", name))).collect();
            for file in all()? {
                let reply = get(&host, &file, &headers)?;
                let of = if file.is_empty() || file.ends_with('/') { page_file(&file) } else { file.clone() };
                let encoding = reply.header("Content-Encoding");
                let (wanted, varies) = if file == ALONE { (None, None) } else { (wanted, Some("Accept-Encoding")) };
                assert_eq!(encoding, wanted, "{file}, {headers:?}");
                assert_eq!(reply.header("Content-Type"), Some(kind(&of)), "{file}, {headers:?}");
                assert_eq!(reply.header("Vary"), varies, "{file}, {headers:?}");
                assert!(unpacked(encoding, &reply.body)? == plain(&of)?, "{file}, {headers:?}: other bytes");
            }
        }
        if !host.has_brotli() {
            // Not by a macro: what those write is shown only of tests that fail.
            writeln!(
                std::io::stderr(),
                "brotli was not tested below {}: this nginx lacks the module (Debian: libnginx-mod-http-brotli-static)",
                host.prefix()
            )?;
        }
    }
    Ok(())
}

/// Copies a folder but for one file at its top.
fn copy_without(left_out: &str, from: &Path, to: &Path) -> Outcome {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (old, new) = (entry.path(), to.join(entry.file_name()));
        match entry.file_type()?.is_dir() {
            true => copy_without("", &old, &new)?,
            false if entry.file_name() == left_out => {}
            false => drop(std::fs::copy(old, new)?),
        }
    }
    Ok(())
}

#[test]
fn the_service_worker_is_gone_once_it_is_deleted() -> Outcome {
    let scratch = Scratch::new()?;
    copy_without(ALONE, &settings::published(), scratch.path())?;
    for host in hosts_of(scratch.path())? {
        for headers in [&[][..], &[("Accept-Encoding", "gzip, br")], &[("Accept-Encoding", "gzip")]] {
            assert_eq!(get(&host, ALONE, headers)?.status, 404, "{headers:?}");
            assert_eq!(get(&host, "", headers)?.status, 200, "{headers:?}");
        }
    }
    Ok(())
}

#[test]
fn names_with_a_fingerprint_stay_and_all_others_are_asked_for_again() -> Outcome {
    for host in hosts()? {
        let mut counts = [0, 0];
        for file in all()? {
            let lasts = has_fingerprint(&file);
            counts[usize::from(lasts)] += 1;
            for encoding in ["identity", "gzip", "br"] {
                let reply = get(&host, &file, &[("Accept-Encoding", encoding)])?;
                let wanted = if lasts { FOR_EVER } else { "no-cache" };
                assert_eq!(reply.header("Cache-Control"), Some(wanted), "{file}, {encoding}");
                assert_eq!(reply.header("Expires"), None, "{file}, {encoding}");
            }
        }
        assert!(counts[0] > 5 && counts[1] > 8, "{counts:?}");
    }
    Ok(())
}

#[test]
fn what_has_not_changed_does_not_come_again() -> Outcome {
    for host in hosts()? {
        for file in all()?.into_iter().filter(|file| !has_fingerprint(file)) {
            for encoding in ["identity", "gzip", "br"] {
                let first = get(&host, &file, &[("Accept-Encoding", encoding)])?;
                let Some(tag) = first.header("ETag") else { panic!("{file}, {encoding}: no ETag") };
                let again = get(&host, &file, &[("Accept-Encoding", encoding), ("If-None-Match", tag)])?;
                assert_eq!((again.status, again.body.len()), (304, 0), "{file}, {encoding}");
                assert_eq!(again.header("Cache-Control"), Some("no-cache"), "{file}, {encoding}");
                let other = get(&host, &file, &[("Accept-Encoding", encoding), ("If-None-Match", "\"another\"")])?;
                assert_eq!((other.status, other.body.len()), (200, first.body.len()), "{file}, {encoding}");
            }
        }
    }
    Ok(())
}

/// What nobody has put there, some of it like what there is.
const MISSING: [&str; 7] = [
    "nothing",
    "nothing/",
    "bundle/nothing/",
    "index.htm",
    "bundle/nothing.json",
    "frise-0123456789abcdef.js",
    "room_bg-0123456789abcdef.wasm",
];

#[test]
fn what_is_missing_is_answered_as_missing() -> Outcome {
    for host in hosts()? {
        for path in MISSING {
            let reply = get(&host, path, &[("Accept-Encoding", "gzip, br")])?;
            assert_eq!((reply.status, reply.header("Cache-Control")), (404, None), "{path}");
            assert!(reply.body.len() < 1000, "{path}: that is a page");
        }
        // Folders without a page are not listed.
        assert_eq!(get(&host, "bundle/", &[])?.status, 403);
    }
    Ok(())
}

#[test]
fn the_policy_comes_with_every_answer() -> Outcome {
    let policy = policy()?;
    for host in hosts()? {
        for path in all()?.iter().map(String::as_str).chain(MISSING).chain(["bundle", "bundle/"]) {
            let reply = get(&host, path, &[])?;
            assert_eq!(reply.header("Content-Security-Policy"), Some(policy.as_str()), "{path}");
            assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"), "{path}");
        }
    }
    Ok(())
}

#[test]
fn the_server_around_keeps_its_headers_to_itself() -> Outcome {
    let host = Nginx::below_a_path(&settings::published())?;
    for path in ["/", "/other.js", "/some/where"] {
        assert_eq!(at(&host, path, &[])?.header("X-Around"), Some("yes"), "{path}");
    }
    for path in all()?.iter().map(String::as_str).chain(MISSING).chain(["bundle", "bundle/"]) {
        assert_eq!(get(&host, path, &[])?.header("X-Around"), None, "{path}");
    }
    Ok(())
}

#[test]
fn an_address_without_its_last_slash_leads_on() -> Outcome {
    for host in hosts()? {
        for page in pages()?.iter().filter_map(|page| page.strip_suffix('/')) {
            for query in ["", "?q=moldova"] {
                let reply = get(&host, &format!("{page}{query}"), &[])?;
                let to = format!("{}{page}/{query}", host.prefix());
                assert_eq!((reply.status, reply.header("Location")), (301, Some(to.as_str())), "{page}{query}");
            }
        }
    }
    let host = Nginx::below_a_path(&settings::published())?;
    for (path, to) in [("/some/where", "/some/where/"), ("/some/where?q=moldova", "/some/where/?q=moldova")] {
        let reply = at(&host, path, &[])?;
        assert_eq!((reply.status, reply.header("Location")), (301, Some(to)), "{path}");
    }
    Ok(())
}
