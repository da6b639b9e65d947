import type Holidays from 'date-holidays';
import { CannotRun } from '../cannot-run.ts';

/** A calculator of the holidays of a place; without one, it only knows which places there are. */
export type Library = new (country?: string, state?: string, region?: string) => Holidays;

/** Loads the package that knows the holidays of the world. It has to be installed: its data is under a licence of its own. */
export async function loadLibrary(): Promise<Library> {
  try {
    const { default: library } = await import('date-holidays');
    return library as Library;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new CannotRun(
      'The package with the holidays of the world is not installed.',
      'Install it beside smarketing: npm install date-holidays',
    );
  }
}
