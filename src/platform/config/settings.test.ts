import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { CannotStart } from '../cannot-start.ts';
import { readSettings } from './settings.ts';

const read = (environment: Record<string, string> = {}, ...args: string[]) => readSettings(environment, args);

describe('the settings', () => {
  it('need nothing to be set', () => {
    const { logLevel, ...settings } = read();
    assert.deepEqual(settings, {
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      dataFolder: undefined,
      postgresBinFolder: undefined,
      trustedProxies: [],
      roles: ['web', 'worker'],
      demo: false,
      simulator: true,
    });
    assert.ok(['info', 'warn'].includes(logLevel));
    const empty = {
      PORT: '',
      HOST: ' ',
      BASE_URL: '',
      DATABASE_URL: '',
      TRUSTED_PROXY: '',
      LOG_LEVEL: '',
      PROCESS: '',
    };
    assert.deepEqual(read(empty), read());
  });

  it('are read as they are written, without the spaces around them', () => {
    const settings = read(
      {
        HOST: '0.0.0.0',
        PORT: ' 8080 ',
        BASE_URL: 'https://Network.example/',
        DATABASE_URL: 'postgres:///bandanh?host=/run/postgresql',
        DATA_DIR: '/srv/bandanh',
        PG_BIN: '/usr/lib/postgresql/15/bin',
        TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8 2001:db8::/32',
        LOG_LEVEL: 'debug',
        PROCESS: 'worker, web',
      },
      '--demo',
    );
    assert.deepEqual(settings, {
      host: '0.0.0.0',
      port: 8080,
      baseUrl: 'https://network.example',
      databaseUrl: 'postgres:///bandanh?host=/run/postgresql',
      dataFolder: '/srv/bandanh',
      postgresBinFolder: '/usr/lib/postgresql/15/bin',
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'],
      logLevel: 'debug',
      roles: ['worker', 'web'],
      demo: true,
      simulator: true,
    });
    assert.equal(read({ HOST: '::1' }).baseUrl, 'http://[::1]:3000');
    assert.deepEqual(read({ PROCESS: 'worker' }).roles, ['worker']);
    assert.equal(
      read({ DATABASE_URL: 'postgresql://a:b@h:5432/d' }).databaseUrl,
      'postgresql://a:b@h:5432/d',
    );
  });

  it('simulate channels only where nobody else can look, or in a demonstration', () => {
    for (const host of ['127.0.0.1', '::1', 'localhost'])
      assert.equal(read({ HOST: host }).simulator, true, host);
    assert.equal(read({ BASE_URL: 'http://[::1]:8080' }).simulator, true);
    for (const open of [
      { HOST: '0.0.0.0' },
      { HOST: '::' },
      { BASE_URL: 'https://network.example' },
      { BASE_URL: 'http://localhost.example.org' },
      { HOST: '192.0.2.1', BASE_URL: 'http://localhost:3000' },
    ])
      assert.equal(read(open).simulator, false, JSON.stringify(open));
    assert.equal(read({ HOST: '0.0.0.0' }, '--demo').simulator, true);
  });
});

describe('a wrong setting', () => {
  const wrong: Record<string, { values: string[]; line: RegExp }> = {
    PORT: {
      values: ['0', '65536', 'http', '3000.5', '-1', '1e3', '0x10', '99999999999'],
      line: /^PORT is ".+": set it to a number from 1 to 65535, such as PORT=3000$/,
    },
    BASE_URL: {
      values: [
        'network.example',
        'ftp://network.example',
        'https://network.example/path',
        'https://network.example?a=b',
        'https://network.example#a',
        'https://name:word@network.example',
        'https://',
        'javascript:alert(1)',
      ],
      line: /^BASE_URL is ".+": set it to the address people type, such as BASE_URL=https:/,
    },
    DATABASE_URL: {
      values: ['mysql://h/d', 'postgres://', 'h:5432'],
      line: /^DATABASE_URL is no PostgreSQL address: set it to postgres:.+, or leave it out$/,
    },
    TRUSTED_PROXY: {
      values: ['localhost', '10.0.0', '10.0.0.0/33', '::/129', '10.0.0.0/', '::1 nonsense', '10.0.0.0/-1'],
      line: /^TRUSTED_PROXY has ".+": list addresses or ranges, such as TRUSTED_PROXY=/,
    },
    LOG_LEVEL: { values: ['loud', 'INFO'], line: /^LOG_LEVEL is ".+": use one of trace, debug, info/ },
    PROCESS: {
      values: ['cron', 'web,', 'webworker'],
      line: /^PROCESS is ".+": use web, worker, or web,worker$/,
    },
  };
  for (const [name, { values, line }] of Object.entries(wrong))
    it(`stops the start with one line that names ${name} and the mend`, () => {
      for (const value of values) assert.throws(() => read({ [name]: value }), says(line), value);
    });

  it('on the command line does so too', () => {
    assert.throws(() => read({}, '--demmo'), says(/^--demmo is not known here: the only option is --demo$/));
    assert.throws(() => read({}, '--demo', 'now'), says(/^now is not known here/));
  });

  it('keeps the password of a database to itself', () => {
    assert.throws(
      () => read({ DATABASE_URL: 'mysql://name:canary@h/d' }),
      (problem) => problem instanceof CannotStart && !problem.message.includes('canary'),
    );
  });
});

const says = (line: RegExp) => (problem: unknown) =>
  problem instanceof CannotStart && line.test(problem.message) && !problem.message.includes('\n');
