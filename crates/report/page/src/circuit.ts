// The hard requirements laid out for what is worked out in time: nodes by number, and who looks at whom.

import { circles, type Order } from "./circles";
import type { Component, Need } from "./contract";
import { NEVER, minutes } from "./needs";

/** A requirement, or a group of them. */
export interface Node {
  /** The component; -1 of a group. */
  readonly c: number;
  readonly members: number[];
  /** So many members fail a group of which all are hot. */
  readonly fail: number;
  /** So many members must run, of a group with cold ones; else 0. */
  readonly run: number;
  /** The hot members of such a group never suffice: its cold ones run all the time. */
  readonly always: boolean;
  /** Minutes for which the loss is borne. */
  readonly borne: number;
  /** A member of a group: minutes that it needs to take over; 0 when it is hot. */
  readonly starts: number;
  /** Cold, and in the circle of its owner: it counts as down. */
  readonly frozen: boolean;
  /** It counts in the careful reading only. */
  readonly candidate: boolean;
}

export class Circuit {
  readonly nodes: Node[] = [];
  /** The requirements of each component. */
  readonly tops: number[][];
  /** Who looks at each component, each once. */
  readonly owners: number[][];
  /** Whose repair needs each component. */
  readonly serves: number[][];
  /** Circles of hard requirements, what is needed first. */
  readonly order: Order;

  constructor(readonly components: Component[]) {
    this.tops = components.map((of) => of.r.filter((need) => !need.soft).map((need) => this.add(need)));
    const needs = this.tops.map((tops) => [...new Set(tops.flatMap((top) => this.leaves(top)))]);
    this.owners = turned(needs);
    this.serves = turned(components.map((of) => (of.rw ?? []).flatMap((repair) => repair.c ?? [])));
    this.order = circles(needs);
  }

  private add(need: Need): number {
    const members = (need.g ?? []).map((member) => this.add(member));
    const hot = (need.g ?? []).filter((member) => !member.s).length;
    this.nodes.push({
      c: need.c ?? -1, members, fail: need.m ?? 0, run: need.n ?? 0, always: hot < (need.n ?? 0),
      borne: minutes(need.w), starts: need.s ? need.s.t ?? NEVER : 0, frozen: need.s?.f ?? false, candidate: need.q ?? false,
    });
    return this.nodes.length - 1;
  }

  private leaves(at: number): number[] {
    const node = this.nodes[at]!;
    return node.c >= 0 ? [node.c] : node.members.flatMap((member) => this.leaves(member));
  }
}

function turned(lists: number[][]): number[][] {
  const found: number[][] = lists.map(() => []);
  lists.forEach((list, at) => { for (const to of list) found[to]!.push(at); });
  return found;
}
