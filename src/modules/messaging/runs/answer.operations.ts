import type { Actor } from '#src/kernel/actor.ts';
import { NotAllowed, NotFound, Refused } from '#src/kernel/outcome.ts';
import { through } from '#src/platform/db/door.ts';
import type { Work } from '#src/platform/db/handles.ts';
import type { KnownAddress } from '../addresses/address.queries.ts';
import type { AnyFlow, Ask, Do, End } from '../flows/flow.port.ts';
import type { WhoIs } from '../sender.port.ts';
import {
  choicesOf,
  endOf,
  questionOf,
  readFor,
  say,
  sayHelp,
  sentence,
  type Write,
} from './asking.operations.ts';
import { deleteEnded, deleteRun, findRun, type Run, saveStage, saveState } from './run.queries.ts';
import { lookAt, takeTurn, whoseOf } from './turn.operations.ts';

export type Needs = { readonly flows: readonly AnyFlow[]; readonly whoIs: WhoIs };

type Reply = { readonly address: KnownAddress; readonly reply: string; readonly receivedAt: Date };

/**
 * Joins the caller's operation, which holds the address: takes one reply, and answers with the next question or the end.
 * A reply is to what is asked now; when nothing is, to what was answered last, which it answers anew.
 */
export async function takeAnswer(work: Work, { flows, whoIs }: Needs, said: Reply): Promise<void> {
  const { address, receivedAt } = said;
  const { addressId } = address;
  const run = (await findRun(work, addressId, 'open')) ?? (await findRun(work, addressId, 'ended'));
  if (!run) return sayHelp(work, address, sentence('message.help'), siteOf(work, address));
  const talk = { work, flows, address, run };
  const flow = flows.find(({ name }) => name === run.flow);
  const seen = await lookAt(work, address, run, flow);
  if (!flow || !seen) return giveUp(talk, over);
  if ('end' in seen) return giveUp(talk, seen);

  const ask = flow.ask(seen.state);
  if (receivedAt < run.changedAt) return comesLate(talk, ask);
  const actor = await whoIs(work, whoseOf(run, address));
  const step = flow.next(seen.state, readFor(work, ask, said.reply), actor);
  if (!step) return askAgain(talk, ask);
  if ('end' in step) return giveUp(talk, step);
  if ('ask' in step) return askNext(talk, step);
  await answer(talk, step, actor);
}

type Talk = {
  readonly work: Work;
  readonly flows: readonly AnyFlow[];
  readonly address: KnownAddress;
  readonly run: Run;
};

const over: End = { end: 'message.over' };

const siteOf =
  ({ baseUrl }: Work, { language }: KnownAddress): Write =>
  (t) => [t('message.site', { link: `${baseUrl}/${language}/` })];

/** It was written before this was asked, or answered, and was taken after it: it is no answer to this. */
async function comesLate({ work, address, run }: Talk, ask: Ask<unknown>): Promise<void> {
  if (run.stage === 'open') await sayHelp(work, address, questionOf(work, address, ask));
}

async function askAgain({ work, address, run }: Talk, ask: Ask<unknown>): Promise<void> {
  const again = run.stage === 'open' ? ask.again : 'message.help.change';
  const before = again ? [sentence(again)] : [];
  await sayHelp(work, address, ...before, questionOf(work, address, ask));
}

async function askNext({ work, address, run }: Talk, ask: Ask<unknown>, ...before: Write[]): Promise<void> {
  if (run.stage === 'open') await saveState(work, run.id, ask.state);
  else await saveStage(work, run.id, 'open', ask.state);
  await say(work, address, run.flow, ...before, questionOf(work, address, ask));
}

async function answer(talk: Talk, step: Do<unknown>, actor: Actor): Promise<void> {
  const { work, address, run } = talk;
  const result = await attempt(step, through(address.channel, work), actor);
  if ('end' in result) {
    await deleteEnded(work, address.addressId, run.id);
    await saveStage(work, run.id, 'ended', step.otherwise.state);
    return goOn(talk, result, step.otherwise);
  }
  if (!(result.problem instanceof Refused)) return giveUp(talk, over);
  const { reason, values } = result.problem;
  await askNext(talk, step.otherwise, (t) => [t(reason, values)]);
}

/** The expected outcomes come back as values; a bug is thrown, and the reply is tried again later. */
async function attempt(step: Do<unknown>, work: Work, actor: Actor) {
  try {
    return await step.do(work, actor);
  } catch (problem) {
    if (problem instanceof Refused || problem instanceof NotFound || problem instanceof NotAllowed)
      return { problem };
    throw problem;
  }
}

async function giveUp(talk: Talk, end: End): Promise<void> {
  await deleteRun(talk.work, talk.run.id);
  await goOn(talk, end);
}

/** Says the end, and asks what has waited for it; where nothing has, how the answer can be changed. */
async function goOn({ work, flows, address, run }: Talk, end: End, anew?: Ask<unknown>): Promise<void> {
  const last = endOf(work, address, end);
  const turn = await takeTurn(work, address, flows);
  if (turn) return say(work, address, turn.run.flow, last, questionOf(work, address, turn.ask));
  const change = anew?.choices ? [sentence('message.change'), choicesOf(anew)] : [];
  await say(work, address, run.flow, last, ...change);
}
