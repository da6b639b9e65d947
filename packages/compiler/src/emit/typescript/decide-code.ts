import { checkedId } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { block, type Code, lines } from './code.ts';
import type { Model } from './model.ts';
import { leadPromises } from './promise-code.ts';

/** `decide`: the steps of the language, one after the other. */
export function decideCode(model: Model): string {
  const { agreement } = model;
  const { scores, order, notices } = agreement;
  const promises = leadPromises(agreement).length > 0;
  return lines(
    '/** What the agreement decides about a lead at a moment. Nothing else enters. */',
    block(
      'export function decide(lead: Lead, { asOf }: DecideOptions): Decision',
      "if (!Number.isSafeInteger(asOf)) throw new RangeError('asOf must be whole milliseconds since 1970');",
      block(
        "const ledger: Decision['ledger'] =",
        scores.map(({ id }) => `${checkedId(id)}: [],`),
      ) + ';',
      'judge(lead, asOf, ledger);',
      'const reasons: ReasonId[] = [];',
      order.map(reasonLine),
      'const moves = movesOf(lead, asOf);',
      'const last = moves[moves.length - 1];',
      'for (const { id } of moves) reasons.push(id);',
      'const holder = holderOf(lead, asOf);',
      'const route = isRouted() ? holder : null;',
      'if (route !== null) reasons.push(route.id);',
      block(
        'return',
        `agreement: { name: ${literal(agreement.name)}, hash: ${literal(agreement.hash)} },`,
        'lead: lead.id,',
        'as_of: asOf,',
        'stage: known.stage,',
        'stage_since: last === undefined ? tally.stage_since : last.at,',
        'moves,',
        block('scores:', scores.map(scoreLine)) + ',',
        block('bands:', bandLines(model)) + ',',
        'ledger,',
        'grade: known.grade,',
        'persona: known.persona,',
        'route,',
        promises ? 'promises: promisesOf(lead, asOf, moves, holder),' : 'promises: [],',
        notices.length > 0 ? 'notices: noticesOf(lead, asOf, moves),' : 'notices: [],',
        'reasons,',
      ) + ';',
    ),
  );
}

function reasonLine(name: string): Code {
  if (name === 'persona') return null;
  if (name === 'grade') return 'if (known.grade_row !== null) reasons.push(known.grade_row);';
  return `addRules(ledger.${checkedId(name)}, reasons);`;
}

function scoreLine({ id, decimals }: { readonly id: string; readonly decimals: number }): string {
  const unit = decimals === 0 ? '' : ` / ${numeral(10 ** decimals)}`;
  return `${checkedId(id)}: known.score_${id}${unit},`;
}

function bandLines({ agreement }: Model): Code {
  return agreement.scores
    .filter(({ bands }) => bands.length > 0)
    .map(({ id }) => `${checkedId(id)}: band_${id}(known.score_${id}),`);
}
