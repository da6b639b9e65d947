import { visible } from './visible.ts';

/** What a runner of GitHub Actions shows as an annotation; a property that is `undefined` is left out. */
export interface WorkflowCommand {
  readonly command: 'error' | 'warning' | 'notice';
  readonly properties: Readonly<Record<string, string | number | undefined>>;
  readonly message: string;
}

/** One line such as `::error file=a.yaml,line=3::What is wrong`, whatever stands in its texts. */
export function workflowCommand({ command, properties, message }: WorkflowCommand): string {
  const known = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(String(value))}`],
  );
  return `::${[command, known.join(',')].filter(Boolean).join(' ')}::${data(message)}`;
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
