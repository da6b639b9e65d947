/** What was asked cannot be done, through no fault of ours: said in one line, with what to do, and exit code 2. */
export class CannotRun extends Error {
  readonly help: string | null;

  constructor(message: string, help: string | null = null) {
    super(message);
    this.help = help;
  }
}
