import type { Context } from 'hono';
import type { FunctionComponent } from 'preact';
import type { z } from 'zod';
import type { Actor } from '#src/kernel/actor.ts';
import type { Runtime } from '#src/platform/db/handles.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { checkMayType, submit } from '#src/web/submit.ts';
import type { Visit, Web } from '#src/web/visit.ts';
import { mayEditNetwork } from '../access.ts';

type List<Schema extends z.ZodType> = {
  /** Its name in the address, such as `aims`. */
  readonly name: string;
  readonly schema: Schema;
  readonly read: (runtime: Runtime) => Promise<Parameters<typeof filledForm>[0]>;
  readonly save: (runtime: Runtime, actor: Actor, form: z.output<Schema>) => Promise<unknown>;
  readonly Page: FunctionComponent<{ visit: Visit; form: FormOf<Schema> }>;
};

/** One page that shows a list whole and saves it whole. */
export function listRoutes<Schema extends z.ZodType>({ name, schema, read, save, Page }: List<Schema>) {
  const path = `/coordinate/network/${name}`;
  async function page({ var: { runtime, actor, visit } }: Context<Web>, typed?: FormOf<Schema>) {
    checkMayType(actor, mayEditNetwork(actor), typed);
    return <Page visit={visit} form={typed ?? filledForm(await read(runtime))} />;
  }
  return webRoutes()
    .get(path, async (c) => show(c, await page(c)))
    .post(path, (c) => {
      const { runtime, actor, visit } = c.var;
      return submit(c, schema, {
        run: (form) => save(runtime, actor, form),
        page: (form) => page(c, form),
        next: visit.to('/coordinate/network'),
        said: { text: 'network.saved' },
      });
    });
}
