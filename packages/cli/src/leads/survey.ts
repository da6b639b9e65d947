import { createSurvey, type Survey } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import type { LeadSource } from './lead.ts';
import { readTable } from './table.ts';

/** What stands in the columns of a table, which may be of any length. */
export async function surveyTable(source: LeadSource): Promise<ReturnType<Survey['result']>> {
  let survey: Survey | undefined;
  for await (const { cells } of readTable(source)) {
    if (survey) survey.add(cells);
    else survey = createSurvey(cells);
  }
  if (survey) return survey.result();
  throw new CannotRun(`${source.shown} is empty.`, 'The first row of a table has the names of its columns.');
}
