// The least of many numbers first.

export class Heap {
  private readonly all: number[] = [];

  get least(): number | undefined { return this.all[0]; }

  push(value: number): void {
    const { all } = this;
    let at = all.length;
    all.push(value);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (all[above]! <= value) break;
      all[at] = all[above]!;
      at = above;
    }
    all[at] = value;
  }

  pop(): number | undefined {
    const { all } = this;
    const least = all[0];
    const last = all.pop();
    if (last === undefined || all.length === 0) return least;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= all.length) break;
      if (below + 1 < all.length && all[below + 1]! < all[below]!) below++;
      if (all[below]! >= last) break;
      all[at] = all[below]!;
      at = below;
    }
    all[at] = last;
    return least;
  }
}
