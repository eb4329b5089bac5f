import type { Visit } from '../../visit.ts';
import { ButtonLink, Buttons } from '../button/button.tsx';
import { Page } from '../page/page.tsx';

type Props = { visit: Visit; title: string; text: string; requestId?: string };

/** What went wrong, in plain words, and three ways on. */
export const ProblemPage = ({ visit, title, text, requestId }: Props) => (
  <Page visit={visit} title={title}>
    <p class="lead">{text}</p>
    {requestId && <p class="hint">{visit.t('error.request', { id: requestId })}</p>}
    <Buttons>
      <ButtonLink href={visit.to('/')} tone="main">
        {visit.t('error.home')}
      </ButtonLink>
      <ButtonLink href={visit.to('/meetings')}>{visit.t('nav.meetings')}</ButtonLink>
      <ButtonLink href={visit.to('/contact')}>{visit.t('nav.contact')}</ButtonLink>
    </Buttons>
  </Page>
);
