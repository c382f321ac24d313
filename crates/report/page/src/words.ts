// Words in the language that the page shows.

import type { Data } from "./contract";
import type { Interruption } from "./equations";
import { NEVER } from "./needs";

export class Speech {
  readonly words: Data["words"][number];
  readonly facts: string[];

  constructor(data: Data, readonly lang: "en" | "fr") {
    const at = lang === "en" ? 0 : 1;
    this.words = data.words[at];
    this.facts = data.facts[at];
  }

  /** The words of a name, with what stands in braces filled in. */
  say(name: string, fill: Record<string, string | number> = {}): string {
    const text = this.words[name] ?? name;
    return text.replace(/\{(\w+)\}/g, (whole, key: string) => (key in fill ? String(fill[key]) : whole));
  }

  /** Minutes as lists write them. */
  duration(minutes: number): string {
    if (minutes === NEVER) return this.say("never");
    if (minutes === 0) return this.say("at_once");
    const hours = Math.floor(minutes / 60);
    const days = hours < 48 ? 0 : Math.floor(hours / 24);
    const parts: [number, string][] = [[days, this.say("day")], [hours - days * 24, "h"], [minutes % 60, "min"]];
    return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(" ");
  }

  /** When something is down: each outage, as lists have it. What is not up again in either reading has one time
   * a reading. */
  outages(all: Interruption[]): string {
    const [first, last] = [all[0], all[all.length - 1]];
    const once = all.length === 1 || (all.length === 2 && !first!.certain && last!.certain && first!.until === last!.from);
    if (first && last!.until === NEVER && once) {
      return this.say("outage_for_good", { from: this.times(last!.certain ? last!.from : NEVER, first.from).replaceAll(" ", "\u00a0") });
    }
    const each = all.map(({ from, until, certain }) => {
      const fill = { from: this.bound(from), until: this.bound(until) };
      const text = this.say(until === NEVER ? "outage_for_good" : from === 0 ? "outage_until" : "outage_between", fill);
      return certain ? text : this.say("possibly", { when: text });
    });
    return each.join(this.say("semicolon"));
  }

  /** One outage that ends, in short. */
  span({ from, until }: Interruption): string {
    return `${from === 0 ? "0" : this.duration(from)} – ${this.duration(until)}`;
  }

  /** Minutes that stay on one line. */
  private bound(minutes: number): string { return this.duration(minutes).replaceAll(" ", "\u00a0"); }

  /** Both readings of a time. */
  times(settled: number, careful: number): string {
    if (careful === NEVER) return this.duration(careful);
    if (settled === NEVER) return this.say("possibly", { when: this.duration(careful) });
    if (settled === careful) return this.duration(settled);
    return `${this.duration(settled)}, ${this.say("possibly", { when: this.duration(careful) })}`;
  }
}
