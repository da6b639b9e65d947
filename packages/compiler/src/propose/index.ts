export { type Proposal, proposeMapping } from './propose.ts';
export { createSurvey, type Survey } from './survey.ts';
export { mappingYaml } from './write.ts';
