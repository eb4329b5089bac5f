import { inLanguage } from '#src/kernel/local-text.ts';
import type { Visit } from '../../visit.ts';
import { Icon } from '../icon/icon.tsx';

type Props = { visit: Visit; title: string; path: string };

/** Passes a page on, without script: the two places where links travel here, e-mail, and the address to copy. */
export function Share({ visit: { t, to, site }, title, path }: Props) {
  const address = site.baseUrl + to(path);
  const [url, words] = [encodeURIComponent(address), encodeURIComponent(title)];
  const ways = [
    ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ['Telegram', `https://t.me/share/url?url=${url}&text=${words}`],
    [t('share.email'), `mailto:?subject=${words}&body=${url}`],
  ] as const;
  return (
    <details class="share">
      <summary>
        <Icon name="share" />
        {t('share.open')}
      </summary>
      <Ways ways={ways} />
      <label for="share-address">{t('share.address')}</label>
      <input type="text" class="input" id="share-address" value={address} readonly />
    </details>
  );
}

/** A link for one person: no page that everybody reads is among its ways. */
export function PassOn({ visit: { t, masthead, language }, link }: { visit: Visit; link: string }) {
  const [url, words] = [encodeURIComponent(link), encodeURIComponent(inLanguage(masthead.name, language))];
  return (
    <div class="share">
      <label for="pass-on">{t('share.link')}</label>
      <input type="text" class="input" id="pass-on" value={link} readonly />
      <Ways
        ways={[
          ['Telegram', `https://t.me/share/url?url=${url}&text=${words}`],
          [t('share.email'), `mailto:?subject=${words}&body=${url}`],
        ]}
      />
    </div>
  );
}

const Ways = ({ ways }: { ways: readonly (readonly [name: string, href: string])[] }) => (
  <ul>
    {ways.map(([name, href]) => (
      <li key={name}>
        <a href={href} rel="noopener noreferrer">
          {name}
        </a>
      </li>
    ))}
  </ul>
);
