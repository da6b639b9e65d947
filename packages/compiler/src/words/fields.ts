import type { Field } from '../ir/types.ts';
import { money, percent, scaled } from './amounts.ts';

const kinds = {
  choice: 'One of',
  choices: 'Any of',
  flag: 'Yes or no',
  integer: 'A whole number',
  decimal: 'A number',
  money: 'An amount',
  percent: 'A percentage',
  text: 'A text',
  date: 'A day',
  moment: 'A day and time',
} as const;

/** What can stand in a field: `One of: Germany, France`, `A whole number of people, 1 to 5,000,000`. */
export function fieldWords(field: Field, currency: string): string {
  const kind = kinds[field.type];
  if (field.personal) return `${field.options.length > 0 ? 'A choice' : kind}; personal, so never shown here`;
  if (field.options.length > 0) return `${kind}: ${field.options.map(({ label }) => label).join(', ')}`;
  const unit = field.unit === null ? '' : ` of ${field.unit}`;
  if (field.min === null || field.max === null) return `${kind}${unit}`;
  const format = (value: number) => {
    if (field.type === 'money') return money(value, currency);
    return field.type === 'percent' ? percent(value) : scaled(value, field.decimals);
  };
  return `${kind}${unit}, ${format(field.min)} to ${format(field.max)}`;
}

/** An option that a forecast names, or `missing`, as people read it; values of personal fields are not shown. */
export function optionTitle(field: Field | undefined, option: string): string {
  if (option === 'missing') return 'missing';
  if (field?.personal) return '…';
  if (field?.type === 'flag') return option === 'true' ? 'yes' : 'no';
  return field?.options.find((one) => one.id === option)?.label ?? option;
}
