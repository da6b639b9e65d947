import type { Argument, Command, Option } from 'commander';

/** What a shell can offer after `smarketing`: what the program knows, as plain words. */
export interface Words {
  readonly commands: readonly CommandWords[];
  readonly flags: readonly FlagWords[];
}

export interface CommandWords {
  readonly name: string;
  readonly flags: readonly FlagWords[];
  /** What its arguments may be; all of them alike. */
  readonly takes: Values;
}

export interface FlagWords {
  readonly name: string;
  /** What stands after it; `null` when it stands alone. */
  readonly takes: Values | null;
}

/** The words that may stand in a place, or what kind of path; `anything` is for the person to know. */
export type Values = readonly string[] | 'folders' | 'files' | 'anything';

/** The commands and flags of a program, without what it hides. */
export function wordsOf(program: Command): Words {
  return {
    commands: program.commands.map((command) => ({
      name: command.name(),
      flags: flagsOf(command),
      takes: valuesOf(command.registeredArguments[0]),
    })),
    flags: flagsOf(program),
  };
}

function flagsOf(command: Command): readonly FlagWords[] {
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap((option) => (option.long ? [{ name: option.long, takes: takenBy(option) }] : []));
}

function takenBy(option: Option): Values | null {
  if (!option.required && !option.optional) return null;
  return option.argChoices ?? kindOf(/[<[](\w+)/.exec(option.flags)?.[1]);
}

function valuesOf(argument: Argument | undefined): Values {
  return argument?.argChoices ?? kindOf(argument?.name());
}

const kinds: Readonly<Record<string, Values>> = {
  folder: 'folders',
  folders: 'folders',
  asked: 'folders',
  file: 'files',
  leads: 'files',
  export: 'files',
};

/** What a placeholder such as `<folder>` stands for. */
function kindOf(placeholder = ''): Values {
  return kinds[placeholder] ?? 'anything';
}
