import type { Span } from '../../src/time/index.ts';
import { aroundTheClock, everyDay, office, splitShift, weekdays } from './calendars.ts';

/** Zone, hours, yearly holidays, start, working time, deadline. Both moments are local. */
export type DeadlineCase = readonly [
  zone: string,
  hours: readonly (readonly Span[])[],
  holidays: readonly string[],
  start: string,
  work: string,
  due: string,
];

const closed = ['01-01', '05-01', '12-24', '12-25', '12-26', '12-31'];

export const deadlineCases: readonly DeadlineCase[] = [
  ['UTC', everyDay(aroundTheClock), closed, '2015-02-17T12:00:00', '730d', '2017-02-28T12:00:00'],
  ['Europe/Berlin', weekdays(splitShift), closed, '2015-03-27T12:00:00', '15h', '2015-03-31T09:00:00'],
  ['UTC', everyDay(aroundTheClock), closed, '2015-02-17T12:00:00', '90d', '2015-05-19T12:00:00'],
  ['Europe/Berlin', everyDay(aroundTheClock), closed, '2015-02-17T12:00:00', '90d 1h', '2015-05-19T14:00:00'],
  ['UTC', everyDay(aroundTheClock), closed, '2015-02-21T22:00:00', '6h', '2015-02-22T04:00:00'],
  ['America/Sao_Paulo', everyDay(aroundTheClock), closed, '2015-02-21T22:00:00', '5h', '2015-02-22T02:00:00'],
  ['UTC', everyDay(aroundTheClock), closed, '2015-02-20T22:10:05', '4d 6h 20m 15s', '2015-02-25T04:30:20'],
  [
    'America/Sao_Paulo',
    everyDay(aroundTheClock),
    [],
    '2015-02-21T22:10:05',
    '4d 5h 20m 15s',
    '2015-02-26T02:30:20',
  ],
  ['UTC', everyDay(aroundTheClock), closed, '2015-10-17T22:00:00', '6h', '2015-10-18T04:00:00'],
  ['America/Sao_Paulo', everyDay(aroundTheClock), closed, '2015-10-17T22:00:00', '7h', '2015-10-18T06:00:00'],
  ['UTC', everyDay(aroundTheClock), closed, '2015-03-21T12:00:00', '1d', '2015-03-22T12:00:00'],
  ['UTC', everyDay(aroundTheClock), closed, '2015-09-21T12:00:00', '16h', '2015-09-22T04:00:00'],
  ['Asia/Tehran', everyDay(aroundTheClock), closed, '2015-09-21T12:00:00', '15h', '2015-09-22T02:00:00'],
  ['Asia/Tehran', everyDay(aroundTheClock), closed, '2015-09-20T12:00:00', '2d', '2015-09-22T11:00:00'],
  ['Asia/Tehran', everyDay(aroundTheClock), closed, '2015-09-19T12:00:00', '4d', '2015-09-23T11:00:00'],
  ['UTC', everyDay(aroundTheClock), closed, '2015-03-21T12:00:00', '16h', '2015-03-22T04:00:00'],
  ['Asia/Tehran', everyDay(aroundTheClock), closed, '2015-03-21T12:00:00', '17h', '2015-03-22T06:00:00'],
  ['Asia/Tehran', everyDay(aroundTheClock), closed, '2015-01-21T12:00:00', '90d 17h', '2015-04-22T06:00:00'],
  ['UTC', everyDay(aroundTheClock), closed, '2015-01-21T12:00:00', '90d 16h', '2015-04-22T04:00:00'],
  [
    'Australia/Sydney',
    everyDay(aroundTheClock),
    closed,
    '2016-04-02T12:00:00',
    '1d 17h',
    '2016-04-04T04:00:00',
  ],
  ['Europe/Berlin', weekdays(office), closed, '2016-01-31T12:25:30', '5h', '2016-02-01T13:00:00'],
  ['Europe/Berlin', weekdays(office), closed, '2016-02-01T16:59:30', '3h 30m', '2016-02-02T10:29:30'],
  ['Europe/Berlin', weekdays(splitShift), closed, '2016-02-01T12:25:30', '5h', '2016-02-02T08:25:30'],
  [
    'Europe/Berlin',
    weekdays(splitShift),
    closed,
    '2016-01-31T12:25:30',
    '1d 21h 25m 30s',
    '2016-02-08T08:25:30',
  ],
  ['Europe/Berlin', weekdays(splitShift), closed, '2015-12-22T16:24:49', '20h', '2015-12-29T08:24:49'],
  ['Asia/Tehran', weekdays(office), closed, '2016-03-20T00:00:00', '5h', '2016-03-21T13:00:00'],
  ['Asia/Tehran', weekdays(office), closed, '2016-03-20T00:00:00', '13h', '2016-03-22T11:00:00'],
  ['Asia/Tehran', everyDay(aroundTheClock), closed, '2016-03-20T00:00:00', '1d 5h', '2016-03-21T06:00:00'],
  ['Asia/Tehran', weekdays(aroundTheClock), closed, '2016-03-20T00:00:00', '1d 5h', '2016-03-22T06:00:00'],
  ['Asia/Tehran', weekdays(office), closed, '2016-09-20T22:00:00', '5h', '2016-09-21T13:00:00'],
  ['Asia/Tehran', weekdays(aroundTheClock), closed, '2016-09-20T22:00:00', '5h', '2016-09-21T02:00:00'],
  ['Europe/Berlin', weekdays(office), closed, '2013-03-16T10:00:00', '1m', '2013-03-18T08:01:00'],
];
