// What the reader has chosen, and its place in the address, so that a view can be sent.

export interface Filters {
  layer: string; jurisdiction: string; controller: string; criticality: string; owner: string; tag: string;
}
export type Grouping = "none" | "operator" | "site" | "jurisdiction" | "layer";
export interface View { x: number; y: number; k: number }

export interface State {
  query: string;
  filters: Filters;
  /** Whether it is asked who breaks, not who withdraws. */
  breaks: boolean;
  /** Keys of withdrawals, or of faults: `kind:id`. */
  withdrawn: string[];
  /** The place of the horizon in HORIZONS. */
  horizon: number;
  group: Grouping;
  /** Keys of groups that stand open. */
  open: string[];
  /** The id of the component in the panel. */
  selected: string | null;
  view: View | null;
}

/** Minutes of an hour, and of a day. */
const HOUR = 60;
const DAY = 24 * HOUR;

/** The steps of the horizon, in minutes; the last is any time. */
export const HORIZONS = [
  0, 15, HOUR, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 60 * DAY, 90 * DAY,
  180 * DAY, 365 * DAY, Infinity,
];

export const NO_FILTERS: Filters = { layer: "", jurisdiction: "", controller: "", criticality: "", owner: "", tag: "" };
const GROUPINGS: Grouping[] = ["none", "operator", "site", "jurisdiction", "layer"];

export function fresh(group: Grouping): State {
  return {
    query: "", filters: { ...NO_FILTERS }, breaks: false, withdrawn: [], horizon: HORIZONS.length - 1,
    group, open: [], selected: null, view: null,
  };
}

/** The state as a fragment; what is as usual is left out. */
export function toFragment(state: State, usual: Grouping): string {
  const parts = new URLSearchParams();
  if (state.query) parts.set("q", state.query);
  for (const [name, value] of Object.entries(state.filters)) if (value) parts.set(name, value);
  if (state.breaks) parts.set("breaks", "1");
  for (const key of state.withdrawn) parts.append("w", key);
  if (state.horizon !== HORIZONS.length - 1) parts.set("by", String(HORIZONS[state.horizon]));
  if (state.group !== usual) parts.set("group", state.group);
  for (const key of state.open) parts.append("open", key);
  if (state.selected) parts.set("c", state.selected);
  if (state.view) parts.set("at", [state.view.x.toFixed(1), state.view.y.toFixed(1), state.view.k.toFixed(3)].join(","));
  const text = parts.toString();
  return text ? `#map&${text}` : "#map";
}

/** The state that a fragment tells of; what it does not say, or says wrongly, is as usual. */
export function fromFragment(fragment: string, usual: Grouping): State | null {
  if (fragment !== "#map" && !fragment.startsWith("#map&")) return null;
  const state = fresh(usual);
  const parts = new URLSearchParams(fragment.slice("#map&".length));
  state.query = parts.get("q") ?? "";
  for (const name of Object.keys(state.filters) as (keyof Filters)[]) state.filters[name] = parts.get(name) ?? "";
  state.breaks = parts.get("breaks") === "1";
  state.withdrawn = [...new Set(parts.getAll("w"))];
  const by = HORIZONS.indexOf(Number(parts.get("by") ?? Infinity));
  if (by >= 0) state.horizon = by;
  const group = GROUPINGS.find((name) => name === parts.get("group"));
  if (group) state.group = group;
  state.open = parts.getAll("open");
  state.selected = parts.get("c");
  const at = (parts.get("at") ?? "").split(",").map(Number);
  if (at.length === 3 && at.every(Number.isFinite) && at[2]! > 0) state.view = { x: at[0]!, y: at[1]!, k: at[2]! };
  return state;
}
