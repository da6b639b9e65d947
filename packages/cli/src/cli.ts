import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { ApprovalOptions } from './commands/approvals.ts';
import type { AtOptions } from './commands/at.ts';
import type { BuildOptions } from './commands/build.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DecideOptions } from './commands/decide.ts';
import type { DiffOptions } from './commands/diff.ts';
import type { FmtOptions } from './commands/fmt.ts';
import type { LogOptions } from './commands/log.ts';
import type { MapOptions } from './commands/map.ts';
import type { PostOptions } from './commands/post.ts';
import type { ProveOptions } from './commands/prove.ts';
import type { ReleaseCommand } from './commands/release.ts';
import type { ReviewOptions } from './commands/review.ts';
import type { SchemaOptions } from './commands/schema.ts';
import type { SimulateOptions } from './commands/simulate.ts';
import type { SlaOptions } from './commands/sla.ts';
import type { TestOptions } from './commands/test.ts';
import { type Shell, shellNames } from './completion/shells.ts';
import { exit } from './exit.ts';
import { help } from './help.ts';
import { colors, type Io, write } from './io.ts';
import { checkFormats } from './report/check/formats.ts';
import { shellWord } from './report/encode/shell-word.ts';
import { visible } from './report/encode/visible.ts';
import { refusal } from './report/refusal.ts';
import { usageError } from './usage-error.ts';
import { version } from './version.ts';

/**
 * Runs one command line and tells the exit code: 0 fine, 1 findings, 2 could not run. Each command is loaded when it is asked
 * for, so that `--help` does not wait for the compiler.
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  let code: number = exit.fine;
  const program = createProgram(io, (result) => (code = result));
  try {
    if (args.length === 0) await write(io, 'stdout', help.smarketing);
    else await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return await explainFailure(error, { args, program, io });
  }
}

function createProgram(io: Io, done: (code: number) => void): Command {
  const program = new Command('smarketing')
    .version(version(), '--version')
    .configureHelp({ formatHelp: (command) => help[command.name() as keyof typeof help] })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {}, // explainFailure tells it
    })
    .helpCommand(false)
    .exitOverride();

  program
    .command('init')
    .argument('[folder]', '', 'agreements/starter')
    .action(async (folder: string) => {
      const { init } = await import('./commands/init.ts');
      done(await init({ folder }, io));
    });
  program
    .command('fmt')
    .argument('[folders...]')
    .option('--check')
    .action(async (folders: string[], options: Omit<FmtOptions, 'folders'>) => {
      const { fmt } = await import('./commands/fmt.ts');
      done(await fmt({ folders, ...options }, io));
    });
  program
    .command('check')
    .argument('[folders...]')
    .option('--max-warnings <n>', '', wholeNumber)
    .option('--verbose')
    .option('--watch')
    .option('--fix')
    .option('--dry-run')
    .addOption(new Option('--format <format>').choices(checkFormats))
    .addOption(today())
    .action(async (folders: string[], options: Omit<CheckOptions, 'folders'>) => {
      const { check } = await import('./commands/check.ts');
      done(await check({ folders, ...options }, io));
    });
  program
    .command('prove')
    .argument('[asked...]')
    .option('--agreement <folder>')
    .option('--verbose')
    .addOption(new Option('--format <format>').choices(['text', 'json']))
    .option('--add-example <id>')
    .addOption(today())
    .action(async (asked: string[], options: Omit<ProveOptions, 'asked'>) => {
      const { prove } = await import('./commands/prove.ts');
      done(await prove({ asked, ...options }, io));
    });
  program
    .command('diff')
    .argument('<base>')
    .argument('[head]')
    .option('--agreement <folder>')
    .option('--direct')
    .addOption(new Option('--format <format>').choices(['pretty', 'json', 'markdown']))
    .action(async (base: string, head: string | undefined, options: Omit<DiffOptions, 'base' | 'head'>) => {
      const { diff } = await import('./commands/diff.ts');
      done(await diff({ base, ...(head === undefined ? {} : { head }), ...options }, io));
    });
  program
    .command('review')
    .argument('<base>')
    .argument('[head]')
    .option('--approvals <file>')
    .option('--agreement <folder>')
    .option('--direct')
    .option('--leads <file>')
    .option('--mapping <id>')
    .option('--as-of <moment>')
    .option('--no-forecast')
    .option('--runs <n>', '', wholeNumber)
    .option('--seed <n>', '', wholeNumber)
    .option('--pool <n>', '', wholeNumber)
    .addOption(
      new Option('--format <format>')
        .choices(['pretty', 'markdown', 'json', 'github', 'sarif'])
        .conflicts('out'),
    )
    .option('--out <folder>')
    .action(async (base: string, head: string | undefined, options: Omit<ReviewOptions, 'base' | 'head'>) => {
      const { review } = await import('./commands/review.ts');
      done(await review({ base, ...(head === undefined ? {} : { head }), ...options }, io));
    });
  program
    .command('approvals')
    .argument('<base>')
    .argument('[head]')
    .option('--approvals <file>')
    .option('--agreement <folder>')
    .option('--direct')
    .addOption(new Option('--format <format>').choices(['pretty', 'json']))
    .action(
      async (base: string, head: string | undefined, options: Omit<ApprovalOptions, 'base' | 'head'>) => {
        const { approvals } = await import('./commands/approvals.ts');
        done(await approvals({ base, ...(head === undefined ? {} : { head }), ...options }, io));
      },
    );
  program
    .command('post')
    .option('--event <file>')
    .option('--author <login>')
    .action(async (options: PostOptions) => {
      const { post } = await import('./commands/post.ts');
      done(await post(options, io));
    });
  program
    .command('release')
    .argument('[base]')
    .option('--agreement <folder>')
    .option('--package <name>')
    .addOption(new Option('--bump <step>').choices(['patch', 'minor', 'major']))
    .addOption(today())
    .action(async (base: string | undefined, options: Omit<ReleaseCommand, 'base'>) => {
      const { release } = await import('./commands/release.ts');
      done(await release({ ...(base === undefined ? {} : { base }), ...options }, io));
    });
  program
    .command('log')
    .argument('[folder]')
    .addOption(new Option('--format <format>').choices(['pretty', 'json']))
    .action(async (folder: string | undefined, options: Omit<LogOptions, 'agreement'>) => {
      const { log } = await import('./commands/log.ts');
      done(await log({ ...(folder === undefined ? {} : { agreement: folder }), ...options }, io));
    });
  program
    .command('at')
    .argument('<date>', '', day)
    .option('--agreement <folder>')
    .addOption(new Option('--format <format>').choices(['pretty', 'json']))
    .action(async (date: string, options: Omit<AtOptions, 'day'>) => {
      const { at } = await import('./commands/at.ts');
      done(await at({ day: date, ...options }, io));
    });
  program
    .command('git-diff')
    .argument('<given...>')
    .action(async (given: string[]) => {
      const { gitDiff } = await import('./commands/git-diff.ts');
      done(await gitDiff(given, io));
    });
  program
    .command('build')
    .argument('<folder>')
    .requiredOption('--out <folder>')
    .addOption(today())
    .action(async (folder: string, options: Omit<BuildOptions, 'folder'>) => {
      const { build } = await import('./commands/build.ts');
      done(await build({ folder, ...options }, io));
    });
  program
    .command('test')
    .argument('[folders...]')
    .option('--mutate')
    .option('--write')
    .addOption(today())
    .action(async (folders: string[], options: Omit<TestOptions, 'folders'>) => {
      const { test } = await import('./commands/test.ts');
      done(await test({ folders, ...options }, io));
    });
  program
    .command('decide')
    .argument('<leads>')
    .option('--agreement <folder>')
    .option('--mapping <id>')
    .option('--as-of <moment>')
    .option('--at <date>', '', day)
    .option('--explain')
    .option('--out <file>')
    .addOption(new Option('--format <format>').choices(['csv', 'jsonl']))
    .option('--refused <file>')
    .addOption(today())
    .action(async (leads: string, options: Omit<DecideOptions, 'leads'>) => {
      const { decide } = await import('./commands/decide.ts');
      done(await decide({ leads, ...options }, io));
    });
  program
    .command('sla')
    .argument('<leads>')
    .option('--agreement <folder>')
    .option('--mapping <id>')
    .option('--as-of <moment>')
    .addOption(new Option('--format <format>').choices(['text', 'jsonl']))
    .addOption(today())
    .action(async (leads: string, options: Omit<SlaOptions, 'leads'>) => {
      const { sla } = await import('./commands/sla.ts');
      done(await sla({ leads, ...options }, io));
    });
  program
    .command('simulate')
    .argument('[folder]')
    .option('--weeks <n>', '', wholeNumber)
    .option('--runs <n>', '', wholeNumber)
    .option('--seed <n>', '', wholeNumber)
    .option('--threads <n>', '', wholeNumber)
    .option('--pool <n>', '', wholeNumber)
    .option('--set <name=value>', '', listed)
    .option('--compare <version>')
    .addOption(new Option('--format <format>').choices(['pretty', 'json', 'csv']))
    .addOption(today())
    .action(async (folder: string | undefined, options: Omit<SimulateOptions, 'folder'>) => {
      const { simulate } = await import('./commands/simulate.ts');
      done(await simulate({ folder, ...options }, io));
    });
  program
    .command('holidays')
    .argument('<place>')
    .argument('<year>', '', year)
    .action(async (place: string, of: number) => {
      const { holidays } = await import('./commands/holidays.ts');
      done(await holidays({ place, year: of }, io));
    });
  program
    .command('map')
    .argument('<export>')
    .option('--agreement <folder>')
    .option('--name <id>')
    .option('--write')
    .addOption(today())
    .action(async (table: string, options: Omit<MapOptions, 'table'>) => {
      const { map } = await import('./commands/map.ts');
      done(await map({ table, ...options }, io));
    });
  program
    .command('explain')
    .argument('<code>')
    .action(async (code: string) => {
      const { explain } = await import('./commands/explain.ts');
      done(await explain({ code }, io));
    });
  program
    .command('completion')
    .addArgument(new Argument('<shell>').choices(shellNames))
    .action(async (shell: Shell) => {
      const { completion } = await import('./commands/completion.ts');
      done(await completion({ shell, program }, io));
    });
  program
    .command('schema')
    .argument('[kind]')
    .addOption(new Option('--draft <draft>').choices(['07', '2020-12']))
    .option('--out <folder>')
    .action(async (kind: string | undefined, options: Omit<SchemaOptions, 'kind'>) => {
      const { schema } = await import('./commands/schema.ts');
      done(await schema({ kind, ...options }, io));
    });
  return program;
}

/** For output that does not depend on the day it is made. */
function today(): Option {
  return new Option('--today <date>').hideHelp().argParser(day);
}

function day(text: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('It is not a date such as 2026-11-24.');
}

function year(text: string): number {
  if (/^20\d{2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is not a year from 2000 to 2099.');
}

/** A flag that may stand several times. */
function listed(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is not a whole number.');
}

async function explainFailure(
  error: unknown,
  { args, program, io }: { readonly args: readonly string[]; readonly program: Command; readonly io: Io },
): Promise<number> {
  const command = args[0] ?? '';
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exit.fine;
    const topic = Object.hasOwn(help, command) && command !== 'smarketing' ? `${command} ` : '';
    const says = await usageError(error.message, io);
    const flag = error.code === 'commander.excessArguments' ? await flagFor(args, program, io) : undefined;
    const hint =
      flag === undefined
        ? `See: smarketing ${topic}--help`
        : colors(io, 'stderr').cyan(`Say which agreement with: ${flag}`);
    await write(io, 'stderr', `${says}\n  ${hint}\n`);
  } else {
    await write(io, 'stderr', refusal(error, io) ?? bugReport(error, io));
  }
  return exit.couldNotRun;
}

/** How the agreement is named that stands among the arguments of a command which takes it by a flag. */
async function flagFor(args: readonly string[], program: Command, io: Io): Promise<string | undefined> {
  const command = program.commands.find((one) => one.name() === args[0]);
  const isGiven = args.some((arg) => arg.startsWith('--agreement'));
  if (isGiven || !command?.options.some(({ long }) => long === '--agreement')) return undefined;
  const { isAgreement } = await import('./load/folders.ts');
  const named = args.slice(1).find((given) => isAgreement(given, io));
  return named && `--agreement ${visible(shellWord(named))}`;
}

function bugReport(error: unknown, { env }: Io): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const lines = [
    `This is a bug in smarketing ${version()}, not in your files: ${name}: ${message.split('\n')[0]}`,
    '  Run it again with SMARKETING_DEBUG=1 and report what it prints, with the command: https://github.com/smarketing/smarketing/issues',
  ];
  if (env['SMARKETING_DEBUG'] === '1' && stack !== undefined) lines.push(stack);
  return `${lines.join('\n')}\n`;
}
