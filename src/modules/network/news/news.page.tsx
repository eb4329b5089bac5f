import { sayDate } from '#src/kernel/khmer/dates.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import { networkZone } from '#src/kernel/zone.ts';
import { ActionButton, ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { LocalField, Tick } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Prose } from '#src/web/components/prose/prose.tsx';
import { Share } from '#src/web/components/share/share.tsx';
import { Tag } from '#src/web/components/tag/tag.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { newsForm } from './news.form.ts';
import type { NewsHeadline, NewsItem } from './news-item.ts';

type ListProps = {
  visit: Visit;
  items: readonly NewsHeadline[];
  next: string | undefined;
  isFirst: boolean;
  mayWrite: boolean;
};

export function NewsPage({ visit, items, next, isFirst, mayWrite }: ListProps) {
  const { t, to } = visit;
  const path = to('/news');
  return (
    <Page visit={visit} title={t('news.title')} description={t('news.description')}>
      {items.length > 0 ? <Headlines visit={visit} items={items} /> : <Empty text={t('news.empty')} />}
      <Pager visit={visit} next={next && `${path}?after=${next}`} first={isFirst ? undefined : path} />
      {mayWrite && (
        <Buttons>
          <ButtonLink href={to('/coordinate/news/new')} icon="plus">
            {t('news.write')}
          </ButtonLink>
        </Buttons>
      )}
    </Page>
  );
}

export const Headlines = ({ visit, items }: { visit: Visit; items: readonly NewsHeadline[] }) => (
  <ul class="headlines">
    {items.map((item) => (
      <li key={item.id}>
        <a href={visit.to(`/news/${item.id}`)}>
          <Local visit={visit} text={item.title} />
        </a>
        <Published visit={visit} item={item} />
      </li>
    ))}
  </ul>
);

const Published = ({ visit, item: { publishedAt } }: { visit: Visit; item: NewsHeadline }) =>
  publishedAt ? (
    <p class="soft">{sayDate(publishedAt, visit.language, networkZone)}</p>
  ) : (
    <Tag tone="attention">{visit.t('news.draft')}</Tag>
  );

type ItemProps = { visit: Visit; item: NewsItem; mayWrite: boolean };

export function NewsItemPage({ visit, item, mayWrite }: ItemProps) {
  const { t, to, language } = visit;
  const title = inLanguage(item.title, language);
  const words = inLanguage(item.body, language)
    .replace(/[#*_>[\]]/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
  return (
    <Page
      visit={visit}
      title={title}
      description={words}
      above={<Crumbs visit={visit} way={[{ href: to('/news'), label: t('news.title') }]} />}
      hasOwnTitle
    >
      <article>
        <h1>
          <Local visit={visit} text={item.title} />
        </h1>
        <Published visit={visit} item={item} />
        <Prose visit={visit} html={item.bodyHtml} />
      </article>
      {mayWrite && (
        <Buttons>
          <ButtonLink href={to(`/coordinate/news/${item.id}`)} icon="pencil">
            {t('news.edit')}
          </ButtonLink>
        </Buttons>
      )}
      {item.publishedAt && <Share visit={visit} title={title} path={`/news/${item.id}`} />}
    </Page>
  );
}

type EditProps = { visit: Visit; id?: string; form: FormOf<typeof newsForm> };

export function NewsEditPage({ visit, id, form }: EditProps) {
  const { t, to } = visit;
  const back = to(id ? `/news/${id}` : '/news');
  const labels = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <Page
      visit={visit}
      title={t(id ? 'news.edit' : 'news.write')}
      above={<Crumbs visit={visit} way={[{ href: to('/news'), label: t('news.title') }]} />}
    >
      <Form
        visit={visit}
        form={form}
        submitLabel={t('news.save')}
        cancel={{ href: back, label: t('form.cancel') }}
      >
        <LocalField form={form} name="title" label={t('news.headline')} labels={labels} />
        <LocalField
          form={form}
          name="body"
          label={t('news.body')}
          hint={t('news.body.hint')}
          labels={labels}
          rows={10}
        />
        <Tick form={form} name="isPublished" label={t('news.publish')} />
      </Form>
      {id && (
        <Buttons>
          <ActionButton
            visit={visit}
            action={to(`/coordinate/news/${id}/removal`)}
            label={t('news.remove')}
            tone="danger"
          />
        </Buttons>
      )}
    </Page>
  );
}
