import type { ComponentChildren } from 'preact';
import type { Visit } from '../../visit.ts';

export type Crumb = { readonly href: string; readonly label: ComponentChildren };

/** The way back up, one step per link. */
export const Crumbs = ({ visit: { t }, way }: { visit: Visit; way: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label={t('page.way')}>
    <ol>
      {way.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
);
