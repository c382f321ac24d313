// The panel of one component: what it rests on, what rests on it, who reaches it, where it is written.

import { button, fill, h } from "./dom";
import type { Component, Need, Proof, Reach } from "./contract";
import type { Context } from "./context";
import type { Times } from "./equations";
import { NEVER, mustHold } from "./needs";
import { groupKey } from "./scenes";

/** A list names so many before it counts the rest. */
const LISTED = 40;

export interface Acts { close(group: string): void; centre(component: number): void }

export class Details {
  readonly element: HTMLElement;

  constructor(private readonly context: Context, private readonly acts: Acts) {
    this.element = h("section", { class: "details", "aria-label": context.speech.say("details") });
  }

  update(times: Times | null): void {
    const { inventory, speech, state } = this.context;
    const at = state.selected === null ? undefined : inventory.places.get(state.selected);
    if (at === undefined) {
      this.element.replaceChildren(h("h3", {}, speech.say("details")), h("p", { class: "hint" }, speech.say("choose")));
      return;
    }
    const of = inventory.components[at]!;
    const about = [speech.say(`layer${of.l}`), of.k === undefined ? "" : speech.say(`criticality${of.k}`), of.o ?? "", ...(of.t ?? [])];
    const coverage = inventory.coverage.get(of.i);
    fill(this.element,
      h("div", { class: "heading" }, h("h3", {}, of.n),
        button("×", () => this.context.change({ selected: null }), { "aria-label": speech.say("close_details"), title: speech.say("close_details") })),
      h("p", { class: "about" }, about.filter(Boolean).join(" · ")),
      ...this.ended(at),
      times && this.fate(at, times),
      coverage !== undefined && h("p", {}, speech.say("coverage", { n: coverage })),
      this.buttons(at),
      ...this.listed("services_above", this.services(at)),
      ...(of.r.length > 0 ? [h("h4", {}, speech.say("needs")), h("ul", {}, ...of.r.map((need) => this.need(need)))] : []),
      ...this.recovery(of),
      ...this.listed("needed_by", inventory.equations.watchers[at]!),
      this.cones(at),
      ...(of.c.length > 0 ? [h("h4", {}, speech.say("channels")), h("ul", { class: "channels" }, ...of.c.map((channel) => this.channel(channel)))] : []),
      ...(of.d?.length ? [h("h4", {}, speech.say("data")), h("p", {}, of.d.join(", "))] : []),
      ...(of.b?.length ? [h("h4", {}, speech.say("blind_spots")), h("ul", {}, ...of.b.map((fact) => h("li", {}, speech.facts[fact]!)))] : []),
      h("h4", {}, speech.say("declared")), this.proof(of.p),
    );
  }

  /** That it has ended, and since when it is down from what has. */
  private ended(at: number): HTMLElement[] {
    const { inventory, speech } = this.context;
    const lines = [inventory.endedOf(at, speech.lang), inventory.downOf(at, speech.lang)].filter(Boolean);
    return lines.map((text) => h("p", { class: "ended" }, text));
  }

  private fate(at: number, times: Times): HTMLElement | null {
    const [settled, careful] = [times.settled[at]!, times.careful[at]!];
    if (careful === NEVER) return null;
    const { inventory, speech } = this.context;
    const ended = inventory.components[at]!.ea;
    const outages = times.outages?.(at);
    const spoken = outages ? speech.outages(outages) : speech.times(settled, careful);
    const when = ended !== undefined && Math.min(settled, careful) >= ended ? speech.say("if_back", { when: spoken }) : spoken;
    return h("p", { class: settled < NEVER ? "fails" : "fails maybe" }, speech.say(outages ? "interrupted" : "fails", { when }));
  }

  private buttons(at: number): HTMLElement {
    const { inventory, speech, state } = this.context;
    const of = inventory.components[at]!;
    const key = `component:${of.i}`;
    const group = groupKey(inventory, at, state.group);
    const opened = group !== null && state.open.includes(group);
    return h("p", { class: "acts" },
      inventory.knows(key) && !state.withdrawn.includes(key) && button(speech.say("add"), () => this.context.change({ withdrawn: [...state.withdrawn, key] })),
      opened && button(speech.say("close"), () => this.acts.close(group)),
      of.l === 0 && button(speech.say("findings"), () => this.toFindings(of.i)),
    );
  }

  /** Opens the fold of a service in the written part. */
  private toFindings(id: string): void {
    const folds = document.querySelectorAll<HTMLDetailsElement>(`[data-lang=${this.context.speech.lang}] details.service`);
    const fold = [...folds].find((one) => one.dataset.service === id);
    if (!fold) return;
    for (let up: HTMLElement | null = fold; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
    fold.scrollIntoView();
    fold.querySelector("summary")?.focus();
  }

  /** What brings it back, and how many of its places it needs. */
  private recovery(of: Component): HTMLElement[] {
    const { speech } = this.context;
    const lines: HTMLElement[] = [];
    const places = of.pl?.length;
    if (places && of.pn !== undefined) {
      lines.push(h("p", {}, speech.say("places_needed", { n: places - of.pn + 1, total: places })));
    }
    if (of.rs) lines.push(h("p", {}, speech.say("restarts", { when: speech.duration(of.rs) })));
    const repairs = (of.rw ?? []).flatMap((repair) => (repair.c === undefined ? [] : [{ c: repair.c, q: repair.q }]));
    if (repairs.length === 0) return lines;
    const item = ({ c, q }: { c: number; q?: boolean }) =>
      h("li", {}, this.link(c), q && h("small", {}, speech.say("candidate")));
    return [...lines, h("h4", {}, speech.say("recovers_with")), h("ul", {}, ...repairs.map(item))];
  }

  private services(at: number): number[] {
    const { inventory } = this.context;
    const above = inventory.equations.cone(at, true);
    return inventory.components[at]!.l === 0 ? [] : [...above].filter((one) => inventory.components[one]!.l === 0).sort((a, b) => a - b);
  }

  private listed(heading: string, all: number[]): HTMLElement[] {
    if (all.length === 0) return [];
    const { speech } = this.context;
    const items = all.slice(0, LISTED).map((at) => h("li", {}, this.link(at)));
    const more = all.length > LISTED ? [h("li", {}, `+${all.length - LISTED}`)] : [];
    return [h("h4", {}, `${speech.say(heading)} (${all.length})`), h("ul", {}, ...items, ...more)];
  }

  private cones(at: number): HTMLElement {
    const { inventory, speech } = this.context;
    return h("p", { class: "cones" },
      speech.say("rests_on", { n: inventory.equations.cone(at, false).size }), "; ",
      speech.say("rest_on_it", { n: inventory.equations.cone(at, true).size }), ".");
  }

  private link(at: number): HTMLElement {
    const of = this.context.inventory.components[at]!;
    return h("button", { type: "button", class: "link", onclick: () => {
      this.context.change({ selected: of.i });
      this.acts.centre(at);
    } }, of.n);
  }

  private need(need: Need): HTMLElement {
    const { inventory, speech } = this.context;
    const notes = [
      need.soft ? speech.say("soft") : "",
      this.start(need),
      need.q ? speech.say("candidate") : "",
      need.w ? speech.say("bears", { when: speech.duration(need.w) }) : "",
      need.b ?? "",
    ].filter(Boolean);
    const after = h("small", {}, [...notes, inventory.at(need.a)].join(" · "));
    if (need.c !== undefined) return h("li", {}, this.link(need.c), after);
    const members = need.g ?? [];
    const k = mustHold(need);
    const rule = k === members.length ? speech.say("all_of", { n: members.length }) : speech.say("at_least", { k, n: members.length });
    return h("li", {}, rule, after, h("ul", {}, ...members.map((member) => this.need(member))));
  }

  /** How a member of a group takes over that is not up all the time. */
  private start(need: Need): string {
    const { speech } = this.context;
    if (!need.s) return "";
    if (need.s.f) return speech.say("never_takes_over");
    return speech.say("takes_over", { when: speech.duration(need.s.t ?? NEVER) });
  }

  private channel(channel: Reach): HTMLElement {
    const { inventory, speech } = this.context;
    const target = inventory.data.targets[channel.t]!;
    const name = target.k === "u" ? speech.facts[target.f!]! : target.c && target.k === "p" ? `${target.n} (${target.c})` : target.n;
    const [settled, careful] = [channel.s ?? NEVER, channel.c ?? NEVER];
    const effect = careful === NEVER ? speech.say("cannot_stop") : speech.say("stops_it", { when: speech.times(settled, careful) });
    const notes = [
      target.up?.length ? speech.say("controlled_by", { who: target.up.join(", ") }) : "",
      channel.site ? speech.say("through", { site: channel.site }) : "",
    ].filter(Boolean);
    return h("li", {},
      channel.h && target.k !== "u" ? `${speech.say(`channel_${channel.h}`)} ` : null, h("strong", {}, name),
      ...notes.map((note) => h("span", { class: "note" }, note)),
      h("span", { class: careful < NEVER && inventory.isForeign(target) ? "note stops" : "note" }, effect),
      this.proof(channel.p));
  }

  private proof(proof: Proof): HTMLElement {
    const { inventory, speech } = this.context;
    const parts = [
      inventory.at(proof.a),
      proof.s === undefined ? "" : speech.say("source", { source: inventory.data.sources[proof.s]! }),
      proof.u ? speech.say("unverified") : "",
      proof.v ? speech.say("verified", { day: proof.v }) : "",
    ].filter(Boolean);
    return h("small", { class: "proof" }, parts.join(" · "));
  }
}
