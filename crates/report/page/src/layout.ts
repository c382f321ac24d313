// Places for boxes that are opened and closed in the page: columns by layer, in each an order in
// which few arrows cross (the mean of the neighbours, swept to and fro), cut into sub-columns where
// a column would be too tall. The program's own layout places the map that is shown whole.

import type { Placed, PlacedArrow, PlacedBox, Stroke } from "./contract";

export interface Node { box: PlacedBox; layer: number; /** Where it stands among its like at first. */ hint: number }
export interface Link { from: number; to: number; kind: Stroke; count: number }

const GAP = 14;
const BETWEEN = 26;
const COLUMNS = 96;
const HEAD = 34;
const MARGIN = 24;
const SWEEPS = 6;

export function layout(nodes: Node[], links: Link[], names: string[]): Placed {
  const layers = [...new Set(nodes.map((node) => node.layer))].sort((a, b) => a - b);
  const columns = layers.map((layer) => nodes.flatMap((node, at) => (node.layer === layer ? [at] : [])));
  for (const column of columns) column.sort((a, b) => nodes[a]!.hint - nodes[b]!.hint);
  order(columns, nodes.length, links);
  const area = nodes.reduce((sum, node) => sum + (node.box.place[3] + GAP) * (node.box.place[2] + BETWEEN), 0);
  const tall = Math.max(520, Math.sqrt(area) * 1.25);
  const scene: Placed = { size: [0, 0], columns: [], boxes: nodes.map((node) => node.box), arrows: [] };
  let x = MARGIN;
  let bottom = 0;
  columns.forEach((column, at) => {
    const left = x;
    const width = nodes[column[0]!]!.box.place[2];
    const heights = column.map((one) => nodes[one]!.box.place[3] + GAP);
    const whole = heights.reduce((sum, height) => sum + height, 0);
    const stacks = Math.max(1, Math.ceil(whole / tall));
    const limit = whole / stacks;
    let y = 0;
    let stack = 0;
    column.forEach((one, place) => {
      if (y + heights[place]! / 2 > limit && stack + 1 < stacks) { stack++; y = 0; }
      const box = nodes[one]!.box;
      box.place = [left + 14 + stack * (width + BETWEEN), MARGIN + HEAD + 14 + y, box.place[2], box.place[3]];
      y += heights[place]!;
      bottom = Math.max(bottom, box.place[1] + box.place[3]);
    });
    const wide = 28 + stacks * width + (stacks - 1) * BETWEEN;
    scene.columns.push({ name: names[layers[at]!] ?? "", place: [left, MARGIN, wide, 0] });
    x = left + wide + COLUMNS;
  });
  for (const column of scene.columns) column.place[3] = bottom + 14 - MARGIN;
  scene.size = [x - COLUMNS + MARGIN, bottom + 14 + MARGIN];
  scene.arrows = links.map((link) => arrow(link, nodes));
  return scene;
}

/** Puts each column in the order of the means of its neighbours' places, to and fro. */
function order(columns: number[][], count: number, links: Link[]): void {
  const beside: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of links) { beside[from]!.push(to); beside[to]!.push(from); }
  const place = new Float64Array(count);
  const number = (column: number[]) => column.forEach((one, at) => { place[one] = (at + 0.5) / column.length; });
  columns.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const mean = new Map(column.map((one) => {
        const near = beside[one]!;
        return [one, near.length === 0 ? place[one]! : near.reduce((sum, other) => sum + place[other]!, 0) / near.length];
      }));
      column.sort((a, b) => mean.get(a)! - mean.get(b)! || place[a]! - place[b]!);
      number(column);
    }
  }
}

function arrow({ from, to, kind, count }: Link, nodes: Node[]): PlacedArrow {
  const [ax, ay, aw, ah] = nodes[from]!.box.place;
  const [bx, by, , bh] = nodes[to]!.box.place;
  const [x1, y1, y2] = [ax + aw, ay + ah / 2, by + bh / 2];
  // Within a column, or backwards, it goes around on the right.
  const forward = bx > ax + aw;
  const x2 = forward ? bx - 5 : bx + nodes[to]!.box.place[2] + 5;
  const bend = forward ? Math.max(36, (x2 - x1) / 2) : 52;
  const way = forward
    ? `M${r(x1)} ${r(y1)}C${r(x1 + bend)} ${r(y1)} ${r(x2 - bend)} ${r(y2)} ${r(x2)} ${r(y2)}`
    : `M${r(x1)} ${r(y1)}C${r(x1 + bend)} ${r(y1)} ${r(x2 + bend)} ${r(y2)} ${r(x2)} ${r(y2)}`;
  const back = forward ? x2 - 2 : x2 + 2;
  const tip = forward ? x2 + 5 : x2 - 5;
  const head = `M${r(tip)} ${r(y2)}L${r(back)} ${r(y2 - 3.2)}L${r(back)} ${r(y2 + 3.2)}Z`;
  const label: PlacedArrow["label"] = count > 1 ? [`×${count}`, (x1 + x2) / 2, (y1 + y2) / 2] : null;
  return { from, to, kind, way, own: null, head, label };
}

const r = (value: number): number => Math.round(value * 10) / 10;
