import { hasText, type LocalText } from '#src/kernel/local-text.ts';
import type { Visit } from '../../visit.ts';
import { Local } from '../local/local.tsx';

export const Footer = ({ visit }: { visit: Visit }) => {
  const { t, to, masthead } = visit;
  return (
    <footer class="footer">
      <div class="wrap">
        <p>
          {hasText(masthead.name) && <Whole visit={visit} text={masthead.name} />}
          {hasText(masthead.host) && (
            <>
              {' · '}
              {t('page.hosted-by')} <Whole visit={visit} text={masthead.host} />
            </>
          )}
          {masthead.supporters.length > 0 && ` · ${t('page.supported-by')} `}
          {masthead.supporters.map((supporter, place) => (
            <>
              {place > 0 && ', '}
              <Whole visit={visit} text={supporter} />
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

/** Browsers break Khmer between words of a dictionary, some of which are halves of a name. */
const Whole = (props: { visit: Visit; text: LocalText }) => (
  <span>
    <Local {...props} />
  </span>
);
