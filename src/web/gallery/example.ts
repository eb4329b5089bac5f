import type { ComponentChildren } from 'preact';
import type { Visit } from '../visit.ts';

/** A component in one of its states: shown in the gallery, and checked there by the tests. */
export type Example = {
  readonly name: string;
  readonly show: (visit: Visit) => ComponentChildren;
};

/** The words of an example: invented, long enough to show what long words do, in the language of the page. */
export const words = ({ language }: Visit, km: string, en: string): string => (language === 'km' ? km : en);
