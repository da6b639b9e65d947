import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { closedDays } from '../holidays/days.ts';
import { loadLibrary } from '../holidays/library.ts';
import { findPlace } from '../holidays/place.ts';
import { type Io, write } from '../io.ts';
import { holidaysYaml } from '../report/holidays.ts';

export interface HolidaysOptions {
  /** A country or a part of one, such as `de-be`. */
  readonly place: string;
  readonly year: number;
}

/** Prints the public holidays of a place, as a calendar lists them. */
export async function holidays({ place, year }: HolidaysOptions, io: Io): Promise<number> {
  const library = await loadLibrary();
  const { codes, title } = findPlace(place, library);
  const [country, state, region] = codes;
  const days = closedDays(new library(country, state, region).getHolidays(year, 'en'));
  if (days.length === 0) throw new CannotRun(`No public holidays are known of ${title} in ${year}.`);
  await write(io, 'stdout', holidaysYaml(days, { title, year }));
  return exit.fine;
}
