import type { CommandWords, FlagWords, Values, Words } from './words.ts';

/**
 * What bash and zsh share: a choice by `$command`, `$before` (the word before) and `$cur` (the word so far). It calls the
 * functions `_smarketing_words`, `_smarketing_folders` and `_smarketing_files`, which each of them has in its own way.
 */
export function cases({ commands, flags }: Words): string {
  const names = [...commands.map(({ name }) => name), ...flags.map(({ name }) => name)];
  return `  case $command in
    '') ${offer(names)} ;;
${commands.map(commandCase).join('\n')}
  esac`;
}

function commandCase({ name, flags, takes }: CommandWords): string {
  const known = offer(flags.map((flag) => flag.name));
  return `    ${name})
      case $before in
${flags.map(flagCase).join('')}        *)
          case $cur in
            -*) ${known} ;;
            *) ${offer(takes)} ;;
          esac ;;
      esac ;;`;
}

function flagCase({ name, takes }: FlagWords): string {
  return takes === null ? '' : `        ${name}) ${offer(takes)} ;;\n`;
}

function offer(values: Values): string {
  if (values === 'anything') return 'return';
  return typeof values === 'string' ? `_smarketing_${values}` : `_smarketing_words '${values.join(' ')}'`;
}
