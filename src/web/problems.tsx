import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { NotAllowed, NotFound } from '#src/kernel/outcome.ts';
import type { TextKey } from '#src/kernel/text.ts';
import { isUnreachable } from '#src/platform/db/unreachable.ts';
import { TooMany } from '#src/platform/limits/limits.ts';
import { ProblemPage } from './components/problem/problem.tsx';
import { show } from './routes.tsx';
import { tooMany } from './submit.ts';
import type { Web } from './visit.ts';

/** The expected outcomes that no form shows, and the bug: each with a way on, in the language of the page. */
export function showProblem(problem: Error, c: Context<Web>): Promise<Response> | Response {
  const { visit, actor, runtime } = c.var;
  if (problem instanceof NotFound) return showError(c, 'not-found', 404);
  if (problem instanceof NotAllowed) {
    if (actor.kind === 'anonymous' && ['GET', 'HEAD'].includes(c.req.method))
      return c.redirect(`${visit.to('/sign-in')}?next=${encodeURIComponent(visit.here)}`, 303);
    return showError(c, 'not-allowed', 403);
  }
  if (problem instanceof TooMany) {
    c.header('Retry-After', String(problem.retryAfter));
    return showError(c, 'too-many', 429, tooMany(c, problem));
  }
  if (problem instanceof HTTPException && problem.status === 413) return showError(c, 'too-large', 413);
  if (isUnreachable(problem)) {
    runtime.log.error({ problem, requestId: c.var.requestId }, 'database unreachable');
    c.header('Retry-After', '30');
    return showError(c, 'unavailable', 503);
  }
  runtime.log.error({ problem, requestId: c.var.requestId }, 'bug');
  return showError(c, 'broken', 500);
}

/** Nothing is there; and where a method is none of those our pages answer to, that is all we say (RFC 9110, 15.5.6). */
export function showNotFound(c: Context<Web>) {
  if (methods.includes(c.req.method)) return showError(c, 'not-found', 404);
  c.header('Allow', methods.join(', '));
  return showError(c, 'not-allowed', 405);
}

const methods = ['GET', 'HEAD', 'POST'];

type Kind = 'not-found' | 'not-allowed' | 'too-many' | 'too-large' | 'unavailable' | 'broken';

function showError(c: Context<Web>, kind: Kind, status: ContentfulStatusCode, text?: string) {
  const { requestId } = c.var;
  // What a form was sent to may have no page of its own, in the other language either.
  const visit = c.req.method === 'POST' ? { ...c.var.visit, here: c.var.visit.to('/') } : c.var.visit;
  const title: TextKey = `error.${kind}`;
  return show(
    c,
    <ProblemPage
      visit={visit}
      title={visit.t(title)}
      text={text ?? visit.t(`error.${kind}.text`, { minutes: 1 })}
      {...(status === 500 && { requestId })}
    />,
    status,
  );
}
