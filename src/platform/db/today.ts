import { isoDay } from '#src/kernel/khmer/dates.ts';
import { networkZone } from '#src/kernel/zone.ts';
import type { Load, Runtime } from './handles.ts';

/** The day it is for the network, as 2026-11-22. */
export const today = ({ now }: Runtime | Load): string =>
  isoDay(typeof now === 'function' ? now() : now, networkZone);
