import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agreement, Rule } from '../../../src/ir/index.ts';
import type { PlainLead } from '../by-hand.ts';
import { loadPeer } from './install.ts';
import {
  type Answer,
  answerOf,
  countName,
  type Dialect,
  rulesOf,
  sumName,
  testsOf,
  translate,
} from './rules.ts';

const quoted = (word: string): string => `'${word}'`;

const dialect: Dialect<string> = {
  all: (of) => `(${of.length === 0 ? 'true' : of.join(' AND ')})`,
  any: (of) => `(${of.length === 0 ? 'false' : of.join(' OR ')})`,
  not: (of) => `NOT ${of}`,
  oneOf: (name, options) => `${name} IN (${options.map(quoted).join(', ')})`,
  is: (name, flag) => `${name} = ${flag}`,
  compare: (name, operator, value) => `${name} ${operator} ${value}`,
};

interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{
    readonly getRowsJson: () => readonly (readonly [string, string, string, string | null])[];
  }>;
}

/** SQL that decides all leads of two tables into a third one; one thread, in memory. */
export interface DuckDb {
  readonly decide: () => Promise<unknown>;
  readonly answers: () => Promise<readonly Answer[]>;
}

export async function duckDb(
  agreement: Agreement,
  leads: readonly PlainLead[],
  momentOf: (at: number) => number,
): Promise<DuckDb> {
  const { DuckDBInstance } = (await loadPeer('@duckdb/node-api')) as {
    DuckDBInstance: { create: (path: string) => Promise<{ connect: () => Promise<Connection> }> };
  };
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  await fill(connection, leads, momentOf);
  await connection.run(
    `CREATE TABLE fades AS ${fadesOf(agreement)
      .map(
        ([rule, factors]) =>
          `SELECT ${quoted(rule)} AS rule, unnest(range(${factors.length})) AS age, unnest([${factors.join()}]) AS factor`,
      )
      .join(' UNION ALL ')}`,
  );
  const sql = decideSql(agreement);
  return {
    decide: async () => connection.run(sql),
    answers: async () => {
      const found = await connection.runAndReadAll(
        'SELECT fit, engagement, grade, queue FROM decided ORDER BY place',
      );
      return found
        .getRowsJson()
        .map(([fit, tenths, grade, queue]) => answerOf(Number(fit), Number(tenths), { grade, queue }));
    },
  };
}

async function fill(
  connection: Connection,
  leads: readonly PlainLead[],
  momentOf: (at: number) => number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duckdb-'));
  const plain = leads.map((lead, place) => ({ ...lead, place, as_of: momentOf(place), events: undefined }));
  const events = leads.flatMap((lead, place) =>
    lead.events.map(({ event, at }) => ({ place, event, moment: at })),
  );
  try {
    for (const [name, list] of Object.entries({ leads: plain, events })) {
      writeFileSync(join(folder, `${name}.jsonl`), linesOf(list));
      await connection.run(
        `CREATE TABLE ${name} AS SELECT * FROM read_json_auto('${join(folder, name)}.jsonl')`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function linesOf(list: readonly object[]): string {
  return list.map((item) => JSON.stringify(item)).join('\n');
}

function fadesOf(agreement: Agreement): readonly (readonly [rule: string, factors: readonly number[]])[] {
  return rulesOf(agreement, 'engagement').flatMap((rule) =>
    rule.kind === 'event_rule' && rule.fades?.kind === 'half_life'
      ? [[rule.on[0] ?? '', rule.fades.factors]]
      : [],
  );
}

/** Events ranked by type and joined to their factors, one sum per lead; then scores, grade and queue by CASE. */
function decideSql(agreement: Agreement): string {
  const rules = agreement.scores.flatMap((score) => score.rules);
  const tests = new Map(rules.flatMap(({ when }) => testsOf(when)).map((test) => [countName(test), test]));
  const counts = [...tests].map(([name, { events, within_ms: within }]) => {
    const young = within === null ? '' : ` AND ranked.age <= ${within}`;
    return `count(*) FILTER (event IN (${events.map(quoted).join()})${young}) AS ${name}`;
  });
  const { rows = [], otherwise = null } = agreement.routing ?? {};
  const queue = rows.map(
    ({ when, to }) =>
      `WHEN ${translate(agreement, when, dialect)} THEN ${to.kind === 'queue' ? quoted(to.queue) : 'NULL'}`,
  );
  const grade = (agreement.grades?.rows ?? []).map(
    (row) => `WHEN ${translate(agreement, row.when, dialect)} THEN ${quoted(row.grade)}`,
  );
  return `CREATE OR REPLACE TABLE decided AS
WITH ranked AS (
  SELECT events.place, event, as_of - moment AS age, row_number() OVER (PARTITION BY events.place, event ORDER BY moment) AS number
  FROM events JOIN leads USING (place) WHERE moment <= as_of
), summed AS (
  SELECT place, ${[...counts, ...rules.flatMap(sumSql)].join(', ')}
  FROM ranked LEFT JOIN fades ON rule = event AND fades.age = ranked.age // 86400000 GROUP BY place
), known AS (
  SELECT leads.*, ${[...tests.keys()].map((name) => `coalesce(${name}, 0) AS ${name}`).join(', ')},
    ${rules.flatMap((rule) => (rule.kind === 'event_rule' ? [`coalesce(${sumName(rule)}, 0) AS ${sumName(rule)}`] : [])).join(', ')}
  FROM leads LEFT JOIN summed USING (place)
), scored AS (SELECT *, ${scoreSql(agreement, 'fit', 100)} AS fit, ${scoreSql(agreement, 'engagement', 1000)} AS engagement FROM known
), graded AS (SELECT *, CASE ${grade.join(' ')} END AS grade FROM scored)
SELECT place, fit, engagement, grade, CASE WHEN fit * 10 + engagement < 600 THEN NULL ${queue.join(' ')}
  ELSE ${otherwise?.kind === 'queue' ? quoted(otherwise.queue) : 'NULL'} END AS queue FROM graded`;
}

function sumSql(rule: Rule): readonly string[] {
  if (rule.kind !== 'event_rule') return [];
  const { on, at_most: most, fades, points } = rule;
  const which = `event IN (${on.map(quoted).join()})${most === null ? '' : ` AND number <= ${most.count}`}`;
  if (fades === null) return [`${points} * count(*) FILTER (${which}) AS ${sumName(rule)}`];
  const millionths = `coalesce(sum(factor) FILTER (${which}), 0)`;
  return [`(${points} * ${millionths} + 500000)::BIGINT // 1000000 AS ${sumName(rule)}`];
}

function scoreSql(agreement: Agreement, id: string, most: number): string {
  const sums = rulesOf(agreement, id).map((rule) =>
    rule.kind === 'event_rule'
      ? sumName(rule)
      : `CASE WHEN ${translate(agreement, rule.when ?? { kind: 'all', of: [] }, dialect)} THEN ${rule.points} ELSE 0 END`,
  );
  return `greatest(0, least(${most}, ${sums.join(' + ')}))`;
}
