import type { Context } from 'hono';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { listCoordinatorNames } from '#src/modules/accounts/index.ts';
import { listColleagues, listNames } from '#src/modules/organisations/index.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { act, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayCloseActionItem, mayWriteMinutes } from '../access.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import { minutesForm } from './minutes.form.ts';
import { takeBackMinutes, writeMinutes } from './minutes.operations.ts';
import { MinutesPage } from './minutes.page.tsx';
import { findMinutes, findMinutesOf } from './minutes.queries.ts';
import { type Minutes, ownerKey } from './minutes.ts';
import { MinutesEditPage } from './minutes-edit.page.tsx';
import { TakeBackPage } from './take-back.page.tsx';

export const minutesRoutes = webRoutes()
  .get(`/minutes/${id}`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const { minutes, occurrence } = found(await findMinutes(runtime, actor, c.req.param('id')));
    const mayWrite = mayWriteMinutes(actor, occurrence);
    return show(
      c,
      <MinutesPage
        visit={visit}
        occurrence={occurrence}
        minutes={minutes}
        mayWrite={mayWrite}
        mayClose={(item) => mayCloseActionItem(actor, { ...occurrence, ...item })}
      />,
    );
  })
  .get(`/occurrences/${id}/minutes`, async (c) => show(c, await editPage(c, c.req.param('id'))))
  .post(`/occurrences/${id}/minutes`, (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrenceId = c.req.param('id');
    return submit(c, minutesForm, {
      run: (form) => writeMinutes(runtime, actor, { ...form, occurrenceId }),
      page: (form) => editPage(c, occurrenceId, form),
      next: (saved) => visit.to(`/minutes/${saved.minutesId}`),
      said: ({ isPublished }) => ({ text: isPublished ? 'minutes.published' : 'minutes.saved' }),
    });
  })
  .get(`/occurrences/${id}/minutes/withdrawal`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrence = found(await findOccurrence(runtime, actor, c.req.param('id')));
    checkAllowed(mayWriteMinutes(actor, occurrence));
    return show(c, <TakeBackPage visit={visit} occurrence={occurrence} />);
  })
  .post(`/occurrences/${id}/minutes/withdrawal`, (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrenceId = c.req.param('id');
    return act(c, {
      run: () => takeBackMinutes(runtime, actor, { occurrenceId }),
      next: visit.to(`/occurrences/${occurrenceId}/minutes`),
      said: { text: 'minutes.taken-back' },
    });
  });

async function editPage(c: Context<Web>, occurrenceId: string, typed?: FormOf<typeof minutesForm>) {
  const { runtime, actor, visit } = c.var;
  const occurrence = found(await findOccurrence(runtime, actor, occurrenceId));
  checkAllowed(mayWriteMinutes(actor, occurrence));
  const minutes = await findMinutesOf(runtime, actor, occurrenceId);
  const organisations = await listNames(runtime, visit.language);
  const ids = organisations.map((organisation) => organisation.id);
  return (
    <MinutesEditPage
      visit={visit}
      occurrence={occurrence}
      saved={minutes}
      organisations={organisations}
      colleagues={await listColleagues(runtime, actor, ids)}
      coordinators={await listCoordinatorNames(runtime, actor)}
      form={typed ?? filledForm(savedOf(minutes))}
    />
  );
}

const savedOf = (minutes: Minutes | undefined) => ({
  revision: minutes?.revision ?? 0,
  body: minutes?.body,
  attended: minutes?.attended,
  decisions: minutes?.decisions.map(({ text }) => ({ text })) ?? [],
  actionItems:
    minutes?.actionItems.map((item) => ({
      id: item.id,
      text: item.text,
      owner: ownerKey(item),
      dueOn: item.dueOn,
    })) ?? [],
});
