import { readFileSync } from 'node:fs';
import { deceiving } from '../report/hostile.ts';

/** Texts that try to be more than text in the places where ours are written; those that can set the canary. */
const own: readonly string[] = [
  // TypeScript and JavaScript
  `'; globalThis.canary = 1; '`,
  '"; globalThis.canary = 1; "',
  '`; globalThis.canary = 1; `${globalThis.canary = 1}',
  '*/ globalThis.canary = 1; /*',
  '\\u0027; globalThis.canary = 1; // \\x27 \\',
  '__proto__ constructor prototype',
  "$& $1 $` $' $$",
  // HTML and Markdown
  '</script><script>globalThis.canary = 1</script>',
  '<!-- --> ]]> <img src=x onerror="canary = 1">',
  '[a](javascript:alert(1)) ![b](//x.example/i.png) `c` | d | **e** @all #1',
  // SQL
  `'; DROP TABLE leads; -- " OR 1=1 /*`,
  // Workflow commands
  '::error file=a.yaml,line=1::x %0A%0D %25',
  '::stop-commands::x ##[group]x',
  // Spreadsheets
  '=HYPERLINK("//x.example","x")',
  '+1+1|cmd',
  '-2+3',
  '@SUM(1+1)',
  'a,"b";c\td',
  // XML and SARIF
  '&lt;x&gt; &amp; <![CDATA[ ]]> <failure message="x"/>',
  '{0} [1](2)',
  // Shells and terminals
  '$(touch canary) `touch canary` ; touch canary #',
  '\u001b[31mred\u001b[0m \u0007',
  // YAML
  '- a: &b *c !!d',
  'key: value # no',
  '? x',
  'NO',
  '1e999',
  '~',
  // Unicode
  '\u202egnp.exe',
  'zero\u200bwidth',
  'half \ud83d of a pair',
  'line\u2028separator',
  '👩‍💻 ﷽ Ω≈ç ٣ ﬁ e\u0301',
  // Lengths
  '',
  ' ',
  'x'.repeat(5000),
];

/**
 * The project's own, all in one text but those that are refused or long, which stand alone. With STRINGS=blns.json each alone,
 * and those of that JSON file too, such as the big list of naughty strings.
 */
export function hostileStrings(): readonly string[] {
  const path = process.env['STRINGS'];
  if (path) return [...own, ...(JSON.parse(readFileSync(path, 'utf8')) as string[])];
  const alone = own.filter(
    (text) => text.length < 2 || text.length > 1000 || deceiving.test(text) || !text.isWellFormed(),
  );
  return [own.filter((text) => !alone.includes(text)).join(' '), ...alone.slice(-4)];
}
