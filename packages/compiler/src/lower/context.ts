import type { Code } from '../diagnostics/catalogue.ts';
import { type Diagnostic, type Params, report, type ReportOptions } from '../diagnostics/diagnostic.ts';
import { curlyQuotes } from '../diagnostics/quotes.ts';
import { suggestion } from '../diagnostics/suggest.ts';
import { there } from '../found.ts';
import type { SourceSpan } from '../ir/types.ts';
import type { Tree } from '../parse/tree.ts';
import type { FileData, FileKind, requiredFiles } from '../schema/files.ts';
import type { MappingInput } from '../schema/mapping.ts';
import { Cursor } from './cursor.ts';
import { Scope } from './scope.ts';

interface ValidFile<K extends FileKind> {
  readonly data: FileData<K>;
  readonly tree: Tree;
}

/** The validated files of one agreement: those that it must have, and what others are there. */
export type Files = { readonly [K in FileKind]?: ValidFile<K> } & {
  readonly [K in (typeof requiredFiles)[number]]: ValidFile<K>;
};

/** The first dozen of a list of names. */
export function shortened(names: readonly string[]): string {
  return [...names.slice(0, 12), ...(names.length > 12 ? ['…'] : [])].join(', ');
}

/** Names of a kind, and the words of the language that may stand in the place of one. */
export function orWords<T>(words: readonly string[], names: ReadonlyMap<string, T>): Map<string, T | true> {
  return new Map<string, T | true>([...words.map((word) => [word, true] as const), ...names]);
}

/** What lowering knows and collects: the files, the names, and what was found. */
export class Context {
  readonly name: string;
  readonly files: Files;
  readonly mappings: ReadonlyMap<string, { readonly data: MappingInput; readonly tree: Tree }>;
  readonly diagnostics: Diagnostic[] = [];
  readonly scope: Scope = new Scope();
  readonly timeZone: string;

  constructor(name: string, files: Files, mappings: Context['mappings'], timeZone: string) {
    this.name = name;
    this.files = files;
    this.mappings = mappings;
    this.timeZone = timeZone;
  }

  /** The top of a file that is there. */
  root(kind: FileKind): Cursor {
    return new Cursor(there(this.files[kind], `${kind}.yaml`).tree);
  }

  report<C extends Code>(code: C, span: SourceSpan, params: Params<C>, options?: ReportOptions): void {
    this.diagnostics.push(report(code, span, params, options));
  }

  /** The name itself if it is one of the known, else `undefined` and a finding. */
  resolve<T>(
    kind: string,
    known: ReadonlyMap<string, T>,
    name: string,
    at: Pick<Cursor, 'span'>,
  ): T | undefined {
    const found = known.get(name);
    if (found === undefined && !this.scope.broken.has(name)) {
      const names = [...known.keys()];
      const near = suggestion(name, names);
      this.report(
        'unknown-reference',
        at.span,
        { kind, name, known: shortened(names) || 'none' },
        { ...near, hint: curlyQuotes(name) ?? near.hint },
      );
    }
    return found;
  }

  /** The same for a name that is a key of a mapping: the key is what is wrong. */
  resolveKey<T>(kind: string, known: ReadonlyMap<string, T>, name: string, at: Cursor): T | undefined {
    return known.get(name) ?? this.resolve(kind, known, name, { span: at.key });
  }

  /** The names of a list (or one alone) that are known, each once. */
  references<T>(kind: string, known: ReadonlyMap<string, T>, names: readonly string[], at: Cursor): string[] {
    return names.filter((name, index) => {
      const place = at.item(index);
      const first = names.indexOf(name) === index;
      if (!first) this.report('option-twice', place.span, { option: name }, { remedy: 'remove' });
      return first && this.resolve(kind, known, name, place) !== undefined;
    });
  }

  /** Ids of events for names of events or stages; the unknown are left out. */
  events(names: readonly string[], at: Cursor): string[] {
    return names.flatMap((name, index) => {
      const place = at.item(index);
      if (this.scope.events.has(name)) return [name];
      if (this.scope.stages.has(name)) return [`entered_${name}`];
      const events = [...this.scope.events.values()].filter(({ enters }) => enters === null);
      const known = [...events.map(({ id }) => id), ...this.scope.stages.keys()];
      this.resolve('event or stage', new Map(known.map((id) => [id, true])), name, place);
      return [];
    });
  }
}
