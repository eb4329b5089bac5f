import type { Context } from 'hono';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { checkMayType, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayEditNetwork } from '../access.ts';
import { storyForm } from './story.form.ts';
import { tellStory } from './story.operations.ts';
import { NetworkPartsPage, StoryPage } from './story.page.tsx';
import { findNetwork } from './story.queries.ts';

export const storyRoutes = webRoutes()
  .get('/coordinate/network', (c) => {
    checkAllowed(mayEditNetwork(c.var.actor));
    return show(c, <NetworkPartsPage visit={c.var.visit} />);
  })
  .get('/coordinate/network/story', async (c) => show(c, await page(c)))
  .post('/coordinate/network/story', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, storyForm, {
      run: (form) => tellStory(runtime, actor, form),
      page: (form) => page(c, form),
      next: visit.to('/coordinate/network'),
      said: { text: 'network.saved' },
    });
  });

async function page({ var: { runtime, actor, visit } }: Context<Web>, typed?: FormOf<typeof storyForm>) {
  checkMayType(actor, mayEditNetwork(actor), typed);
  const { name, tagline, lead, story, website, street } = found(await findNetwork(runtime));
  return (
    <StoryPage visit={visit} form={typed ?? filledForm({ name, tagline, lead, story, website, street })} />
  );
}
