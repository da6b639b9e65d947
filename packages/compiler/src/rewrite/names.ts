import { isReserved, namePattern } from '../schema/names.ts';
import type { Rewrite } from './rewrite.ts';

/** `MQL`, `Lead Score`, `sales-qualified`. */
export const name: Rewrite = (text) => {
  const written = text.toLowerCase().replace(/[ -]+/g, '_');
  return namePattern.test(written) && !isReserved(written) ? written : undefined;
};
