import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

const root = join(import.meta.dirname, '../../../..');
const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as {
  'yaml.schemas': Record<string, string[]>;
};

const service = getLanguageService({
  schemaRequestService: (uri) => Promise.reject(new Error(`asked for ${uri}`)),
  workspaceContext: { resolveRelativePath: (path) => path },
});
service.configure({
  validate: true,
  hover: true,
  completion: true,
  schemas: Object.entries(settings['yaml.schemas']).map(([path, fileMatch]) => ({
    uri: `file:///repository/${path}`,
    fileMatch,
    schema: JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown,
  })),
});

let version = 0;

function documentOf(name: string, text: string): TextDocument {
  const uri = `file:///repository/agreements/northwind/${name}`;
  return TextDocument.create(uri, 'yaml', ++version, text);
}

/** A file, and the place of the cursor: where `|` stands in its text. */
function open(name: string, marked: string) {
  const document = documentOf(name, marked.replace('|', ''));
  return { document, cursor: document.positionAt(marked.indexOf('|')) };
}

async function offered(name: string, marked: string): Promise<readonly string[]> {
  const { document, cursor } = open(name, marked);
  const { items } = await service.doComplete(document, cursor, false);
  return items.map(({ label }) => label);
}

async function shown(name: string, marked: string): Promise<string> {
  const { document, cursor } = open(name, marked);
  return JSON.stringify((await service.doHover(document, cursor))?.contents);
}

/** Each squiggle: what is under it, and what it says. */
async function squiggles(name: string, text: string): Promise<readonly (readonly [string, unknown])[]> {
  const document = documentOf(name, text);
  const found = await service.doValidation(document, false);
  return found.map(({ range, message }) => [document.getText(range), message] as const);
}

const rule = 'scores:\n  fit:\n    rules:\n      - id: mid_size\n        points: 25\n        ';

describe('in an editor', () => {
  test('the keys of a rule are offered where one can stand', async () => {
    const keys = await offered('scoring.yaml', `${rule}|`);
    expect(keys).toEqual(expect.arrayContaining(['when', 'on', 'at_most', 'fades', 'because', 'in_force']));
    expect(keys).not.toContain('points');
    expect(keys).not.toContain('scores');
  });

  test('the keys of a file are offered at its top', async () => {
    expect(await offered('scoring.yaml', '|')).toEqual(expect.arrayContaining(['scores', 'grades']));
  });

  test('the options of a key are offered', async () => {
    expect(await offered('vocabulary.yaml', 'fields:\n  seniority:\n    type: |')).toEqual(
      expect.arrayContaining(['choice', 'money', 'moment']),
    );
  });

  test('the days of a calendar are offered', async () => {
    expect(
      await offered('sla.yaml', 'calendars:\n  berlin:\n    zone: Europe/Berlin\n    hours:\n      |'),
    ).toEqual(expect.arrayContaining(['monday', 'weekdays', 'every_day']));
  });

  test('a key says what it means, with examples', async () => {
    const told = await shown('scoring.yaml', `${rule}at|_most: 1 per day\n`);
    expect(told).toContain('How many events give points, in all or in a span of time.');
    expect(told).toContain('3 per 7 days');
  });

  test('a misspelt key is underlined, and nothing else', async () => {
    expect(await squiggles('scoring.yaml', `${rule}becuase: Closes twice as often\n`)).toEqual([
      ['becuase', expect.stringContaining('becuase')],
    ]);
  });

  test('a misspelt option is underlined', async () => {
    expect(
      await squiggles(
        'funnel.yaml',
        'stages:\n  lead: { zone: topfu, definition: Told us a name., owner: sales }\n',
      ),
    ).toEqual([['topfu', expect.stringContaining('tofu')]]);
  });

  test.each([
    [
      'a duration',
      'sla.yaml',
      'promises:\n  a: { by: sales, says: x, within: 1hour }\n',
      '1hour',
      'such as 15 minutes',
    ],
    ['a name', 'scoring.yaml', 'scores:\n  Fit: { cap: 55 }\n', 'Fit', 'small letters'],
    ['what may be a mapping', 'handoff.yaml', 'routing: { otherwise: 3 }\n', '3', '{ owner }'],
  ])('%s of a wrong form is underlined, in words', async (_, name, text, at, message) => {
    expect(await squiggles(name, text)).toEqual([[at, expect.stringContaining(message)]]);
  });

  test('a file of a folder is read as its kind is', async () => {
    expect(await offered('scoring/fit.yaml', '|')).toEqual(expect.arrayContaining(['scores', 'grades']));
    expect(await offered('mappings/scoring.yaml', '|')).toContain('system');
  });

  test('nothing is underlined in the agreements of this repository', async () => {
    const paths = globSync('agreements/*/**/*.yaml', { cwd: root });
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const [, , ...name] = path.split('/');
      const found = await squiggles(name.join('/'), readFileSync(join(root, path), 'utf8'));
      expect({ path, found }).toEqual({ path, found: [] });
    }
  });
});
