"""The same tasks with other tools, results checked equal, ratios as a table in Markdown.

peers.py graphs DIR...        networkx, igraph, rustworkx, DuckDB on the graphs of `compare write`
peers.py fault-trees PROGRAM  SCRAM on its models and on generated ones, against PROGRAM cuts --open-psa

Each measurement is the median of up to five runs on the clock; one that takes long is run once, and
one that would take too long is worked out from a part, which the table says ("~").
"""

import json
import os
import random
import statistics
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

LONG = 5.0
"""Seconds after which a measurement is not repeated."""
TOO_LONG = 60.0
"""Seconds after which the rest of a task is worked out from its part."""


def measure(task):
    """Seconds of a call, and its result."""
    seconds = []
    while len(seconds) < 5 and sum(seconds) < LONG:
        start = time.perf_counter()
        result = task()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), result


def one_by_one(task, asked):
    """Seconds of a task over all that is asked, the results of those done, whether all were done."""
    done, start = [], time.perf_counter()
    for item in asked:
        done.append(task(item))
        if time.perf_counter() - start > TOO_LONG:
            break
    spent = time.perf_counter() - start
    return spent * len(asked) / len(done), done, len(done) == len(asked)


def networkx_tasks(edges, asked):
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(asked["components"]))
    graph.add_edges_from(edges)
    back = graph.reverse()
    root = asked["components"] - 1

    def dominators():
        above = networkx.immediate_dominators(back, root)
        return chain(lambda at: above.get(at), 0, root)

    return {
        "stopped": lambda at: len(networkx.ancestors(graph, at)) + 1,
        "cone": lambda at: len(networkx.descendants(graph, at)) + 1,
        "dominators": dominators,
    }


def igraph_tasks(edges, asked):
    import igraph

    graph = igraph.Graph(n=asked["components"], edges=edges, directed=True)
    root = asked["components"] - 1

    def dominators():
        above = graph.dominator(root, mode="in")
        return chain(lambda at: above[at], 0, root)

    return {
        "stopped": lambda at: len(graph.subcomponent(at, mode="in")),
        "cone": lambda at: len(graph.subcomponent(at, mode="out")),
        "dominators": dominators,
    }


def rustworkx_tasks(edges, asked):
    import rustworkx

    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(list(range(asked["components"])))
    graph.add_edges_from_no_data(edges)
    back = rustworkx.PyDiGraph()
    back.add_nodes_from(list(range(asked["components"])))
    back.add_edges_from_no_data([(to, of) for of, to in edges])
    root = asked["components"] - 1

    def dominators():
        above = rustworkx.immediate_dominators(back, root)
        return chain(lambda at: above.get(at), 0, root)

    return {
        "stopped": lambda at: len(rustworkx.ancestors(graph, at)) + 1,
        "cone": lambda at: len(rustworkx.descendants(graph, at)) + 1,
        "dominators": dominators,
    }


def duckdb_tasks(edges, asked, folder):
    import duckdb

    base = duckdb.connect()
    base.execute(
        "create table edge as select column0::int as needing, column1::int as needed "
        f"from read_csv('{folder}/edges.csv', header=false)"
    )

    def reached(at, here, there):
        query = (
            f"with recursive reached(n) as (select {at} union "
            f"select {there} from edge join reached on {here} = n) select count(*) from reached"
        )
        return base.execute(query).fetchone()[0]

    return {
        "stopped": lambda at: reached(at, "needed", "needing"),
        "cone": lambda at: reached(at, "needing", "needed"),
    }


def chain(above, of, root):
    """Everything that dominates a node, itself included."""
    found = [of]
    while found[-1] != root:
        found.append(above(found[-1]))
    return sorted(found)


def agree(peer, task, theirs, ours):
    if theirs != ours[: len(theirs)]:
        sys.exit(f"{peer} and trefonds differ on {task}: {theirs[:5]} and {ours[:5]}")


def graph(folder):
    asked = json.load(open(f"{folder}/asked.json"))
    ours = json.load(open(f"{folder}/ours.json"))
    edges = [tuple(map(int, line.split(","))) for line in open(f"{folder}/edges.csv")]
    peers = {
        "networkx": networkx_tasks(edges, asked),
        "igraph": igraph_tasks(edges, asked),
        "rustworkx": rustworkx_tasks(edges, asked),
        "DuckDB": duckdb_tasks(edges, asked, folder),
    }
    withdrawn, services = asked["withdrawn"], list(range(asked["services"]))
    print(f"\n{asked['components']:,} components, {len(edges):,} requirements\n")
    print("| task | trefonds, s | " + " | ".join(f"{peer}, s (times ours)" for peer in peers) + " |")
    print("|---|---" + "|---" * len(peers) + "|")
    for task in ours:
        cells = []
        mine, result = ours[task]["seconds"], ours[task]["result"]
        for peer, tasks in peers.items():
            mark = ""
            if task == "one withdrawal":
                seconds, theirs = measure(lambda: [tasks["stopped"](withdrawn[0])])
            elif task == "200 withdrawals":
                seconds, theirs, whole = one_by_one(tasks["stopped"], withdrawn)
                mark = "" if whole else "~"
            elif task == "100 closures":
                seconds, theirs, whole = one_by_one(tasks["cone"], services)
                mark = "" if whole else "~"
            elif "dominators" in tasks:
                seconds, theirs = measure(tasks["dominators"])
                if theirs != result:
                    sys.exit(f"{peer} and trefonds differ on {task}")
            else:
                cells.append("cannot")
                continue
            agree(peer, task, theirs, result)
            cells.append(f"{mark}{seconds:.3g} ({seconds / mine:.1f})")
        print(f"| {task} | {mine:.3g} | " + " | ".join(cells) + " |", flush=True)


def timed(command, limit=600):
    """Seconds, megabytes, whether it ended well and in time."""
    command = ["/usr/bin/time", "-f", "%e %M", "timeout", str(limit)] + command
    run = subprocess.run(command, capture_output=True, text=True)
    seconds, kilobytes = run.stderr.strip().splitlines()[-1].split()
    return float(seconds), int(kilobytes) / 1024, run.returncode == 0, run.stdout


def scram(files, order, limit):
    report = "scram-report.xml"
    command = ["scram", "--zbdd", "-l", str(order), *files, "-o", report]
    seconds, megabytes, well, _ = timed(command, limit)
    if not well:
        return seconds, megabytes, None
    found = ElementTree.parse(report).find(".//sum-of-products")
    counts = [int(count) for count in found.get("distribution", "").split()]
    os.remove(report)
    return seconds, megabytes, counts


def trefonds(program, files, order):
    command = [program, "cuts", "--allow-not", "--count", "--format", "json"]
    command += ["--order", str(order)] if order else []
    seconds, megabytes, well, out = timed(command + ["--open-psa", *files])
    if not well:
        sys.exit(f"trefonds refuses {files}")
    by_order = json.loads(out)["by_order"]
    counts = [by_order[key] for key in sorted(by_order, key=int)]
    while counts and counts[-1] == 0:
        counts.pop()
    return seconds, megabytes, counts


def generated(name, seed, levels, width):
    """A fault tree of layers: thousands of gates, parts shared, every third gate a 2-of-3."""
    source = random.Random(seed)
    events = [f"e{at}" for at in range(width * 3)]
    below, gates, used = [("basic-event", event) for event in events], [], set()
    for level in range(levels):
        here = []
        for at in range(width):
            gate = f"g{level}-{at}"
            near = max(0, min(len(below) - 4, at * len(below) // width + source.randint(-1, 1)))
            inputs = source.sample(below[near : near + 4], 3)
            used.update(inputs)
            kind = ["<or>", "<and>", '<atleast min="2">'][(level + at) % 3]
            close = kind.split()[0].strip("<>")
            body = "".join(f'<{what} name="{of}"/>' for what, of in inputs)
            gates.append(f'<define-gate name="{gate}">{kind}{body}</{close}></define-gate>')
            here.append(("gate", gate))
        # What no gate took goes up a level.
        below = here + [part for part in below if part not in used and part[0] == "gate"]
    # All of three parts must fail, each by any of its gates: the sets of one multiply with the others'.
    third = len(below) // 3
    parts = [below[:third], below[third : 2 * third], below[2 * third :]]
    named = ["".join(f'<{what} name="{of}"/>' for what, of in part) for part in parts]
    ors = "".join(f"<or>{part}</or>" for part in named)
    gates.append(f'<define-gate name="top"><and>{ors}</and></define-gate>')
    define = "".join(f'<define-basic-event name="{event}"/>' for event in events)
    with open(name, "w") as file:
        file.write(f"<opsa-mef><define-fault-tree name='t'>{''.join(gates)}</define-fault-tree>")
        file.write(f"<model-data>{define}</model-data></opsa-mef>")
    return name


def fault_trees(program):
    place = "/usr/share/scram/input"
    models = [
        ("Chinese", ["Chinese/chinese.xml", "Chinese/chinese-basic-events.xml"], [20]),
        ("Baobab 1", ["Baobab/baobab1.xml", "Baobab/baobab1-basic-events.xml"], [7, 20]),
        ("Baobab 2", ["Baobab/baobab2.xml", "Baobab/baobab2-basic-events.xml"], [20]),
        ("Lift", ["Lift/lift.xml"], [20]),
        ("Theatre", ["Theatre/theatre.xml"], [20]),
        ("ThreeMotor", ["ThreeMotor/three_motor.xml"], [20]),
        ("TwoTrain", ["TwoTrain/two_train.xml"], [20]),
        ("HIPPS", ["HIPPS/HIPPS.xml"], [20]),
        ("BSCU", ["BSCU/BSCU.xml"], [20]),
        ("CEA9601", ["CEA9601/CEA9601.xml", "CEA9601/CEA9601-basic-events.xml"], [3, 4, 0]),
    ]
    models = [(name, [f"{place}/{file}" for file in files], k) for name, files, k in models]
    for name, seed, levels, width in [("2,401 gates", 5, 6, 400), ("4,001 gates", 7, 4, 1000)]:
        file = generated(f"generated-{width}.xml", seed, levels, width)
        models.append((f"generated, {name}", [file], [2, 4, 0]))
    print("\n| model | order | cut sets | trefonds, s | MB | SCRAM, s | MB | times ours |")
    print("|---|---|---|---|---|---|---|---|")
    for name, files, orders in models:
        for order in orders:
            seconds, megabytes, counts = trefonds(program, files, order)
            total = f"{sum(counts):,}"
            theirs = scram(files, order or 200, 120)
            shown = order or "all"
            mine = f"| {name} | {shown} | {total} | {seconds:.2f} | {megabytes:.0f}"
            if theirs[2] is None:
                print(f"{mine} | gives up after {theirs[0]:.0f} | {theirs[1]:.0f} | |", flush=True)
                continue
            if theirs[2] != counts:
                sys.exit(f"SCRAM and trefonds differ on {name}: {theirs[2]} and {counts}")
            ratio = f"{theirs[0] / max(seconds, 0.01):.1f}"
            print(f"{mine} | {theirs[0]:.2f} | {theirs[1]:.0f} | {ratio} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "graphs":
        for folder in sys.argv[2:]:
            graph(folder)
    else:
        fault_trees(os.path.abspath(sys.argv[2]))
