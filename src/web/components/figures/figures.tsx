import type { ComponentChildren } from 'preact';

export type Figure = {
  readonly id: string;
  readonly value: ComponentChildren;
  readonly label: ComponentChildren;
  readonly source?: ComponentChildren;
};

/** Numbers with what they count, and where they come from. */
export const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <ul class="figures">
    {figures.map(({ id, value, label, source }) => (
      <li key={id}>
        <b>{value}</b>
        <span>{label}</span>
        {source && <small>{source}</small>}
      </li>
    ))}
  </ul>
);
