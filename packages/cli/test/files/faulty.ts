import type fs from 'node:fs';

/** The calls that change what is on a disk. */
const writers = [
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'renameSync',
  'cpSync',
  'rmdirSync',
  'rmSync',
] as const;

type Writer = (...args: unknown[]) => unknown;

/** Does something instead of the call, or before it; of a file that was to be written, `half` writes the first half. */
export type Fault = (call: {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly half: () => void;
}) => void;

/** The calls of `node:fs` that change the disk, each going through a fault first. */
export function faultyFs(real: typeof fs, fault: Fault): Partial<typeof fs> {
  const faulty = writers.map((name) => {
    const call = real[name] as unknown as Writer;
    const half = (target: unknown, text: unknown): void => {
      if (name === 'writeFileSync') call(target, String(text).slice(0, String(text).length / 2));
    };
    const through: Writer = (...args) => {
      const reads = name === 'openSync' && !/^[wa]/.test(String(args[1]));
      if (!reads) fault({ name, args, half: () => half(args[0], args[1]) });
      return call(...args);
    };
    return [name, through] as const;
  });
  return Object.fromEntries(faulty) as Partial<typeof fs>;
}
