import { id, webRoutes } from '#src/web/routes.tsx';
import { act } from '#src/web/submit.ts';
import { closeActionItem, reopenActionItem } from './action-item.operations.ts';

export const actionItemRoutes = webRoutes()
  .post(`/action-items/${id}/closing`, (c) => {
    const { runtime, actor, visit } = c.var;
    return act(c, {
      run: () => closeActionItem(runtime, actor, { id: c.req.param('id') }),
      next: visit.to('/start'),
      said: { text: 'action-item.closed.said' },
    });
  })
  .post(`/action-items/${id}/reopening`, (c) => {
    const { runtime, actor, visit } = c.var;
    return act(c, {
      run: () => reopenActionItem(runtime, actor, { id: c.req.param('id') }),
      next: (minutesId) => visit.to(`/minutes/${minutesId}`),
      said: { text: 'action-item.reopened.said' },
    });
  });
