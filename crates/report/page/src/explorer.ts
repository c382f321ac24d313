// The map with all that surrounds it: search, filters, groups, withdrawals, the panel of a component.

import type { Context } from "./context";
import { button, h } from "./dom";
import { Details } from "./details";
import type { Mark, Marks } from "./draw";
import type { Times } from "./equations";
import { NEVER } from "./needs";
import { Filtering } from "./filtering";
import type { Inventory } from "./inventory";
import { countBoxes, groupKey, show, type Shown } from "./scenes";
import { HORIZONS, NO_FILTERS, fresh, fromFragment, toFragment, type Grouping, type State } from "./state";
import { MapView, family } from "./view";
import { Withdrawals } from "./withdrawals";
import type { Speech } from "./words";

/** A map of more boxes than this opens drawn together, in the first way that leaves few enough. */
const READABLE = 300;

export class Explorer implements Context {
  state: State;
  speech!: Speech;
  private readonly usual: Grouping;
  private shown!: Shown;
  private view!: MapView;
  private details!: Details;
  private filtering!: Filtering;
  private withdrawals!: Withdrawals;
  private right!: HTMLElement;
  private readonly broken: Inventory | null;
  private matching: Set<number> | null = null;
  private times: Times | null = null;
  private degraded: Times | null = null;

  constructor(readonly inventory: Inventory, private readonly root: HTMLElement) {
    const ways: Grouping[] = ["none", "operator", "site", "jurisdiction"];
    this.usual = ways.find((group) => countBoxes(inventory, group) <= READABLE) ?? "layer";
    this.state = fromFragment(location.hash, this.usual) ?? fresh(this.usual);
    this.broken = inventory.ofFaults();
    this.settleGroup();
  }

  get asked(): Inventory { return (this.state.breaks && this.broken) || this.inventory; }

  ask(breaks: boolean): void {
    if (breaks === this.state.breaks) return;
    Object.assign(this.state, { breaks, withdrawn: [] });
    this.speak(this.speech);
    this.remember();
  }

  /** What is too large to be shown whole is not, whatever an address asks for. */
  private settleGroup(): void {
    if (!this.inventory.data.placed[0] && this.state.group === "none") this.state.group = this.usual;
  }

  /** Builds everything in a language. */
  speak(speech: Speech): void {
    const first = this.view === undefined;
    const before = first ? this.state.view : this.view.at;
    this.speech = speech;
    const canvas = h("canvas", { tabindex: 0, role: "img", "aria-label": speech.say("canvas") });
    this.view = new MapView(canvas, {
      chosen: (box) => this.choose(box),
      moved: (view) => { this.state.view = view; this.remember(); },
    });
    this.filtering = new Filtering(this);
    this.withdrawals = new Withdrawals(this);
    this.details = new Details(this, { close: (key) => this.closeGroup(key), centre: (at) => this.centre(at) });
    this.right = h("div", { class: "right" }, this.withdrawals.element, this.details.element);
    this.root.replaceChildren(
      h("div", { class: "left" }, this.filtering.element),
      h("div", { class: "stage" }, canvas, this.tools()),
      this.right,
    );
    this.rescene(true);
    if (before && (!first || this.state.view)) this.view.go(before);
    this.refresh();
  }

  repaint(): void { this.view.repaint(); }

  /** The address has changed by hand. */
  follow(fragment: string): boolean {
    const state = fromFragment(fragment, this.usual);
    if (!state || toFragment(state, this.usual) === toFragment(this.state, this.usual)) return state !== null;
    const other = state.breaks !== this.state.breaks;
    this.state = state;
    this.settleGroup();
    if (other) this.speak(this.speech);
    this.rescene(true);
    if (state.view) this.view.go(state.view);
    this.refresh();
    return true;
  }

  change(change: Partial<State>): void {
    const regroup = change.group !== undefined && change.group !== this.state.group;
    Object.assign(this.state, change);
    if (regroup) this.state.open = [];
    if (regroup || change.open) this.rescene(regroup);
    this.refresh();
    this.remember();
  }

  /** Chooses a component and brings it into sight, its group opened. */
  reveal(id: string): void {
    const at = this.inventory.places.get(id);
    if (at === undefined) return;
    this.change({ selected: id });
    this.centre(at);
  }

  private centre(at: number): void {
    const key = groupKey(this.inventory, at, this.state.group);
    if (key !== null && this.shown.members[this.shown.boxOf[at]!]!.length > 1) this.change({ open: [...this.state.open, key] });
    const box = this.shown.boxOf[at]!;
    if (box >= 0) this.view.centre(box);
  }

  private closeGroup(key: string): void { this.change({ open: this.state.open.filter((one) => one !== key) }); }

  private choose(box: number | null): void {
    if (box === null) { this.change({ selected: null }); return; }
    const members = this.shown.members[box]!;
    const key = this.shown.groups[box];
    if (members.length > 1 && key) { this.change({ open: [...this.state.open, key] }); return; }
    const at = members[0];
    if (at !== undefined) this.change({ selected: this.inventory.components[at]!.i });
  }

  private rescene(refit: boolean): void {
    const context = document.createElement("canvas").getContext("2d")!;
    const measure = (text: string, size: number, bold: boolean) => {
      context.font = `${bold ? "bold " : ""}${size}px ${family()}`;
      return context.measureText(text).width;
    };
    this.shown = show(this.inventory, this.speech, this.state.group, this.state.open, measure);
    this.view.present(this.shown, refit);
  }

  private remember(): void { history.replaceState(null, "", toFragment(this.state, this.usual)); }

  private refresh(): void {
    const { state, inventory } = this;
    const filtered = state.query.trim() !== "" || Object.values(state.filters).some(Boolean);
    this.matching = filtered
      ? new Set(inventory.components.flatMap((_, at) => (inventory.matches(at, state.query, state.filters) ? [at] : [])))
      : null;
    const { asked } = this;
    state.withdrawn = state.withdrawn.filter((key) => asked.knows(key));
    const withdrawal = asked.withdrawal(state.withdrawn);
    this.times = state.withdrawn.length > 0 ? asked.equations.solve(withdrawal) : null;
    this.degraded = this.times && asked.equations.solve(withdrawal, true);
    this.filtering.update(this.matching);
    this.withdrawals.update(this.times, this.degraded);
    this.details.update(this.times);
    this.right.classList.toggle("chosen", state.selected !== null);
    this.view.mark(this.marks());
  }

  private marks(): Marks {
    const { inventory, shown, matching, times } = this;
    const selected = this.state.selected === null ? undefined : inventory.places.get(this.state.selected);
    const down = selected === undefined ? null : inventory.equations.cone(selected, false).add(selected);
    const up = selected === undefined ? null : inventory.equations.cone(selected, true).add(selected);
    const horizon = HORIZONS[this.state.horizon]!;
    const has = (set: Set<number>, box: number) => shown.members[box]!.some((at) => set.has(at));
    const on = (box: number) =>
      (matching === null || has(matching, box)) && (down === null || has(down, box) || has(up!, box));
    const boxes = shown.scene.boxes.map((box, at): Mark => {
      const mark: Mark = { faded: !on(at) };
      if (selected !== undefined && box.form !== "joint") mark.selected = shown.members[at]!.includes(selected);
      if (times && box.form !== "joint") Object.assign(mark, this.fate(shown.members[at]!, times, horizon));
      return mark;
    });
    const arrows = shown.scene.arrows.map(({ from, to }) => {
      const strong = down !== null && ((has(down, from) && has(down, to)) || (has(up!, from) && has(up!, to)));
      return { strong: strong && on(from) && on(to), faded: !strong && (down !== null || !on(from) || !on(to)) };
    });
    return { box: (at) => boxes[at] ?? {}, arrow: (at) => arrows[at] ?? { faded: false, strong: false } };
  }

  /** What becomes of the components of a box under the withdrawals; of a group, how many are down. */
  private fate(members: number[], times: Times, horizon: number): Mark {
    if (members.length > 1) {
      const down = members.filter((at) => times.settled[at]! <= horizon && times.settled[at]! < NEVER).length;
      const maybe = members.filter((at) => times.careful[at]! <= horizon && times.careful[at]! < NEVER).length;
      if (down === members.length) return { failed: 2, when: `${down}/${members.length}` };
      if (down > 0) return { failed: 3, when: `${down}/${members.length}` };
      return maybe > 0 ? { failed: 1, when: `? ${maybe}/${members.length}` } : { failed: 0 };
    }
    const settled = Math.min(...members.map((at) => times.settled[at]!));
    const careful = Math.min(...members.map((at) => times.careful[at]!));
    if (settled <= horizon && settled < NEVER) {
      const when = this.speech.duration(settled);
      const down = members.flatMap((at) => times.outages?.(at) ?? []).filter(({ from, certain }) => certain && from <= horizon).at(-1);
      // What is up again by the horizon says from when to when it was not.
      const back = down !== undefined && down.until <= horizon && down.until < NEVER;
      return back ? { failed: 3, when: this.speech.span(down) } : { failed: 2, when };
    }
    if (settled < NEVER && careful > horizon) return { failed: 3, when: this.speech.duration(settled) };
    if (careful <= horizon && careful < NEVER) return { failed: 1, when: `? ${this.speech.duration(careful)}` };
    return { failed: 0 };
  }

  private tools(): HTMLElement {
    const say = (name: string) => this.speech.say(name);
    const tool = (text: string, name: string, act: () => void) => button(text, act, { "aria-label": say(name), title: say(name) });
    const title = this.inventory.data.title ?? "Tréfonds";
    return h("div", { class: "tools" },
      tool("+", "zoom_in", () => this.view.by(1.4)),
      tool("−", "zoom_out", () => this.view.by(1 / 1.4)),
      tool(say("fit"), "fit", () => { this.view.fit(); this.state.view = null; this.remember(); }),
      tool("SVG", "save_svg", () => save(new Blob([this.view.svg(title)], { type: "image/svg+xml" }), "map.svg")),
      tool("PNG", "save_png", () => this.view.png((blob) => { if (blob) save(blob, "map.png"); })),
    );
  }

  /** For the tests in a browser: where a component is, and how long drawings took. */
  get probe(): { middle(id: string): [number, number] | null; drawings: number[]; svg(): string; refresh(): void } {
    return {
      middle: (id) => {
        const box = this.shown.boxOf[this.inventory.places.get(id) ?? -1] ?? -1;
        return box < 0 ? null : this.view.middle(box);
      },
      drawings: this.view.drawings,
      svg: () => this.view.svg("map"),
      refresh: () => this.change({ filters: { ...NO_FILTERS }, query: "" }),
    };
  }
}

function save(blob: Blob, name: string): void {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
