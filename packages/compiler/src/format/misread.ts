const word = /^(y|yes|n|no|true|false|on|off|null|~|=|<<)$/i;
const whole = /^[-+]?(0b[01_]+|0x[\da-f_]+|0o?[0-7_]+|\d[\d_]*)$/i;
const fraction = /^[-+]?(\d[\d_]*\.[\d_]*|\.\d[\d_]*|\d[\d_]*(?=e))(e[-+]?\d+)?$/i;
const notFinite = /^([-+]?\.inf|\.nan)$/i;
/** `09:30`, in the base of 60. */
const sexagesimal = /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/;

const otherThanText = [word, whole, fraction, notFinite, sexagesimal];

/** What is no text in this language either; other readers agree. */
const sameForAll = /^(~|null|Null|NULL|true|True|TRUE|false|False|FALSE|-?(0|[1-9]\d*)(\.\d+)?)$/;

/** A key of the language itself, in hundreds of rules; nothing can be called the same. */
const ownKey = 'on';

/**
 * Whether some reader of YAML 1.1 takes a plain scalar for a flag, a number or nothing, where this language reads a text. Keys
 * are always texts here. Dates are left: other readers see the same day or moment.
 */
export function isMisread(plain: string, role: 'key' | 'value'): boolean {
  if (role === 'key' ? plain === ownKey : sameForAll.test(plain)) return false;
  return otherThanText.some((pattern) => pattern.test(plain));
}
