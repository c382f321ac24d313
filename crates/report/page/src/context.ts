// What every panel works with: the inventory, the words, the state and the way to change it.

import type { Inventory } from "./inventory";
import type { State } from "./state";
import type { Speech } from "./words";

export interface Context {
  inventory: Inventory;
  /** The same with the events of the question that is asked: who withdraws, or who breaks. */
  asked: Inventory;
  speech: Speech;
  state: State;
  /** Changes the state and shows what follows. */
  change(change: Partial<State>): void;
  /** Asks the other question; whoever was chosen is let go. */
  ask(breaks: boolean): void;
}
