import type { Model } from '../model/types.ts';
import { exitOf } from '../pool/life.ts';
import type { Pool } from '../pool/pool.ts';
import { runDaysOf } from '../time/days.ts';
import { daySeconds, never } from '../time/units.ts';
import { Activities } from './activities.ts';
import {
  Agenda,
  begin,
  done,
  forgotten,
  handOver,
  happens,
  kindOf,
  moves,
  outcome,
  whoOf,
} from './agenda.ts';
import { Alone } from './alone.ts';
import type { ApartClocks } from './apart.ts';
import type { Clocks } from './clocks.ts';
import type { Desks } from './desks.ts';
import { type Draws, mostVisits } from './draws.ts';
import type { Happenings } from './happenings.ts';
import type { Holders } from './holders.ts';
import type { Leads } from './leads.ts';
import type { OwnDraws } from './own-draws.ts';
import { Steps } from './steps.ts';
import type { Tally } from './tally.ts';
import { Waiting } from './waiting.ts';

interface Parts {
  readonly pool: Pool;
  readonly leads: Leads;
  readonly desks: Desks;
  readonly tally: Tally;
  readonly clocks: Clocks;
  readonly draws: Draws;
  readonly ownDraws: OwnDraws;
  readonly holders: Holders;
  readonly happenings: Happenings;
  readonly apart: ApartClocks;
}

/** What people do with the leads that come to them, event by event: leads wait, are worked, go on, are sent back or forgotten. */
export class Work {
  readonly #model: Model;
  readonly #pool: Pool;
  readonly #leads: Leads;
  readonly #desks: Desks;
  readonly #tally: Tally;
  readonly #clocks: Clocks;
  readonly #holders: Holders;
  readonly #apart: ApartClocks;
  readonly #waiting: Waiting;
  readonly #activities: Activities;
  readonly #agenda: Agenda;
  readonly #steps: Steps;
  /** By stage: whether a clock waits for work in it. */
  readonly #touched: Uint8Array;
  readonly #alone: Alone;
  readonly #exit: number;
  /** When the run is over. */
  readonly #ends: number;
  /** A lead to which nothing happens before it takes its step, and when it does: it need not wait for its turn. −1 is none. */
  #ahead = -1;
  #aheadAt = 0;

  constructor(model: Model, parts: Parts) {
    const { pool, leads, desks, tally, clocks, draws, holders, apart } = parts;
    this.#model = model;
    this.#pool = pool;
    this.#leads = leads;
    this.#desks = desks;
    this.#tally = tally;
    this.#clocks = clocks;
    this.#holders = holders;
    this.#apart = apart;
    this.#agenda = new Agenda(runDaysOf(model));
    this.#waiting = new Waiting(model, {
      leads,
      holders,
      desks,
      tally,
      draws,
      agenda: this.#agenda,
      worked: (lead) => {
        this.#work(lead, this.#agenda.now);
      },
      left: (lead, place) => {
        this.#holders.copy(place, lead);
        this.#clocks.copy(place, lead);
        this.#outcome(lead);
      },
    });
    this.#activities = new Activities(model, {
      ...parts,
      agenda: this.#agenda,
      errand: (person, work) => this.#waiting.errand(person, work),
    });
    this.#steps = new Steps(model, parts);
    this.#touched = Uint8Array.from(model.stages, (_, stage) =>
      model.clocks.some((one) => one.starts === stage && (one.by_work || one.tries_by_work)) ? 1 : 0,
    );
    this.#alone = new Alone(model, leads, this.#activities, this.#touched);
    this.#exit = exitOf(model);
    this.#ends = runDaysOf(model) * daySeconds;
  }

  /** Makes ready for a run with these values of the parameters; after the desks. */
  prepare(values: Float64Array): void {
    this.#steps.prepare(values);
    this.#waiting.prepare();
    this.#activities.prepare();
    this.#agenda.clear();
  }

  /** A lead will be handed over at a moment. */
  comes(lead: number, at: number): void {
    this.#agenda.add(at, handOver, lead);
  }

  /** Lets everything happen that does before a day begins. */
  until(day: number): void {
    for (let what = this.#agenda.before(day); what >= 0; what = this.#agenda.before(day)) {
      this.#happen(what);
      while (this.#ahead >= 0) this.#goAhead();
    }
  }

  /** Notes how long the lines of some desks are at the end of a week, and what could have been worked. */
  weekEnds(weeks: number, desks: readonly number[]): void {
    this.#waiting.weekEnds(weeks, desks);
  }

  #happen(what: number): void {
    const who = whoOf(what);
    switch (kindOf(what)) {
      case handOver:
        this.#enter(who, this.#pool.hand_stage[this.#leads.pool[who] as number] as number);
        break;
      case done:
        this.#waiting.next(who);
        break;
      case outcome:
        this.#outcome(who);
        break;
      case forgotten:
        this.#waiting.giveUp(who);
        break;
      case begin:
        this.#waiting.begin(who, this.#leads.person[who] as number);
        break;
      case happens:
        this.#activities.happen(who);
        break;
      case moves:
        this.#move(who);
        break;
      default:
        throw new Error('Nothing else happens.');
    }
  }

  /** The lead comes to a stage that people work. */
  #enter(lead: number, stage: number): void {
    const leads = this.#leads;
    const t = this.#agenda.now;
    const marks = this.#pool.marks[leads.pool[lead] as number] as number;
    const before = leads.stage[lead] as number;
    this.#tally.enter(stage, t, marks, leads.seen, lead * this.#model.stages.length);
    if (before < 255) this.#tally.leave(before, stage, leads.since[lead] as number, t);
    leads.stage[lead] = stage;
    leads.since[lead] = t;
    this.#activities.leave(lead);
    const { end, exit, steps } = this.#model.stages[stage] as Model['stages'][number];
    if (steps.length === 0 || exit || end) {
      this.#arriveAtEnd(lead, stage);
      return;
    }
    this.#clocks.start(lead, stage, marks, t);
    this.#activities.enter(lead, stage, t);
    if (leads.fresh[lead] === 1 && this.#model.routed[stage]) this.#handOver(lead);
    else this.#follow(lead);
  }

  /** The lead is handed over: it waits for somebody, where its desk cannot work any number at once. */
  #handOver(lead: number): void {
    this.#leads.fresh[lead] = 0;
    const transfer = this.#holders.changing(lead);
    if (transfer < 0) {
      this.#take(lead);
      return;
    }
    const desk = this.#holders.routedTo(lead);
    const at = this.#desks.hoursAt(desk).openFrom(this.#agenda.now + this.#holders.takes);
    const staleAt = this.#waiting.staleAt(lead);
    this.#leads.outcome[lead] = at < staleAt ? transfer : -1;
    this.#agenda.add(Math.min(at, staleAt, never - 1), at < staleAt ? moves : outcome, lead);
  }

  /** The lead changes hands. */
  #move(lead: number): void {
    const transfer = this.#leads.outcome[lead] as number;
    this.#holders.move(lead, transfer);
    this.#clocks.transfer(lead, transfer, this.#agenda.now);
    this.#take(lead);
  }

  /** The desk gets the lead. */
  #take(lead: number): void {
    const desk = this.#holders.deskOf(lead);
    if (desk < 0 || this.#desks.unlimited[desk] === 1) this.#follow(lead);
    else this.#waiting.join(lead, desk);
  }

  /** The lead is with somebody who knows it: they turn to it when they can, if this stage asks for it. */
  #follow(lead: number): void {
    const t = this.#agenda.now;
    if (this.#touched[this.#leads.stage[lead] as number] === 0) {
      this.#work(lead, t);
      return;
    }
    const person = this.#leads.person[lead] as number;
    const desk = this.#holders.deskOf(lead);
    const begins = person >= 0 ? this.#desks.between(person, t) : this.#desks.hoursAt(desk).openFrom(t);
    this.#work(lead, begins);
  }

  /** Work on the lead begins: what comes of it, and when. */
  #work(lead: number, t: number): void {
    const stage = this.#leads.stage[lead] as number;
    const left = this.#touched[stage] === 1 ? this.#clocks.work(lead, t) : 1;
    const step = this.#steps.choose(lead, left);
    this.#leads.outcome[lead] = step;
    const at = step < 0 ? Math.max(t, this.#waiting.staleAt(lead)) : this.#steps.ready(lead, step, t);
    this.#activities.work(lead, stage, t, at);
    if (this.#ahead < 0 && at < this.#ends && this.#alone.takes(lead, stage, step)) {
      this.#ahead = lead;
      this.#aheadAt = at;
    } else this.#agenda.add(at, outcome, lead);
  }

  #goAhead(): void {
    const lead = this.#ahead;
    this.#ahead = -1;
    this.#agenda.now = this.#aheadAt;
    this.#outcome(lead);
  }

  /** The lead takes its step, or is forgotten. */
  #outcome(lead: number): void {
    const step = this.#leads.outcome[lead] as number;
    const { steps, stages } = this.#model;
    if (step >= 0) {
      this.#clocks.step(lead, step, this.#agenda.now);
      this.#enter(lead, (steps[step] as Model['steps'][number]).to);
      return;
    }
    const { stale_to: to } = stages[this.#leads.stage[lead] as number] as Model['stages'][number];
    if (to < 0) this.#release(lead);
    else this.#enter(lead, to);
  }

  /** A customer, or an exit: the lead may come back from where people send leads to. */
  #arriveAtEnd(lead: number, stage: number): void {
    const leads = this.#leads;
    const { end, exit } = this.#model.stages[stage] as Model['stages'][number];
    const size = end && !exit ? this.#steps.dealSize(lead) : -1;
    if (size >= 0) this.#tally.win(this.#agenda.now, size);
    this.#clocks.end(lead);
    const visit = (leads.visit[lead] as number) + 1;
    const isBack = stage === this.#exit && visit < mostVisits;
    const back = isBack ? (this.#pool.back_after[leads.pool[lead] as number] as number) : -1;
    if (this.#apart.any) this.#apart.enter(lead, stage, this.#agenda.now, back);
    if (back < 0) {
      leads.release(lead);
      return;
    }
    leads.visit[lead] = visit;
    leads.fresh[lead] = 1;
    this.#agenda.add(this.#agenda.now + back, handOver, lead);
  }

  #release(lead: number): void {
    this.#clocks.end(lead);
    this.#activities.leave(lead);
    this.#leads.release(lead);
  }

  /** All is over: clocks that still run are not kept. */
  giveUp(): void {
    this.#agenda.empty((what) => {
      const kind = kindOf(what);
      if (kind === outcome || kind === begin || kind === moves) this.#clocks.end(whoOf(what));
    });
    this.#waiting.empty((lead) => {
      this.#clocks.end(lead);
    });
  }
}
