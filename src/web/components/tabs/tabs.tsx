export type Tab = { readonly href: string; readonly label: string; readonly isHere: boolean };

/** Views of one thing, each with an address of its own. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map(({ href, label: name, isHere }) => (
        <li key={href}>
          <a href={href} {...(isHere && { 'aria-current': 'page' as const })}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
