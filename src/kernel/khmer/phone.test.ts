import assert from 'node:assert/strict';
import { it } from 'vitest';
import { foldPhone } from './phone.ts';

const fold = (expected: string, typed: readonly string[]) => {
  for (const each of typed) assert.equal(foldPhone(each), expected, each);
};

it('drops what people put between digits', () =>
  fold('012000000', [
    '012 000 000',
    '012-000-000',
    '012.000.000',
    '(012) 000 000',
    '[012]000–000',
    ' 012\u00a0000\u200b000\n',
    '\u202d012 000 000\u202c',
    '០១២ ០០០ ០០០',
    '០12០០០០00',
    '０１２０００００0',
  ]));

it('knows every way of dialling the country', () =>
  fold('+85512000000', [
    '+855 12 000 000',
    '+ 855 12 000 000',
    '＋855 12 000 000',
    '00855 12 000 000',
    '001 855 12 000 000',
    '0855 12 000 000',
    '855 12 000 000',
    '(855) 12-000-000',
    '+855 (0)12 000 000',
    '855 012 000 000',
    '៨៥៥ ១២ ០០០ ០០០',
  ]));

it('knows a local number that begins with 0855 or 855', () => {
  fold('085500000', ['085 500 000', '085-500-000']);
  fold('85500000', ['85 500 000']);
  fold('+85585500000', ['855 85 500 000', '0855 085 500 000']);
});

it('leaves all else for the phone library to refuse', () => {
  fold('+12125550100', ['+1 (212) 555-0100']);
  fold('119', ['119']);
  fold('hello', ['hello']);
  fold('', ['', ' - ']);
});
