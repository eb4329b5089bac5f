import type { Context } from 'hono';
import { z } from 'zod';
import { found, NotAllowed } from '#src/kernel/outcome.ts';
import { listAddresses } from '#src/modules/messaging/index.ts';
import { passwordLength } from '#src/platform/credentials/password.ts';
import { countTry } from '#src/platform/limits/limits.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { findPerson } from '../people/person.queries.ts';
import { accountForm, passwordForm, preferredForm } from './account.form.ts';
import { changeOwnDetails, changePassword, preferAddress } from './account.operations.ts';
import { AccountPage, ConfirmEmailPage } from './account.page.tsx';
import { confirmEmail, readConfirmation } from './email.operations.ts';

const passwordTries = { name: 'password change', max: 10, seconds: 900 };

export const accountRoutes = webRoutes()
  .get('/account', async (c) => show(c, await page(c)))
  .post('/account', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, accountForm, {
      run: (form) => changeOwnDetails(runtime, actor, { ...form, id: ownId(c) }),
      page: (form) => page(c, { form }),
      next: visit.to('/account'),
      said: { text: 'account.saved' },
    });
  })
  .post('/account/address', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, preferredForm, {
      run: ({ addressId }) => preferAddress(runtime, actor, { id: ownId(c), addressId }),
      page: ({ refusal }) => page(c, { refusal }),
      at: visit.to('/account'),
      next: visit.to('/account'),
      said: { text: 'account.addresses.saved' },
    });
  })
  .post('/account/password', (c) => {
    const { runtime, actor, visit, sessionId = '' } = c.var;
    return submit(c, passwordForm, {
      async run(form) {
        await countTry(runtime, passwordTries, ownId(c));
        await changePassword(runtime, actor, { ...form, id: ownId(c), sessionId });
      },
      page: (password) => page(c, { password }),
      at: visit.to('/account'),
      next: visit.to('/account'),
      said: { text: 'account.password.saved' },
    });
  })
  .get('/account/email', (c) => {
    ownId(c);
    return show(c, <ConfirmEmailPage visit={c.var.visit} form={filledForm()} />);
  })
  .post('/account/email', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, z.object({}), {
      run: async () => confirmEmail(runtime, actor, found(readConfirmation(c.req.query('code')))),
      page: async (form) => <ConfirmEmailPage visit={visit} form={form} />,
      next: visit.to('/start'),
      said: { text: 'account.email.confirmed' },
    });
  });

type Typed = {
  readonly form?: FormOf<typeof accountForm>;
  readonly password?: FormOf<typeof passwordForm>;
  readonly refusal?: string | undefined;
};

function ownId({ var: { actor } }: Context<Web>): string {
  if (actor.kind !== 'person') throw new NotAllowed();
  return actor.personId;
}

async function page(c: Context<Web>, { form, password, refusal }: Typed = {}) {
  const { runtime, actor, visit } = c.var;
  const person = found(await findPerson(runtime, ownId(c)));
  return (
    <AccountPage
      visit={visit}
      addresses={await listAddresses(runtime, actor, person.id)}
      shortestPassword={passwordLength.min}
      form={form ?? filledForm({ name: person.name, language: person.language })}
      password={password ?? filledForm()}
      refusal={refusal}
    />
  );
}
