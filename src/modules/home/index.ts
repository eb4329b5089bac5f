import { coordinateRoutes } from './coordinate/coordinate.routes.tsx';
import { frontRoutes } from './front/front.routes.tsx';
import { homeText } from './home.text.ts';
import { privacyRoutes } from './privacy/privacy.routes.tsx';
import { startRoutes } from './start/start.routes.tsx';

export const home = {
  name: 'home',
  text: homeText,
  routes: [frontRoutes, startRoutes, coordinateRoutes, privacyRoutes],
  jobs: [],
};
