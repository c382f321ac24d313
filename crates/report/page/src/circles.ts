// Circles of mutual need, what is needed first: the order in which components settle in an instant.

export interface Order { circles: number[][]; place: Int32Array }

/** Tarjan's algorithm, without recursion: a circle is complete once all that it needs is. */
export function circles(needs: number[][]): Order {
  const found: number[][] = [];
  const place = new Int32Array(needs.length).fill(-1);
  const turn = new Int32Array(needs.length).fill(-1);
  const low = new Int32Array(needs.length);
  const open: number[] = [];
  const way: [at: number, next: number][] = [];
  let turns = 0;
  const enter = (at: number): void => {
    turn[at] = low[at] = turns++;
    open.push(at);
    way.push([at, 0]);
  };
  for (let root = 0; root < needs.length; root++) {
    if (turn[root]! < 0) enter(root);
    while (way.length > 0) {
      const step = way[way.length - 1]!;
      const [at, next] = step;
      const needed = needs[at]![next];
      if (needed !== undefined) {
        step[1]++;
        if (turn[needed]! < 0) enter(needed);
        else if (place[needed]! < 0) low[at] = Math.min(low[at]!, turn[needed]!);
        continue;
      }
      way.pop();
      const above = way[way.length - 1];
      if (above) low[above[0]] = Math.min(low[above[0]]!, low[at]!);
      if (low[at] !== turn[at]) continue;
      const circle = open.splice(open.lastIndexOf(at));
      for (const member of circle) place[member] = found.length;
      found.push(circle.sort((a, b) => a - b));
    }
  }
  return { circles: found, place };
}
