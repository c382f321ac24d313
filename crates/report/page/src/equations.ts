// The survival equations, solved as docs/method.md has them: t(n) is the smallest of the delays of
// n's channels that are switched off and of the times of its hard requirements; an all-of fails with
// its first member, an any-of with its last, k-of-n in between; what is borne is added. Times begin
// at "never" and go down until nothing changes: the greatest solution, nothing fails without a cause.

import type { Component, Event, Need } from "./contract";

export const NEVER = Infinity;

/** What is withdrawn: any number of events and components. */
export interface Withdrawal { events: Event[]; components: number[] }
/** For each component, when it has failed: from what is declared, and with the unknowns against us. */
export interface Times { settled: Float64Array; careful: Float64Array }

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

  constructor(components: Component[]) {
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
  }

  /** When everything fails under a withdrawal. With `degrades`, soft requirements count as hard ones. */
  solve(withdrawal: Withdrawal, degrades = false): Times {
    return { settled: this.run(withdrawal, "s", degrades), careful: this.run(withdrawal, "c", degrades) };
  }

  /** A withdrawal is told where it stops something earlier than what has ended does, else as if that
   * were back. */
  private run(withdrawal: Withdrawal, reading: "s" | "c", degrades: boolean): Float64Array {
    const now = this.world(withdrawal, reading, degrades, this.anyEnded);
    if (!this.anyEnded) return now;
    const back = this.world(withdrawal, reading, degrades, false);
    return now.map((time, at) => {
      const ended = this.components[at]!.ea;
      // Nothing stops before it is withdrawn.
      const stops = Math.max(time, 0);
      return ended === undefined || stops < ended ? stops : back[at]!;
    });
  }

  /** The times of one world: with what has ended down, or as if it were back. */
  private world(withdrawal: Withdrawal, reading: "s" | "c", degrades: boolean, ended: boolean): Float64Array {
    const times = new Float64Array(this.components.length).fill(NEVER);
    const own = this.own(withdrawal, reading, ended);
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
  private own(withdrawal: Withdrawal, reading: "s" | "c", ended: boolean): Float64Array {
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
    if (reading === "c") return own;
    for (const at of this.spread) {
      const all = this.components[at]!.pl!.every((place) => place.some((target) => off.has(target)));
      if (all) own[at] = Math.min(own[at]!, 0);
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

function fails(need: Need, times: Float64Array): number {
  if (need.c !== undefined) return times[need.c]! + (need.w ?? 0);
  const members = (need.g ?? []).map((member) => fails(member, times)).sort((a, b) => a - b);
  return (members[(need.m ?? 0) - 1] ?? NEVER) + (need.w ?? 0);
}

/** The components that a requirement names. */
export function leaves(need: Need): number[] {
  return need.c !== undefined ? [need.c] : (need.g ?? []).flatMap(leaves);
}
