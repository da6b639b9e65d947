import { compile, type SourceFile } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';

const files: Readonly<Record<string, string>> = {
  'agreement.yaml': `smarketing: 1
title: Small
parties:
  marketing: { title: Marketing, head: Ann, approvers: ['@m'] }
  sales: { title: Sales, head: Bo, approvers: ['@s'] }
currency: EUR
time_zone: Europe/Berlin
effective_from: 2026-10-01
review_by: 2027-03-31
notice_period: 14 days
`,
  'funnel.yaml': `stages:
  lead: { zone: tofu, owner: marketing, definition: A lead., stale_after: { after: 90 days, to: customer } }
  customer: { zone: bofu, definition: Has signed., enter: { from: lead, on: demo_requested }, end: true }
`,
  'sla.yaml': `promises:
  volume: { by: marketing, says: Many leads., deliver: { stage: lead, at_least: 10, per: month } }
`,
  'vocabulary.yaml': `fields:
  seniority: { type: choice, options: [manager, vp], required: true }
  country: { type: choice, options: [de, fr] }
  employees: { type: integer, min: 1, max: 1000 }
  gave_consent: { type: flag }
events:
  page_viewed: { by: lead }
  demo_requested: { by: lead }
`,
};

/** The files of a small agreement, with these in place of its own or beside them. */
export function filesWith(others: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries({ ...files, ...others })
    .map(([name, text]) => ({ path: name, name, text }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A small agreement with these files, compiled without the proofs; throws when it has errors. */
export function compiledWith(others: Readonly<Record<string, string>>): Agreement {
  const [agreement, found] = compile(filesWith(others), {
    name: 'small',
    today: '2026-11-22',
    proofs: false,
  });
  if (!agreement) throw new Error(JSON.stringify(found, null, 2));
  return agreement;
}
