import { buttonExamples } from '../components/button/button.examples.tsx';
import { cardExamples } from '../components/card/card.examples.tsx';
import { choiceExamples } from '../components/choice/choice.examples.tsx';
import { dayExamples } from '../components/day/day.examples.tsx';
import { emptyExamples } from '../components/empty/empty.examples.tsx';
import { factsExamples } from '../components/facts/facts.examples.tsx';
import { fieldsExamples } from '../components/fields/fields.examples.tsx';
import { figuresExamples } from '../components/figures/figures.examples.tsx';
import { filterBarExamples } from '../components/filter-bar/filter-bar.examples.tsx';
import { formExamples } from '../components/form/form.examples.tsx';
import { iconExamples } from '../components/icon/icon.examples.tsx';
import { markExamples } from '../components/mark/mark.examples.tsx';
import { noticeExamples } from '../components/notice/notice.examples.tsx';
import { pagerExamples } from '../components/pager/pager.examples.tsx';
import { proseExamples } from '../components/prose/prose.examples.tsx';
import { tableExamples } from '../components/table/table.examples.tsx';
import { tabsExamples } from '../components/tabs/tabs.examples.tsx';
import { tagExamples } from '../components/tag/tag.examples.tsx';
import { show, webRoutes } from '../routes.tsx';
import { GalleryPage, type Group } from './gallery.page.tsx';

/** Every component folder that has examples; a test compares this list with the folders. */
export const groups: readonly Group[] = [
  { component: 'button', examples: buttonExamples },
  { component: 'card', examples: cardExamples },
  { component: 'choice', examples: choiceExamples },
  { component: 'day', examples: dayExamples },
  { component: 'empty', examples: emptyExamples },
  { component: 'facts', examples: factsExamples },
  { component: 'fields', examples: fieldsExamples },
  { component: 'figures', examples: figuresExamples },
  { component: 'filter-bar', examples: filterBarExamples },
  { component: 'form', examples: formExamples },
  { component: 'icon', examples: iconExamples },
  { component: 'mark', examples: markExamples },
  { component: 'notice', examples: noticeExamples },
  { component: 'pager', examples: pagerExamples },
  { component: 'prose', examples: proseExamples },
  { component: 'table', examples: tableExamples },
  { component: 'tabs', examples: tabsExamples },
  { component: 'tag', examples: tagExamples },
];

export const galleryRoutes = webRoutes().get('/dev/components', (c) =>
  show(c, <GalleryPage visit={c.var.visit} groups={groups} />),
);
