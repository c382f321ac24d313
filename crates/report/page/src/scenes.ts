// Which scene is shown: the map that the program placed, or one drawn together and opened here.

import type { Need, Placed, PlacedBox, Stroke } from "./contract";
import { mustHold } from "./needs";
import { componentCard, groupCard, type Measure } from "./cards";
import { layout, type Link, type Node } from "./layout";
import type { Inventory } from "./inventory";
import type { Grouping } from "./state";
import type { Speech } from "./words";

/** A scene, and what its boxes and arrows stand for. */
export interface Shown {
  scene: Placed;
  /** The components behind each box; those of the owner for a joint. */
  members: number[][];
  /** The box of each component; -1 when it has none. */
  boxOf: Int32Array;
  /** The key of the group behind each box. */
  groups: (string | null)[];
  /** What each arrow spans, for leaving out what is not in sight. */
  spans: [number, number, number, number][];
}

/** Services stay boxes of their own up to this number, unless layers are drawn as one. */
const SERVICES = 60;

export function show(inventory: Inventory, speech: Speech, group: Grouping, open: string[], measure: Measure): Shown {
  const placed = inventory.data.placed[speech.lang === "en" ? 0 : 1];
  if (group === "none" && placed) {
    const members = placed.boxes.map((box) => {
      const at = inventory.places.get(box.of);
      return at === undefined ? [] : [at];
    });
    return finish(inventory, placed, members, placed.boxes.map(() => null));
  }
  return drawnTogether(inventory, speech, group, open, measure);
}

/** The key of the group that a component is drawn in, or null. */
export function groupKey(inventory: Inventory, at: number, group: Grouping): string | null {
  if (group === "none") return null;
  const layer = inventory.components[at]!.l;
  if (layer === 0 && group !== "layer" && inventory.services.length <= SERVICES) return null;
  return `${layer}:${inventory.groupName(at, group)}`;
}

/** How many boxes a grouping leaves while all its groups are closed. */
export function countBoxes(inventory: Inventory, group: Grouping): number {
  const keys = inventory.components.map((_, at) => groupKey(inventory, at, group) ?? `: ${at}`);
  return new Set(keys).size;
}

function drawnTogether(inventory: Inventory, speech: Speech, group: Grouping, open: string[], measure: Measure): Shown {
  const opened = new Set(open);
  const groups = new Map<string, number[]>();
  const nodes: Node[] = [];
  const members: number[][] = [];
  const keys: (string | null)[] = [];
  const place = new Int32Array(inventory.components.length).fill(-1);
  const put = (box: PlacedBox, layer: number, of: number[], key: string | null) => {
    for (const at of of) place[at] = nodes.length;
    nodes.push({ box, layer, hint: of[0]! });
    members.push(of);
    keys.push(key);
  };
  inventory.components.forEach((_, at) => {
    const key = groupKey(inventory, at, group);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  inventory.components.forEach((of, at) => {
    const key = groupKey(inventory, at, group);
    const all = key === null ? [at] : groups.get(key)!;
    if (key === null || opened.has(key) || all.length === 1) {
      put(componentCard(inventory, at, speech, measure), of.l, [at], all.length === 1 ? null : key);
    } else if (all[0] === at) {
      const name = group === "layer" ? speech.say(`layer${of.l}`) : inventory.groupName(at, group) || speech.say("not_said");
      put(groupCard(inventory, key, name, all, speech, measure), of.l, all, key);
    }
  });
  const names = [0, 1, 2, 3, 4, 5, 6].map((layer) => speech.say(`layer${layer}`));
  return finish(inventory, layout(nodes, links(inventory, place), names), members, keys);
}

function links(inventory: Inventory, place: Int32Array): Link[] {
  const found = new Map<string, Link>();
  const add = (from: number, need: Need, kind: Stroke) => {
    const inside = need.soft ? "soft" : kind;
    if (need.c === undefined) {
      const choice = mustHold(need) < (need.g ?? []).length && inside !== "soft" ? "alternative" : inside;
      for (const member of need.g ?? []) add(from, member, choice);
      return;
    }
    const to = place[need.c]!;
    if (from === to) return;
    const key = `${from} ${to} ${inside}`;
    const known = found.get(key);
    if (known) known.count++; else found.set(key, { from, to, kind: inside, count: 1 });
  };
  inventory.components.forEach((of, at) => { for (const need of of.r) add(place[at]!, need, "hard"); });
  return [...found.values()];
}

function finish(inventory: Inventory, scene: Placed, members: number[][], groups: (string | null)[]): Shown {
  const boxOf = new Int32Array(inventory.components.length).fill(-1);
  members.forEach((of, box) => { if (scene.boxes[box]!.form !== "joint") for (const at of of) boxOf[at] = box; });
  const spans = scene.arrows.map((arrow): [number, number, number, number] => {
    const numbers = (arrow.way.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const xs = numbers.filter((_, at) => at % 2 === 0);
    const ys = numbers.filter((_, at) => at % 2 === 1);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    return [left - 10, top - 10, Math.max(...xs) - left + 20, Math.max(...ys) - top + 20];
  });
  return { scene, members, boxOf, groups, spans };
}
