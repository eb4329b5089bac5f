import { hasText } from '#src/kernel/local-text.ts';
import type { Visit } from '../../visit.ts';
import { Local } from '../local/local.tsx';

export const Footer = ({ visit }: { visit: Visit }) => {
  const { t, to, masthead } = visit;
  return (
    <footer class="footer">
      <div class="wrap">
        <p>
          {hasText(masthead.name) && <Local visit={visit} text={masthead.name} />}
          {hasText(masthead.host) && (
            <>
              {' · '}
              {t('page.hosted-by')} <Local visit={visit} text={masthead.host} />
            </>
          )}
          {masthead.supporters.length > 0 && ` · ${t('page.supported-by')} `}
          {masthead.supporters.map((supporter, place) => (
            <>
              {place > 0 && ', '}
              <Local visit={visit} text={supporter} />
            </>
          ))}
        </p>
        <ul class="footer-links">
          <li>
            <a href={to('/privacy')}>{t('nav.privacy')}</a>
          </li>
          <li>
            <a href={to('/contact')}>{t('nav.contact')}</a>
          </li>
          {!visit.signedInAs && (
            <li>
              <a href={to('/sign-in')}>{t('nav.sign-in')}</a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
};
