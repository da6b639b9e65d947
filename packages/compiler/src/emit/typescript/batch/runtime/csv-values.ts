/** The number that was read last: numbers that functions return would be allocated. */
export const read: Float64Array = new Float64Array(1);

/** Reads a plain decimal with at most so many decimals and 15 digits; false if it has to be looked at more closely. */
export function decimalAt(bytes: Uint8Array, from: number, to: number, decimals: number): boolean {
  const isNegative = bytes[from] === 45;
  let at = isNegative ? from + 1 : from;
  if (at >= to || to - at > 16) return false;
  if (bytes[at] === 48 && at + 1 < to && bytes[at + 1] !== 46) return false;
  let whole = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 46 && point === -1 && digits > 0) point = digits;
    else if (byte < 48 || byte > 57) return false;
    else {
      whole = whole * 10 + byte - 48;
      digits++;
    }
  }
  const behind = point === -1 ? 0 : digits - point;
  if (behind > decimals || behind > 6 || point === digits || digits > 15) return false;
  if (isNegative && whole === 0) return false;
  const value = behind === 0 ? whole : whole / (tens[behind] as number);
  read[0] = isNegative ? -value : value;
  return true;
}

const tens = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
const firstMoment = -62_135_596_800_000;
const lastMoment = 253_402_300_799_999;

/** Reads milliseconds, or a moment such as 2026-11-20T10:00:00+01:00; false if it has to be looked at more closely. */
export function momentAt(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 16) return bytes[from] !== 45 && decimalAt(bytes, from, to, 0) && isInTime();
  if (!dayAt(bytes, from, from + 10) || bytes[from + 10] !== 84) return false;
  const day = read[0] as number;
  const time = clockTime(bytes, from + 11);
  if (time === -1) return false;
  let at = from + 16;
  let ms = time * 60_000;
  if (bytes[at] === 58) {
    const seconds = twoDigits(bytes, at + 1);
    if (seconds === -1 || seconds > 59) return false;
    ms += seconds * 1_000;
    at += 3;
    if (bytes[at] === 46) {
      const begin = ++at;
      for (let unit = 100; at < begin + 3 && isDigit(bytes[at]); at++, unit /= 10)
        ms += unit * ((bytes[at] as number) - 48);
      if (at === begin) return false;
    }
  }
  const zone = zoneAt(bytes, at, to);
  read[0] = day + ms - zone * 60_000;
  return zone !== noZone && isInTime();
}

const noZone = 10_000;

/** Minutes east of UTC: Z or +01:00, and nothing behind it. */
function zoneAt(bytes: Uint8Array, at: number, to: number): number {
  const sign = bytes[at];
  if (sign === 90) return at + 1 === to ? 0 : noZone;
  if ((sign !== 43 && sign !== 45) || at + 6 !== to) return noZone;
  const time = clockTime(bytes, at + 1);
  return time === -1 ? noZone : sign === 45 ? -time : time;
}

/** Minutes after midnight, of 10:00; -1 if it is no time. */
function clockTime(bytes: Uint8Array, at: number): number {
  const hours = twoDigits(bytes, at);
  const minutes = twoDigits(bytes, at + 3);
  return hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || bytes[at + 2] !== 58
    ? -1
    : hours * 60 + minutes;
}

function isInTime(): boolean {
  const moment = read[0] as number;
  return moment >= firstMoment && moment <= lastMoment;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

/** Reads the first moment of a day, such as 2026-11-20, in UTC. */
export function dayAt(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10 || bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return false;
  const century = twoDigits(bytes, from);
  const years = twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const day = twoDigits(bytes, from + 8);
  const year = century * 100 + years;
  if (century < 0 || years < 0 || year === 0 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (month === 2 && isLeap ? 29 : (monthDays[month] as number))) return false;
  // Years begin in March here, so that a leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  read[0] = (shifted * 365 + leaps + ofYear - 719_468) * 86_400_000;
  return true;
}

const monthDays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** -1 if they are not digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tensDigit = (bytes[at] as number) - 48;
  const ones = (bytes[at + 1] as number) - 48;
  return tensDigit < 0 || tensDigit > 9 || ones < 0 || ones > 9 ? -1 : tensDigit * 10 + ones;
}
