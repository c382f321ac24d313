# Recipes that people and CI share. `just --list` shows them.

set shell := ["bash", "-euo", "pipefail", "-c"]

export INSTA_UPDATE := env("INSTA_UPDATE", "no")

# The program that the tests use, so that nothing is built a second time.
trefonds := absolute_path(env("CARGO_TARGET_DIR", "target") / "debug" / "trefonds")

# List the recipes
default:
    @just --list --unsorted

# Install what the tests need besides Rust: dot, rsvg-convert, pdftotext, git, a font, a browser, node
setup:
    #!/usr/bin/env bash
    set -euo pipefail
    missing=()
    needs() { command -v "$1" > /dev/null || missing+=("${@:2}"); }
    needs git git
    needs dot graphviz
    needs rsvg-convert librsvg2-bin fonts-dejavu-core
    needs pdftotext poppler-utils
    needs chromium chromium
    needs node nodejs
    needs npm npm
    if [ "${#missing[@]}" -eq 0 ]; then
        echo "setup: dot, rsvg-convert, pdftotext, git, chromium, node and npm are there"
    elif command -v apt-get > /dev/null; then
        as_root=; [ "$(id -u)" -eq 0 ] || as_root=sudo
        $as_root apt-get update
        $as_root apt-get install --yes --no-install-recommends "${missing[@]}"
    else
        echo "setup: missing: ${missing[*]}; install what provides these, then run this again:"
        echo "  macOS:   brew install git graphviz librsvg poppler node && brew install --cask font-dejavu chromium"
        echo "  Fedora:  sudo dnf install git graphviz librsvg2-tools poppler-utils dejavu-sans-fonts chromium nodejs npm"
        exit 1
    fi

# Install what `lint` needs besides `setup`
setup-lint:
    #!/usr/bin/env bash
    set -euo pipefail
    if command -v rustup > /dev/null; then rustup component add clippy rustfmt; fi
    # Unoptimised: it compiles in half the time, and runs for a second.
    command -v cargo-deny > /dev/null || cargo install --locked --debug cargo-deny

# All tests: units, laws, stories on the real program, examples of the documentation, the page
test: && browser
    cargo test --workspace --locked

# Break files for every reader, for so many seconds each; another `from` breaks them in other ways
fuzz seconds="600" from="1000000":
    TREFONDS_FUZZ_SECONDS={{seconds}} TREFONDS_FUZZ_FROM={{from}} cargo test --locked --package trefonds-oracle --test fuzz

# The laws on many more random inventories than `test` tries
laws worlds="1000..20000":
    TREFONDS_WORLDS={{worlds}} cargo test --locked --package trefonds-oracle --test laws

# The report in a real browser (chromium, or CHROMIUM=...)
browser: program page-packages
    cd crates/report/page && TREFONDS={{trefonds}} GENERATE={{parent_directory(trefonds)}}/examples/generate npm test --silent

# The program, as the tests use it
[private]
program:
    cargo test --quiet --locked --no-run --test stories --example generate

# What the page is built and tested with
[private]
page-packages:
    cd crates/report/page && npm ci --no-audit --no-fund --loglevel=error

# Build the page's script and style anew
page: page-packages
    cd crates/report/page && npm run --silent types && npm run --silent build

# The committed script and style are those of their sources
[private]
page-fresh: page
    git diff --exit-code -- crates/report/page/dist

# Format, lints, documentation, licences, advisories, generated files
lint: advisories generated page-fresh
    cargo fmt --all -- --check
    cargo clippy --workspace --all-targets --locked -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --workspace --locked
    cargo deny check licenses bans sources

alias check := lint

# Known vulnerabilities; says so when the database cannot be fetched
[private]
advisories:
    #!/usr/bin/env bash
    set -euo pipefail
    # Fetching and checking are two steps: no network is one thing, an advisory another.
    if cargo deny fetch db; then
        cargo deny --offline check advisories
    else
        echo "advisories: NOT CHECKED, the advisory database cannot be fetched from here" >&2
    fi

# Write the generated files anew
generate: program
    #!/usr/bin/env bash
    set -euo pipefail
    write() { {{trefonds}} "${@:2}" > target/generated && mv target/generated "$1"; }
    mkdir -p target docs/schemas
    write docs/diagnostics.md explain --page
    for of in catalogue catalogue-identify catalogue-search catalogue-show catalogue-sources catalogue-stale check cuts denial diff ends exposure fault-tree history import map plan policy policy-report questions rank resolve scenario snapshot spof suggest test whatif why; do
        write "docs/schemas/$of.schema.json" schema "$of"
    done
    TREFONDS_BLESS=1 cargo test --quiet --locked --package trefonds-report contract

# Generated files are up to date
[private]
generated: generate
    git diff --exit-code -- docs/diagnostics.md docs/schemas crates/report/page/src/contract.ts

# Write the expected results anew: snapshots, rejections, generated files, pictures
bless: generate page-packages
    INSTA_UPDATE=always cargo test --locked --test stories
    INSTA_UPDATE=always cargo test --locked --package trefonds-export
    TREFONDS_BLESS=1 cargo test --locked --package trefonds-inventory --test invalid
    {{trefonds}} map inventories/hospital -o docs/images/hospital.svg
    {{trefonds}} map inventories/first-hour -o docs/images/first-hour.svg
    {{trefonds}} map inventories/hospital --focus messaging --depth 1 --highlight US -o docs/images/messaging.svg
    {{trefonds}} whatif inventories/hospital --scenario inventories/hospital/scenarios/us-withdraws.yaml -o docs/images/what-if.svg
    node crates/report/page/picture.mjs docs/images/report.png

# Speed, as docs/performance.md has it
bench:
    cargo bench --locked --bench inventory

# The same tasks with other tools, results checked equal: the last part of docs/performance.md
compare *sizes:
    benches/compare/run.sh {{sizes}}

# The main job on the hospital, results in target/demo/
demo:
    mkdir -p target/demo
    cargo run --release --locked -- spof inventories/hospital
    cargo run --release --locked -- map inventories/hospital -o target/demo/hospital.svg

# What CI runs
ci: test setup-lint lint

# Write the regions and the roots of the catalogue anew, from pinned packages (see crates/catalogue/tools)
catalogue-data azure:
    #!/usr/bin/env bash
    set -euo pipefail
    python3 -m venv target/catalogue-tools
    target/catalogue-tools/bin/pip install --quiet botocore==1.44.8 oci==2.189.0 scaleway-core==2.12.0 sparecores-crawler==0.10.2 certifi==2026.10.19.post1
    target/catalogue-tools/bin/python crates/catalogue/tools/regions.py crates/catalogue/data/sites --azure {{azure}}
    target/catalogue-tools/bin/python crates/catalogue/tools/roots.py crates/catalogue/tools
    cargo test --locked --package trefonds-catalogue
