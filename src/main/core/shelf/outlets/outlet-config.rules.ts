import { isIP } from 'node:net';

import type { OutletConfig } from '#shared/model/outlet.ts';
import { CONSOLE_HOSTS } from '#shared/rules/console-hosts.ts';
import { shopeeAddress } from '#shared/rules/shopee-address.ts';
import { unknownVariable } from '#shared/rules/push-message.ts';
import { isPublicAddress } from '../../network/public-address.rules.ts';
import { webhookAddress } from './webhook-address.rules.ts';

/** What is wrong with what was entered: the field and a word about it. */
export type ConfigFault = { readonly what: string; readonly given: string };

/** The first fault of an outlet's configuration; null when it can work. */
export function outletFault(config: OutletConfig): ConfigFault | null {
  switch (config.kind) {
    case 'chat':
      return templateFault(config.template);
    case 'webhook': {
      const { problem } = webhookAddress(config.url);
      return problem === null ? null : { what: 'url', given: problem };
    }
    case 'shopee':
      return shopeeAddress(config.host) === null ? { what: 'host', given: config.host } : null;
    case 'manual':
      return consoleFault(config.consoleUrl) ?? templateFault(config.template);
    case 'obs': {
      const { address, showScene, showSource, textSource, textTemplate } = config;
      if (!isObsAddress(address)) return { what: 'address', given: address };
      if ((showScene === '') !== (showSource === '')) return { what: 'source', given: showSource };
      if (!hasAction(config) && config.microphone === '') {
        return { what: 'action', given: '' };
      }
      if (textSource !== '' && textTemplate === '') return { what: 'template', given: '' };
      return templateFault(textTemplate);
    }
  }
}

/** A push does something there; one that is only listened to gets none. */
export function hasAction({
  showSource,
  switchScene,
  textSource,
}: Extract<OutletConfig, { kind: 'obs' }>): boolean {
  return showSource !== '' || switchScene !== '' || textSource !== '';
}

function templateFault(template: string): ConfigFault | null {
  const unknown = unknownVariable(template);
  return unknown === null ? null : { what: 'template', given: `{${unknown}}` };
}

function consoleFault(typed: string): ConfigFault | null {
  return typed === '' || isConsoleUrl(typed) ? null : { what: 'url', given: 'console' };
}

/** This machine, an address inside the network, or an encrypted line; an OBS is not on the open internet. */
function isObsAddress(typed: string): boolean {
  if (!URL.canParse(typed)) return false;
  const { protocol, hostname, username, password } = new URL(typed);
  if (username !== '' || password !== '') return false;
  if (protocol === 'wss:') return true;
  const host = hostname.replace(/^\[|\]$/g, '');
  return (
    protocol === 'ws:' && (host === 'localhost' || (isIP(host) !== 0 && !isPublicAddress(host)))
  );
}

/** An https page of a console, without port or user. */
function isConsoleUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  const isPlain = username === '' && password === '' && port === '';
  return protocol === 'https:' && isPlain && CONSOLE_HOSTS.includes(hostname);
}
