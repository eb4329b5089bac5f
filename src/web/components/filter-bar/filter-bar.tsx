import { queryString } from '../../query-string.ts';
import type { Visit } from '../../visit.ts';
import type { Option } from '../fields/fields.tsx';
import { Icon } from '../icon/icon.tsx';

export type Filter = {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
};

type Props = { visit: Visit; q: string | undefined; label: string; filters: readonly Filter[] };

/** Looks for words, and narrows a list down. A GET form: its answer is an address one can keep and pass on. */
export const FilterBar = ({ visit, q, label, filters }: Props) => (
  <>
    {/* biome-ignore lint/a11y/useSemanticElements: the browsers of old phones do not know <search>. */}
    <form class="filter-bar" method="get" role="search">
      <div class="filter-words">
        <label class="unseen" for="q">
          {label}
        </label>
        <input
          class="input"
          type="search"
          id="q"
          name="q"
          value={q ?? ''}
          placeholder={label}
          maxLength={100}
        />
        <button class="button button-main" type="submit">
          <Icon name="search" />
          <span>{visit.t('filter.search')}</span>
        </button>
      </div>
      {filters.length > 0 && <Narrower visit={visit} filters={filters} />}
    </form>
    <Chosen visit={visit} q={q} filters={filters} />
  </>
);

/** Closed when the list comes back: on a phone the open fields would hide what was found. */
const Narrower = ({ visit: { t }, filters }: Pick<Props, 'visit' | 'filters'>) => (
  <details>
    <summary>{t('filter.more')}</summary>
    <div class="filter-fields">
      {filters.map((filter) => (
        <div class="field" key={filter.name}>
          <label for={filter.name}>{filter.label}</label>
          <select class="input" id={filter.name} name={filter.name}>
            <option value="">{t('filter.any')}</option>
            {filter.options.map(([value, name]) => (
              <option key={value} value={value} selected={filter.value === value}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
    <button class="button button-plain" type="submit">
      {t('filter.show')}
    </button>
  </details>
);

/** What the list is narrowed down by; each leads to the list without it. */
function Chosen({ visit: { t, here }, q, filters }: Omit<Props, 'label'>) {
  const chosen = filters.filter(({ value }) => value !== undefined);
  if (chosen.length === 0) return null;
  const [path = ''] = here.split('?');
  const values = { q, ...Object.fromEntries(chosen.map(({ name, value }) => [name, value])) };
  return (
    <nav class="pager filter-chosen" aria-label={t('filter.chosen')}>
      {chosen.map(({ name, label, value, options }) => {
        const words = { name: label, choice: options.find(([code]) => code === value)?.[1] ?? '' };
        return (
          <a
            key={name}
            href={path + queryString({ ...values, [name]: undefined })}
            aria-label={t('filter.without', words)}
          >
            <Icon name="cross" />
            {t('filter.one', words)}
          </a>
        );
      })}
    </nav>
  );
}
