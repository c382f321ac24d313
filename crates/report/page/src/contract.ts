// Written from crates/report/src/data/contract.rs; see typescript.rs beside it.

/** File (by number), line, column. */
export type At = [number, number, number];

/** How faults reach a component. */
export interface Breaks {
  /** How whoever fails reaches it. */
  c: Reach[];
  /** The same in the careful reading, where it is not the same. */
  pc?: number[][];
  /** The targets that take each of its places, when it stands in several. */
  pl?: number[][];
  /** How many places must be lost together, where that is said. */
  pn?: number;
}

/** How a jurisdiction or an entity reaches a component. */
export type Channel = "location" | "operation" | "supply" | "change" | "ownership";

/** How a cold member of a group takes over. */
export interface Cold {
  /** It is in the circle of its owner, and counts as down. */
  f?: boolean;
  /** Minutes that it needs; none is for ever. */
  t?: number;
  /** The static reading leaves it out. */
  x?: boolean;
}

/** A component. */
export interface Component {
  /** Blind spots: unknown facts. */
  b?: number[];
  /** How controllers reach it. */
  c: Reach[];
  /** Classes of data. */
  d?: string[];
  /** Since when it is down for that, in minutes after the day of the results. */
  ds?: number;
  /** That it has ended, in both languages. */
  e?: [string, string];
  /** When it fails from what has ended alone, in minutes after the day of the results. */
  ea?: number;
  /** Id. */
  i: string;
  /** Criticality, 0 vital. */
  k?: number;
  /** Layer, 0 at the top. */
  l: number;
  /** Name. */
  n: string;
  /** Owner. */
  o?: string;
  /** Where it is declared. */
  p: Proof;
  /** The same in the careful reading, where it is not the same. */
  pc?: number[][];
  /** The targets that take each of its places, when it stands in several. */
  pl?: number[][];
  /** How many places must be lost together, where that is said; else all, in the settled reading. */
  pn?: number;
  /** What it requires. */
  r: Need[];
  /** Minutes that it needs to come up again once the cause of an outage is over. */
  rs?: number;
  /** What its repair needs. */
  rw?: Repair[];
  /** Tags. */
  t?: string[];
}

/** A withdrawal. */
export interface Event {
  /** The targets that it switches off in the careful reading. */
  c: number[];
  /** 0: at home; 1: possibly foreign; 2: foreign. */
  f: number;
  /** Id. */
  i: string;
  k: EventKind;
  /** The levels whose lists it stands in. */
  l: Level[];
  /** Name. */
  n: string;
  /** The targets that it switches off in the settled reading. */
  s: number[];
  /** The unknown fact. */
  u?: number;
}

/** What an event is. */
export type EventKind = "component" | "entity" | "site" | "controller" | "jurisdiction" | "unknown" | "ended";

/** Who can break what: all else is as for withdrawals. */
export interface Faults {
  /** Of each component, in their order. */
  components: Breaks[];
  /** The faults. */
  events: Event[];
  /** How much is known of this question, in both languages. */
  known: [string, string];
  /** What can fail; others name it by its number. */
  targets: Target[];
}

/** The form of a box. */
export type Form = "service" | "component" | "group" | "joint" | "entity" | "country";

/** A language of the page. */
export type Language = "en" | "fr";

/** The levels of events. */
export type Level = "component" | "entity" | "site" | "controller" | "jurisdiction";

/** How loud a line of a box is. */
export type LineRole = "name" | "quiet" | "alarm";

/** A requirement: a component, or a group. */
export interface Need {
  a: At;
  /** The reason given. */
  b?: string;
  /** The component. */
  c?: number;
  /** The members of the group. */
  g?: Need[];
  /** The group fails when so many of its members have failed; of a group with cold members, in the static reading. */
  m?: number;
  /** How many members must run, of a group with cold members. */
  n?: number;
  /** A candidate: it counts in the careful reading only. */
  q?: boolean;
  /** How a member of a group takes over that is not up all the time. */
  s?: Cold;
  /** Degrades, does not stop. */
  soft?: boolean;
  /** Minutes for which the loss is borne. */
  w?: number;
}

/** The whole map. */
export interface Placed {
  /** The arrows. */
  arrows: PlacedArrow[];
  /** The boxes, in the order of the map's nodes. */
  boxes: PlacedBox[];
  /** The bands of the columns. */
  columns: PlacedColumn[];
  /** Width and height. */
  size: [number, number];
}

/** An arrow. */
export interface PlacedArrow {
  /** The box that it leaves. */
  from: number;
  /** The arrowhead, unless it ends at a joint. */
  head: string | null;
  /** How it is drawn. */
  kind: Stroke;
  /** Its label and the label's middle. */
  label: [string, number, number] | null;
  /** The part of the way that no arrow before it has drawn, where that is not the whole. */
  own: string | null;
  /** The box that it enters. */
  to: number;
  /** The sign of what came or went, on the map of a diff. */
  turn?: string;
  /** The whole way, as path data of SVG. */
  way: string;
}

/** A box, its inside relative to its left and top. */
export interface PlacedBox {
  /** 0: nobody foreign can stop it; 1: possibly; 2: later; 3: at once. */
  alarm: number;
  /** The bar of coverage: left, top, percentage. */
  bar: [number, number, number] | null;
  /** The mark of blind spots: text, left, top, width. */
  blind: [string, number, number, number] | null;
  /** It has ended, or is not there yet, and is needed. */
  ended?: boolean;
  /** What it is. */
  form: Form;
  /** Lines of text: text, role, size, bold, left, baseline. */
  lines: [string, LineRole, number, boolean, number, number][];
  /** The id of what it shows; of its owner, for a joint. */
  of: string;
  /** Where it is. */
  place: [number, number, number, number];
  /** The middle of the mark of a single point. */
  point: [number, number] | null;
  /** The middle of the mark of what cannot be mended. */
  stuck?: [number, number];
  /** Chips: text, alarm, place. */
  tags: [string, number, [number, number, number, number]][];
  /** The sign of what came, went or is different, on the map of a diff. */
  turn?: string;
}

/** A column's band. */
export interface PlacedColumn {
  /** Its name. */
  name: string;
  /** Where it is. */
  place: [number, number, number, number];
}

/** Where a fact stands and where it comes from. */
export interface Proof {
  a: At;
  /** Source. */
  s?: number;
  /** Marked as unverified. */
  u?: boolean;
  /** The day of the check. */
  v?: string;
}

/** A channel to a target, and after how many minutes the target's withdrawal stops the component. */
export interface Reach {
  /** Minutes in the careful reading; none is never. */
  c?: number;
  /** Which channel; none for requirements that nobody has declared. */
  h?: Channel;
  p: Proof;
  /** Minutes in the settled reading; none is never. */
  s?: number;
  /** The site through which it passes. */
  site?: string;
  /** Target. */
  t: number;
}

/** What a repair needs. */
export interface Repair {
  /** The component; none where it is not there on the day. */
  c?: number;
  /** A candidate: it counts in the careful reading only. */
  q?: boolean;
}

/** How an arrow is drawn. */
export type Stroke = "hard" | "alternative" | "soft" | "operation" | "supply" | "location" | "control";

/** What can be switched off. */
export interface Target {
  /** Country. */
  c?: string;
  /** The unknown fact. */
  f?: number;
  /** Id. */
  i: string;
  k: TargetKind;
  /** Name; of an unknown fact, that of its subject. */
  n: string;
  /** The names of its ultimate controllers. */
  up?: string[];
}

/** Party, country, unknown fact. */
export type TargetKind = "p" | "c" | "u";

/** Everything that the script works on. */
export interface Data {
  /** The components; others name them by their number. */
  components: Component[];
  /** Facts known over all services, in percent. */
  coverage: number;
  /** The day of the results. */
  day: string | null;
  /** Services that are down, or will be, from what has ended: the id, since when and by what, in both languages. */
  down: [string, [string, string], [string, string]][];
  /** The withdrawals. */
  events: Event[];
  /** The unknown facts in words, in both languages, which others name by number. */
  facts: [string[], string[]];
  /** What faults switch off in the place of withdrawals, where the page holds it. */
  faults?: Faults;
  /** The files of the inventory, which places name by number. */
  files: string[];
  /** Whether members of groups take over after a time, so that what stops may be up again. */
  forward?: boolean;
  /** The trusted jurisdictions. */
  home: string[];
  /** The language in which the page opens. */
  lang: Language;
  /** The map with every place known, in both languages; `null` when it is too large. */
  placed: [Placed | null, Placed | null];
  /** The id of each service, and the facts known of it in percent. */
  services: [string, number][];
  /** The sources, which proofs name by number. */
  sources: string[];
  /** What can be switched off; others name it by its number. */
  targets: Target[];
  /** The title of the inventory. */
  title: string | null;
  /** The words of the page, in both languages. */
  words: [Record<string, string>, Record<string, string>];
}
