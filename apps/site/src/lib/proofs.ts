import { cheapestWays, countKinds, prove, topics } from '@smarketing/compiler';
import type { CheapestWay, Property, Topic } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';

/** What was proved of an agreement, over all leads. */
export interface Proved {
  readonly properties: readonly Property[];
  /** How many kinds of lead that covers. */
  readonly kinds: bigint;
  readonly ways: readonly CheapestWay[];
}

const known = new Map<Agreement, Proved>();

/** The proofs of an agreement; the first page that asks pays for all of them. */
export function proofsOf(agreement: Agreement): Proved {
  const before = known.get(agreement);
  if (before) return before;
  const { properties } = prove(agreement);
  const proved = { properties, kinds: countKinds(agreement), ways: cheapestWays(agreement) };
  known.set(agreement, proved);
  return proved;
}

/** The properties of one topic. */
export interface TopicProofs {
  readonly topic: Topic;
  readonly properties: readonly Property[];
  /** How many of them are proved. */
  readonly proved: number;
}

/** The properties by topic, in reading order; topics without any are left out. */
export const byTopic = (properties: readonly Property[]): readonly TopicProofs[] =>
  topics.map((topic) => topicOf(properties, topic)).filter((one) => one.properties.length > 0);

/** A topic with more statements than fit beside others has a page of its own. */
export const isLong = ({ properties }: TopicProofs): boolean => properties.length > 100;

export function topicOf(properties: readonly Property[], topic: Topic): TopicProofs {
  const own = properties.filter((property) => property.topic === topic);
  return { topic, properties: own, proved: own.filter(isProved).length };
}

export const isProved = ({ verdict }: Property): boolean => verdict === 'proved';
