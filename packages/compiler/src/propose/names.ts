/** Words that stand in the names of columns and fields, and tell none from another. */
const noise = new Set(
  stems(
    `a an and at by current currently date do does for from has have in is lead leads contact contacts prospect person company
    record of on or our per since the their there this time to total us was what when which who with you your number no not
    last first hs allowed latest recent`,
  ),
);

/** What means the same in the columns of HubSpot, Salesforce, Pipedrive and others: each line one thing. */
const alike = `
employee staff headcount workforce
country land nation
created create added
mail email
website site web page
job position role
industry industrie sector branch branche
seniority level rank
department function area
source channel origin
revenue turnover
consent optin gdpr
amount value size volume
owner assignee
stage status lifecycle phase
duration seconds second minutes minute hours hour spent
phone telephone
city town
call phoned
visit visited session
form submission
download downloaded
`;

/** Names as a whole that tools give to their columns, and what they are about. */
const phrases: Readonly<Record<string, string>> = {
  'company size': 'employees',
  'no of employees': 'employees',
  'number of employees': 'employees',
  numberofemployees: 'employees',
  title: 'job title',
  jobtitle: 'job title',
  annualrevenue: 'annual revenue',
  'yearly revenue': 'annual revenue',
  leadsource: 'source',
  'original source type': 'source',
  'original traffic source': 'source',
  'country region': 'country',
  createdate: 'created',
  createddate: 'created',
  'add time': 'created',
  'first seen': 'created',
  'lead status': 'stage',
  'opt in': 'consent',
  'deal value': 'deal size',
  'e mail': 'email',
  'e mail address': 'email',
  'email address': 'email',
  'mail address': 'email',
};

const meanings = new Map(
  alike
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = stems(line);
      return others.map((other) => [other, first] as const);
    }),
);

/** What a name says, as a set of word stems in which words that mean the same are one. */
export function meaningOf(name: string): ReadonlySet<string> {
  const plain = wordsOf(name);
  const words = stems(phrases[plain.join(' ')] ?? plain.join(' '));
  const telling = words.filter((word) => !noise.has(word));
  return new Set((telling.length > 0 ? telling : words).map((word) => meanings.get(word) ?? word));
}

/** Whether a name says that something is not so: `Do not e-mail`, `Opted out`. */
export function isNegated(name: string): boolean {
  return wordsOf(name).some((word) =>
    ['not', 'no', 'out', 'never', 'without', 'unsubscribed'].includes(word),
  );
}

/** How much two names say the same, from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  if (shared === 0) return 0;
  return (shared / (one.size + other.size - shared) + shared / Math.min(one.size, other.size)) / 2;
}

/** The words of a name, without accents: `numberOfEmployees` has three. */
function wordsOf(name: string): readonly string[] {
  const spaced = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return spaced.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

function stems(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean).map(stem);
}

/** `opened`, `opens` and `opening` are one word. */
function stem(word: string): string {
  const short = word.replace(/(?<=..)(ings?|ed|es|s|e)$/, '');
  return short.replace(/([bdgmnprt])\1$/, '$1');
}
