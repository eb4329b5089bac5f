import { aboutRoutes } from './about/about.routes.tsx';
import { activityRoutes } from './activities/activity.routes.tsx';
import { aimRoutes } from './aims/aim.routes.tsx';
import { tellCoordinatorsJob } from './contact/contact.jobs.ts';
import { contactRoutes } from './contact/contact.routes.tsx';
import { contactText } from './contact/contact.text.ts';
import { figureRoutes } from './figures/figure.routes.tsx';
import { hostRoutes } from './hosts/host.routes.tsx';
import { networkText } from './network.text.ts';
import { newsRoutes } from './news/news.routes.tsx';
import { newsText } from './news/news.text.ts';
import { storyRoutes } from './story/story.routes.tsx';
import { supporterRoutes } from './supporters/supporter.routes.tsx';

export { Aims, sourcedFigures } from './about/about.page.tsx';
export { saveActivities } from './activities/activity.operations.ts';
export { saveAims } from './aims/aim.operations.ts';
export { listAims } from './aims/aim.queries.ts';
export type { Aim } from './aims/aim.ts';
export { countUnanswered } from './contact/contact.queries.ts';
export { saveFigures } from './figures/figure.operations.ts';
export { listFigures } from './figures/figure.queries.ts';
export type { Figure } from './figures/figure.ts';
export { passHostOn } from './hosts/host.operations.ts';
export { findMasthead } from './masthead.queries.ts';
export { writeNews } from './news/news.operations.ts';
export { Headlines } from './news/news.page.tsx';
export { listNews } from './news/news.queries.ts';
export type { NewsHeadline } from './news/news-item.ts';
export { foundNetwork } from './story/story.operations.ts';
export { findNetwork } from './story/story.queries.ts';
export type { Network } from './story/story.ts';
export { saveSupporters } from './supporters/supporter.operations.ts';

export const network = {
  name: 'network',
  text: { ...networkText, ...newsText, ...contactText },
  routes: [
    aboutRoutes,
    storyRoutes,
    aimRoutes,
    activityRoutes,
    figureRoutes,
    hostRoutes,
    supporterRoutes,
    newsRoutes,
    contactRoutes,
  ],
  nav: [
    { place: 'main', rank: 80, path: '/about', label: 'nav.about' },
    { place: 'main', rank: 90, path: '/contact', label: 'nav.contact' },
    { place: 'coordinate', rank: 30, path: '/coordinate/messages', label: 'contact.inbox' },
    { place: 'coordinate', rank: 60, path: '/coordinate/network', label: 'network.edit' },
    { place: 'coordinate', rank: 40, path: '/coordinate/news/new', label: 'news.write' },
    { place: 'coordinate', rank: 45, path: '/news', label: 'news.drafts' },
  ] as const,
  jobs: [tellCoordinatorsJob],
};
