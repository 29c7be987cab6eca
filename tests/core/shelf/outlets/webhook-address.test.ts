import { describe, expect, test } from 'vitest';

import { webhookAddress } from '#core/shelf/outlets/webhook-address.rules.ts';
import { outletFault } from '#core/shelf/outlets/outlet-config.rules.ts';

describe('where a webhook may go', () => {
  test.each([
    'https://shop.example/hook',
    'https://shop.example:8443/hook',
    'http://127.0.0.1:9000/hook',
    'http://localhost/hook',
    'https://[::1]/hook',
    'https://8.8.8.8/hook',
  ])('%s is allowed', (url) => {
    expect(webhookAddress(url).problem).toBeNull();
  });

  test.each([
    ['http://shop.example/hook', 'scheme'],
    ['ftp://127.0.0.1/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['https://user:word@shop.example/', 'form'],
    ['nothing', 'form'],
    ['https://10.0.0.8/', 'private'],
    ['https://192.168.1.1/', 'private'],
    ['https://172.20.0.1/', 'private'],
    ['https://169.254.169.254/latest', 'private'],
    ['https://100.64.0.1/', 'private'],
    ['https://0.0.0.0/', 'private'],
    // As a number, in hex or mapped it is the same address.
    ['https://2130706433/', null],
    ['https://0xa000001/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
    ['https://[64:ff9b::a00:1]/', 'private'],
    ['https://[fd00::1]/', 'private'],
    ['https://[fe80::1]/', 'private'],
  ])('%s: %s', (url, problem) => {
    expect(webhookAddress(url).problem).toBe(problem);
  });
});

describe('an outlet is refused by its first fault', () => {
  const obs = {
    kind: 'obs',
    address: 'ws://127.0.0.1:4455',
    showScene: '',
    showSource: '',
    switchScene: 'Stage',
    textSource: '',
    textTemplate: '',
    microphone: '',
    voiceAboveDb: -40,
  } as const;

  test('an OBS', () => {
    expect(outletFault(obs)).toBeNull();
    expect(outletFault({ ...obs, address: 'ws://192.168.1.20:4455' })).toBeNull();
    expect(outletFault({ ...obs, address: 'ws://8.8.8.8:4455' })?.what).toBe('address');
    expect(outletFault({ ...obs, showSource: 'Card' })?.what).toBe('source');
    expect(outletFault({ ...obs, switchScene: '' })?.what).toBe('action');
    expect(outletFault({ ...obs, textSource: 'Price' })?.what).toBe('template');
    const wrong = { ...obs, textSource: 'Price', textTemplate: '{cost}' };
    expect(outletFault(wrong)).toEqual({ what: 'template', given: '{cost}' });
  });

  test('a console', () => {
    const manual = { kind: 'manual', consoleUrl: '', template: '{link}' } as const;
    expect(outletFault(manual)).toBeNull();
    const known = 'https://buyin.jinritemai.com/dashboard/live/control';
    expect(outletFault({ ...manual, consoleUrl: known })).toBeNull();
    expect(outletFault({ ...manual, consoleUrl: 'https://evil.example/' })?.what).toBe('url');
    expect(outletFault({ ...manual, consoleUrl: 'javascript:alert(1)' })?.what).toBe('url');
  });
});
