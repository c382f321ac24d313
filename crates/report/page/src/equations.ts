// The survival equations, solved as docs/method.md has them: t(n) is the smallest of the delays of
// n's channels that are switched off and of the times of its hard requirements; an all-of fails with
// its first member, an any-of with its last, k-of-n in between; what is borne is added. Times begin
// at "never" and go down until nothing changes: the greatest solution, nothing fails without a cause.
// Where members of groups take over after a time, what stops may be up again: `forward.ts`.

import { Circuit } from "./circuit";
import type { Component, Event } from "./contract";
import { Forward, type Outage } from "./forward";
import { NEVER, fails, leaves } from "./needs";

/** What is withdrawn: any number of events and components. */
export interface Withdrawal { events: Event[]; components: number[] }
/** An outage, and whether it is certain. */
export interface Interruption extends Outage { certain: boolean }
/** For each component, when it has failed: from what is declared, and with the unknowns against us. */
export interface Times {
  settled: Float64Array;
  careful: Float64Array;
  /** When a component is down; nothing where whatever stops does so for good. */
  outages?: (component: number) => Interruption[];
}

type Reading = "s" | "c";
/** What one withdrawal does in one reading, with what has ended down, or as if it were back. */
interface World { times: Float64Array; forward?: Forward }
/** The same in both worlds, and in which of them each component is told. */
interface Told { times: Float64Array; worlds: [now: World, back: World]; back: Uint8Array }

const NOTHING: Withdrawal = { events: [], components: [] };

export class Equations {
  readonly components: Component[];
  /** Who needs each component, however it stands in their requirements. */
  readonly watchers: number[][];
  /** What each component needs directly, each once. */
  readonly needed: number[][];
  private readonly channelsOf: Map<number, [component: number, channel: number][]> = new Map();
  /** What stands in several places. */
  private readonly spread: number[];
  private readonly anyEnded: boolean;
  /** Where members of groups take over after a time. */
  private readonly circuit: Circuit | null;
  private readonly fromEnded = new Map<string, Float64Array>();

  constructor(components: Component[], inTime = false) {
    this.components = components;
    this.watchers = components.map(() => []);
    this.spread = components.flatMap((of, at) => (of.pl?.length ? [at] : []));
    this.anyEnded = components.some((of) => of.ds !== undefined);
    this.needed = components.map((of) => [...new Set(of.r.flatMap(leaves))]);
    components.forEach((of, at) => {
      for (const to of this.needed[at]!) this.watchers[to]!.push(at);
      of.c.forEach((channel, place) => {
        const list = this.channelsOf.get(channel.t) ?? [];
        list.push([at, place]);
        this.channelsOf.set(channel.t, list);
      });
    });
    this.circuit = inTime ? new Circuit(components) : null;
  }

  /** When everything fails under a withdrawal. With `degrades`, soft requirements count as hard ones, and
   * whoever takes over in time is up all the time. */
  solve(withdrawal: Withdrawal, degrades = false): Times {
    const settled = this.told(withdrawal, "s", degrades);
    const careful = this.told(withdrawal, "c", degrades);
    // What is certain is possible.
    settled.times.forEach((time, at) => {
      if (time >= careful.times[at]!) return;
      careful.times[at] = time;
      careful.back[at] = settled.back[at]!;
    });
    const times = { settled: settled.times, careful: careful.times };
    if (!this.circuit || degrades) return times;
    return { ...times, outages: (at) => marked(spans(settled, at), spans(careful, at)) };
  }

  /** A withdrawal is told where it stops something earlier than what has ended does, else as if that
   * were back. */
  private told(withdrawal: Withdrawal, reading: Reading, degrades: boolean): Told {
    const now = this.world(withdrawal, reading, degrades, this.anyEnded);
    const back = new Uint8Array(this.components.length);
    if (!this.anyEnded) return { times: now.times, worlds: [now, now], back };
    const asBack = this.world(withdrawal, reading, degrades, false);
    const ended = this.ended(reading, degrades);
    const times = now.times.map((time, at) => {
      // Nothing stops before it is withdrawn.
      const stops = Math.max(time, 0);
      if (ended[at] === NEVER || stops < ended[at]!) return stops;
      back[at] = 1;
      return asBack.times[at]!;
    });
    return { times, worlds: [now, asBack], back };
  }

  /** When everything fails from what has ended alone. */
  private ended(reading: Reading, degrades: boolean): Float64Array {
    const key = `${reading} ${degrades}`;
    const known = this.fromEnded.get(key) ?? this.world(NOTHING, reading, degrades, true).times;
    this.fromEnded.set(key, known);
    return known;
  }

  private world(withdrawal: Withdrawal, reading: Reading, degrades: boolean, ended: boolean): World {
    const own = this.own(withdrawal, reading, ended);
    if (!this.circuit || degrades) return { times: this.static(own, reading, degrades) };
    const forward = new Forward(this.circuit, own, reading === "c");
    return { times: forward.firsts(), forward };
  }

  /** The times of one world where whatever fails does so for good. */
  private static(own: Float64Array, reading: Reading, degrades: boolean): Float64Array {
    const times = new Float64Array(this.components.length).fill(NEVER);
    const queue: number[] = [];
    const queued = new Uint8Array(this.components.length);
    own.forEach((time, at) => { if (time < NEVER) { queue.push(at); queued[at] = 1; } });
    for (let next = 0; next < queue.length; next++) {
      const at = queue[next]!;
      queued[at] = 0;
      let time = own[at]!;
      for (const need of this.components[at]!.r) {
        if (need.q && reading === "s") continue;
        if (degrades || !need.soft) time = Math.min(time, fails(need, times));
      }
      if (time >= times[at]!) continue;
      times[at] = time;
      for (const above of this.watchers[at]!) {
        if (!queued[above]) { queued[above] = 1; queue.push(above); }
      }
    }
    return times;
  }

  /** When each component fails of itself. */
  private own(withdrawal: Withdrawal, reading: Reading, ended: boolean): Float64Array {
    const own = new Float64Array(this.components.length).fill(NEVER);
    if (ended) this.components.forEach((of, at) => { own[at] = of.ds ?? NEVER; });
    for (const at of withdrawal.components) own[at] = Math.min(own[at]!, 0);
    const off = new Set(withdrawal.events.flatMap((event) => event[reading]));
    for (const target of off) {
      for (const [at, place] of this.channelsOf.get(target) ?? []) {
        const delay = this.components[at]!.c[place]![reading];
        if (delay !== undefined && delay < own[at]!) own[at] = delay;
      }
    }
    for (const at of this.spread) {
      if (losesPlaces(this.components[at]!, off, reading)) own[at] = Math.min(own[at]!, 0);
    }
    return own;
  }

  /** All that a component rests on, or, upward, all that rests on it; itself left out. */
  cone(of: number, upward: boolean): Set<number> {
    const next = upward ? this.watchers : this.needed;
    const found = new Set<number>([of]);
    for (const at of found) for (const other of next[at]!) found.add(other);
    found.delete(of);
    return found;
  }
}

/** Whether so many places of a component are lost as it takes to stop it. Where nobody has said how many it
 * needs, its channels say what the careful reading makes of that. */
export function losesPlaces(of: Component, off: Set<number>, reading: Reading): boolean {
  if (!of.pl || (reading === "c" && of.pn === undefined)) return false;
  const places = reading === "c" ? of.pc ?? of.pl : of.pl;
  const lost = places.filter((place) => place.some((target) => off.has(target))).length;
  return lost >= (of.pn ?? places.length);
}

function spans(told: Told, at: number): Outage[] { return told.worlds[told.back[at]!]!.forward?.outages(at) ?? []; }

/** When something is down in either reading, certain where the settled one has it. */
function marked(settled: Outage[], careful: Outage[]): Interruption[] {
  const edges = [...new Set([...settled, ...careful].flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const within = (of: Outage[], time: number) => of.some(({ from, until }) => from <= time && time < until);
  const found: Interruption[] = [];
  edges.forEach((from, place) => {
    const until = edges[place + 1];
    const certain = within(settled, from);
    if (until === undefined || !(certain || within(careful, from))) return;
    const last = found[found.length - 1];
    if (last?.certain === certain && last.until === from) last.until = until;
    else found.push({ from, until, certain });
  });
  return found;
}
