// Search, filters, groups, and the list of what matches: the map for those who do not point at it.

import { button, h } from "./dom";
import type { Context } from "./context";
import { NO_FILTERS, type Filters, type Grouping } from "./state";

/** The list names so many components. */
const LISTED = 60;

export class Filtering {
  readonly element: HTMLElement;
  private readonly search: HTMLInputElement;
  private readonly selects: Map<keyof Filters, HTMLSelectElement>;
  private readonly group: HTMLSelectElement;
  private readonly count = h("p", { class: "count", role: "status" });
  /** Services first. */
  private readonly byLayer: number[];
  private readonly list = h("ul", { class: "components" });

  constructor(private readonly context: Context) {
    const { inventory, speech, state } = context;
    const layer = (at: number) => inventory.components[at]!.l;
    this.byLayer = inventory.components.map((_, at) => at).sort((a, b) => layer(a) - layer(b) || a - b);
    this.search = h("input", {
      type: "search", placeholder: speech.say("search"), "aria-label": speech.say("search"), autocomplete: "off",
      oninput: () => context.change({ query: this.search.value }),
    });
    this.selects = new Map(this.choices().map(([name, options]) => [name, this.filter(name, options)]));
    this.group = this.grouping();
    const active = Object.values(state.filters).some(Boolean);
    this.element = h("div", { class: "filtering" },
      this.search,
      h("details", { class: "filters", open: active },
        h("summary", {}, speech.say("filters")),
        ...[...this.selects].map(([name, select]) => h("label", {}, h("span", {}, speech.say(name)), select)),
        button(speech.say("clear"), () => context.change({ filters: { ...NO_FILTERS }, query: "" })),
      ),
      h("label", { class: "grouping" }, h("span", {}, speech.say("group")), this.group),
      this.count,
      h("div", { class: "scroll" }, this.list),
    );
  }

  /** Shows what matches: all when nothing is asked for. */
  update(matching: Set<number> | null): void {
    const { inventory, speech, state } = this.context;
    if (this.search.value !== state.query) this.search.value = state.query;
    for (const [name, select] of this.selects) select.value = state.filters[name];
    this.group.value = state.group;
    const all = this.byLayer.filter((at) => matching === null || matching.has(at));
    const total = inventory.components.length;
    this.count.textContent = speech.say("matching", { n: all.length, total });
    const items = all.slice(0, LISTED).map((at) => {
      const of = inventory.components[at]!;
      const here = of.i === state.selected;
      return h("li", {}, h("button", {
        type: "button", "data-component": of.i, "aria-current": here ? "true" : undefined,
        onclick: () => this.reveal(of.i),
      }, of.n, h("small", {}, speech.say(`layer${of.l}`))));
    });
    const more = all.length > LISTED ? [h("li", { class: "more" }, speech.say("more", { n: all.length - LISTED }))] : [];
    this.list.replaceChildren(...items, ...more);
  }

  private reveal(id: string): void {
    this.element.dispatchEvent(new CustomEvent("reveal", { bubbles: true, detail: id }));
  }

  private filter(name: keyof Filters, options: [string, string][]): HTMLSelectElement {
    const { context } = this;
    const select = h("select", {
      "aria-label": context.speech.say(name),
      onchange: () => context.change({ filters: { ...context.state.filters, [name]: select.value } }),
    }, ...[["", context.speech.say("all")] as [string, string], ...options].map(([value, text]) => h("option", { value }, text)));
    return select;
  }

  private grouping(): HTMLSelectElement {
    const { context } = this;
    const all: Grouping[] = ["none", "operator", "site", "jurisdiction", "layer"];
    const names = context.inventory.data.placed[0] ? all : all.slice(1);
    const select = h("select", { "aria-label": context.speech.say("group"), onchange: () => context.change({ group: select.value as Grouping }) },
      ...names.map((value) => h("option", { value }, context.speech.say(`group_${value}`))));
    return select;
  }

  /** What each filter offers: values and their names. */
  private choices(): [keyof Filters, [string, string][]][] {
    const { inventory, speech } = this.context;
    const { components, data } = inventory;
    const same = (values: Iterable<string>): [string, string][] => [...new Set(values)].sort().map((value) => [value, value]);
    const numbered = (values: Iterable<number>, name: string): [string, string][] =>
      [...new Set(values)].sort((a, b) => a - b).map((value) => [String(value), speech.say(`${name}${value}`)]);
    const events = (kind: string): [string, string][] =>
      data.events.filter((event) => event.k === kind).map((event): [string, string] => [event.i, event.n])
        .sort((a, b) => (a[1] < b[1] ? -1 : 1));
    return [
      ["layer", numbered(components.map((of) => of.l), "layer")],
      ["jurisdiction", events("jurisdiction")],
      ["controller", events("controller")],
      ["criticality", numbered(components.flatMap((of) => (of.k === undefined ? [] : [of.k])), "criticality")],
      ["owner", same(components.flatMap((of) => (of.o ? [of.o] : [])))],
      ["tag", same(components.flatMap((of) => of.t ?? []))],
    ];
  }
}
