import { below, pick } from '../../src/ir/index.ts';
import type { PlainLead } from './by-hand.ts';

const day = 86_400_000;
const mostEvents = 50;
const types = [
  'page_viewed',
  'page_viewed',
  'page_viewed',
  'mail_opened',
  'mail_opened',
  'mail_clicked',
  'price_viewed',
];
const seldom = ['form_sent', 'webinar_attended', 'demo_requested', 'unsubscribed', 'called'];

/** A made-up lead with up to fifty events in the last hundred days. */
export function makeLead(random: () => number, id: number, asOf: number): PlainLead {
  const some = <Of>(value: () => Of): Of | null => (random() < 0.85 ? value() : null);
  const flag = (share: number) => some(() => random() < share);
  const events = Array.from({ length: below(random, mostEvents + 1) }, () => ({
    event: random() < 0.9 ? pick(random, types) : pick(random, seldom),
    at: asOf - below(random, 100 * day),
  })).toSorted((one, other) => one.at - other.at);
  return {
    id: `lead-${id}`,
    created_at: asOf - 120 * day,
    country: some(() => pick(random, ['de', 'at', 'ch', 'fr', 'gb', 'us', 'other'])),
    industry: some(() => pick(random, ['software', 'media', 'finance', 'logistics', 'education', 'other'])),
    seniority: some(() => pick(random, ['individual', 'manager', 'director', 'vp', 'c_level'])),
    department: some(() => pick(random, ['finance', 'operations', 'it', 'product', 'other'])),
    source: some(() => pick(random, ['website', 'content', 'trade_show', 'partner', 'outbound'])),
    billing_system: some(() => pick(random, ['spreadsheets', 'home_made', 'accounting', 'other_vendor'])),
    employees: some(() => below(random, 2000)),
    invoices_per_month: some(() => below(random, 3000)),
    locations: some(() => below(random, 20)),
    growth: some(() => below(random, 60)),
    is_competitor: flag(0.03),
    is_customer: flag(0.1),
    gave_consent: flag(0.6),
    business_address: flag(0.7),
    partner_registered: flag(0.1),
    events,
  };
}

/** The leads as a CSV file, in pieces of 64 kB as a disk gives them. */
export function csvOf(leads: readonly PlainLead[]): readonly Uint8Array[] {
  const names = Object.keys(leads[0] ?? {}) as (keyof PlainLead)[];
  const rows = leads.map((lead) => names.map((name) => cellOf(lead[name])).join(','));
  const bytes = new TextEncoder().encode(`${[names.join(','), ...rows].join('\n')}\n`);
  const size = 1 << 16;
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

function cellOf(value: PlainLead[keyof PlainLead]): string {
  if (value === null) return '';
  return typeof value === 'object' ? `"${JSON.stringify(value).replaceAll('"', '""')}"` : `${value}`;
}
