import { expect, test } from 'vitest';
import { compiled } from './agreements.ts';
import { linesOf, scoreOf } from './rules.ts';

const agreement = compiled('relias');

test('the points of the page, every time', () => {
  expect(linesOf(agreement, 'lead_score')).toEqual([
    ['form_general', 20, 'every time', 'general'],
    ['form_product', 40, 'every time', 'product'],
    ['link_click', 1, 'every time', 'link_clicked'],
    ['career_page', -10, 'every time', 'career_page_visited'],
    ['leadership', 50, 'once', 'leadership_title'],
    ['email_open', 0, 'every time', 'email_opened'],
    ['email_click', 1, 'every time', 'email_clicked'],
    ['email_unsubscribe', -15, 'every time', 'unsubscribed'],
    ['email_opt_in', 10, 'every time', 'opted_in_again'],
    ['webinar_no_show', 0, 'every time', 'no_show'],
    ['webinar_attended', 15, 'every time', 'attended'],
    ['webinar_on_demand', 5, 'every time', 'on_demand'],
    ['deminar_no_show', 0, 'every time', 'no_show'],
    ['deminar_attended', 30, 'every time', 'attended'],
    ['deminar_on_demand', 10, 'every time', 'on_demand'],
    ['show_pre_list', 1, 'every time', 'pre_show_list'],
    ['show_cold', 4, 'every time', 'cold'],
    ['show_warm', 50, 'every time', 'warm'],
  ]);
});

test('four bands, and 100 points for a prospect or 200 for a customer', () => {
  expect(scoreOf(agreement, 'lead_score').bands.map(({ id, min }) => [id, min?.value])).toEqual([
    ['MCL', undefined],
    ['MNL', 30],
    ['MEL', 70],
    ['MQL', 100],
  ]);
  const [, prospect, customer] = agreement.transitions.filter(({ to }) => to === 'mql');
  expect(prospect?.when).toMatchObject(threshold('prospect', 100));
  expect(customer?.when).toMatchObject(threshold('customer', 200));
});

/** A condition of this relationship and so many points. */
function threshold(relationship: string, value: number): object {
  return {
    kind: 'all',
    of: [{ options: [relationship] }, { subject: { id: 'lead_score' }, min: { value, inclusive: true } }],
  };
}
