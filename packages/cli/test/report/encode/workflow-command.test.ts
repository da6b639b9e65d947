import { describe, expect, test } from 'vitest';
import { type WorkflowCommand, workflowCommand } from '../../../src/report/encode/workflow-command.ts';
import { deceiving, hostile } from '../hostile.ts';

/** As the runner reads a line. */
function runnerReads(line: string): WorkflowCommand | undefined {
  const [, command, pairs = '', message = ''] = /^::(\w+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  if (command !== 'error' && command !== 'warning' && command !== 'notice') return undefined;
  const read = pairs.split(',').filter(Boolean);
  const properties = read.map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(decoded));
  return { command, properties: Object.fromEntries(properties), message: decoded(message) };
}

function decoded(text: string): string {
  const signs: Record<string, string> = { '%0A': '\n', '%0D': '\r', '%3A': ':', '%2C': ',', '%25': '%' };
  return text.replace(/%(?:0A|0D|3A|2C|25)/g, (code) => signs[code] ?? code);
}

describe.each(hostile.map((text) => [text.slice(0, 40), text]))('%j', (_, text) => {
  test('stays one line, one property and one message', () => {
    const line = workflowCommand({ command: 'error', properties: { file: text, line: 3 }, message: text });
    expect(line).not.toMatch(/[\r\n]/);
    expect(line).not.toMatch(deceiving);
    const read = runnerReads(line);
    expect(read).toMatchObject({ command: 'error', properties: { line: '3' } });
    expect(Object.keys(read?.properties ?? {})).toEqual(['file', 'line']);
    expect(read?.properties['file']).toBe(read?.message);
    expect(read?.message.length).toBe(text.length);
  });
});

test('escapes what the runner reads', () => {
  const properties = { file: 'a,b:c%.yaml', col: undefined };
  expect(workflowCommand({ command: 'warning', properties, message: '5%: one,\ntwo' })).toBe(
    '::warning file=a%2Cb%3Ac%25.yaml::5%25: one,%0Atwo',
  );
  expect(workflowCommand({ command: 'notice', properties: {}, message: 'm' })).toBe('::notice::m');
});
