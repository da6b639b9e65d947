import type { CommandWords, FlagWords, Values, Words } from './words.ts';

const offered: Record<'folders' | 'files' | 'anything', string> = {
  folders: "-a '(__smarketing_folders)'",
  files: '-F',
  anything: '',
};

/** A script for fish. */
export function fish({ commands, flags }: Words): string {
  const names = commands.map(({ name }) => name);
  return `# Completion of smarketing for fish. In ~/.config/fish/config.fish: smarketing completion fish | source
function __smarketing_command
  set -l words (commandline -opc)
  test "$words[2]" = "$argv[1]"
end
function __smarketing_folders
  __fish_complete_directories (commandline -ct)
  for folder in agreements/*/
    basename $folder
  end
end
complete -c smarketing -f
${[line("''", offer(names)), ...flags.map((flag) => flagLine("''", flag)), ...commands.flatMap(commandLines)].join('\n')}
`;
}

function commandLines({ name, flags, takes }: CommandWords): string[] {
  const values = takes === 'anything' ? [] : [line(name, offer(takes))];
  return [...values, ...flags.map((flag) => flagLine(name, flag))];
}

function flagLine(command: string, { name, takes }: FlagWords): string {
  const long = `-l ${name.slice(2)}`;
  if (takes === null) return line(command, long);
  return line(command, `${long} ${takes === 'files' ? '-r' : '-x'} ${offer(takes)}`.trimEnd());
}

function line(command: string, says: string): string {
  return `complete -c smarketing -n "__smarketing_command ${command}" ${says}`;
}

function offer(values: Values): string {
  return typeof values === 'string' ? offered[values] : `-a '${values.join(' ')}'`;
}
