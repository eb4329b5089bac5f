import type { Example } from '../../gallery/example.ts';
import { Icon, iconNames } from './icon.tsx';

export const iconExamples: readonly Example[] = [
  {
    name: 'all of them',
    show: () => (
      <p class="tags" lang="en">
        {iconNames.map((name) => (
          <span key={name}>
            <Icon name={name} /> {name}
          </span>
        ))}
      </p>
    ),
  },
];
