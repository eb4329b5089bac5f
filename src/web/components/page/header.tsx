import { hasText, otherLanguage } from '#src/kernel/local-text.ts';
import { inOtherLanguage } from '../../language.ts';
import type { Visit } from '../../visit.ts';
import { ActionButton } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { Local } from '../local/local.tsx';

export const Header = ({ visit }: { visit: Visit }) => (
  <header class="wrap header">
    <div class="top">
      <a class="brand" href={visit.to('/')}>
        <span class="knot" aria-hidden="true">
          <Icon name="knot" />
        </span>
        <Brand visit={visit} />
      </a>
      <a
        class="language"
        href={inOtherLanguage(visit.here)}
        lang={otherLanguage(visit.language)}
        rel="alternate"
      >
        {visit.t('page.other-language')}
      </a>
    </div>
    <nav class="nav" aria-label={visit.t('page.nav')}>
      <ul>
        <NavLink visit={visit} path="/" label={visit.t('nav.home')} />
        {visit.nav
          .filter(({ place }) => place === 'main')
          .map(({ path, label }) => (
            <NavLink key={path} visit={visit} path={path} label={visit.t(label)} />
          ))}
      </ul>
    </nav>
    {visit.signedInAs && <SignedIn visit={visit} />}
  </header>
);

/** The network's name in the page's language, and small beneath it in the other. */
function Brand({ visit }: { visit: Visit }) {
  const { language, masthead } = visit;
  if (!hasText(masthead.name)) return <span>Bandanh</span>;
  const other = masthead.name[otherLanguage(language)];
  return (
    <span>
      <Local visit={visit} text={masthead.name} />
      {other && masthead.name[language] && <small lang={otherLanguage(language)}>{other}</small>}
    </span>
  );
}

const SignedIn = ({ visit }: { visit: Visit }) => (
  <div class="signed-in">
    <p>
      {visit.t('page.signed-in')} <b>{visit.signedInAs && <Local visit={visit} text={visit.signedInAs} />}</b>
    </p>
    <ul>
      <NavLink visit={visit} path="/start" label={visit.t('nav.start')} />
      {visit.isCoordinator && <NavLink visit={visit} path="/coordinate" label={visit.t('nav.coordinate')} />}
      <NavLink visit={visit} path="/account" label={visit.t('nav.account')} />
    </ul>
    <ActionButton visit={visit} action={visit.to('/sign-out')} label={visit.t('nav.sign-out')} />
  </div>
);

function NavLink({ visit, path, label }: { visit: Visit; path: string; label: string }) {
  const href = visit.to(path);
  const [here = ''] = visit.here.split('?');
  const isHere = here === href || (path !== '/' && here.startsWith(`${href}/`));
  return (
    <li>
      <a href={href} {...(isHere && { 'aria-current': 'page' as const })}>
        {label}
      </a>
    </li>
  );
}
