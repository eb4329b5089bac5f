import { Refused } from '#src/kernel/outcome.ts';
import { namesOf } from '#src/modules/organisations/index.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayEditNetwork } from '../access.ts';
import { lockNetwork } from '../story/story.queries.ts';
import { listHostTerms, saveHostTerm } from './host.queries.ts';
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
    checkNextHost(await listHostTerms(work), term.since);
    await saveHostTerm(work, term);
  },
});
