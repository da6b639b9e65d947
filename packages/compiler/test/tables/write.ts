import type { SourceFile } from '@smarketing/compiler';
import { filesWith } from '../check/agreement-of.ts';
import type { Table } from './tables.ts';

const vocabulary = `fields:
  country: { type: choice, options: [de, fr, us] }
  size: { type: integer, min: 1, max: 9 }
  partner: { type: flag }
events:
  demo_requested: { by: lead }
`;

/** A small agreement around a table. */
export function sourcesOf({ kind, match, rows, otherwise }: Table): SourceFile[] {
  const list = (does: (id: string) => string): string =>
    rows.map((row, at) => `    - { id: r${at + 1}, ${row}, ${does(`r${at + 1}`)} }\n`).join('');
  switch (kind) {
    case 'routing': {
      const names = [
        ...rows.map((_, at) => at).map((at) => `q_r${at + 1}`),
        ...(otherwise ? ['q_rest'] : []),
      ];
      const queues = names.map((name) => `  ${name}: { party: sales, assign: by_hand }\n`).join('');
      const table = `routing:\n  stages: [lead]\n  match: ${match}\n  table:\n${list((id) => `to: q_${id}`)}`;
      const text = `queues:\n${queues}${table}${otherwise ? '  otherwise: q_rest\n' : ''}`;
      return filesWith({ 'vocabulary.yaml': vocabulary, 'handoff.yaml': text });
    }
    case 'grades': {
      const names = [...rows.map((_, at) => at).map((at) => `G${at + 1}`), ...(otherwise ? ['G0'] : [])];
      const table = `grades:\n  order: [${names.join(', ')}]\n  match: ${match}\n  table:\n`;
      const text = table + list((id) => `grade: G${id.slice(1)}`) + (otherwise ? '  otherwise: G0\n' : '');
      return filesWith({ 'vocabulary.yaml': vocabulary, 'scoring.yaml': text });
    }
    case 'points': {
      const table = `scores:\n  fit:\n    tables:\n      by_row:\n        match: ${match}\n${otherwise ? '        otherwise: 0\n' : ''}        rows:\n`;
      const text = table + list((id) => `points: ${id.slice(1)}`).replaceAll(/^ {4}/gm, '          ');
      return filesWith({ 'vocabulary.yaml': vocabulary, 'scoring.yaml': text });
    }
  }
}
