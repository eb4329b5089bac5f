import type { VNode } from 'preact';
import type { Typed } from '../../form/typed.ts';
import type { Visit } from '../../visit.ts';
import { ActionButton, Buttons } from '../button/button.tsx';
import { Page } from '../page/page.tsx';

/**
 * Instead of a page that only somebody signed in may see: what was typed there, to be sent once more. It shows nothing but
 * what came in with the request, and is the same whether the page is there or not.
 */
export const signedOutPage = (visit: Visit, typed: Typed): VNode => (
  <Page visit={visit} title={visit.t('error.signed-out')}>
    <p class="lead">{visit.t('form.signed-out')}</p>
    <Buttons>
      <a class="button button-main" href={visit.to('/sign-in')} target="_blank" rel="noopener">
        {visit.t('nav.sign-in')}
      </a>
      <ActionButton
        visit={visit}
        action={visit.here}
        label={visit.t('form.send-again')}
        fields={Object.fromEntries([...typed].filter(([name]) => isKept(name)))}
      />
    </Buttons>
  </Page>
);

// A password is never sent back, and the token of the page before is good no more.
const isKept = (name: string): boolean => name !== 'csrf' && !/password|current/i.test(name);
