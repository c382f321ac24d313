#!/usr/bin/env bash
# The comparison of docs/performance.md, peers included: sets up what is missing, measures, checks, prints.
#   benches/compare/run.sh [SIZES]        components of the graphs, 10000 100000 1000000 unless said
set -euo pipefail
cd "$(dirname "$0")/../.."
sizes=("$@"); [ ${#sizes[@]} -gt 0 ] || sizes=(10000 100000 1000000)
work=target/compare
mkdir -p "$work"
if ! command -v scram > /dev/null || [ ! -x /usr/bin/time ]; then
    as_root=; [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get update
    $as_root apt-get install --yes --no-install-recommends scram time
fi
if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet networkx==3.6.1 igraph==1.0.0 rustworkx==0.18.1 duckdb==2.0.1
fi
cargo build --release --locked
cargo bench --locked --bench compare --no-run
folders=()
for size in "${sizes[@]}"; do
    cargo bench --quiet --locked --bench compare -- write "$size" "$PWD/$work/$size"
    cargo bench --quiet --locked --bench compare -- run "$PWD/$work/$size"
    folders+=("$PWD/$work/$size")
done
python=$PWD/$work/venv/bin/python script=$PWD/benches/compare/peers.py program=$PWD/target/release/trefonds
cd "$work"
"$python" "$script" graphs "${folders[@]}"
"$python" "$script" fault-trees "$program"
