import type { Identity } from '#src/kernel/actor.ts';
import { isSystem } from '#src/kernel/actor.ts';
import type { Load, Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { type KnownAddress, lockAddress } from '../addresses/address.queries.ts';
import type { AnyFlow, Ask, End, Seen } from '../flows/flow.port.ts';
import { questionOf, say } from './asking.operations.ts';
import { deleteRun, findRun, listTurns, type Run, saveStage, saveState } from './run.queries.ts';

type Turn = { readonly run: Run; readonly ask: Ask<unknown> };

/**
 * Joins the caller's operation, which holds the address: what it is asked from now on, the first of what is still to be
 * answered. What nobody can answer any more, or was answered by another door, is dropped on the way.
 */
export async function takeTurn(
  work: Work,
  address: KnownAddress,
  flows: readonly AnyFlow[],
): Promise<Turn | undefined> {
  for (const run of await listTurns(work, address.addressId)) {
    const flow = flows.find(({ name }) => name === run.flow);
    const seen = await lookAt(work, address, run, flow);
    if (!flow || !seen || 'end' in seen || seen.isAnswered) {
      await deleteRun(work, run.id);
      continue;
    }
    if (run.stage === 'open') await saveState(work, run.id, seen.state);
    else await saveStage(work, run.id, 'open', seen.state);
    return { run, ask: flow.ask(seen.state) };
  }
  return undefined;
}

/** What a run is about today; undefined when its flow is gone, or its state is of another version of it. */
export async function lookAt(
  load: Load,
  address: KnownAddress,
  run: Run,
  flow: AnyFlow | undefined,
): Promise<Seen<unknown> | End | undefined> {
  const state = flow?.state.safeParse(run.state);
  return state?.success ? flow?.look(load, state.data, whoseOf(run, address)) : undefined;
}

/** Whoever was asked as a stranger answers as one, whoever the address belongs to by now. */
export const whoseOf = ({ grantId }: Run, { personId }: KnownAddress): Identity =>
  grantId ? { personId: null, grantId } : { personId, grantId: null };

/** Asks what has waited, where what it waited for can no longer be answered. */
export const passTurn = (flows: readonly AnyFlow[]) =>
  operation({
    name: 'messaging.passTurn',
    async load(load, input: { addressId: string }) {
      const address = await lockAddress(load, input.addressId);
      return address && { id: address.addressId, address };
    },
    allow: isSystem,
    async run(work, { address }) {
      const open = await findRun(work, address.addressId, 'open');
      const turn = await takeTurn(work, address, flows);
      if (!turn || turn.run.id === open?.id) return;
      await say(work, address, turn.run.flow, questionOf(work, address, turn.ask));
    },
  });
