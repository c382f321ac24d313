// One withdrawal, forward in time: when each component is down, and when it is up again (docs/method.md,
// "Down and back"). Time is moved from one change to the next; at each, the largest set of components that
// may be up together is up, circle by circle, what is needed first. Between changes nothing happens: what
// is borne, what starts and what restarts are timers that were set before.

import type { Circuit, Node } from "./circuit";
import { Heap } from "./heap";
import { NEVER, minutes } from "./needs";

/** When something is down, in minutes after the withdrawal: from, and until when; never is for good. */
export interface Outage { from: number; until: number }

/** Time begins so many minutes before the withdrawal; what has been so since then has been for ever. */
const ORIGIN = 216_000_000;
/** Not now. */
const OPEN = Infinity;

/** How the members of the circle in hand are taken; all others are as they are. */
const enum View {
  /** Up when they could run, were all timers of restarts over. */
  Could,
  /** Up when they may be. */
  Up,
  /** As they are. */
  Now,
}

export class Forward {
  /** Since when each component is down; open when it is up. */
  private readonly downSince: Float64Array;
  /** Since when its cause is over and all that its repair needs is up. */
  private readonly goodSince: Float64Array;
  private readonly could: Uint8Array;
  private readonly up: Uint8Array;
  private readonly past: Map<number, [from: number, to: number][]> = new Map();
  /** Since when what each requirement looks at is down. */
  private readonly lostSince: Float64Array;
  /** Of a cold member: since when the hot ones have been too few, and it has been up. */
  private readonly readySince: Float64Array;
  /** When each component fails of itself, for good. */
  private readonly own: Float64Array;
  /** What is to be looked at, and when: minute times circles, plus circle. */
  private readonly timers = new Heap();
  /** The circles to be looked at in this instant. */
  private readonly due = new Heap();
  private readonly dueAt: Float64Array;
  private lookedAt: number[] = [];
  private time = 0;
  private circle = 0;

  /** Lets time go on until nothing changes any more. `own`: minutes after the withdrawal. */
  constructor(private readonly circuit: Circuit, own: Float64Array, private readonly careful: boolean) {
    const { components, nodes, order } = circuit;
    this.downSince = new Float64Array(components.length).fill(OPEN);
    this.goodSince = new Float64Array(components.length);
    this.could = new Uint8Array(components.length).fill(1);
    this.up = new Uint8Array(components.length).fill(1);
    this.lostSince = new Float64Array(nodes.length).fill(OPEN);
    this.readySince = new Float64Array(nodes.length).fill(OPEN);
    for (const group of nodes) if (group.always) for (const member of group.members) this.readySince[member] = 0;
    this.own = own.map((time) => Math.max(time + ORIGIN, 0));
    this.dueAt = new Float64Array(order.circles.length).fill(-1);
    this.own.forEach((time, at) => { if (time < NEVER) this.timers.push(this.key(time, order.place[at]!)); });
    this.run();
  }

  /** When a component is down, in order. What was over before the withdrawal is no outage of it. */
  outages(component: number): Outage[] {
    const all = this.spans(component).map(([from, to]) => ({ from: Math.max(from - ORIGIN, 0), until: to - ORIGIN }));
    return all.filter((outage) => outage.until > 0);
  }

  /** When each component went down first; what was over before the withdrawal does not count. */
  firsts(): Float64Array {
    return this.downSince.map((since, at) => (this.past.get(at)?.find(([, to]) => to > ORIGIN)?.[0] ?? since) - ORIGIN);
  }

  private spans(component: number): [number, number][] {
    const since = this.downSince[component]!;
    const open: [number, number][] = since === OPEN ? [] : [[since, NEVER]];
    return [...(this.past.get(component) ?? []), ...open];
  }

  private key(time: number, circle: number): number { return time * this.circuit.components.length + circle; }

  private setTimer(since: number, takes: number, circle: number): void {
    if (takes < NEVER) this.timers.push(this.key(since + takes, circle));
  }

  private run(): void {
    const count = this.circuit.components.length;
    for (let next = this.timers.least; next !== undefined; next = this.timers.least) {
      this.time = Math.floor(next / count);
      while (this.timers.least !== undefined && Math.floor(this.timers.least / count) === this.time) {
        this.makeDue(this.timers.pop()! % count);
      }
      for (let circle = this.due.pop(); circle !== undefined; circle = this.due.pop()) this.settle(circle);
      this.setRepairs();
    }
  }

  private makeDue(circle: number): void {
    if (this.dueAt[circle] === this.time) return;
    this.dueAt[circle] = this.time;
    this.due.push(circle);
  }

  /** Settles a circle, and makes due what looks at whoever changed. */
  private settle(circle: number): void {
    const { order, owners, serves, tops } = this.circuit;
    const members = order.circles[circle]!;
    this.circle = circle;
    for (const member of members) this.could[member] = 1;
    this.narrow(this.could, View.Could, members);
    for (const member of members) this.up[member] = this.could[member] && this.hasRestarted(member) ? 1 : 0;
    this.narrow(this.up, View.Up, members);
    for (const member of members) {
      this.lookedAt.push(member);
      if (!this.apply(member)) continue;
      for (const owner of owners[member]!) if (order.place[owner] !== circle) this.makeDue(order.place[owner]!);
      this.lookedAt.push(...serves[member]!);
    }
    for (const member of members) for (const top of tops[member]!) this.note(top);
  }

  /** The largest set of members that may be up together: whoever cannot is taken out until nobody is. */
  private narrow(stands: Uint8Array, view: View, members: number[]): void {
    const pending = [...members];
    for (let next = 0; next < pending.length; next++) {
      const member = pending[next]!;
      if (!stands[member] || !this.hasCause(member, view)) continue;
      stands[member] = 0;
      if (members.length === 1) continue;
      for (const owner of this.circuit.owners[member]!) if (this.circuit.order.place[owner] === this.circle) pending.push(owner);
    }
  }

  /** Whether a component has a reason to be down now. */
  private hasCause(component: number, view: View): boolean {
    if (this.own[component]! <= this.time) return true;
    return this.circuit.tops[component]!.some((top) => this.counts(top) && this.fails(top, view));
  }

  private counts(top: number): boolean { return this.careful || !this.circuit.nodes[top]!.candidate; }

  /** Whether a component that could run is up again: at once where it was not down. */
  private hasRestarted(component: number): boolean {
    const takes = this.takes(component);
    return this.downSince[component] === OPEN || takes === 0 || this.lasted(this.goodSince[component]!, takes);
  }

  /** For how long its cause must be over, and what its repair needs be up: with such, a minute at least. */
  private takes(component: number): number {
    const restart = minutes(this.circuit.components[component]!.rs);
    return restart === 0 && this.repairs(component).length > 0 ? 1 : restart;
  }

  private repairs(component: number): { c?: number }[] {
    return (this.circuit.components[component]!.rw ?? []).filter((repair) => this.careful || !repair.q);
  }

  /** Takes over what was settled of a component, and says whether it went down or came up. */
  private apply(component: number): boolean {
    const since = this.downSince[component]!;
    if ((since === OPEN) === (this.up[component] === 1)) return false;
    if (since === OPEN) {
      this.downSince[component] = this.time;
      return true;
    }
    const past = this.past.get(component) ?? [];
    past.push([since, this.time]);
    this.past.set(component, past);
    this.downSince[component] = OPEN;
    return true;
  }

  private isDown(component: number, view: View): boolean {
    if (view !== View.Now && this.circuit.order.place[component] === this.circle) {
      return (view === View.Could ? this.could : this.up)[component] === 0;
    }
    return this.downSince[component] !== OPEN;
  }

  /** Whether a requirement has failed, what is borne considered. */
  private fails(at: number, view: View): boolean { return this.isLost(at, view) && this.isPastBearing(at); }

  private isPastBearing(at: number): boolean {
    const { borne } = this.circuit.nodes[at]!;
    if (borne === 0) return true;
    return borne < NEVER && (this.time === 0 || this.lasted(this.lostSince[at]!, borne));
  }

  /** Whether what a requirement looks at is down. */
  private isLost(at: number, view: View): boolean {
    const node = this.circuit.nodes[at]!;
    if (node.c >= 0) return this.isDown(node.c, view);
    if (node.run > 0) return node.members.filter((member) => this.runs(member, view)).length < node.run;
    return node.members.filter((member) => this.fails(member, view)).length >= node.fail;
  }

  /** Whether a member of a group with cold members does its part. */
  private runs(at: number, view: View): boolean {
    const { starts, frozen } = this.circuit.nodes[at]!;
    const started = starts === 0 || (!frozen && starts < NEVER && (this.time === 0 || this.lasted(this.readySince[at]!, starts)));
    return started && !this.fails(at, view);
  }

  /** Notes since when a requirement is lost, and sets the timers of what is borne and what starts. */
  private note(at: number): void {
    const node = this.circuit.nodes[at]!;
    for (const member of node.members) this.note(member);
    if (node.run > 0) this.noteCold(node);
    if (!this.isLost(at, View.Now)) {
      this.lostSince[at] = OPEN;
    } else if (this.lostSince[at] === OPEN) {
      this.lostSince[at] = this.time;
      if (node.borne > 0 && this.time > 0) this.setTimer(this.time, node.borne, this.circle);
    }
  }

  /** Notes since when the cold members of a group could take over. */
  private noteCold(group: Node): void {
    const { nodes } = this.circuit;
    const hot = group.members.filter((member) => nodes[member]!.starts === 0 && !this.fails(member, View.Now)).length;
    for (const member of group.members) {
      const { starts, frozen } = nodes[member]!;
      if (starts === 0) continue;
      const ready = hot < group.run && !frozen && !this.fails(member, View.Now);
      if (ready === (this.readySince[member] !== OPEN)) continue;
      this.readySince[member] = ready ? this.time : OPEN;
      if (ready && this.time > 0) this.setTimer(this.time, starts, this.circle);
      // One that runs all the time may be in the circle of its owner: who could run is then another question.
      if (!ready && group.always && this.time > 0) this.setTimer(this.time, 1, this.circle);
    }
  }

  /** Sets the timers of repairs, once all that changes in an instant has. */
  private setRepairs(): void {
    for (const component of this.lookedAt) {
      const takes = this.takes(component);
      if (takes === 0) continue;
      const good = this.could[component] === 1
        && this.repairs(component).every(({ c }) => c !== undefined && this.downSince[c] === OPEN);
      if (!good) this.goodSince[component] = OPEN;
      else if (this.goodSince[component] === OPEN) this.goodSince[component] = this.time;
      const since = this.goodSince[component]!;
      if (good && this.downSince[component] !== OPEN && since > 0 && since + takes > this.time) {
        this.setTimer(since, takes, this.circuit.order.place[component]!);
      }
    }
    this.lookedAt = [];
  }

  /** Whether what has been so since a time has been so for so long. */
  private lasted(since: number, long: number): boolean {
    return since !== OPEN && (since === 0 || this.time - since >= long);
  }
}
