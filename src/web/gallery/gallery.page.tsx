import { Page } from '../components/page/page.tsx';
import type { Visit } from '../visit.ts';
import type { Example } from './example.ts';

export type Group = { readonly component: string; readonly examples: readonly Example[] };

export const GalleryPage = ({ visit, groups }: { visit: Visit; groups: readonly Group[] }) => (
  <Page visit={visit} title={visit.t('gallery.title')}>
    <p class="lead">{visit.t('gallery.lead')}</p>
    {groups.map(({ component, examples }) => (
      <section class="section" key={component} id={component}>
        <h2 lang="en">{component}</h2>
        {examples.map(({ name, show }) => (
          <div class="example" key={name}>
            <h3 lang="en">{name}</h3>
            {show(visit)}
          </div>
        ))}
      </section>
    ))}
  </Page>
);
