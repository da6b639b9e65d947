/** `Marketing-qualified lead (MQL)` → `MQL`; a title without brackets stays. */
export function shortTitle({ title }: { readonly title: string }): string {
  return /\(([^()]+)\)\s*$/u.exec(title)?.[1] ?? title;
}

export const ownerTitles = { marketing: 'Marketing', sales: 'Sales', shared: 'Both teams' } as const;

export const eventSources = {
  lead: 'The lead',
  marketing: 'Marketing',
  sales: 'Sales',
  system: 'The system',
} as const;

/** A band's name as people read it: `at_once` → `at once`. */
export const bandTitle = ({ id }: { readonly id: string }): string => id.replaceAll('_', ' ');
