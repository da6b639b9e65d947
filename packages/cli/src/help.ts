/** Help, by command; written by hand, in the order in which a person needs it. */
export const help = {
  smarketing: `smarketing: the agreement between sales and marketing, as code

Write an agreement
  init [folder]        Start with a small, complete agreement
  fmt [folders...]     Write its files in one style
  holidays <place> …   List the public holidays of a country or region
  map <export>         Propose how a CRM's export is read as leads
  explain <code>       What a finding means, and what to do about it
  schema [kind]        What may stand in the files, as JSON Schemas for editors

Check it
  check [folders...]   Find what is wrong, leaks or contradicts
  prove [folders...]   Show what holds of every lead, and a lead where it does not
  test [folders...]    Run its examples

Change it
  diff <base> [head]   Tell what changed by its meaning, and which leads are decided differently
  review <base> …      Write it up for a pull request: a comment, annotations, SARIF
  approvals <base> …   Tell who must agree to it, and who has
  post                 Keep a pull request's comment and its status approvals, in a workflow of GitHub
  release [base]       Keep a version, and write the changeset of what changed, with the step that its meaning asks for
  log [folder]         Tell the history of an agreement by its meaning
  at <date>            Tell which version was in force on a day
  git-diff ...         Show meaning in git diff, once it is switched on

Use it
  decide <leads>       Decide leads from a CSV export or from JSON lines
  sla <leads>          Show when each promise about a lead is due, and how that came about
  simulate [folder]    Show what it will bring about: volumes, promises kept, queues, revenue
  build <folder>       Generate its engine: a typed package without dependencies

  smarketing <command> --help     How to use a command
  smarketing completion <shell>   Let bash, zsh or fish complete commands and flags
  smarketing --version            Which version this is

Without folders, a command takes every agreement below agreements/.
Exit codes: 0 fine, 1 there are findings, 2 could not run.
`,
  init: `smarketing init [folder]

Writes a small, complete agreement to start from. An existing folder is never written over.

  folder   Where; its name is the agreement's name (agreements/starter if not said)

  smarketing init agreements/northwind
`,
  fmt: `smarketing fmt [folders...] [--check]

Writes the files of agreements in one style. Values, comments, the order of keys and what stands in one line stay; a text
that other readers of YAML would take for a flag, a number or a time gets quotes. All of the files are written, or none.
A file with errors is left alone, with exit code 1.

  folders   Agreements to format (every one below agreements/ if not said)
  --check   Write nothing: list the files that would change. Exit code 1 when there are some

  smarketing fmt
  smarketing fmt agreements/acme --check
`,
  check: `smarketing check [folders...]

Reads agreements, proves what has to hold of every lead, predicts from the forecast which promises cannot be kept, and says
what is wrong: on stderr each finding with its place and what to do, on stdout one line an agreement. Exit code 1 when there
is an error.

  folders               Agreements to check (every one below agreements/ if not said)
  --max-warnings <n>    Exit code 1 when there are more warnings than n
  --verbose             Also tell the cheapest way to each stage, and which fields decide most often while they are not known
  --watch               Check again after each change of a file or folder, until Ctrl-C
  --fix                 First correct what can only have been meant in one way, and say what: a slip in a name, a date such as
                        24.11.2026, quotes of a word processor, a test that adds nothing. Each is tried on its own, and
                        kept only if the compiler then finds it no more, and nothing new; comments and layout stay.
                        All files are written, or none
  --dry-run             With --fix: say what would be corrected, and write nothing
  --format <format>     Who reads it (pretty if not said); all but pretty write everything to stdout, and nothing else
    pretty                people
    json                  programs: every finding with its place and what to do
    github                GitHub Actions: annotations, at most 10 errors and 10 warnings
    sarif                 code scanning and editors: SARIF 2.1.0
    junit                 test reports of a CI: JUnit XML, where errors are failures

  smarketing check
  smarketing check agreements/acme --max-warnings 0
  smarketing check --fix --dry-run
  smarketing check --format sarif > smarketing.sarif
`,
  diff: `smarketing diff <base> [head] [--agreement <folder>] [--format <format>]

Tells what changed between two versions of an agreement: each change in words, how much it asks of those who rely on the
agreement, whom it makes things harder for, and, proved over all leads, which leads are decided differently.

  base                   A branch, tag or commit; or a folder
  head                   The same; what is on the disk now if not said. It is compared with the commit at which it parted
                         from the base
  --agreement <folder>   Which agreement (every one below agreements/ if not said)
  --direct               Compare with the base itself, also where it went on after the head parted from it
  --format <format>      pretty (if not said), json or markdown

  smarketing diff main
  smarketing diff v1.2.0 v1.3.0 --agreement acme
  smarketing diff agreements/acme ../proposal/acme

Commits are read as they are stored, nothing is checked out. Exit code 1 when a version has errors.
`,
  review: `smarketing review <base> [head] [options]

Writes the review of a change for where people look at it: what changes, which leads are decided differently (proved), what it
would have meant for leads that were there (replayed, with --leads), and what it would bring about (forecast: both versions are
simulated with the same luck; a promise that would be broken comes first).
Nothing in the texts of an agreement is markup, a link or a mention there. Exit code 1 when a version has errors.

  base, head             As for diff
  --approvals <file>     Who approved, as for approvals
  --agreement <folder>   Which agreement (every one below agreements/ if not said)
  --direct               Compare with the base itself
  --leads <file>         Also decide the leads of an export by both versions, and tell what would have changed for them and what
                         became of them: counts only, and none below 5. A table (CSV) or JSON lines, as for decide
  --mapping <id>         Which mapping of the agreement reads the table
  --as-of <moment>       Decide the leads as of this moment (now if not said)
  --no-forecast          Simulate nothing
  --runs <n>             How many runs of each version the forecast has (200 if not said)
  --seed <n>             Another seed is other luck (1 if not said)
  --pool <n>             How many leads are drawn and decided, for the runs to draw from (20000 if not said)
  --format <format>      Who reads it (pretty on a terminal, else markdown, if not said)
    pretty                 people at a terminal
    markdown               a comment or a job summary of GitHub: the verdict first; cut at whole sections where it gets too long
    json                   programs
    github                 annotations of GitHub Actions: at most 10 warnings and 10 notices
    sarif                  code scanning and editors: SARIF 2.1.0; a change is known again by its fingerprint
  --out <folder>         Write all four: review.md, review.json, annotations.txt and review.sarif

  smarketing review origin/main >> "$GITHUB_STEP_SUMMARY"
  smarketing review main proposal --format sarif > changes.sarif
  smarketing review main --leads leads.csv --mapping crm --no-forecast
`,
  approvals: `smarketing approvals <base> [head] [--approvals <file>] [--format <format>]

Tells who must agree to the changes between two versions, and who has. What is harder for a team needs that team, definitions
and scoring need both, wording either, unless agreement.yaml of the base says otherwise. What is proved to decide the same
needs nobody. Exit code 1 while somebody is waited for.

  base, head             As for diff
  --approvals <file>     Who approved, as JSON:
                         { "author": "@ann", "members": { "@acme/sales-leads": ["@sam"] },
                           "approvals": [{ "by": "@sam", "for": "sales", "changes": ["<fingerprint>", …] }] }
                         members: who belongs to what agreement.yaml names as approvers. for: needed from who could speak for
                         either team only. An approval is for the changes that it names. The author's own does not count, and
                         nobody speaks for both teams
  --agreement <folder>   Which agreement (every one below agreements/ if not said)
  --direct               Compare with the base itself
  --format <format>      pretty (if not said) or json

  smarketing approvals main
  smarketing approvals main proposal --approvals approvals.json
`,
  post: `smarketing post [--event <file>] [--author <login>]

For a workflow of GitHub Actions that runs when the one that computes reviews has ended. It keeps one comment on the pull
request, and sets the commit status approvals: who must agree to the changes, and who has, by the reviews on the pull request.
An approval is for the changes of the commit that was approved. Both versions are read as data, from commits; of what the other
workflow computed only what agrees with it is shown. How to set it up:
https://github.com/smarketing/smarketing/blob/main/docs/github.md

  --event <file>     The event, a workflow_run (GITHUB_EVENT_PATH if not said)
  --author <login>   The account that comments (github-actions[bot] if not said)

It reads GITHUB_TOKEN, which may write pull requests and statuses and read actions and contents; and SMARKETING_TEAMS_TOKEN,
which may read the members of the organization, where an agreement names teams as approvers.

  smarketing post
`,
  release: `smarketing release [base] [--agreement <folder>] [--package <name>] [--bump <step>]

Keeps the version of an agreement that is on the disk in releases/<name>/<version>.json: its compiled agreement, sealed by its
hash, and what changed since the last one. The first one is 1.0.0; then the step follows from the changes (breaking: major,
notable: minor, else patch), and a changeset in .changeset says the same for the package that follows the agreement. Where the
notice period of the last version is not over by effective_from, effective_from is moved to the first day that it leaves.

  base                   What was released last, if no version is kept yet: a branch, tag or commit
  --agreement <folder>   Which agreement (can be left out when there is only one below agreements/)
  --package <name>       The package that follows it (@smarketing/engine-<name> if not said)
  --bump <step>          patch, minor or major: a larger step than the changes ask for. A smaller one is refused

  smarketing release --agreement acme
  smarketing release v1.2.0 --agreement acme

Commit what it writes. The site, smarketing at and smarketing decide --at know old versions by these files.
`,
  log: `smarketing log [folder] [--format <format>]

Tells the history of an agreement by its meaning: of each commit what its message says, and what it changed.

  folder                 Which agreement (can be left out when there is only one below agreements/)
  --format <format>      pretty (if not said) or json

  smarketing log acme
`,
  at: `smarketing at <date> [--agreement <folder>] [--format <format>]

Tells which version of an agreement was in force on a day. Where released versions are kept, it is one of these; else the
latest that was committed by then and whose effective_from had come. Exit code 1 if there was none.

  date                   Such as 2026-11-24
  --agreement <folder>   Which agreement (can be left out when there is only one below agreements/)
  --format <format>      pretty (if not said) or json

  smarketing at 2026-11-24 --agreement acme
`,
  'git-diff': `smarketing git-diff ...

Shows each file of an agreement in git diff by its meaning, and below that by its lines. To switch it on, once in a repository:

  git config diff.smarketing.command 'smarketing git-diff'

Its .gitattributes says for which files. Who has not switched it on sees the lines, as ever:

  agreements/**/*.yaml diff=smarketing

Then git diff, git diff main and git show --ext-diff say what changed. Told are the changes that stand in the file; which leads
are decided differently says smarketing diff. Git calls it as:

  smarketing git-diff <path> <old-file> <old-hash> <old-mode> <new-file> <new-hash> <new-mode>
`,
  prove: `smarketing prove [folders...]
smarketing prove "<question>" [--agreement <folder>]

Shows what holds of every lead, by topic: how much is proved, and in full what is not, with a lead for which it is not so.
A question is an assertion as agreement.yaml has them: \`never:\` or \`always:\` with a condition, and \`when:\` if it is not
about all leads. Exit code 1 when something is refuted or not known, and not waived.

  folders                Agreements to prove things of (every one below agreements/ if not said)
  question               What to prove or refute, in the names of the agreement
  --agreement <folder>   Which agreement a question is about (can be left out when there is only one below agreements/)
  --add-example <id>     Write the lead that refutes a question to examples/from_proofs.yaml of the agreement, as an example
                         of that name. It expects what the agreement decides today
  --verbose              Every statement with a lead that shows it; the cheapest way to each stage; and which fields decide
                         most often while they are not known
  --format <text|json>   json: the whole report (text if not said)

  smarketing prove agreements/acme
  smarketing prove "never: { becomes: mql, is_competitor: true }" --agreement acme
  smarketing prove "when: { grade: A1 }, always: { gave_consent: true }" --agreement acme --add-example a1_without_consent
`,
  build: `smarketing build <folder> --out <folder>

Generates the engine of an agreement into <out>/generated: all of its files at once, or none.

  folder           The agreement
  --out <folder>   The package that holds the engine; the name in its package.json is the engine's name

  smarketing build agreements/acme --out packages/engine-acme
`,
  test: `smarketing test [folders...]

Runs the examples of agreements, each through the generated engine and through the reference evaluator.
A failing one shows what was expected, what came out, and how the score came about. Names the rules, rows,
transitions, notices and promises that no example makes work.

  folders    Agreements to test (every one below agreements/ if not said)
  --mutate   Change one small thing of the agreement after the other (each boundary by one step, each rule and row left
             out, each outcome another) and say which changes no example notices. Exit code 1 when there are some
  --write    With --mutate: write the missing examples to examples/missing.yaml of the agreement. Read them before
             you keep them: they expect what the agreement decides today

  smarketing test agreements/acme
  smarketing test agreements/acme --mutate --write
`,
  decide: `smarketing decide <leads> [options]

Decides every lead of a file: stage, scores, grade, persona, route and promises. Decisions go to stdout, refused
rows with what is wrong in them to stderr. Files of any size are read in constant memory. Exit code 1 when a row is refused.

  leads                   A CSV export, JSON lines (one lead a line), or - for stdin: a table if there is a --mapping

  --agreement <folder>    The agreement (can be left out when there is only one below agreements/)
  --mapping <id>          Which mapping reads the CSV (can be left out when the agreement has one)
  --as-of <moment>        Decide as of this moment (now if not said)
  --at <date>             Decide by the version that was in force on this day, as of its end if no moment is said
  --explain               Also tell what made each decision, and what would bring the lead to the next stage
  --format <csv|jsonl>    csv: one line a lead. jsonl: whole decisions (csv if not said)
  --out <file>            Write the decisions to this file; it appears when all of them are in it
  --refused <file>        Write the refused rows with their reasons to this CSV file

  smarketing decide leads.csv --agreement agreements/acme --mapping hubspot --out decisions.csv
  cat leads.jsonl | smarketing decide - --agreement acme --as-of 2026-11-24T10:00:00+01:00 --format jsonl --explain
  smarketing decide leads.csv --agreement acme --mapping hubspot --at 2026-11-03
`,
  sla: `smarketing sla <leads> [options]

Shows how each promise about a lead stands: since when, due when, how much working time is used and left, and each step on the
way: pauses, restarts, open hours, closed days and holidays by name. Exit code 1 when a row is refused.

  leads                   A CSV export, JSON lines (one lead a line), or - for stdin: a table if there is a --mapping

  --agreement <folder>    The agreement (can be left out when there is only one below agreements/)
  --mapping <id>          Which mapping reads the CSV (can be left out when the agreement has one)
  --as-of <moment>        As of this moment (now if not said)
  --format <text|jsonl>   text: for people. jsonl: a line a lead, with all steps (text if not said)

  smarketing sla leads.csv --agreement agreements/acme --mapping hubspot --as-of '2026-11-24 10:00'
`,
  simulate: `smarketing simulate [folder] [options]

Simulates what an agreement brings about, by the assumptions of its forecast.yaml: leads are drawn, decided by the generated
engine, and worked by the desks event by event, week by week, many times over. Ranges hold nine of ten runs. The same seed
gives the same figures on every machine, and with any number of threads.

  folder                The agreement (can be left out when there is only one below agreements/)
  --weeks <n>           How many weeks from the first day of the agreement on (52 if not said)
  --runs <n>            How many runs: more make the ranges steadier (200 if not said)
  --seed <n>            Another seed is other luck (1 if not said)
  --threads <n>         On how many threads (all cores if not said), at least one for each version
  --pool <n>            How many leads are drawn and decided, for the runs to draw from (20000 if not said)
  --set <name=value>    Another value for one number; may stand several times. In the forecast: accepting.rate=65%,
                        desk.people=3, accepting.takes=2 hours, volume=150% (all arrivals); its range moves along. The time of
                        a promise: first_call.within=30 minutes. In the rules: can_decide.points=25 (a rule), fit.A=60 (where
                        band A begins), mql_by_score.lead_score=50 (a threshold of a way between stages)
  --compare <version>   What changes from another folder, or from this agreement in a branch, tag or commit, run by run with
                        the same luck. The same folder: what the settings change
  --format <format>     pretty: for people. json: everything. csv: one line an outcome and week (pretty if not said)

  smarketing simulate agreements/acme --weeks 26
  smarketing simulate acme --set inbound_hands.people=1 --compare acme
  smarketing simulate acme --compare main
`,
  holidays: `smarketing holidays <place> <year>

Lists the public holidays of a country or of a part of it, as a calendar in sla.yaml has them: a proposal to compare with
the days on which your offices are closed. Half days are left out. It needs the package date-holidays, which has to be
installed beside smarketing: npm install date-holidays

  place   A country, or a part of it that has holidays of its own: de, de-be, de-by-a
  year    From 2000 to 2099

  smarketing holidays de-be 2027
`,
  map: `smarketing map <export> [--agreement <folder>] [--name <id>] [--write]

Proposes a mapping for a CSV export: which column is which field, event or stage, by the names of the columns and by the
words in them. Each line says how sure it is, and why. It is printed, for you to read and change. Of the cells only words
of columns with options are printed; files of any size are read in constant memory.

  export                 A CSV file, or - for stdin
  --agreement <folder>   The agreement (can be left out when there is only one below agreements/)
  --name <id>            What the mapping is called (as the file, if not said)
  --write                Write it to mappings/<name>.yaml of the agreement, where there is none yet

  smarketing map contacts.csv --agreement agreements/acme
  smarketing map contacts.csv --agreement acme --name hubspot --write
`,
  explain: `smarketing explain <code>

Prints the page of a finding: what it means, why it matters, what to do, and an example, wrong and put right.

  code   As it stands beside the finding

  smarketing explain unknown-option
`,
  completion: `smarketing completion <bash|zsh|fish>

Prints a script with which a shell completes commands, flags, what a flag may be, and the folders of agreements.

  smarketing completion bash

To have it in every shell, add a line to what the shell reads when it starts:

  ~/.bashrc                    eval "$(smarketing completion bash)"
  ~/.zshrc, after compinit     eval "$(smarketing completion zsh)"
  ~/.config/fish/config.fish   smarketing completion fish | source
`,
  schema: `smarketing schema [kind] [--draft <07|2020-12>] [--out <folder>]

Prints the JSON Schema of one kind of file, or writes those of all kinds to a folder, each as <kind>.json. Editors
complete keys and show what they mean with it. The compiler knows more: \`check\` has the last word.

  kind                   agreement, vocabulary, funnel, personas, scoring, handoff, sla, goals, cadence, forecast, examples
                         or mappings (all of them if not said, with --out)
  --draft <07|2020-12>   Which draft of JSON Schema; editors of YAML read 07 (07 if not said)
  --out <folder>         Write to this folder; other files in it stay

  smarketing schema scoring
  smarketing schema --out .schemas
`,
} as const;
