// Lengths of time
export { day, hour, minute } from './duration.ts';

// Time zones, resolved while compiling
export { knownZone, offsetAt, toInstant, toLocal, tzdbVersion, zoneNames, zonesKnownUntil } from './zones.ts';
export type { LocalTime } from './zones.ts';

// From a written calendar to UTC intervals
export { compileCalendar } from './calendar.ts';
export type { CalendarSpec, CalendarTable, Span } from './calendar.ts';

// Working time on those intervals
export { deadline, workBetween, workingSteps } from './working-time.ts';
export type { Step } from './working-time.ts';

// The intervals inside generated files
export { packIntervals, unpackIntervals } from './encode.ts';
