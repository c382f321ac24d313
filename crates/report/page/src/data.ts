// What the program wrote into the page: see crates/report/src/data.rs.

/** File (by number), line, column. */
export type At = [number, number, number];
/** Where a fact stands, its source (by number), whether it is unverified, the day of the check. */
export interface Proof { a: At; s?: number; u?: boolean; v?: string }
/** What can be switched off: a party, a country, an unknown fact. */
export interface Target { k: "p" | "c" | "u"; i: string; n: string; c?: string; up?: string[]; f?: number }
export type ChannelName = "location" | "operation" | "supply" | "ownership";
/** A channel: its target, and after how many hours its withdrawal stops the component: settled, careful. */
export interface Channel { t: number; h?: ChannelName; site?: string; s?: number; c?: number; p: Proof }
/** A requirement: a component, or a group that fails when `m` of its members have failed; a candidate
 * (`q`) counts in the careful reading only. */
export interface Need { c?: number; m?: number; g?: Need[]; w?: number; soft?: boolean; q?: boolean; b?: string; a: At }
/** `e` tells in both languages that it has ended; `ds` and `ea` are hours after the day of the results:
 * since when it is down for that, and when it fails from what has ended alone. `pl` are the targets that
 * reach each of its places, when it stands in several. */
export interface Component {
  i: string; n: string; l: number; k?: number; o?: string; t?: string[]; d?: string[];
  p: Proof; b?: number[]; e?: [string, string]; ds?: number; ea?: number; pl?: number[][]; c: Channel[]; r: Need[];
}
export type Kind = "entity" | "controller" | "jurisdiction" | "unknown" | "component";
/** A withdrawal; `f` is 2 when foreign, 1 when possibly so; `s` and `c` are the targets switched off. */
export interface Event { i: string; n: string; k: Kind; l: string[]; f: number; u?: number; s: number[]; c: number[] }

export type Place = [number, number, number, number];
export interface Box {
  form: "service" | "component" | "group" | "joint"; of: string; place: Place; alarm: number; turn?: string; ended?: boolean;
  lines: [string, "name" | "quiet" | "alarm", number, boolean, number, number][];
  tags: [string, number, Place][];
  point?: [number, number] | null; blind?: [string, number, number, number] | null; bar?: [number, number, number] | null;
}
export interface Arrow {
  from: number; to: number; kind: string; way: string; own?: string | null; head?: string | null; turn?: string;
  label?: [string, number, number] | null;
}
export interface Scene { size: [number, number]; columns: { name: string; place: Place }[]; boxes: Box[]; arrows: Arrow[] }

export type Words = Record<string, string>;
export interface Data {
  lang: "en" | "fr"; title: string | null; day: string | null; home: string[]; coverage: number;
  services: [string, number][];
  /** Services that are down, or will be, from what has ended: since when, in both languages, and by what. */
  down: [id: string, since: [string, string], by: [string, string]][];
  targets: Target[]; components: Component[]; events: Event[]; files: string[]; sources: string[];
  facts: [string[], string[]]; words: [Words, Words]; placed: [Scene | null, Scene | null];
}
