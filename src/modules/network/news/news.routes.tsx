import type { Context } from 'hono';
import { found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { act, checkMayType, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayWriteNews } from '../access.ts';
import { newsForm } from './news.form.ts';
import { changeNews, removeNews, writeNews } from './news.operations.ts';
import { NewsEditPage, NewsItemPage, NewsPage } from './news.page.tsx';
import { findNewsItem, listNews } from './news.queries.ts';

const pageSize = 20;

export const newsRoutes = webRoutes()
  .get('/news', async (c) => {
    const { runtime, actor, visit } = c.var;
    const after = c.req.query('after');
    const { items, next } = await listNews(runtime, actor, { limit: pageSize, after });
    return show(
      c,
      <NewsPage visit={visit} items={items} next={next} isFirst={!after} mayWrite={mayWriteNews(actor)} />,
    );
  })
  .get(`/news/${id}`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const item = found(await findNewsItem(runtime, actor, c.req.param('id')));
    return show(c, <NewsItemPage visit={visit} item={item} mayWrite={mayWriteNews(actor)} />);
  })
  .get('/coordinate/news/new', (c) => show(c, newPage(c)))
  .post('/coordinate/news/new', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, newsForm, {
      run: (form) => writeNews(runtime, actor, form),
      page: async (form) => newPage(c, form),
      next: (newsItemId) => visit.to(`/news/${newsItemId}`),
      said: { text: 'news.saved' },
    });
  })
  .get(`/coordinate/news/${id}`, async (c) => show(c, await editPage(c, c.req.param('id'))))
  .post(`/coordinate/news/${id}`, (c) => {
    const { runtime, actor, visit } = c.var;
    const newsItemId = c.req.param('id');
    return submit(c, newsForm, {
      run: (form) => changeNews(runtime, actor, { ...form, id: newsItemId }),
      page: (form) => editPage(c, newsItemId, form),
      next: visit.to(`/news/${newsItemId}`),
      said: { text: 'news.saved' },
    });
  })
  .post(`/coordinate/news/${id}/removal`, (c) => {
    const { runtime, actor, visit } = c.var;
    return act(c, {
      run: () => removeNews(runtime, actor, { id: c.req.param('id') }),
      next: visit.to('/news'),
      said: { text: 'news.removed' },
    });
  });

type Form = FormOf<typeof newsForm>;

function newPage({ var: { actor, visit } }: Context<Web>, typed?: Form) {
  checkMayType(actor, mayWriteNews(actor), typed);
  return <NewsEditPage visit={visit} form={typed ?? filledForm({ isPublished: 'yes' })} />;
}

async function editPage({ var: { runtime, actor, visit } }: Context<Web>, newsItemId: string, typed?: Form) {
  checkMayType(actor, mayWriteNews(actor), typed);
  if (typed) return <NewsEditPage visit={visit} id={newsItemId} form={typed} />;
  const { title, body, publishedAt } = found(await findNewsItem(runtime, actor, newsItemId));
  const saved = { title, body, isPublished: publishedAt ? 'yes' : '' };
  return <NewsEditPage visit={visit} id={newsItemId} form={filledForm(saved)} />;
}
