import { sayYear } from '#src/kernel/khmer/dates.ts';
import { hasText } from '#src/kernel/local-text.ts';
import { Section } from '#src/web/components/card/card.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { safeUrl } from '#src/web/safe-url.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Project } from './project.ts';

export const ProjectList = ({ visit, projects }: { visit: Visit; projects: readonly Project[] }) => (
  <Section title={visit.t('project.title.page')}>
    <ul class="stack">
      {projects.map((project) => (
        <li key={project.id}>
          <ProjectName visit={visit} project={project} />
          {project.sinceYear && <span class="soft"> · {years(visit, project)}</span>}
          {hasText(project.summary) && (
            <p>
              <Local visit={visit} text={project.summary} />
            </p>
          )}
        </li>
      ))}
    </ul>
  </Section>
);

const ProjectName = ({ visit, project: { name, website } }: { visit: Visit; project: Project }) => {
  const href = safeUrl(website);
  const words = <Local visit={visit} text={name} />;
  return <b>{href ? <a href={href}>{words}</a> : words}</b>;
};

const years = ({ t, language }: Visit, { sinceYear, untilYear }: Project): string =>
  t(untilYear ? 'project.years' : 'project.since', {
    since: sayYear(String(sinceYear), language),
    until: sayYear(String(untilYear), language),
  });
