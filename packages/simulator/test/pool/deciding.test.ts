import { expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import { amended } from '../../src/model/rules.ts';
import { decidingPart } from '../../src/pool/deciding.ts';
import { referenceEngine } from '../../src/pool/engine.ts';
import { packPool, unpackPool } from '../../src/pool/packed.ts';
import { poolOf } from '../support/simple.ts';
import { agreementOf, engineOf } from '../support/starter.ts';

const settings = [
  { name: 'engagement.warm', value: 14 },
  { name: 'trade_core.points', value: 18 },
];

test('the part that decides gives leads the lives that the generated engine of the whole gives them', async () => {
  const acme = agreementOf('acme');
  const model = modelOf(acme, { weeks: 26 });
  const whole = poolOf(model, await engineOf(amended(acme, settings)), 400);
  const part = decidingPart(acme);
  expect(poolOf(model, referenceEngine(amended(part, settings)), 400)).toEqual(whole);
  expect(whole).not.toEqual(poolOf(model, referenceEngine(part), 400));
  expect(part.people).toEqual([]);
  expect(JSON.stringify(part).length).toBeLessThan(0.25 * JSON.stringify(acme).length);
});

test('a pool does not depend on how many leads a setting lets come', () => {
  const starter = agreementOf('starter');
  const engine = referenceEngine(starter);
  const more = modelOf(starter, { settings: [{ name: 'campaign_pages.leads', value: 20_000 }] });
  expect(poolOf(more, engine, 100)).toEqual(poolOf(modelOf(starter), engine, 100));
});

test('a packed pool is unpacked as it was', () => {
  const starter = agreementOf('starter');
  const pool = poolOf(modelOf(starter), referenceEngine(starter), 101);
  expect(unpackPool(packPool(pool).buffer)).toEqual(pool);
});
