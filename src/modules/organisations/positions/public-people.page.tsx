import { hasText } from '#src/kernel/local-text.ts';
import { showPhone } from '#src/platform/phone/phone-number.ts';
import { Section } from '#src/web/components/card/card.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import type { Visit } from '#src/web/visit.ts';
import type { PublicPerson } from './position.ts';

export const PublicPeople = ({ visit, people }: { visit: Visit; people: readonly PublicPerson[] }) => (
  <Section title={visit.t('position.public')}>
    <ul class="grid">
      {people.map((person) => (
        <li class="card" key={person.id}>
          <b>
            <Local visit={visit} text={person.name} />
          </b>
          {hasText(person.title) && (
            <p class="soft">
              <Local visit={visit} text={person.title} />
            </p>
          )}
          {person.publicEmail && (
            <p>
              <a href={`mailto:${person.publicEmail}`}>{person.publicEmail}</a>
            </p>
          )}
          {person.publicPhone && (
            <p>
              <a href={`tel:${person.publicPhone}`}>{showPhone(person.publicPhone)}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  </Section>
);
