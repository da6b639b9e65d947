/** What the workload decides, written by hand as somebody would who knows V8: one pass into a table of counts, then rules. */

export interface PlainEvent {
  readonly event: string;
  readonly at: number;
}

export interface PlainLead {
  readonly id: string;
  readonly created_at: number;
  readonly country: string | null;
  readonly industry: string | null;
  readonly seniority: string | null;
  readonly department: string | null;
  readonly source: string | null;
  readonly billing_system: string | null;
  readonly employees: number | null;
  readonly invoices_per_month: number | null;
  readonly locations: number | null;
  readonly growth: number | null;
  readonly is_competitor: boolean | null;
  readonly is_customer: boolean | null;
  readonly gave_consent: boolean | null;
  readonly business_address: boolean | null;
  readonly partner_registered: boolean | null;
  /** Sorted by moment. */
  readonly events: readonly PlainEvent[];
}

export interface Outcome {
  readonly stage: string;
  readonly fit: number;
  readonly engagement: number;
  readonly total: number;
  readonly grade: string;
  readonly queue: string | null;
  readonly due: number | null;
}

const hour = 3_600_000;
const day = 24 * hour;
const fortnight = factors(14);
const month = factors(30);
const season = factors(60);

export function decideByHand(lead: PlainLead, asOf: number): Outcome {
  const fit = fitOf(lead);
  const engagement = engagementOf(lead, asOf);
  const total = Math.round(fit * 10 + engagement * 10) / 10;
  const grade = gradeOf(fit, engagement);
  const isMql = total >= 60;
  return {
    stage: isMql ? 'mql' : 'lead',
    fit,
    engagement,
    total,
    grade,
    queue: isMql ? queueOf(lead, grade) : null,
    due: isMql ? dueOf(asOf) : null,
  };
}

function fitOf(lead: PlainLead): number {
  const { country, industry, seniority, department, employees, invoices_per_month: invoices } = lead;
  let points = 0;
  if (country === 'de' || country === 'at' || country === 'ch') points += 10;
  else if (country === 'fr' || country === 'gb') points += 5;
  if (industry === 'software' || industry === 'media') points += 12;
  else if (industry === 'finance' || industry === 'logistics') points += 6;
  if (seniority === 'vp' || seniority === 'c_level') points += 15;
  else if (seniority === 'director') points += 10;
  else if (seniority === 'manager') points += 5;
  if (department === 'finance') points += 10;
  else if (department === 'operations' || department === 'it') points += 5;
  if (employees !== null) points += employees >= 500 ? 18 : employees >= 50 ? 12 : employees >= 20 ? 5 : 0;
  if (invoices !== null) points += invoices >= 1000 ? 10 : invoices >= 100 ? 4 : 0;
  if (lead.locations !== null && lead.locations >= 5) points += 5;
  if (lead.growth !== null && lead.growth >= 20) points += 6;
  if (lead.billing_system === 'spreadsheets' || lead.billing_system === 'home_made') points += 8;
  if (lead.business_address === true) points += 5;
  if (lead.partner_registered === true && lead.source === 'partner') points += 6;
  if (lead.is_competitor === true) points -= 60;
  return Math.max(0, Math.min(100, points));
}

function engagementOf(lead: PlainLead, asOf: number): number {
  let [pages, pages7, pages30, pages60] = [0, 0, 0, 0];
  let [prices, prices7, forms, forms2, clicks, opened, opened14, webinars, demos, left] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  let [ofPrices, ofForms, ofClicks, ofWebinars, ofDemos] = [0, 0, 0, 0, 0];
  for (const { event, at } of lead.events) {
    if (at > asOf) break;
    const age = asOf - at;
    const days = Math.floor(age / day);
    switch (event) {
      case 'page_viewed':
        pages += 1;
        if (age <= 7 * day) pages7 += 1;
        if (age <= 30 * day) pages30 += 1;
        if (age <= 60 * day) pages60 += 1;
        break;
      case 'price_viewed':
        prices += 1;
        if (age <= 7 * day) prices7 += 1;
        if (prices <= 3) ofPrices += fortnight[days] ?? 0;
        break;
      case 'form_sent':
        forms += 1;
        if (age <= 2 * day) forms2 += 1;
        if (forms <= 2) ofForms += month[days] ?? 0;
        break;
      case 'mail_clicked':
        clicks += 1;
        if (clicks <= 5) ofClicks += fortnight[days] ?? 0;
        break;
      case 'mail_opened':
        opened += 1;
        if (age <= 14 * day) opened14 += 1;
        break;
      case 'webinar_attended':
        webinars += 1;
        if (webinars <= 2) ofWebinars += month[days] ?? 0;
        break;
      case 'demo_requested':
        demos += 1;
        if (demos <= 1) ofDemos += season[days] ?? 0;
        break;
      case 'unsubscribed':
        left += 1;
    }
  }
  let tenths =
    tenthsOf(12, ofPrices) + tenthsOf(15, ofForms) + tenthsOf(4, ofClicks) + tenthsOf(10, ofWebinars);
  tenths += tenthsOf(40, ofDemos) + 10 * Math.min(5, opened) + 10 * Math.min(10, pages);
  if (pages7 >= 5) tenths += 50;
  if (pages30 >= 10) tenths += 50;
  if (prices7 >= 2) tenths += 100;
  if (lead.gave_consent === true && opened14 > 0) tenths += 30;
  if (webinars > 0 && forms > 0) tenths += 50;
  if (forms2 > 0) tenths += 100;
  if (left > 0) tenths -= 300;
  if (pages60 === 0) tenths -= 100;
  return Math.max(0, Math.min(1000, tenths)) / 10;
}

/** Points that fade, from millionths, in tenths. */
function tenthsOf(points: number, millionths: number): number {
  return Math.round((points * 10 * millionths) / 1_000_000);
}

function factors(days: number): readonly number[] {
  return Array.from({ length: 40 * days }, (_, age) => Math.round(1_000_000 * 2 ** (-age / days)));
}

function gradeOf(fit: number, engagement: number): string {
  const row = fit >= 50 ? 'A' : fit >= 25 ? 'B' : 'C';
  return row + (engagement >= 50 ? '1' : engagement >= 20 ? '2' : '3');
}

const queues = ['north', 'south', 'west', 'large', 'partners'];

function queueOf(lead: PlainLead, grade: string): string {
  return queues[(rowOf(lead, grade) * 7) % 5] as string;
}

function rowOf(lead: PlainLead, grade: string): number {
  const { country, industry, seniority, employees } = lead;
  const isLarge = employees !== null && employees >= 500;
  switch (country) {
    case 'de':
      return isLarge ? 0 : industry === 'software' ? 1 : 2;
    case 'at':
      return employees !== null && employees >= 100 ? 3 : 4;
    case 'ch':
      return seniority === 'vp' || seniority === 'c_level' ? 5 : 6;
    case 'fr':
      return industry === 'software' || industry === 'media' ? 7 : 8;
    case 'gb':
      return isLarge ? 9 : lead.department === 'finance' ? 10 : 11;
    case 'us':
      return isLarge ? 12 : industry === 'finance' ? 13 : 14;
    default:
      return rowElsewhere(lead, grade);
  }
}

function rowElsewhere(lead: PlainLead, grade: string): number {
  if (lead.partner_registered === true) return 15;
  if (lead.industry === 'education') return 16;
  if (lead.is_customer === true) return 17;
  if (grade === 'A1' || grade === 'A2') return 18;
  return lead.seniority === 'c_level' ? 19 : 0;
}

const holidays = new Set([Date.UTC(2026, 11, 25), Date.UTC(2027, 0, 1)]);

/** Four hours between nine and five in Berlin, in winter. */
function dueOf(from: number): number {
  let left = 4 * hour;
  for (let midnight = Math.floor((from + hour) / day) * day; ; midnight += day) {
    const weekday = new Date(midnight).getUTCDay();
    if (weekday === 0 || weekday === 6 || holidays.has(midnight)) continue;
    const [open, close] = [midnight + 8 * hour, midnight + 16 * hour];
    const start = Math.max(open, from);
    if (start >= close) continue;
    if (start + left <= close) return start + left;
    left -= close - start;
  }
}
