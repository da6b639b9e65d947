import type { Day } from '../holidays/days.ts';

/** A list of holidays as it stands in a calendar of sla.yaml. */
export function holidaysYaml(days: readonly Day[], { title, year }: { title: string; year: number }): string {
  const lines = days.map(({ date, name }) => `  - { date: ${date}, name: ${text(name)} }`);
  return [
    `# Public holidays ${year} of ${title}: a proposal. Compare it with the days on which your offices are closed.`,
    '# Source: date-holidays, https://github.com/commenthol/date-holidays (data: CC BY-SA 3.0)',
    'holidays:',
    ...lines,
    '',
  ].join('\n');
}

/** A name, with quotes where YAML might take something in it for a sign of its own. */
function text(name: string): string {
  const words = name.replace(/\s+/g, ' ').trim();
  const isPlain = /^\p{L}[\p{L}\p{M}\d .()'’/&-]*$/u.test(words);
  return isPlain ? words : `'${words.replaceAll("'", "''")}'`;
}
