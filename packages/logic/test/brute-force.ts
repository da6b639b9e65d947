import { type Context, type Formula, type Model, type Range, type Variable, under } from '../src/index.ts';

/** All models of a context, by counting through them. */
export function* allModels({ variables, ranges }: Context): Generator<Model> {
  const subjects = [...variables, ...ranges];
  const sizes = subjects.map(sizeOf);
  const digits = subjects.map(() => 0);
  for (;;) {
    yield modelOf(variables, ranges, digits);
    let at = 0;
    while (at < digits.length && digits[at] === sizes[at]! - 1) {
      digits[at] = 0;
      at += 1;
    }
    if (at === digits.length) return;
    digits[at]! += 1;
  }
}

function sizeOf(subject: Variable | Range): number {
  return subject.kind === 'variable' ? subject.atoms : (subject.to - subject.from) / subject.step + 1;
}

function modelOf(variables: readonly Variable[], ranges: readonly Range[], digits: readonly number[]): Model {
  return {
    atoms: new Map(variables.map((variable, at) => [variable, digits[at]!])),
    points: new Map(
      ranges.map((range, at) => [range, range.from + range.step * digits[variables.length + at]!]),
    ),
  };
}

/** The models in which some formulas hold. */
export function modelsOf(context: Context, formulas: readonly Formula[]): Model[] {
  return [...allModels(context)].filter((model) => formulas.every(under(model).holds));
}
