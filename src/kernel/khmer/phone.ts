import { foldDigits } from './digits.ts';

/**
 * A phone number as a person types it, ready for a phone library: Latin digits, no separators, and the Cambodian
 * country code in its one form, `+855`. Says nothing about whether such a number exists.
 */
export const foldPhone = (text: string): string =>
  foldDigits(text.normalize('NFKC')).replace(separators, '').replace(countryCode, '+855');

// Contacts and web pages wrap numbers in invisible marks of direction.
const separators = /[\s.\-\u2010-\u2015\u2212()[\]\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

// 001 and 00 are dialled before a country code. National numbers may begin with 0855 or 855 as well
// (085 5xx xxx), but are shorter; `+855 (0)12` is written by people who know both forms.
const countryCode = /^(?:\+|001|00|0?(?=855\d{8}))8550?/;
