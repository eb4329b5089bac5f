import { languages } from '#src/kernel/local-text.ts';
import type { TextKey, Translate } from '#src/kernel/text.ts';
import type { Work } from '#src/platform/db/handles.ts';
import type { Addressee } from '../addresses/address.ts';
import type { Ask, Choice, End } from '../flows/flow.port.ts';
import { queueLines, variant } from '../outbox/outbox.operations.ts';
import { listLastAbout } from '../outbox/outbox.queries.ts';
import { type Offer, readReply } from './reply.ts';

/** Lines of a message, in whichever language its address reads. */
export type Write = (t: Translate) => readonly string[];

/** Joins the caller's operation: one message of all these lines, so that they arrive in their order. */
export const say = (work: Work, to: Addressee, about: string, ...lines: readonly Write[]): Promise<void> =>
  queueLines(work, to, { about }, (t) => lines.flatMap((write) => write(t)));

const help = 'messaging.help';
const mostHelp = 3;
const day = 24 * 3_600_000;

/**
 * The same for a reply that was not understood. After the third in a row nothing is said for a day: a machine that answers
 * ours would go on for ever, and a human whom three did not help is not helped by a fourth.
 */
export async function sayHelp(work: Work, to: Addressee, ...lines: readonly Write[]): Promise<void> {
  const last = await listLastAbout(work, to.addressId, mostHelp);
  const since = work.now.getTime() - day;
  const isLost = last.every(({ about }) => about === help) && last.length === mostHelp;
  if (isLost && last[0] && last[0].queuedAt.getTime() > since) return;
  await say(work, to, help, ...lines);
}

export const sentence =
  (key: TextKey): Write =>
  (t) => [t(key)];

export const endOf =
  (work: Work, to: Addressee, { end, values }: End): Write =>
  (t) => [t(variant(work, end, to), values)];

/** The question alone. */
export const wordsOf =
  (work: Work, to: Addressee, { ask, values }: Ask<unknown>): Write =>
  (t) => [t(variant(work, ask, to), values)];

export const choicesOf =
  ({ choices = [] }: Ask<unknown>): Write =>
  (t) =>
    choices.map(({ label }, place) => `${place + 1}. ${t(label)}`);

/** The question, and the answers that are offered. */
export const questionOf =
  (work: Work, to: Addressee, ask: Ask<unknown>): Write =>
  (t) => [...wordsOf(work, to, ask)(t), ...choicesOf(ask)(t)];

/** A reply as the flow takes it: a choice is its number, however it was written and in whichever language. */
export function readFor(work: Work, { choices = [], zero, beside }: Ask<unknown>, reply: string): string {
  const wantsNumber = beside !== undefined;
  if (choices.length === 0 && !zero && !wantsNumber) return reply;
  const offers = [
    ...(zero ? [offerOf(work, zero, 0)] : []),
    ...choices.map((choice, place) => offerOf(work, choice, place + 1)),
  ];
  const saysNothing = [...listIn(work, 'message.beside'), ...(beside ? listIn(work, beside) : [])];
  return readReply(reply, { offers, beside: saysNothing, wantsNumber });
}

const offerOf = (work: Work, { label, words }: Choice, number: number): Offer => ({
  number,
  words: [
    ...languages.map((language) => work.texts.in(language)(label)),
    ...(words ? listIn(work, words) : []),
  ],
});

/** Words with commas between, of every language: people answer in the one they write best. */
const listIn = (work: Work, key: TextKey): string[] =>
  languages.flatMap((language) => work.texts.in(language)(key).split(','));
