import type { Picture } from './picture.ts';

// Inside jest every look at a global costs as much as the sum it is used for.
const { abs, floor, hypot, max, min, round } = Math;

/** A place in millimetres or in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Leads from places on the page to places in a picture of it. */
export type Finder = (place: Place) => Place;

const dark = (value: number | undefined): boolean => (value ?? 255) < 110;

/** The four corner marks of a sheet in any position: the one with the hole first, then clockwise. */
export function findMarks(picture: Picture): Place[] {
  const squares = blobs(picture).filter(({ width, height, area }) => {
    const [side, other] = [max(width, height), min(width, height)];
    return (
      side > picture.width / 50 &&
      side < picture.width / 15 &&
      other / side > 0.85 &&
      area / (width * height) > 0.7
    );
  });
  const corners = [
    [0, 0],
    [picture.width, 0],
    [picture.width, picture.height],
    [0, picture.height],
  ].map(([x = 0, y = 0]) =>
    squares.reduce((best, each) =>
      hypot(each.x - x, each.y - y) < hypot(best.x - x, best.y - y) ? each : best,
    ),
  );
  const first = corners.findIndex(({ x, y }) => !dark(picture.data[round(y) * picture.width + round(x)]));
  if (first < 0) throw new Error('no mark has a hole');
  return [...corners.slice(first), ...corners.slice(0, first)];
}

/** What is dark and hangs together, by its middle. */
function blobs({ width, height, data }: Picture) {
  const seen = new Uint8Array(data.length);
  const found: { x: number; y: number; width: number; height: number; area: number }[] = [];
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || !dark(data[start])) continue;
    const box = { left: width, right: 0, top: height, bottom: 0, area: 0 };
    const waiting = [start];
    seen[start] = 1;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, floor(at / width)];
      box.left = min(box.left, x);
      box.right = max(box.right, x);
      box.top = min(box.top, y);
      box.bottom = max(box.bottom, y);
      box.area++;
      for (let way = 0; way < 4; way++) {
        const next =
          way === 0
            ? x > 0
              ? at - 1
              : at
            : way === 1
              ? x < width - 1
                ? at + 1
                : at
              : way === 2
                ? at - width
                : at + width;
        if (next < 0 || next >= data.length || seen[next] || !dark(data[next])) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
    found.push({
      x: (box.left + box.right) / 2,
      y: (box.top + box.bottom) / 2,
      width: box.right - box.left + 1,
      height: box.bottom - box.top + 1,
      area: box.area,
    });
  }
  return found;
}

/** The projective map that takes four places to four others. */
export function projection(from: readonly Place[], to: readonly Place[]): Finder {
  const rows = from.flatMap(({ x, y }, at) => {
    const { x: u, y: v } = to[at] ?? { x: 0, y: 0 };
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved(rows);
  return ({ x, y }) => {
    const w = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
  };
}

/** Gauss's elimination; each row ends with its right-hand side. */
function solved(rows: number[][]): number[] {
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const pivot = rows.slice(at).reduce((best, row) => (abs(row[at] ?? 0) > abs(best[at] ?? 0) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(at, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column <= size; column++)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/** How dark the middle of a bubble is, from 0 to 1. */
export function darkness(picture: Picture, find: Finder, { x, y }: Place, diameter: number): number {
  const steps = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3].map((step) => step * diameter);
  const samples = steps.flatMap((dx) =>
    steps.map((dy) => {
      const place = find({ x: x + dx, y: y + dy });
      return picture.data[round(place.y) * picture.width + round(place.x)] ?? 255;
    }),
  );
  return 1 - samples.reduce((sum, value) => sum + value, 0) / samples.length / 255;
}
