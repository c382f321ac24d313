// Drawing a scene: the same strokes on the screen and in a saved picture, with the looks of the
// program's own maps (crates/export/src/map/boxes.rs and arrow_drawing.rs).

import type { Placed, PlacedArrow, PlacedBox, Stroke } from "./contract";

/** Left, top, width, height. */
export type Place = PlacedBox["place"];
export type Colour =
  | "ground" | "band" | "card" | "warm-card" | "text" | "quiet" | "faint" | "border" | "arrow" | "accent" | "on-accent" | "focus" | "on-focus";
export type Palette = Record<Colour, string>;

interface Look { fill?: string; stroke?: string; width?: number; dashes?: number[]; round?: boolean; alpha?: number }

/** What draws: on a canvas, or into SVG. */
export interface Pen {
  push(x: number, y: number, alpha: number): void;
  pop(): void;
  rect(place: Place, radius: number, look: Look): void;
  circle(x: number, y: number, radius: number, look: Look): void;
  path(data: string, look: Look): void;
  words(text: string, x: number, y: number, size: number, bold: boolean, colour: string): void;
}

export class CanvasPen implements Pen {
  private readonly paths = new Map<string, Path2D>();
  constructor(private readonly context: CanvasRenderingContext2D, private readonly family: string) {}

  push(x: number, y: number, alpha: number): void {
    this.context.save();
    this.context.translate(x, y);
    this.context.globalAlpha *= alpha;
  }
  pop(): void { this.context.restore(); }

  rect([x, y, width, height]: Place, radius: number, look: Look): void {
    const c = this.context;
    c.beginPath();
    if (radius > 0) c.roundRect(x, y, width, height, radius); else c.rect(x, y, width, height);
    this.ink(look);
  }
  circle(x: number, y: number, radius: number, look: Look): void {
    this.context.beginPath();
    this.context.arc(x, y, radius, 0, Math.PI * 2);
    this.ink(look);
  }
  path(data: string, look: Look): void {
    let path = this.paths.get(data);
    if (!path) this.paths.set(data, (path = new Path2D(data)));
    this.ink(look, path);
  }
  words(text: string, x: number, y: number, size: number, bold: boolean, colour: string): void {
    this.context.font = `${bold ? "bold " : ""}${size}px ${this.family}`;
    this.context.fillStyle = colour;
    this.context.fillText(text, x, y);
  }

  private ink(look: Look, path?: Path2D): void {
    const c = this.context;
    const before = c.globalAlpha;
    if (look.alpha !== undefined) c.globalAlpha = before * look.alpha;
    if (look.fill) {
      c.fillStyle = look.fill;
      if (path) c.fill(path); else c.fill();
    }
    if (look.stroke) {
      c.strokeStyle = look.stroke;
      c.lineWidth = look.width ?? 1;
      c.setLineDash(look.dashes ?? []);
      c.lineCap = look.round ? "round" : "butt";
      if (path) c.stroke(path); else c.stroke();
    }
    c.globalAlpha = before;
  }
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export class SvgPen implements Pen {
  private readonly parts: string[] = [];
  private readonly alphas: string[] = [];

  push(x: number, y: number, alpha: number): void {
    const opacity = alpha < 1 ? ` opacity="${alpha}"` : "";
    this.parts.push(`<g transform="translate(${x} ${y})"${opacity}>`);
    this.alphas.push(opacity);
  }
  pop(): void { this.parts.push("</g>\n"); }
  rect([x, y, width, height]: Place, radius: number, look: Look): void {
    this.parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" ${attributes(look)}/>`);
  }
  circle(x: number, y: number, radius: number, look: Look): void {
    this.parts.push(`<circle cx="${x}" cy="${y}" r="${radius}" ${attributes(look)}/>`);
  }
  path(data: string, look: Look): void { this.parts.push(`<path d="${data}" ${attributes(look)}/>`); }
  words(text: string, x: number, y: number, size: number, bold: boolean, colour: string): void {
    const weight = bold ? ' font-weight="700"' : "";
    this.parts.push(`<text x="${x}" y="${y}" font-size="${size}"${weight} fill="${colour}">${escape(text)}</text>`);
  }

  /** The picture. */
  finish(size: [number, number], title: string, family: string, ground: string): string {
    const [width, height] = size.map(Math.ceil) as [number, number];
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(family)}" role="img"><title>${escape(title)}</title>
<rect width="${width}" height="${height}" fill="${ground}"/>
${this.parts.join("")}</svg>\n`;
  }
}

function attributes(look: Look): string {
  const parts = [`fill="${look.fill ?? "none"}"`];
  if (look.stroke) parts.push(`stroke="${look.stroke}"`, `stroke-width="${look.width ?? 1}"`);
  if (look.dashes) parts.push(`stroke-dasharray="${look.dashes.join(" ")}"`);
  if (look.round) parts.push('stroke-linecap="round"');
  if (look.alpha !== undefined) parts.push(`opacity="${look.alpha}"`);
  return parts.join(" ");
}

/** What the reader's choices add to a box. */
export interface Mark {
  faded?: boolean;
  selected?: boolean;
  hovered?: boolean;
  /** Under a withdrawal: 0 stands, 1 possibly failed, 2 failed, 3 fails after the horizon or is up again by then. */
  failed?: number;
  /** When it failed. */
  when?: string;
}

export interface Marks { box(at: number): Mark; arrow(at: number): { faded: boolean; strong: boolean } }

/** What is drawn small: below these zooms, words are left out. */
export interface Detail { words: boolean; small: boolean }
export const FULL: Detail = { words: true, small: true };

const DASHES: Partial<Record<Stroke, number[]>> = { alternative: [6, 4], soft: [0.1, 4.5] };

/** Draws what stands in `visible`, in the scene's units. */
export function draw(pen: Pen, scene: Placed, colours: Palette, marks: Marks, detail: Detail, visible: (place: Place) => boolean, spanOf: (arrow: number) => Place): void {
  for (const column of scene.columns) {
    const [x, y] = column.place;
    pen.rect(column.place, 8, { fill: colours.band });
    pen.words(column.name.toUpperCase(), x + 12, y + 21, 10.5, true, colours.quiet);
  }
  for (const strong of [false, true]) {
    scene.arrows.forEach((arrow, at) => {
      const mark = marks.arrow(at);
      if (mark.strong === strong && visible(spanOf(at))) drawArrow(pen, arrow, colours, mark.faded, strong, detail);
    });
  }
  scene.boxes.forEach((box, at) => {
    if (visible(box.place)) drawBox(pen, box, colours, marks.box(at), detail);
  });
}

function drawArrow(pen: Pen, arrow: PlacedArrow, colours: Palette, faded: boolean, strong: boolean, detail: Detail): void {
  const colour = arrow.turn ? colours.focus : strong ? colours.text : colours.arrow;
  const alpha = faded ? 0.22 : undefined;
  const width = (arrow.kind === "soft" ? 1.9 : 1.25) + (strong || arrow.turn ? 0.9 : 0);
  const data = strong ? arrow.way : arrow.own ?? arrow.way;
  const dashes = DASHES[arrow.kind];
  if (data) pen.path(data, { stroke: colour, width, alpha, ...(dashes && { dashes }), round: arrow.kind === "soft" });
  if (arrow.head) pen.path(arrow.head, { fill: colour, alpha });
  if (arrow.label && detail.words && !faded) {
    const [text, x, y] = arrow.label;
    const wide = text.length * 5.6;
    pen.rect([x - wide / 2 - 2, y - 6.5, wide + 4, 13], 2, { fill: colours.ground, alpha: 0.85 });
    pen.words(text, x - wide / 2, y + 3.5, 9.5, false, colours.quiet);
  }
}

const DASH = [5, 3];

function drawBox(pen: Pen, box: PlacedBox, colours: Palette, mark: Mark, detail: Detail): void {
  const [x, y, width, height] = box.place;
  pen.push(x, y, mark.faded ? 0.25 : 1);
  const service = box.form === "service";
  const radius = box.form === "joint" ? height / 2 : 5;
  const look = boxLook(box, colours, mark);
  if (box.form === "group") pen.rect([4, 4, width, height], radius, look);
  pen.rect([0, 0, width, height], radius, look);
  if (mark.selected || mark.hovered) {
    pen.rect([-3.5, -3.5, width + 7, height + 7], radius + 3, { stroke: colours.focus, width: mark.selected ? 3 : 1.5 });
  }
  if (service && box.alarm > 0 && mark.failed === undefined) {
    const bars: Look[] = [{}, { fill: colours.card, stroke: colours.accent, dashes: [2.5, 2.5] }, { fill: colours.card, stroke: colours.accent }, { fill: colours.accent }];
    pen.rect([-2.5, 5, 5, height - 10], 1.5, bars[box.alarm]!);
  }
  if (detail.small) {
    if (box.point) pen.circle(box.point[0], box.point[1], 4.2, { fill: mark.failed === 2 ? colours["on-accent"] : colours.text });
    for (const [text, alarm, place] of box.tags) drawTag(pen, text, alarm, place, colours, detail);
    if (box.stuck) drawStuck(pen, box.stuck, mark.failed === 2 ? colours["on-accent"] : colours.text);
    if (box.blind) {
      const [text, left, top, wide] = box.blind;
      pen.rect([left, top, wide, 13.6], 6.8, { fill: mark.failed === 2 ? colours.card : undefined, stroke: colours.quiet, dashes: [2, 2] });
      if (detail.words) pen.words(text, left + 4, top + 10.4, 10, true, colours.quiet);
    }
    if (box.bar) {
      const [left, top, percent] = box.bar;
      pen.rect([left, top, 34, 6], 1.5, { fill: colours.card, stroke: colours.faint });
      pen.rect([left, top, 34 * Math.min(percent, 100) / 100, 6], 1.5, { fill: colours.quiet });
    }
  }
  if (detail.words) {
    for (const [text, role, size, bold, left, base] of box.lines) {
      const colour = mark.failed === 2 ? colours["on-accent"] : role === "name" ? (box.ended ? colours.quiet : colours.text) : role === "alarm" ? colours.accent : colours.quiet;
      pen.words(text, left, base, size, bold, colour);
    }
  }
  if (box.turn) drawChangeBadge(pen, box.turn, colours);
  if (mark.when && detail.words) drawWhen(pen, mark, width, height, colours);
  pen.pop();
}

/** What cannot be mended: a ring with a bar across. */
function drawStuck(pen: Pen, [x, y]: [number, number], colour: string): void {
  pen.circle(x, y, 4.6, { stroke: colour, width: 1.6 });
  pen.path(`M${x - 3.2} ${y - 3.2}l6.4 6.4`, { stroke: colour, width: 1.6 });
}

/** What came, went or is different: a disc, a square, a disc with its sign. */
function drawChangeBadge(pen: Pen, sign: string, colours: Palette): void {
  const gone = sign === "\u2212";
  if (gone) pen.rect([-7.5, -7.5, 15, 15], 1, { fill: colours.card, stroke: colours.focus, width: 1.6 });
  else pen.circle(0, 0, 8, { fill: colours.focus, stroke: colours.focus });
  pen.words(sign, -4.6, 4.3, 12, true, gone ? colours.focus : colours["on-focus"]);
}

/** When a box failed, on its lower edge. */
function drawWhen(pen: Pen, mark: Mark, width: number, height: number, colours: Palette): void {
  const wide = (mark.when ?? "").length * 6.1 + 12;
  const place: Place = [width - wide - 6, height - 8, wide, 16];
  pen.rect(place, 8, mark.failed !== 1
    ? { fill: colours.card, stroke: colours.accent, width: 1.6 }
    : { fill: colours.card, stroke: colours.accent, width: 1.2, dashes: [2.5, 2] });
  pen.words(mark.when ?? "", place[0] + 6, place[1] + 11.6, 9.5, true, colours.accent);
}

function boxLook(box: PlacedBox, colours: Palette, mark: Mark): Look {
  if (mark.failed === 2) return { fill: colours.accent, stroke: colours.accent, width: 1.6 };
  if (mark.failed === 1) return { fill: colours["warm-card"], stroke: colours.accent, width: 1.8, dashes: DASH };
  if (mark.failed === 3) return { fill: colours.card, stroke: colours.accent, width: 1.4 };
  if (mark.failed === 0 && !box.ended) return { fill: colours.card, stroke: colours.border, width: 1 };
  if (box.ended) return { fill: colours.band, stroke: colours.quiet, width: 1.6, dashes: [1.5, 3], round: true };
  const service = box.form === "service";
  const warm = !service && box.alarm === 3;
  const stroke = box.turn ? colours.focus : box.form === "joint" ? colours.quiet
    : service ? colours.border
    : box.alarm >= 2 ? colours.accent
    : box.point ? colours.quiet : colours.border;
  const width = box.point ? 2.6 : warm ? 1.6 : 1;
  return { fill: warm ? colours["warm-card"] : colours.card, stroke, width, ...(box.blind && box.form !== "group" && { dashes: DASH }) };
}

function drawTag(pen: Pen, text: string, alarm: number, place: Place, colours: Palette, detail: Detail): void {
  const looks: [Look, string][] = [
    [{ fill: colours.card, stroke: colours.border }, colours.quiet],
    [{ fill: colours.card, stroke: colours.accent, dashes: [2.5, 2] }, colours.accent],
    [{ fill: colours.card, stroke: colours.accent, width: 1.2 }, colours.accent],
    [{ fill: colours.accent, stroke: colours.accent }, colours["on-accent"]],
  ];
  const [look, words] = looks[alarm]!;
  pen.rect(place, 3, look);
  if (detail.words) pen.words(text, place[0] + 5.5, place[1] + place[3] / 2 + 3.5, 9.5, true, words);
}
