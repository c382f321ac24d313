// The data with what the page asks of it: who is where, who reaches what, what a text matches.

import type { Component, Data, Event, Target } from "./contract";
import { Equations, losesPlaces, type Withdrawal } from "./equations";
import { NEVER } from "./needs";
import type { Filters, Grouping } from "./state";

/** A foreign country on a component: when it stops it by the component's own channels. */
export interface Chip { who: string; settled: number; careful: number }

export class Inventory {
  readonly equations: Equations;
  readonly places = new Map<string, number>();
  readonly services: number[];
  readonly events = new Map<string, Event>();
  readonly coverage: Map<string, number>;
  private readonly downs: Map<string, { since: [string, string]; by: [string, string] }>;
  private readonly texts: string[];
  private readonly reachedBy: Map<string, Set<number>> = new Map();
  private chipCache: (Chip[] | undefined)[] = [];
  private readonly countries: { event: Event; settled: Set<number>; careful: Set<number> }[];

  constructor(readonly data: Data) {
    this.equations = new Equations(data.components, data.forward);
    data.components.forEach((of, at) => this.places.set(of.i, at));
    this.services = data.components.flatMap((of, at) => (of.l === 0 ? [at] : []));
    for (const event of data.events) this.events.set(`${event.k}:${event.i}`, event);
    this.coverage = new Map(data.services);
    this.downs = new Map(data.down.map(([id, since, by]) => [id, { since, by }]));
    this.texts = data.components.map((of) => plain([
      of.n, of.i, of.o ?? "", ...(of.t ?? []), ...of.c.map((channel) => data.targets[channel.t]!.n),
    ].join(" ")));
    this.countries = data.events.filter((event) => event.k === "jurisdiction" && event.f > 0)
      .map((event) => ({ event, settled: new Set(event.s), careful: new Set(event.c) }));
  }

  get components(): Component[] { return this.data.components; }

  /** The same where it is asked who breaks what; nothing where the page does not hold that. */
  ofFaults(): Inventory | null {
    const { faults, ...data } = this.data;
    if (!faults) return null;
    const components = data.components.map((of, at): Component => {
      const { pl: _pl, pc: _pc, pn: _pn, ...rest } = of;
      return { ...rest, ...faults.components[at]! };
    });
    return new Inventory({ ...data, targets: faults.targets, events: faults.events, components });
  }

  /** The withdrawal of keys `kind:id`; keys that name nothing are left out. */
  withdrawal(keys: string[]): Withdrawal {
    const events = keys.flatMap((key) => this.events.get(key) ?? []);
    const components = keys.flatMap((key) => this.withdrawable(key) ?? []);
    return { events, components };
  }

  /** Whether a key names something. */
  knows(key: string): boolean {
    return this.events.has(key) || this.withdrawable(key) !== undefined;
  }

  /** The component of a key; what has ended cannot be withdrawn once more. */
  private withdrawable(key: string): number | undefined {
    const at = key.startsWith("component:") ? this.places.get(key.slice(10)) : undefined;
    return at === undefined || this.components[at]!.e ? undefined : at;
  }

  /** The name of what a key names. */
  nameOf(key: string): string {
    const event = this.events.get(key);
    return event ? event.n : this.components[this.places.get(key.slice(10)) ?? -1]?.n ?? key;
  }

  /** Components whose channels an event reaches, once the unknowns are taken against us. */
  reached(key: string): Set<number> {
    const known = this.reachedBy.get(key);
    if (known) return known;
    const targets = new Set(this.events.get(key)?.c ?? []);
    const found = new Set<number>();
    this.components.forEach((of, at) => { if (of.c.some((channel) => targets.has(channel.t))) found.add(at); });
    this.reachedBy.set(key, found);
    return found;
  }

  /** Whether a component is what the reader looks for. */
  matches(at: number, query: string, filters: Filters): boolean {
    const of = this.components[at]!;
    if (filters.layer && String(of.l) !== filters.layer) return false;
    if (filters.criticality && String(of.k ?? "") !== filters.criticality) return false;
    if (filters.owner && of.o !== filters.owner) return false;
    if (filters.tag && !(of.t ?? []).includes(filters.tag)) return false;
    if (filters.jurisdiction && !this.reached(`jurisdiction:${filters.jurisdiction}`).has(at)) return false;
    if (filters.controller && !this.reached(`controller:${filters.controller}`).has(at)) return false;
    return plain(query).split(/\s+/).every((word) => this.texts[at]!.includes(word));
  }

  /** The foreign countries on a component, the most pressing first; "?" for what is not known. */
  chips(at: number): Chip[] {
    return (this.chipCache[at] ??= this.findChips(this.components[at]!));
  }

  private findChips(of: Component): Chip[] {
    const found: Chip[] = [];
    for (const { event, settled, careful } of this.countries) {
      const chip: Chip = { who: event.n, settled: NEVER, careful: NEVER };
      let there = false;
      for (const channel of of.c) {
        there ||= careful.has(channel.t);
        if (settled.has(channel.t)) chip.settled = Math.min(chip.settled, channel.s ?? NEVER);
        if (careful.has(channel.t)) chip.careful = Math.min(chip.careful, channel.c ?? NEVER);
      }
      // What stands in several places stops with so many of them as it takes.
      if (losesPlaces(of, settled, "s")) chip.settled = chip.careful = 0;
      if (losesPlaces(of, careful, "c")) chip.careful = 0;
      if (there) found.push(chip);
    }
    const unknown = of.c.filter((channel) => this.data.targets[channel.t]!.k === "u");
    if (unknown.length > 0) {
      found.push({ who: "?", settled: NEVER, careful: Math.min(...unknown.map((channel) => channel.c ?? NEVER)) });
    }
    return found.sort((a, b) => a.settled - b.settled || a.careful - b.careful || (a.who < b.who ? -1 : 1));
  }

  /** Since when a service is down from what has ended, and by what. */
  downOf(at: number, lang: "en" | "fr"): string {
    const down = this.downs.get(this.components[at]!.i);
    return down ? `${this.sinceOf(at, lang)} (${down.by[lang === "en" ? 0 : 1]})` : "";
  }

  /** Since when alone; empty of what is not down. */
  sinceOf(at: number, lang: "en" | "fr"): string {
    return this.downs.get(this.components[at]!.i)?.since[lang === "en" ? 0 : 1] ?? "";
  }

  /** That a component has ended; empty when it has not. */
  endedOf(at: number, lang: "en" | "fr"): string {
    return this.components[at]!.e?.[lang === "en" ? 0 : 1] ?? "";
  }

  /** The name of what a component is drawn together by; empty when nobody has said. */
  groupName(at: number, by: Grouping): string {
    const of = this.components[at]!;
    const channel = (kind: string, direct: boolean) =>
      of.c.find((one) => one.h === kind && (!direct || !one.site) && this.data.targets[one.t]!.k !== "u");
    switch (by) {
      case "operator": return this.targetName(channel("operation", true)?.t);
      case "site": return channel("location", false)?.site ?? this.targetName(channel("location", false)?.t);
      case "jurisdiction": return this.targetName(channel("location", false)?.t);
      default: return "";
    }
  }

  /** Whether a target is outside home, or may be. */
  isForeign(target: Target): boolean {
    const event = this.events.get(`${target.k === "c" ? "jurisdiction" : "entity"}:${target.i}`);
    return target.k === "u" || (event !== undefined && event.f > 0);
  }

  private targetName(target: number | undefined): string {
    return target === undefined ? "" : this.data.targets[target]!.n;
  }

  at([file, line, column]: [number, number, number]): string {
    const name = this.data.files[file]!;
    // What is no text of lines has where it is behind its name.
    return line === 0 ? name : `${name}:${line}:${column}`;
  }
}

/** Text for comparing: small letters without accents. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** How pressing times are: 0 nobody, 1 possibly, 2 later, 3 at once. */
export function alarm(settled: number, careful: number): number {
  if (settled === 0) return 3;
  if (settled < NEVER) return 2;
  return careful < NEVER ? 1 : 0;
}
