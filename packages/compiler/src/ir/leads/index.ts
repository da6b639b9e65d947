export { boundaryLeads } from './boundary-leads.ts';
export { randomCase, randomLead } from './random-lead.ts';
export type { LeadCase } from './random-lead.ts';
