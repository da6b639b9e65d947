import type { Agreement, Owner, Stage, Zone } from '@smarketing/compiler/ir';
import { shortTitle } from '@smarketing/compiler/words';
import { readWays, type Line, type Ways } from './ways.ts';

/** A stage or exit as a box. */
export interface Box {
  readonly id: string;
  readonly lines: readonly string[];
  readonly owner: Owner | null;
  readonly exit: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Band {
  readonly zone: Zone;
  readonly y: number;
  readonly height: number;
}

/** A drawn line: a path, its end with an arrowhead, and dots where others join it. */
export interface Wire {
  readonly kind: Line['kind'] | 'step';
  readonly path: string;
  /** Further lines that run into it, without an arrowhead. */
  readonly stubs: string;
  readonly dots: readonly Point[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly bands: readonly Band[];
  readonly wires: readonly Wire[];
  readonly exitsY: number | null;
}

const strip = 26;
const boxHeight = 56;
const gap = 26;
const column = 232;
const narrowest = 168;
const lane = 15;
const arrow = 7;

/** Lays the funnel out from top to bottom: jumps and ways back run on the left, ways to the exits on the right. */
export function drawFunnel(agreement: Agreement): Drawing {
  const ways = readWays(agreement);
  const left = lanesOf(
    ways,
    ways.lines.filter(({ kind }) => kind !== 'exit'),
  );
  const right = ways.lines.filter(({ kind }) => kind === 'exit');
  const center = strip + 16 + lane * laneCount(left) + column / 2;
  const boxes = placeBoxes(ways, center);
  const places = new Map(boxes.map((box) => [box.id, box]));
  const ports = countPorts(ways.lines);
  const edge = center + column / 2;
  const last = boxes.at(-1);
  const firstExit = boxes.find(({ exit }) => exit);
  return {
    width: edge + 16 + lane * Math.max(right.length, 1) + 4,
    height: (last ? last.y + last.height : 0) + 14,
    boxes,
    bands: bandsOf(ways.stages, boxes),
    exitsY: firstExit ? firstExit.y - 22 : null,
    wires: [
      ...stepWires(ways, boxes, center),
      ...left.map(({ line, lane: n }) => wire(line, places, ports, center - column / 2 - 12 - lane * n, -1)),
      ...right.map((line, n) => wire(line, places, ports, edge + 14 + lane * n, 1)),
    ],
  };
}

function placeBoxes({ stages, exits }: Ways, center: number): readonly Box[] {
  const narrower = (column - narrowest) / Math.max(stages.length - 1, 1);
  let y = 14;
  let zone: Zone | null | undefined;
  const box = (stage: Stage, width: number, before: number): Box => {
    y += before;
    const placed = {
      id: stage.id,
      lines: wrap(shortTitle(stage)),
      owner: stage.owner,
      exit: stage.exit,
      x: center - width / 2,
      y,
      width,
      height: boxHeight,
    };
    y += boxHeight;
    return placed;
  };
  const funnel = stages.map((stage, i) => {
    const before = i === 0 ? 0 : gap + (stage.zone === zone ? 0 : 8);
    zone = stage.zone;
    return box(stage, column - narrower * i, before);
  });
  return [...funnel, ...exits.map((exit, i) => box(exit, narrowest, i === 0 ? 66 : 18))];
}

/** A title in one line, or in two when it is long. */
function wrap(title: string): readonly string[] {
  if (title.length <= 21) return [title];
  const middle = title.length / 2;
  const spaces = [...title.matchAll(/[\s-]/gu)].map(({ index }) => index);
  const at = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at === undefined ? [title] : [title.slice(0, at + 1).trim(), title.slice(at + 1)];
}

/** Neighbours of one zone share a band. */
function bandsOf(stages: readonly Stage[], boxes: readonly Box[]): readonly Band[] {
  const bands: Band[] = [];
  stages.forEach(({ zone }, i) => {
    const box = boxes[i];
    const last = bands.at(-1);
    if (zone === null || box === undefined) return;
    if (last !== undefined && last.zone === zone) {
      bands[bands.length - 1] = { ...last, height: box.y + box.height + 13 - last.y };
    } else bands.push({ zone, y: box.y - 13, height: box.height + 26 });
  });
  return bands;
}

function stepWires({ stages, steps }: Ways, boxes: readonly Box[], center: number): readonly Wire[] {
  return stages.flatMap(({ id }, i) => {
    const [from, to] = [boxes[i], boxes[i + 1]];
    if (!steps.has(id) || from === undefined || to === undefined) return [];
    return [
      { kind: 'step', path: `M${center} ${from.y + from.height}V${to.y - arrow}`, stubs: '', dots: [] },
    ];
  });
}

interface InLane {
  readonly line: Line;
  readonly lane: number;
}

const laneCount = (lines: readonly InLane[]) => Math.max(0, ...lines.map(({ lane: n }) => n + 1));

/** The lines of one side, each in the innermost lane that is free over its whole length; short ones first. */
function lanesOf({ stages, exits }: Ways, lines: readonly Line[]): readonly InLane[] {
  const order = new Map([...stages, ...exits].map(({ id }, i) => [id, i]));
  const reach = ({ from, to }: Line) => {
    const at = [...from, to].map((id) => order.get(id) ?? 0);
    return { top: Math.min(...at), bottom: Math.max(...at) };
  };
  const taken: { readonly top: number; readonly bottom: number; readonly lane: number }[] = [];
  const length = (line: Line) => reach(line).bottom - reach(line).top;
  return lines
    .toSorted((a, b) => length(a) - length(b))
    .map((line) => {
      const { top, bottom } = reach(line);
      let n = 0;
      while (taken.some((one) => one.lane === n && one.top <= bottom && top <= one.bottom)) n += 1;
      taken.push({ top, bottom, lane: n });
      return { line, lane: n };
    });
}

/** Which lines touch a box on a side, in the order in which they are drawn. */
type Ports = ReadonlyMap<string, readonly Line[]>;

function countPorts(lines: readonly Line[]): Ports {
  const ports = new Map<string, Line[]>();
  for (const line of lines) {
    const side = line.kind === 'exit' ? 'right' : 'left';
    for (const id of new Set([...line.from, line.to])) {
      const key = `${side} ${id}`;
      ports.set(key, [...(ports.get(key) ?? []), line]);
    }
  }
  return ports;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const bend = 6;

/** A line from all its sources along its lane to its target; it may come from above and from below. */
function wire(line: Line, places: ReadonlyMap<string, Box>, ports: Ports, x: number, side: 1 | -1): Wire {
  const port = (id: string) => portOf(line, places.get(id), ports, side);
  const target = port(line.to);
  const sources = line.from.map(port);
  const [above, below] = [
    sources.filter(({ y }) => y < target.y),
    sources.filter(({ y }) => y >= target.y),
  ].map((part) => part.toSorted((one, other) => Math.abs(other.y - target.y) - Math.abs(one.y - target.y)));
  const [main = [], other = []] = above?.length ? [above, below] : [below, above];
  const [far, ...near] = main;
  const [otherFar, ...otherNear] = other;
  const joining = [...near, ...otherNear];
  return {
    kind: line.kind,
    path: far === undefined ? '' : `${rail(far, target, x, side)}H${target.x + arrow * side}`,
    stubs: [
      ...(otherFar === undefined ? [] : [rail(otherFar, target, x, side)]),
      ...joining.map(({ x: from, y }) => `M${from} ${y}H${x}`),
    ].join(''),
    dots: joining.map(({ y }) => ({ x, y })),
  };
}

/** From a box into the lane, along it, and out of it towards the target. */
function rail(from: Point, target: Point, x: number, side: 1 | -1): string {
  const down = target.y > from.y ? 1 : -1;
  return [
    `M${from.x} ${from.y}H${x - bend * side}`,
    `Q${x} ${from.y} ${x} ${from.y + bend * down}`,
    `V${target.y - bend * down}`,
    `Q${x} ${target.y} ${x - bend * side} ${target.y}`,
  ].join('');
}

/** The point at which a line touches a box: the ports of a side are spread over its height. */
function portOf(line: Line, box: Box | undefined, ports: Ports, side: 1 | -1): Point {
  if (box === undefined) return { x: 0, y: 0 };
  const all = ports.get(`${side === 1 ? 'right' : 'left'} ${box.id}`) ?? [line];
  const step = Math.min(14, (box.height - 16) / Math.max(all.length, 1));
  const offset = (all.indexOf(line) - (all.length - 1) / 2) * step;
  return { x: side === 1 ? box.x + box.width : box.x, y: box.y + box.height / 2 + offset };
}
