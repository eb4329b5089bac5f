import { NotFound, Refused } from '#src/kernel/outcome.ts';
import { namesOf } from '#src/modules/organisations/index.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayEditNetwork } from '../access.ts';
import { lockNetwork } from '../story/story.queries.ts';
import { deleteHostTerm, listHostTerms, saveHostTerm } from './host.queries.ts';
import { checkNextHost } from './host.ts';

type NewHost = {
  readonly organisationId: string;
  readonly since: string;
  readonly until?: string | undefined;
};

/** The next organisation runs the network; the one before stays visible as a past host. */
export const passHostOn = operation({
  name: 'network.passHostOn',
  load: (load, _input: NewHost) => lockNetwork(load),
  allow: mayEditNetwork,
  async run(work, _network, term) {
    if (!(await namesOf(work, [term.organisationId])).has(term.organisationId))
      throw new Refused('host.organisation.required');
    checkNextHost(await listHostTerms(work), term);
    await saveHostTerm(work, term);
  },
});

/** Takes back the last host, as if it had not been written down; the one before goes on. */
export const takeHostBack = operation({
  name: 'network.takeHostBack',
  load: (load, _input: { readonly hostTermId: string }) => lockNetwork(load),
  allow: mayEditNetwork,
  async run(work, _network, { hostTermId }) {
    const [last, before] = (await listHostTerms(work)).toReversed();
    if (last?.id !== hostTermId) throw new NotFound();
    const goesOn = before && before.until === last.since ? before.id : undefined;
    await deleteHostTerm(work, { id: hostTermId, before: goesOn });
  },
});
