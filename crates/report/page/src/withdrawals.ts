// Who is withdrawn, by when, and what falls: the panel of "what if".

import { button, h } from "./dom";
import type { Context } from "./context";
import type { Times } from "./equations";
import { NEVER } from "./needs";
import { HORIZONS } from "./state";
import { plain } from "./inventory";

/** Beyond this many components, they are withdrawn from their own panel only. */
const OFFERED = 2_000;
/** So many foreign countries stand ready as buttons. */
const READY = 8;

export class Withdrawals {
  readonly element: HTMLElement;
  private readonly who: HTMLInputElement;
  private readonly ready = h("p", { class: "ready" });
  private readonly chosen = h("ul", { class: "withdrawn" });
  private readonly horizon: HTMLInputElement;
  private readonly horizonText = h("output", { class: "when" });
  private readonly outcome = h("div", { class: "outcome" });
  private readonly status = h("p", { class: "hint", role: "status" });
  private readonly offers = new Map<string, string>();

  constructor(private readonly context: Context) {
    const { asked: inventory, speech, state } = context;
    const list = h("datalist", { id: "offers" });
    for (const [text, key] of this.offered()) {
      this.offers.set(plain(text), key);
      list.append(h("option", { value: text }));
    }
    const faults = context.inventory.data.faults;
    const who = state.breaks ? "break_who" : "withdraw_who";
    const question = (breaks: boolean, name: string) =>
      button(speech.say(name), () => context.ask(breaks), { class: "toggle", "aria-pressed": String(state.breaks === breaks) });
    this.who = h("input", {
      type: "text", list: "offers", "aria-label": speech.say(who), placeholder: speech.say(who), autocomplete: "off",
      onkeydown: (event: KeyboardEvent) => { if (event.key === "Enter") this.add(); },
    });
    this.horizon = h("input", {
      type: "range", min: 0, max: HORIZONS.length - 1, step: 1, "aria-label": speech.say("horizon"),
      oninput: () => context.change({ horizon: Number(this.horizon.value) }),
    });
    this.element = h("section", { class: "withdrawals", "aria-label": speech.say("withdraw") },
      h("h3", {}, speech.say("withdraw")),
      faults && h("p", { class: "asks" }, question(false, "ask_withdraws"), question(true, "ask_breaks")),
      faults && state.breaks && h("p", { class: "note" }, faults.known[speech.lang === "en" ? 0 : 1]),
      h("div", { class: "row" }, this.who, button(speech.say("add"), () => this.add()), list),
      this.ready, this.chosen,
      h("label", { class: "horizon" }, h("span", {}, speech.say("horizon")), this.horizon, this.horizonText),
      this.status, this.outcome,
      h("p", { class: "note" }, speech.say("note")),
      inventory.data.events.some((event) => event.k === "unknown") && h("p", { class: "note" }, speech.say("one_hand")),
    );
  }

  update(times: Times | null, degraded: Times | null): void {
    const { asked: inventory, speech, state } = this.context;
    this.horizon.value = String(state.horizon);
    const minutes = HORIZONS[state.horizon]!;
    const text = minutes === NEVER ? speech.say("any_time") : speech.say("by", { when: speech.duration(minutes) });
    this.horizonText.textContent = text;
    this.horizon.setAttribute("aria-valuetext", text);
    this.ready.replaceChildren(...this.readyButtons());
    this.chosen.replaceChildren(...state.withdrawn.map((key) => {
      const name = inventory.nameOf(key);
      return h("li", {}, h("span", {}, this.label(key, name)),
        button("×", () => this.drop(key), { "aria-label": speech.say("remove", { who: name }), title: speech.say("remove", { who: name }) }));
    }));
    if (!times || !degraded) {
      this.status.textContent = speech.say(this.context.state.breaks ? "nothing_breaks" : "nothing_withdrawn");
      this.outcome.replaceChildren(...this.down(minutes));
      return;
    }
    this.tell(times, degraded, minutes);
  }

  private tell(times: Times, degraded: Times, minutes: number): void {
    const { asked: inventory, speech } = this.context;
    const by = (time: number) => time <= minutes && time < NEVER;
    const { services } = inventory;
    const stopped = services.filter((at) => by(times.settled[at]!)).sort((a, b) => times.settled[a]! - times.settled[b]!);
    const maybe = services.filter((at) => !by(times.settled[at]!) && by(times.careful[at]!))
      .sort((a, b) => times.careful[a]! - times.careful[b]!);
    const out = new Set([...stopped, ...maybe]);
    const ended = new Set(this.ended(minutes));
    const worse = services.filter((at) => !out.has(at) && !ended.has(at) && by(degraded.careful[at]!))
      .sort((a, b) => degraded.careful[a]! - degraded.careful[b]!);
    const holds = services.filter((at) => !out.has(at) && !ended.has(at));
    const failed = inventory.components.filter((of, at) => of.l !== 0 && by(times.settled[at]!)).length;
    const when = (of: Times) => (at: number) => {
      const settled = by(of.settled[at]!) ? of.settled[at]! : NEVER;
      const outages = of.outages?.(at).filter(({ from }) => by(from));
      const spoken = outages ? speech.outages(outages) : speech.times(settled, of.careful[at]!);
      // What does not stop a service earlier than what has ended is told as if that were back.
      const ended = inventory.components[at]!.ea;
      return ended !== undefined && Math.min(settled, of.careful[at]!) >= ended ? speech.say("if_back", { when: spoken }) : spoken;
    };
    this.status.textContent = `${speech.say("stopped", { n: stopped.length })} · ${speech.say("components_failed", { n: failed })}`;
    this.outcome.replaceChildren(
      ...this.down(minutes),
      ...this.group("stopped", "stopped", stopped, when(times)),
      ...this.group("maybe", "maybe_stopped", maybe, when(times)),
      ...this.group("worse", "degraded", worse, when(degraded)),
      ...this.group("holds", "holds", holds, (at) => speech.say("coverage", { n: inventory.coverage.get(inventory.components[at]!.i) ?? 0 })),
    );
  }

  /** The services that are down by a horizon whatever is withdrawn, those down for longest first. */
  private ended(minutes: number): number[] {
    const { components, services } = this.context.inventory;
    const since = (at: number) => components[at]!.ea ?? NEVER;
    return services.filter((at) => since(at) <= minutes && since(at) < NEVER).sort((a, b) => since(a) - since(b));
  }

  private down(minutes: number): HTMLElement[] {
    const { asked: inventory, speech } = this.context;
    return this.group("down", "down", this.ended(minutes), (at) => inventory.downOf(at, speech.lang));
  }

  private group(kind: string, heading: string, all: number[], text: (at: number) => string): HTMLElement[] {
    if (all.length === 0) return [];
    const { asked: inventory, speech } = this.context;
    const list = h("ul", { class: kind }, ...all.map((at) => {
      const of = inventory.components[at]!;
      return h("li", { "data-service": of.i }, h("button", {
        type: "button", class: "link",
        onclick: () => this.element.dispatchEvent(new CustomEvent("reveal", { bubbles: true, detail: of.i })),
      }, of.n), h("span", { class: "time" }, text(at)));
    }));
    const fill = { n: all.length, coverage: inventory.data.coverage };
    return [h("details", { open: kind !== "holds" }, h("summary", {}, speech.say(heading, fill)), list)];
  }

  /** The foreign countries, to be withdrawn with one press. */
  private readyButtons(): HTMLElement[] {
    const { asked: inventory, state } = this.context;
    // Countries do not break: who controls most stands ready there.
    const kind = state.breaks ? "controller" : "jurisdiction";
    const foreign = inventory.data.events.filter((event) => event.k === kind && (state.breaks || event.f > 0))
      .sort((a, b) => b.s.length - a.s.length || (a.i < b.i ? -1 : 1)).slice(0, READY);
    return foreign.map((event) => {
      const key = `${kind}:${event.i}`;
      const on = state.withdrawn.includes(key);
      return button(event.n, () => (on ? this.drop(key) : this.put(key)), { "aria-pressed": String(on), class: "toggle" });
    });
  }

  private label(key: string, name: string): string {
    const kind = key.slice(0, key.indexOf(":"));
    const { asked: inventory, speech } = this.context;
    const fact = inventory.events.get(key)?.u;
    return fact === undefined ? `${name} (${speech.say(`kind_${kind}`)})` : `${speech.facts[fact]} (${speech.say("kind_unknown")})`;
  }

  /** What can be withdrawn: the text that names it, its key. */
  private offered(): [string, string][] {
    const { asked: inventory } = this.context;
    const order = ["jurisdiction", "controller", "entity", "unknown"];
    const events = [...inventory.events.keys()].sort((a, b) => order.indexOf(a.split(":")[0]!) - order.indexOf(b.split(":")[0]!));
    const components = inventory.components.length > OFFERED ? [] : inventory.components.map((of) => `component:${of.i}`);
    return [...events, ...components.filter((key) => inventory.knows(key))].map((key) => [this.label(key, inventory.nameOf(key)), key]);
  }

  private add(): void {
    const wanted = plain(this.who.value);
    if (!wanted) return;
    const key = this.offers.get(wanted) ?? [...this.offers].find(([text]) => text.startsWith(wanted))?.[1];
    if (key === undefined) { this.status.textContent = this.context.speech.say("no_such"); return; }
    this.who.value = "";
    this.put(key);
  }

  private put(key: string): void {
    if (!this.context.state.withdrawn.includes(key)) this.context.change({ withdrawn: [...this.context.state.withdrawn, key] });
  }

  private drop(key: string): void {
    this.context.change({ withdrawn: this.context.state.withdrawn.filter((one) => one !== key) });
  }
}
