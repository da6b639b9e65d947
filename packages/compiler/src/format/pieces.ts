import { type CST, Parser } from 'yaml';
import { type Position, positions } from '../source/source-file.ts';
import type { Piece } from './piece.ts';
import { blockBody, blockHeader, flowScalar } from './scalars.ts';

/** Where a value stands: in a block or between brackets, and how far in a line would begin there. */
interface Place {
  readonly inside: 'block' | 'brackets';
  readonly indent: number;
}

/** The least indentation of the further lines of a text: none at the margin could be taken for something else. */
const step = 2;

/** Takes a text that the reader takes apart into pieces, in order; blanks between them are left out. */
export function piecesOf(text: string): readonly Piece[] {
  const cutter = new Cutter(text);
  return [...new Parser().parse(text)].flatMap((token) => [...cutter.top(token)]);
}

class Cutter {
  readonly #position: (offset: number) => Position;

  constructor(text: string) {
    this.#position = positions(text);
  }

  *top(token: CST.Token): Generator<Piece> {
    const margin: Place = { inside: 'block', indent: 0 };
    if (token.type === 'document') {
      yield* this.#signs(token.start, margin);
      if (token.value) yield* this.#value(token.value, margin);
      yield* this.#signs(token.end, margin);
    } else if (token.type === 'doc-end') {
      yield this.#piece('marker', token, 0);
      yield* this.#signs(token.end, margin);
    } else if (isSign(token)) yield* this.#signs([token], margin);
  }

  *#value(token: CST.Token, place: Place, role: 'key' | 'value' = 'value'): Generator<Piece> {
    switch (token.type) {
      case 'block-map':
      case 'block-seq':
        return yield* this.#block(token, place);
      case 'flow-collection':
        return yield* this.#flow(token, place);
      case 'block-scalar':
        return yield* this.#lines(token, place);
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar': {
        const text = flowScalar(token, role, Math.max(place.indent, step));
        const kind = role === 'key' && place.inside === 'block' ? 'key' : 'scalar';
        if (token.source !== '') yield { ...this.#piece(kind, token, place.indent), text };
        return yield* this.#signs(token.end, place);
      }
      default:
        throw new Error(`The reader takes no ${token.type}`);
    }
  }

  *#block({ items }: CST.BlockMap | CST.BlockSequence, place: Place): Generator<Piece> {
    const within: Place = { inside: 'block', indent: place.indent + step };
    for (const { start, key, sep, value } of items) {
      yield* this.#signs(start, place);
      if (key) yield* this.#value(key, place, 'key');
      yield* this.#signs(sep, place);
      if (value) yield* this.#value(value, within);
    }
  }

  *#flow({ start: open, items, end }: CST.FlowCollection, place: Place): Generator<Piece> {
    const within: Place = { inside: 'brackets', indent: place.indent + step };
    yield this.#piece('open', open, place.indent);
    for (const { start, key, sep, value } of items) {
      yield* this.#signs(start, within);
      const isKey = open.type === 'flow-map-start' || sep?.some(({ type }) => type === 'map-value-ind');
      if (key) yield* this.#value(key, within, isKey ? 'key' : 'value');
      yield* this.#signs(sep, within);
      const isBelow = sep?.some(({ type }) => type === 'newline');
      const below: Place = { inside: 'brackets', indent: within.indent + step };
      if (value) yield* this.#value(value, isBelow ? below : within);
    }
    yield* this.#signs(end, place);
  }

  *#lines(token: CST.BlockScalar, place: Place): Generator<Piece> {
    yield* this.#signs(token.props.filter(isSign), place);
    if (token.source === '') return;
    const text = blockBody(token, Math.max(place.indent, step));
    yield { kind: 'body', text, column: 0, indent: 0 };
    yield { kind: 'break', text: '', column: 0, indent: 0 };
  }

  *#signs(tokens: readonly CST.SourceToken[] | undefined, place: Place): Generator<Piece> {
    for (const token of tokens ?? []) {
      const kind = kinds[token.type];
      if (kind === undefined) continue;
      if (kind === 'comment') {
        const indent = place.inside === 'block' ? undefined : place.indent;
        yield { ...this.#piece(kind, token, indent), text: token.source.trimEnd() };
      } else if (token.type === 'block-scalar-header') {
        yield { ...this.#piece(kind, token, place.indent), text: blockHeader(token.source) };
      } else yield this.#piece(kind, token, token.type === 'doc-start' ? 0 : place.indent);
    }
  }

  #piece(
    kind: Piece['kind'],
    { source, offset }: { readonly source: string; readonly offset: number },
    indent: number | undefined,
  ): Piece {
    return { kind, text: source, column: this.#position(offset).col - 1, indent };
  }
}

const kinds: Partial<Record<CST.TokenType, Piece['kind']>> = {
  comment: 'comment',
  newline: 'break',
  comma: 'comma',
  'doc-start': 'marker',
  'seq-item-ind': 'dash',
  'map-value-ind': 'colon',
  'flow-map-start': 'open',
  'flow-seq-start': 'open',
  'flow-map-end': 'close',
  'flow-seq-end': 'close',
  'block-scalar-header': 'scalar',
};

function isSign(token: CST.Token): token is CST.SourceToken {
  return Object.hasOwn(kinds, token.type);
}
