import { checkedId } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { block, type Code, lines, sections } from './code.ts';
import type { Model } from './model.ts';
import { leadPromises } from './promise-code.ts';

/** `decide`: the steps of the language, one after the other; and `explain`, which tells why. */
export function decideCode(model: Model): string {
  return sections(decideFunction(model), explainFunction(model));
}

function decideFunction(model: Model): string {
  const { agreement } = model;
  const { scores, notices } = agreement;
  const promises = leadPromises(agreement).length > 0;
  return lines(
    '/** Of which agreement all decisions are. */',
    `const hash = ${literal(agreement.hash)};`,
    `const identity = /* @__PURE__ */ Object.freeze({ name: ${literal(agreement.name)}, hash } as const);`,
    '',
    '/** What the agreement decides about a lead at a moment. Nothing else enters. */',
    block(
      'export function decide(lead: Lead, { asOf }: DecideOptions): Decision',
      'checkLead(lead);',
      'checkMoment(asOf);',
      'judge(lead, asOf);',
      'const moves = movesOf(lead, asOf);',
      'const last = moves[moves.length - 1];',
      'const route = isRouted() ? holderOf(lead, asOf) : null;',
      block(
        'return',
        'agreement: identity,',
        'lead: lead.id,',
        'as_of: asOf,',
        'stage: known.stage,',
        'stage_since: last === undefined ? tally.stage_since : last.at,',
        'moves,',
        block('scores:', scores.map(scoreLine)) + ',',
        block('bands:', bandLines(model)) + ',',
        'grade: known.grade,',
        'persona: known.persona,',
        'route,',
        promises ? 'promises: promisesOf(lead, asOf, route, moves),' : 'promises: [],',
        notices.length > 0 ? 'notices: noticesOf(lead, asOf, moves),' : 'notices: [],',
      ) + ';',
    ),
  );
}

/** The scores are computed once more, as they were, but for the lines that they write. */
function explainFunction({ agreement: { scores, order } }: Model): string {
  const ledgers = scores.map(
    ({ id, decimals }) =>
      `${checkedId(id)}: linesOf(score_${id}, lead, options.asOf, ${numeral(10 ** decimals)}),`,
  );
  return lines(
    '/** The decision, with what explains it, and what would change it. */',
    block(
      'export function explain(lead: Lead, options: ExplainOptions): Explanation',
      'const decision = decide(lead, options);',
      'known.stage = tally.stage;',
      block("const ledger: Explanation['ledger'] =", ledgers) + ';',
      'const reasons: ReasonId[] = [];',
      order.map(reasonLine),
      'for (const { id } of decision.moves) reasons.push(id);',
      'if (decision.route !== null) reasons.push(decision.route.id);',
      'const next = options.next === false ? null : nextStageOf(lead, options.asOf, decision, ledger);',
      'return { ...decision, ledger, reasons, next };',
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
  return `${checkedId(id)}: known._points_${id}${unit},`;
}

function bandLines({ agreement }: Model): Code {
  return agreement.scores
    .filter(({ bands }) => bands.length > 0)
    .map(({ id }) => `${checkedId(id)}: band_${id}(known._points_${id}),`);
}
