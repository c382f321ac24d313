// Boxes that the page makes itself: groups, and components of inventories too large to be placed
// by the program.

import type { PlacedBox } from "./contract";
import type { Chip, Inventory } from "./inventory";
import { alarm } from "./inventory";
import { NEVER } from "./needs";
import type { Speech } from "./words";

export const WIDTH = 190;
const ROOM = WIDTH - 24;
const MOST_TAGS = 4;

/** How wide a text is, in the font of the maps. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** A text on at most `most` lines, the last one shortened. */
function wrapped(text: string, size: number, bold: boolean, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest) {
    const last = lines.length + 1 === most;
    let end = rest.length;
    while (end > 1 && measure(rest.slice(0, end) + (last && end < rest.length ? "…" : ""), size, bold) > ROOM) end--;
    if (end === rest.length) { lines.push(rest); break; }
    if (last) { lines.push(`${rest.slice(0, end).trimEnd()}…`); break; }
    const space = rest.lastIndexOf(" ", end);
    const at = space > 0 ? space : end;
    lines.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return lines;
}

interface Content { form: PlacedBox["form"]; of: string; name: string; second: string; chips: Chip[]; bold: boolean; blind: number; alarm: number; alarms?: string[]; ended?: boolean }

function card(content: Content, speech: Speech, measure: Measure): PlacedBox {
  const lines: PlacedBox["lines"] = [];
  let y = 9;
  for (const text of wrapped(content.name, 13, content.bold, 2, measure)) {
    y += 16;
    lines.push([text, "name", 13, content.bold, 12, y - 4]);
  }
  for (const text of wrapped(content.second, 10.5, false, 1, measure)) {
    y += 14;
    lines.push([text, "quiet", 10.5, false, 12, y - 3.5]);
  }
  for (const text of (content.alarms ?? []).flatMap((alarm) => wrapped(alarm, 10.5, true, 2, measure))) {
    y += 14;
    lines.push([text, "alarm", 10.5, true, 12, y - 3.5]);
  }
  const tags: PlacedBox["tags"] = [];
  if (content.chips.length > 0) {
    y += 5;
    let x = 12;
    const shown = content.chips.length > MOST_TAGS + 1 ? content.chips.slice(0, MOST_TAGS) : content.chips;
    const texts: [string, number][] = shown.map((chip) => [chipText(chip, speech), alarm(chip.settled, chip.careful)]);
    if (shown.length < content.chips.length) texts.push([`+${content.chips.length - shown.length}`, 0]);
    for (const [text, level] of texts) {
      const width = Math.ceil(measure(text, 9.5, true) + 11);
      if (x > 12 && x + width > WIDTH - 8) { x = 12; y += 20; }
      tags.push([text, level, [x, y, width, 16]]);
      x += width + 4;
    }
    y += 17;
  }
  return {
    form: content.form, of: content.of, place: [0, 0, WIDTH, y + 8], alarm: content.alarm, lines, tags,
    ...(content.ended && { ended: true }),
    blind: content.blind > 0 ? [`?${content.blind}`, WIDTH - 40, 9, 30] : null, point: null, bar: null,
  };
}

function chipText(chip: Chip, speech: Speech): string {
  const level = alarm(chip.settled, chip.careful);
  const doubt = level === 1 && chip.who !== "?" ? " ?" : "";
  const minutes = level === 1 ? chip.careful : chip.settled;
  return chip.who + doubt + (level > 0 && minutes > 0 ? ` ${speech.duration(minutes)}` : "");
}

function loudest(chips: Chip[]): number {
  return Math.max(0, ...chips.map((chip) => alarm(chip.settled, chip.careful)));
}

/** The box of one component. */
export function componentCard(inventory: Inventory, at: number, speech: Speech, measure: Measure): PlacedBox {
  const of = inventory.components[at]!;
  const chips = inventory.chips(at);
  const service = of.l === 0;
  const second = service ? speech.say("coverage", { n: inventory.coverage.get(of.i) ?? 0 }) : inventory.groupName(at, "operator");
  return card({
    form: service ? "service" : "component", of: of.i, name: of.n || of.i, second,
    chips, bold: service, blind: of.b?.length ?? 0, alarm: loudest(chips),
    alarms: [inventory.endedOf(at, speech.lang), inventory.sinceOf(at, speech.lang)].filter(Boolean), ended: of.e !== undefined,
  }, speech, measure);
}

/** The box of several components: the worst chip of each country. */
export function groupCard(inventory: Inventory, key: string, name: string, members: number[], speech: Speech, measure: Measure): PlacedBox {
  const worst = new Map<string, Chip>();
  let blind = 0;
  const ended = members.filter((at) => inventory.components[at]!.e).length;
  for (const at of members) {
    blind += inventory.components[at]!.b?.length ?? 0;
    for (const chip of inventory.chips(at)) {
      const known = worst.get(chip.who) ?? { who: chip.who, settled: NEVER, careful: NEVER };
      known.settled = Math.min(known.settled, chip.settled);
      known.careful = Math.min(known.careful, chip.careful);
      worst.set(chip.who, known);
    }
  }
  const chips = [...worst.values()].sort((a, b) => a.settled - b.settled || a.careful - b.careful || (a.who < b.who ? -1 : 1));
  return card({
    form: "group", of: key, name, second: speech.say("members", { n: members.length }),
    chips, bold: false, blind, alarm: loudest(chips),
    alarms: ended > 0 ? [speech.say("group_ended", { n: ended })] : [],
  }, speech, measure);
}
