import type { Language } from '#src/kernel/local-text.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayContact, mayReadContactMessages } from '../access.ts';
import { contactMessageReceived } from '../events.ts';
import { lockContactMessage, saveAnswered, saveContactMessage } from './contact.queries.ts';

type Message = {
  readonly name: string;
  readonly replyTo: string;
  readonly body: string;
  readonly language: Language;
};

export const contactNetwork = operation({
  name: 'network.contactNetwork',
  load: async (load, _message: Message) => ({ id: load.newId() }),
  allow: mayContact,
  async run(work, { id }, message) {
    await saveContactMessage(work, { id, ...message });
    await announce(work, contactMessageReceived({ contactMessageId: id }));
  },
});

type Answer = { readonly id: string; readonly isAnswered: boolean };

/** Somebody took care of it, or it turns out nobody did. */
export const markAnswered = operation({
  name: 'network.markAnswered',
  load: (load, { id }: Answer) => lockContactMessage(load, id),
  allow: mayReadContactMessages,
  run: (work, { id }, { isAnswered }) => saveAnswered(work, id, isAnswered),
});
