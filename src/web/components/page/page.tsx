import type { ComponentChildren } from 'preact';
import { hasText, inLanguage, otherLanguage } from '#src/kernel/local-text.ts';
import { asset } from '../../http/assets.ts';
import { inOtherLanguage } from '../../language.ts';
import { secretsInAddresses } from '../../query-string.ts';
import type { Visit } from '../../visit.ts';
import { Notice } from '../notice/notice.tsx';
import { PassOn } from '../share/share.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

type Props = {
  visit: Visit;
  title: string;
  /** For search engines and for the card a shared link shows; a sentence or two. */
  description?: string | undefined;
  /** What stands above the title, such as the way back up. */
  above?: ComponentChildren;
  /** The front page says its own first words. */
  hasOwnTitle?: boolean;
  children?: ComponentChildren;
};

export const Page = ({ visit, title, description, above, hasOwnTitle = false, children }: Props) => (
  <html lang={visit.language}>
    <Head visit={visit} title={title} description={description} />
    <body>
      <a class="skip" href="#main">
        {visit.t('page.skip')}
      </a>
      <div class="krama" />
      {visit.site.demo && <aside class="demo-band">{visit.t('page.demo')}</aside>}
      <Header visit={visit} />
      <main class="wrap" id="main">
        {visit.said && (
          <Notice tone="done">
            <p>{visit.said.sentence}</p>
            {visit.said.link && <PassOn visit={visit} link={visit.said.link} />}
          </Notice>
        )}
        {above}
        {!hasOwnTitle && <h1>{title}</h1>}
        {children}
      </main>
      <Footer visit={visit} />
    </body>
  </html>
);

/** Links travel by Facebook and Telegram, so every page says what its card shows (The Open Graph protocol). */
const Head = ({ visit, title, description }: Pick<Props, 'visit' | 'title' | 'description'>) => {
  const { language, masthead, site } = visit;
  const network = hasText(masthead.name) ? inLanguage(masthead.name, language) : 'Bandanh';
  const path = withoutSecret(visit.here);
  const words = description ?? visit.t('page.description', { network });
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === network ? network : `${title} · ${network}`}</title>
      <meta name="description" content={words} />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={asset('style.css')} />
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      <link rel="canonical" href={site.baseUrl + path} />
      <link rel="alternate" hreflang={otherLanguage(language)} href={site.baseUrl + inOtherLanguage(path)} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={network} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={words} />
      <meta property="og:url" content={site.baseUrl + path} />
      <meta property="og:locale" content={language === 'km' ? 'km_KH' : 'en_GB'} />
      <meta property="og:image" content={site.baseUrl + asset('card.png')} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
    </head>
  );
};

/** The address of a page as it may be told to others: never with the secret of a link. */
const withoutSecret = (here: string): string => {
  const [path = '', query = ''] = here.split('?');
  const open = new URLSearchParams(query);
  for (const secret of secretsInAddresses) open.delete(secret);
  return open.size > 0 ? `${path}?${open}` : path;
};
