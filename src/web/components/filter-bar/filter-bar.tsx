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
export const FilterBar = ({ visit: { t }, q, label, filters }: Props) => {
  const isNarrowed = filters.some(({ value }) => value !== undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the browsers of old phones do not know <search>.
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
          <span>{t('filter.search')}</span>
        </button>
      </div>
      {filters.length > 0 && (
        <details open={isNarrowed}>
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
      )}
    </form>
  );
};
