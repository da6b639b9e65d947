/** What a name or id looks like: possible in YAML, JSON, TypeScript, SQL and addresses alike. */
export const namePattern = /^[a-z][a-z0-9_]{0,62}$/;

/** The same in words, as a part of a sentence. */
export const nameForm = 'a name of small letters, digits and _, with a letter first';

const reserved = new Set(
  `all any not some missing present ever never none otherwise always owner
  true false null yes no on off stage becomes queue persona grade id created_at events
  event at properties as_of to because in_force
  constructor prototype hasownproperty isprototypeof tostring valueof`.split(/\s+/),
);

const reservedOptions = new Set([
  'missing',
  'present',
  'ever',
  'never',
  'true',
  'false',
  'null',
  'yes',
  'no',
  'on',
  'off',
]);

/** Whether an option or property would be taken for a test, or read as something else by other readers of YAML. */
export function isReservedOption(option: string): boolean {
  return reservedOptions.has(option) || Object.hasOwn(Object.prototype, option);
}

/** Whether a name would be taken for a word of the language, or for something that every JavaScript object has. */
export function isReserved(name: string): boolean {
  return reserved.has(name.toLowerCase()) || Object.hasOwn(Object.prototype, name);
}

/** Whether an agreement would take the address of another page of the site. */
export function isReservedAgreement(name: string): boolean {
  return name === 'findings';
}
