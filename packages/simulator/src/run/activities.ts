import { clocksMovedBy, matters, takesWork } from '../model/effects.ts';
import type { Activity, Model } from '../model/types.ts';
import type { Hours } from '../time/hours.ts';
import { never } from '../time/units.ts';
import { type Agenda, happens } from './agenda.ts';
import { bitsOf, type Clocks } from './clocks.ts';
import type { Desks } from './desks.ts';
import type { Happenings } from './happenings.ts';
import type { Holders } from './holders.ts';
import type { Leads } from './leads.ts';
import type { OwnDraws } from './own-draws.ts';
import { Timeline } from './timeline.ts';
import { wider } from './wider.ts';

interface Parts {
  readonly leads: Leads;
  readonly desks: Desks;
  readonly clocks: Clocks;
  readonly holders: Holders;
  readonly ownDraws: OwnDraws;
  readonly happenings: Happenings;
  readonly agenda: Agenda;
  /** A person turns to something that takes so much work: when they do. */
  readonly errand: (person: number, work: number) => number;
}

/** What happens to a lead in a stage that people work beside its step: calls, mails, answers, one after another. */
export class Activities {
  readonly #activities: readonly Activity[];
  readonly #parts: Parts;
  readonly #timeline: Timeline;
  /** By stage: what comes after its entry, and after work on it begins. */
  readonly #onEntry: readonly Int32Array[];
  readonly #onWork: readonly Int32Array[];
  readonly #atOnce: readonly boolean[];
  /** By stage: the clocks to which something happens there, as bits. */
  readonly #clocks: Int32Array;
  /** By lead: how many stages were left by whoever had its place. What was to happen before is off then. */
  #left = new Int32Array(0);
  /** By lead: when it will leave its stage, where that is known. */
  #until = new Int32Array(0);
  /** What is to happen, in columns; places are used again. */
  #free: number[] = [];
  #size = 0;
  #lead = new Int32Array(0);
  #since = new Int32Array(0);
  #activity = new Uint8Array(0);
  #key0 = new Int32Array(0);
  #key1 = new Int32Array(0);
  #n = new Int32Array(0);
  #count = new Int32Array(0);
  /** Seconds of work that it is, and whether a person has it in hand. */
  #effort = new Int32Array(0);
  #inHand = new Uint8Array(0);

  constructor(model: Model, parts: Parts) {
    const { activities, stages } = model;
    this.#activities = activities;
    this.#parts = parts;
    this.#timeline = new Timeline(model, parts);
    const after = (byPeople: boolean): readonly Int32Array[] =>
      stages.map((_, stage) =>
        Int32Array.from(
          activities.flatMap((one, index) =>
            one.by_people === byPeople && one.after_stages.includes(stage) && matters(model, index)
              ? [index]
              : [],
          ),
        ),
      );
    this.#onEntry = after(false);
    this.#onWork = after(true);
    this.#clocks = Int32Array.from(stages, (_, stage) =>
      bitsOf([...(this.#onWork[stage] as Int32Array)].flatMap((one) => clocksMovedBy(model, one))),
    );
    this.#atOnce = stages.map(
      (_, stage) =>
        this.#onEntry[stage]?.length === 0 &&
        ![...(this.#onWork[stage] as Int32Array)].some((one) => takesWork(model, one)),
    );
  }

  /** Makes ready for a run. */
  prepare(): void {
    this.#free = [];
    this.#size = 0;
  }

  /** Whether all that happens in a stage begins with work and waits for nobody: it can be followed to its end at once then. */
  atOnce(stage: number): boolean {
    return this.#atOnce[stage] === true;
  }

  /** A lead enters a stage that people work. */
  enter(lead: number, stage: number, t: number): void {
    this.#startAll(this.#onEntry[stage] as Int32Array, lead, stage, t);
  }

  /** Somebody begins to work on it there, and it will leave at a moment. */
  work(lead: number, stage: number, t: number, until: number): void {
    if (this.#activities.length === 0) return;
    if (this.atOnce(stage)) {
      this.#follow(lead, stage, t, until);
      return;
    }
    this.#until[lead] = until;
    this.#startAll(this.#onWork[stage] as Int32Array, lead, stage, t);
  }

  /** It leaves its stage: what was to happen there does not. */
  leave(lead: number): void {
    if (this.#activities.length === 0) return;
    if (lead >= this.#left.length) {
      this.#left = wider(new Int32Array(2 * lead + 1024), this.#left);
      this.#until = wider(new Int32Array(2 * lead + 1024), this.#until);
    }
    this.#left[lead] = (this.#left[lead] as number) + 1;
    this.#until[lead] = never;
  }

  /** All that happens to a lead from the beginning of work on it until it leaves the stage. */
  #follow(lead: number, stage: number, t: number, until: number): void {
    const { ownDraws, leads, clocks } = this.#parts;
    if (!clocks.anyMatters(lead, this.#clocks[stage] as number)) return;
    const all = this.#onWork[stage] as Int32Array;
    const timeline = this.#timeline;
    const hours = this.#hoursOf(lead);
    timeline.clear();
    for (let i = 0; i < all.length; i++) {
      ownDraws.ofLead(leads, lead);
      timeline.add(all[i] as number, thingOf(leads, lead, stage), t, until, hours);
    }
    for (let i = 0; i < timeline.size; i++)
      clocks.act(lead, timeline.activity[i] as number, timeline.at[i] as number);
  }

  #startAll(all: Int32Array, lead: number, stage: number, t: number): void {
    const { ownDraws, leads } = this.#parts;
    for (let i = 0; i < all.length; i++) {
      ownDraws.ofLead(leads, lead);
      this.#start(all[i] as number, lead, thingOf(leads, lead, stage), t);
    }
  }

  /** Begins an activity, after the key was found of what it comes after. */
  #start(activity: number, lead: number, thing: number, t: number): void {
    const { ownDraws, happenings } = this.#parts;
    happenings.key(activity, thing);
    const key0 = ownDraws.words[0] as number;
    const key1 = ownDraws.words[1] as number;
    const count = happenings.count(activity, key0, key1);
    if (count === 0) return;
    const slot = this.#free.pop() ?? this.#size++;
    if (slot >= this.#lead.length) this.#grow(Math.max(1024, 2 * slot));
    this.#lead[slot] = lead;
    this.#since[slot] = this.#left[lead] ?? 0;
    this.#activity[slot] = activity;
    this.#key0[slot] = key0;
    this.#key1[slot] = key1;
    this.#n[slot] = 0;
    this.#count[slot] = count;
    this.#plan(slot, t);
  }

  /** Puts the next time on the agenda. */
  #plan(slot: number, t: number): void {
    const { happenings } = this.#parts;
    const activity = this.#activity[slot] as number;
    const n = this.#n[slot] as number;
    const at = happenings.at(activity, this.#key0[slot] as number, this.#key1[slot] as number, n, t);
    this.#effort[slot] = happenings.effort;
    this.#inHand[slot] = 0;
    this.#wait(slot, (this.#activities[activity] as Activity).by_people ? this.#opens(slot, at) : at);
  }

  #wait(slot: number, at: number): void {
    if (at >= (this.#until[this.#lead[slot] as number] as number)) this.#free.push(slot);
    else this.#parts.agenda.add(at, happens, slot);
  }

  /** It is time for what stands at a place. */
  happen(slot: number): void {
    const lead = this.#lead[slot] as number;
    if (this.#left[lead] !== this.#since[slot]) {
      this.#free.push(slot);
      return;
    }
    const activity = this.#activity[slot] as number;
    const { now } = this.#parts.agenda;
    const { by_people: byPeople, next } = this.#activities[activity] as Activity;
    const at = byPeople && this.#inHand[slot] === 0 ? this.#whenPeopleDo(slot) : now;
    if (at > now) {
      this.#wait(slot, at);
      return;
    }
    this.#parts.clocks.act(lead, activity, now);
    const n = this.#n[slot] as number;
    for (let i = 0; i < next.length; i++) {
      const { words } = this.#parts.ownDraws;
      words[0] = this.#key0[slot] as number;
      words[1] = this.#key1[slot] as number;
      this.#start(next[i] as number, lead, n, now);
    }
    this.#n[slot] = n + 1;
    if (n + 1 < (this.#count[slot] as number)) this.#plan(slot, now);
    else this.#free.push(slot);
  }

  /** When whoever has the lead does it: in their hours and, where it takes work, between two others. */
  #whenPeopleDo(slot: number): number {
    const { leads, agenda, errand } = this.#parts;
    const person = leads.person[this.#lead[slot] as number] as number;
    const open = this.#opens(slot, agenda.now);
    const { effort } = this.#activities[this.#activity[slot] as number] as Activity;
    if (open > agenda.now || person < 0 || effort < 0) return open;
    this.#inHand[slot] = 1;
    return errand(person, this.#effort[slot] as number);
  }

  /** The first moment in the hours of whoever has the lead, where no others are said. */
  #opens(slot: number, t: number): number {
    const { happenings } = this.#parts;
    if (happenings.hasHours(this.#activity[slot] as number)) return t;
    return this.#hoursOf(this.#lead[slot] as number).openFrom(t);
  }

  /** The hours of whoever has the lead. */
  #hoursOf(lead: number): Hours {
    const { leads, desks, holders } = this.#parts;
    const person = leads.person[lead] as number;
    return person >= 0 ? desks.hoursOf(person) : desks.hoursAt(holders.deskOf(lead));
  }

  #grow(size: number): void {
    this.#lead = wider(new Int32Array(size), this.#lead);
    this.#since = wider(new Int32Array(size), this.#since);
    this.#activity = wider(new Uint8Array(size), this.#activity);
    this.#key0 = wider(new Int32Array(size), this.#key0);
    this.#key1 = wider(new Int32Array(size), this.#key1);
    this.#n = wider(new Int32Array(size), this.#n);
    this.#count = wider(new Int32Array(size), this.#count);
    this.#effort = wider(new Int32Array(size), this.#effort);
    this.#inHand = wider(new Uint8Array(size), this.#inHand);
  }
}

/** What the random numbers of a lead hang on, of what happens in a stage. */
function thingOf({ visit }: Leads, lead: number, stage: number): number {
  return stage * 256 + (visit[lead] as number);
}
