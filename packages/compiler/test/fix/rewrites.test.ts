import { describe, expect, test } from 'vitest';
import { duration, limit, percent, period } from '../../src/rewrite/counts.ts';
import { name } from '../../src/rewrite/names.ts';
import type { Rewrite } from '../../src/rewrite/rewrite.ts';
import { date, hours, moment, time } from '../../src/rewrite/times.ts';

const rewrites: Readonly<Record<string, readonly [Rewrite, Readonly<Record<string, string | undefined>>]>> = {
  date: [
    date,
    {
      '2026-3-1': '2026-03-01',
      '2026/03/01': '2026-03-01',
      '24.11.2026': '2026-11-24',
      '1. 3. 2026': '2026-03-01',
      '24/11/2026': '2026-11-24',
      '11/24/2026': '2026-11-24',
      '5/5/2026': '2026-05-05',
      '3/4/2026': undefined,
      '24.11.26': undefined,
      '30.02.2026': undefined,
      '2026-02-30': undefined,
      '1 October 2026': '2026-10-01',
      '3rd Mar 2026': '2026-03-03',
      'Oct 1, 2026': '2026-10-01',
      'next week': undefined,
    },
  ],
  moment: [
    moment,
    {
      '24.11.2026 9:30': '2026-11-24 09:30',
      '2026-11-24 9:30 am': '2026-11-24 09:30',
      '24 November 2026, 5 pm': '2026-11-24 17:00',
      '24.11.2026': '2026-11-24',
      '2026-12-01 25:00': undefined,
      tomorrow: undefined,
    },
  ],
  time: [
    time,
    {
      '9:30': "'09:30'",
      '9.30': "'09:30'",
      '9am': "'09:00'",
      '12:15 AM': "'00:15'",
      '12 pm': "'12:00'",
      '5:45pm': "'17:45'",
      '13 pm': undefined,
      '930': "'09:30'",
      '9:75': undefined,
      '9': undefined,
      noon: undefined,
    },
  ],
  hours: [
    hours,
    {
      '9-17': '09:00-17:00',
      '9:00 – 17:30': '09:00-17:30',
      '9am to 5pm': '09:00-17:00',
      '9-5': undefined,
      '9-12': '09:00-12:00',
      '6-18': '06:00-18:00',
      '1-5': undefined,
      '1:30 – 5:30': undefined,
      '1pm to 5pm': '13:00-17:00',
      '17:00-09:00': undefined,
      'office hours': undefined,
    },
  ],
  duration: [
    duration,
    {
      '30d': '30 days',
      '2 hrs': '2 hours',
      '1h': '1 hour',
      '30 Days': '30 days',
      'Two weeks': '2 weeks',
      'an hour': '1 hour',
      'a day': '1 day',
      '30m': undefined,
      '6 months': undefined,
      '1.5 hours': '90 minutes',
      '1.01 hours': undefined,
      '1.5 days': undefined,
      'a while': undefined,
    },
  ],
  period: [
    period,
    {
      weekly: 'week',
      'per month': 'month',
      'Every 2 weeks': '2 weeks',
      Quarterly: 'quarter',
      'bi-weekly': undefined,
    },
  ],
  limit: [
    limit,
    {
      'once a day': '1 per day',
      'twice per week': '2 per week',
      '3/day': '3 per day',
      '3x per week': '3 per week',
      'two times a day': '2 per day',
      '2 per 7d': '2 per 7 days',
      daily: '1 per day',
      '3 per month': undefined,
      often: undefined,
    },
  ],
  percent: [
    percent,
    {
      '60 %': '60%',
      '12,5%': '12.5%',
      '35 percent': '35%',
      '0.4': undefined,
      '40': undefined,
      '1.234%': undefined,
      '190 %': undefined,
    },
  ],
  name: [
    name,
    { MQL: 'mql', 'Account-Fit': 'account_fit', Never: undefined, '1st rule': undefined, 'B+': undefined },
  ],
};

describe.each(Object.entries(rewrites))('%s', (_, [rewrite, cases]) => {
  test.each(Object.entries(cases))('%s', (text, expected) => {
    expect(rewrite(text)).toBe(expected);
  });
});
