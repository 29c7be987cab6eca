import type { DeskEvent } from '../../contract/desk-event.ts';
import { TRIGGER_MODES, type TriggerMode } from '../../model/cue-trigger.ts';
import {
  NO_PROPOSALS,
  PROPOSAL_SLOTS,
  type Proposal,
  type ProposalOutcome,
} from '../../model/proposal.ts';

export type ProposalFact = Extract<
  DeskEvent,
  { kind: 'cue.proposed' | 'cue.proposal_settled' | 'triggers.mode' | 'triggers.reset' }
> & { readonly seq: number; readonly eventTs: number };

/**
 * How the proposals of a show stand, folded from its facts alone: the same live, after a restart and
 * in a replay. A proposal keeps its place until it is settled; the next takes the first free one.
 */
export class HeldProposals {
  #open: Proposal[] = [];
  #mode: TriggerMode = TRIGGER_MODES[0];
  #made = 0;
  #outcomes: Record<ProposalOutcome, number> = { ...NO_PROPOSALS.outcomes };
  /** Of this show, since the learning was last reset: dropped less sent, by rule. */
  #drops = new Map<string, number>();

  take(fact: ProposalFact): void {
    switch (fact.kind) {
      case 'cue.proposed':
        return this.#add(fact);
      case 'cue.proposal_settled': {
        const { proposalSeq, outcome, ruleId } = fact;
        this.#open = this.#open.filter(({ seq }) => seq !== proposalSeq);
        this.#outcomes[outcome] += 1;
        this.#seat();
        if (outcome === 'expired' || outcome === 'auto') return;
        const step = outcome === 'dropped' ? 1 : -1;
        this.#drops.set(ruleId, Math.max(0, (this.#drops.get(ruleId) ?? 0) + step));
        return;
      }
      case 'triggers.mode':
        this.#mode = fact.mode;
        return;
      case 'triggers.reset':
        this.#drops.clear();
    }
  }

  open(): readonly Proposal[] {
    return this.#open.toSorted((a, b) => place(a) - place(b) || a.seq - b.seq);
  }

  mode(): TriggerMode {
    return this.#mode;
  }

  counts(): { readonly made: number; readonly outcomes: Record<ProposalOutcome, number> } {
    return { made: this.#made, outcomes: { ...this.#outcomes } };
  }

  /** Proposals of a rule that were dropped, less those that were sent; never below 0. */
  dropped(ruleId: string): number {
    return this.#drops.get(ruleId) ?? 0;
  }

  drops(): ReadonlyMap<string, number> {
    return this.#drops;
  }

  /** What earlier shows of the room taught. */
  learn(drops: ReadonlyMap<string, number>): void {
    this.#drops = new Map(drops);
  }

  freeSlots(): number {
    return PROPOSAL_SLOTS - this.#open.filter(({ slot }) => slot !== null).length;
  }

  #add(fact: Extract<ProposalFact, { kind: 'cue.proposed' }>): void {
    const {
      seq,
      eventTs: ts,
      ruleId,
      name,
      cueKind,
      priority,
      cardId,
      text,
      evidence,
      score,
    } = fact;
    const told = { seq, ts, ruleId, name, cueKind, priority, cardId, text, evidence, score };
    this.#open = [...this.#open, { ...told, slot: null }];
    this.#made += 1;
    this.#seat();
  }

  /** Who waits gets the first free place; nobody who has one moves. */
  #seat(): void {
    for (const [at, proposal] of this.#open.entries()) {
      if (proposal.slot !== null) continue;
      const taken = new Set(this.#open.map(({ slot }) => slot));
      const slot = [1, 2, 3].find((each) => !taken.has(each)) ?? null;
      this.#open[at] = { ...proposal, slot };
    }
  }
}

function place({ slot }: Proposal): number {
  return slot ?? PROPOSAL_SLOTS + 1;
}
