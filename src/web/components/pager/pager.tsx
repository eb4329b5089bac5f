import type { Visit } from '../../visit.ts';

type Props = { visit: Visit; next?: string | undefined; first?: string | undefined };

/** Lists go on by key: from here to the next ones, or back to the first. */
export const Pager = ({ visit: { t }, next, first }: Props) =>
  next || first ? (
    <nav class="pager" aria-label={t('pager.label')}>
      {first && <a href={first}>{t('pager.first')}</a>}
      {next && (
        <a href={next} rel="next">
          {t('pager.next')}
        </a>
      )}
    </nav>
  ) : null;
