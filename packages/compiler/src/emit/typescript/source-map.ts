import { GenMapping, maybeAddMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import { eachMapping, type TraceMap } from '@jridgewell/trace-mapping';
import { there } from '../../found.ts';
import type { Place } from './places.ts';

export interface MapOptions {
  /** From the source of the engine to the code, as esbuild wrote it. */
  readonly trace: TraceMap;
  /** Of each line of the engine's source what it was made from. */
  readonly places: readonly (Place | null)[];
  /** The folder under which debuggers show the agreement. */
  readonly agreement: string;
  /** The author's files, for debuggers to show; without them they are only named. */
  readonly sources: ReadonlyMap<string, string>;
  /** Where a position of esbuild's code stands now: lines and columns from 0. */
  readonly move: (line: number, column: number) => number;
  /** How many lines stand before that code. */
  readonly linesBefore: number;
}

/**
 * The source map of a module: what was made from a line of the agreement leads there, all else to `engine.ts`. Paths are
 * relative to the map.
 */
export function sourceMap({ trace, places, agreement, sources, move, linesBefore }: MapOptions): string {
  const made = new GenMapping({ file: 'index.js' });
  const shown = new Set<string>();
  eachMapping(trace, ({ generatedLine, generatedColumn, originalLine, originalColumn }) => {
    const original = { line: there(originalLine, 'line'), column: there(originalColumn, 'column') };
    const column = move(generatedLine - 1, generatedColumn);
    const place = places[original.line - 1] ?? null;
    if (place !== null) shown.add(place.file);
    maybeAddMapping(made, {
      generated: { line: linesBefore + generatedLine, column },
      source: place === null ? 'engine.ts' : `${agreement}/${place.file}`,
      original: place === null ? original : { line: place.line, column: 0 },
    });
  });
  for (const file of shown) {
    const text = sources.get(file);
    if (text !== undefined) setSourceContent(made, `${agreement}/${file}`, text);
  }
  return `${JSON.stringify(toEncodedMap(made))}\n`;
}
