import { describe, expect, it } from 'vitest';

import { decodeTwitchLine } from '#core/feeds/twitch/decode.ts';
import { joinFragments } from '#shared/contract/fragment.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';

const RECEIVED_TS = Date.UTC(2026, 5, 1);

function decode(line: string): FeedEvent {
  const result = decodeTwitchLine(line, RECEIVED_TS);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  const [event] = result.events;
  if (event === undefined) throw new Error('no event');
  return FeedEvent.parse(event);
}

function chat(tags: string, text: string): string {
  return `@id=m-1;room-id=9;user-id=77;${tags} :ann!ann@ann.tmi.twitch.tv PRIVMSG #room :${text}`;
}

function notice(tags: string, text = ''): string {
  const said = text === '' ? '' : ` :${text}`;
  return `@id=n-1;room-id=9;user-id=77;login=ann;display-name=Ann;${tags} :tmi.twitch.tv USERNOTICE #room${said}`;
}

function fragmentsOf(event: FeedEvent): readonly unknown[] {
  return 'fragments' in event ? event.fragments : [];
}

describe('messages', () => {
  it('marks first-timers and people who come back', () => {
    expect(decode(chat('first-msg=1', 'hi'))).toMatchObject({ isFirst: true });
    expect(decode(chat('returning-chatter=1', 'hi'))).toMatchObject({ isReturning: true });
    expect(Object.keys(decode(chat('first-msg=0;returning-chatter=0', 'hi')))).not.toContain(
      'isFirst',
    );
  });

  it('reads a message of one word without a colon, and keeps spaces and emptiness', () => {
    expect(fragmentsOf(decode(':ann!a@a PRIVMSG #room hello'))).toEqual([
      { type: 'text', text: 'hello' },
    ]);
    expect(fragmentsOf(decode(chat('mod=0', '  two  ')))).toEqual([
      { type: 'text', text: '  two  ' },
    ]);
    expect(fragmentsOf(decode(chat('mod=0', '')))).toEqual([]);
  });

  it.each([
    ['25:0-4,3-8', 'overlapping ranges'],
    ['25:0-99', 'beyond the end'],
    ['25:4-0', 'reversed'],
    ['25:a-b/:0-4/25', 'no numbers, no id, no range'],
    ['"onload=:0-4', 'an id that would forge the address'],
    ['25:1e0-4', 'an exponent'],
  ])('keeps the text whole with emotes=%s (%s)', (emotes) => {
    const event = decode(chat(`emotes=${emotes}`, 'Kappa and more'));
    expect(event.kind === 'chat' && joinFragments(event.fragments)).toBe('Kappa and more');
    expect(fragmentsOf(event).length).toBeLessThanOrEqual(2);
  });

  it('counts emote places in code points', () => {
    expect(fragmentsOf(decode(chat('emotes=25:2-6', '👍🏽Kappa')))).toMatchObject([
      { type: 'text', text: '👍🏽' },
      { type: 'emote', text: 'Kappa' },
    ]);
  });

  it('finds mentions, and whom they mean in a reply', () => {
    const reply =
      'reply-parent-msg-id=p1;reply-parent-user-id=5;reply-parent-user-login=bob;' +
      'reply-parent-display-name=小明;reply-parent-msg-body=why\\snot\\:\\\\';
    const event = decode(chat(reply, '@小明 ask @Bob or @carol, not a@b.c'));
    expect(event).toMatchObject({
      replyTo: {
        messageId: 'p1',
        userId: '5',
        name: 'bob',
        displayName: '小明',
        text: 'why not;\\',
      },
    });
    expect(fragmentsOf(event)).toEqual([
      { type: 'mention', text: '@小明', userId: '5' },
      { type: 'text', text: ' ask ' },
      { type: 'mention', text: '@Bob', userId: '5' },
      { type: 'text', text: ' or ' },
      { type: 'mention', text: '@carol', userId: null },
      { type: 'text', text: ', not a@b.c' },
    ]);
  });

  it('takes only cheermotes for cheermotes', () => {
    const lucky = decode(chat('bits=100', 'lvl99 Cheer100 win2024'));
    expect(fragmentsOf(lucky)).toEqual([
      { type: 'text', text: 'lvl99 ' },
      { type: 'cheermote', text: 'Cheer100', bits: 100 },
      { type: 'text', text: ' win2024' },
    ]);
    const ownPrefix = decode(chat('bits=50', 'LinXiaTea50 nice'));
    expect(fragmentsOf(ownPrefix)[0]).toEqual({ type: 'cheermote', text: 'LinXiaTea50', bits: 50 });
    expect(fragmentsOf(decode(chat('mod=0', 'Cheer100')))).toEqual([
      { type: 'text', text: 'Cheer100' },
    ]);
  });

  it.each(['bits=0', 'bits=-5', 'bits=1e3', 'bits=many'])('is no cheer with %s', (tags) => {
    expect(decode(chat(tags, 'hi')).kind).toBe('chat');
  });

  it('is no paid message when its money cannot be told', () => {
    const paid = 'pinned-chat-paid-amount=500;pinned-chat-paid-exponent=';
    expect(decode(chat(`${paid}0;pinned-chat-paid-currency=JPY`, 'hi'))).toMatchObject({
      kind: 'paid_message',
      money: { amountMinor: 500, currency: 'JPY', exponent: 0 },
    });
    expect(decode(chat(`${paid}9;pinned-chat-paid-currency=JPY`, 'hi')).kind).toBe('chat');
    expect(decode(chat(`${paid}2;pinned-chat-paid-currency=bits`, 'hi')).kind).toBe('chat');
  });
});

describe('people', () => {
  it('falls back from name to name', () => {
    const nobody = '@id=1 PRIVMSG #room :hi';
    expect(decode(nobody).actor).toBeNull();
    expect(decode('@user-id=5 :!x@x PRIVMSG #room :hi').actor).toMatchObject({ name: '5' });
    expect(decode('@display-name=\\s :ann!x@x PRIVMSG #room :hi').actor).toMatchObject({
      name: 'ann',
      displayName: 'ann',
    });
  });

  it('reads roles from badges and flags, each once', () => {
    const badges = 'badges=lead_moderator/1,founder/0,vip/1,global_mod/1,odd,/3';
    expect(decode(chat(`${badges};mod=1;vip=1;subscriber=1;user-type=staff`, 'x')).actor).toEqual({
      platformUserId: '77',
      name: 'ann',
      displayName: 'ann',
      roles: ['mod', 'member', 'vip', 'admin'],
      badges: [
        { set: 'lead_moderator', id: '1' },
        { set: 'founder', id: '0' },
        { set: 'vip', id: '1' },
        { set: 'global_mod', id: '1' },
        { set: 'odd', id: '' },
      ],
    });
  });

  it('keeps ids as text and drops colours that are none', () => {
    const actor = decode(chat('color=red;user-id=7517550487244147467', 'x')).actor;
    expect(actor?.platformUserId).toBe('7517550487244147467');
    expect(actor).not.toHaveProperty('color');
  });

  it('adds what badge-info says', () => {
    const tags =
      'badges=predictions/blue-1,founder/0;badge-info=predictions/team\\sblue,founder/14';
    expect(decode(chat(tags, 'x')).actor).toMatchObject({
      badges: [{ set: 'predictions', id: 'blue-1', title: 'team blue' }, { set: 'founder' }],
      medal: { name: 'founder', level: 14 },
    });
  });
});

describe('user notices', () => {
  it('counts a community gift once', () => {
    const plan = 'msg-param-sub-plan=1000';
    expect(
      decode(notice(`msg-id=submysterygift;msg-param-mass-gift-count=20;${plan}`)),
    ).toMatchObject({ kind: 'membership', type: 'gift_purchase', count: 20, toUser: null });
    const single = `msg-id=subgift;${plan};msg-param-recipient-id=8;msg-param-origin-id=1`;
    expect(decode(notice(single))).toMatchObject({ type: 'gift_purchase', count: 1 });
    expect(decode(notice(`${single};msg-param-community-gift-id=1`))).toMatchObject({
      type: 'gift_received',
      count: 1,
      toUser: { platformUserId: '8' },
    });
    expect(decode(notice(`${single};msg-param-sender-count=0`))).toMatchObject({
      type: 'gift_received',
    });
  });

  it('knows anonymous givers', () => {
    const tags = 'msg-id=subgift;msg-param-sub-plan=1000;login=ananonymousgifter';
    expect(decode(notice(tags)).actor).toMatchObject({ isAnonymous: true });
  });

  it.each(['giftpaidupgrade', 'anongiftpaidupgrade', 'primepaidupgrade'])('%s upgrades', (id) => {
    expect(decode(notice(`msg-id=${id}`))).toMatchObject({ type: 'upgrade', tier: 'unknown' });
  });

  it.each(['unraid', 'ritual', 'bitsbadgetier', 'charitydonation', 'never-seen-before'])(
    '%s is a notice',
    (id) => {
      expect(decode(notice(`msg-id=${id};system-msg=one\\stwo`, 'said'))).toMatchObject({
        kind: 'notice',
        noticeId: id,
        systemText: 'one two',
        fragments: [{ type: 'text', text: 'said' }],
      });
    },
  );

  it('is a notice where a raid does not say its size', () => {
    expect(decode(notice('msg-id=raid;msg-param-viewerCount=lots')).kind).toBe('notice');
  });

  it('says where a shared one comes from, but not when that is this room', () => {
    const shared = 'msg-id=sharedchatnotice;source-msg-id=resub;source-id=s1;source-room-id=';
    expect(decode(notice(`${shared}12`))).toMatchObject({
      kind: 'membership',
      type: 'renew',
      sharedFrom: { platformRoomId: '12', messageId: 's1' },
    });
    expect(decode(notice(`${shared}9`))).not.toHaveProperty('sharedFrom');
  });
});

describe('lines about the room', () => {
  it('reads room state, only what is said', () => {
    const all = '@emote-only=0;followers-only=-1;r9k=1;room-id=9;slow=30;subs-only=1';
    expect(decode(`${all} :tmi.twitch.tv ROOMSTATE #room`)).toMatchObject({
      kind: 'room_state',
      emoteOnly: false,
      followersOnlyMinutes: -1,
      uniqueOnly: true,
      slowSeconds: 30,
      membersOnly: true,
    });
    const one = decode('@room-id=9;slow=0 :tmi.twitch.tv ROOMSTATE #room');
    expect(one).toMatchObject({ slowSeconds: 0 });
    expect(one).not.toHaveProperty('emoteOnly');
  });

  it('tells a ban from a timeout', () => {
    const line = ':tmi.twitch.tv CLEARCHAT #room :ann';
    expect(decode(`@target-user-id=7 ${line}`)).toMatchObject({
      action: 'ban',
      durationS: null,
      target: { platformUserId: '7', name: 'ann' },
    });
    expect(decode(`@ban-duration=60 ${line}`)).toMatchObject({ action: 'timeout', durationS: 60 });
  });

  it('passes on notices of the room, not those of the login', () => {
    expect(decode('@msg-id=slow_on :tmi.twitch.tv NOTICE #room :Slow mode')).toMatchObject({
      kind: 'notice',
      noticeId: 'slow_on',
      systemText: 'Slow mode',
    });
    expect(decodeTwitchLine(':tmi.twitch.tv NOTICE * :Login failed', 0)).toEqual({
      ok: true,
      events: [],
    });
  });
});

describe('keys and times', () => {
  it('gives a line without an id the same key again, and another line another', () => {
    const line = '@tmi-sent-ts=1700000000000 :ann!a@a PRIVMSG #room :hi';
    expect(decode(line).dedupeKey).toBe(decode(line).dedupeKey);
    expect(decode(line).dedupeKey).not.toBe(decode(`${line}!`).dedupeKey);
    expect(decode(line).dedupeKey).not.toBe(decode(line.replace('000 ', '001 ')).dedupeKey);
    expect(decode(chat(`id=${'x'.repeat(500)}`, 'hi')).dedupeKey.length).toBeLessThan(200);
  });

  it.each(['', '1', '-1700000000000', '99999999999999', '1.7e12', 'now', '4200000000000'])(
    'does not believe tmi-sent-ts=%s',
    (value) => {
      expect(decode(chat(`tmi-sent-ts=${value}`, 'x')).platformTs).toBeNull();
    },
  );
});

describe('lines that are refused', () => {
  it.each([
    ['', 'empty'],
    ['\r\n', 'empty'],
    ['x'.repeat(1_000_000), 'too_long'],
    ['PRIVMSG #room :a\0b', 'nul'],
    [':ann!a@a PRIVMSG #room :half \ud83d done', 'lone_surrogate'],
    [':ann!a@a PRIVMSG #room :\udc00', 'lone_surrogate'],
    ['@id=1', 'bad_tags'],
    ['@=x PRIVMSG #room :a', 'bad_tags'],
    ['@i\u00e9d=1 :a!a@a PRIVMSG #room :a', 'bad_tags'],
    [':prefix', 'bad_prefix'],
    ['@id=1 :prefix ', 'no_command'],
    ['hello there', 'unknown_command'],
    ['privmsg #room :lower', 'unknown_command'],
    [':a!a@a PRIVMSG #room', 'missing_parameters'],
    [':tmi.twitch.tv CLEARCHAT', 'missing_parameters'],
  ])('%# is counted', (line, reason) => {
    expect(decodeTwitchLine(line, RECEIVED_TS)).toEqual({ ok: false, reason });
  });

  it.each([
    'PING :tmi.twitch.tv',
    ':tmi.twitch.tv CAP * ACK :twitch.tv/tags',
    ':tmi.twitch.tv 001 justinfan1 :Welcome, GLHF!',
    ':a!a@a JOIN #room',
    '@color= :tmi.twitch.tv GLOBALUSERSTATE',
    ':tmi.twitch.tv RECONNECT',
  ])('%s says nothing about the room', (line) => {
    expect(decodeTwitchLine(line, RECEIVED_TS)).toEqual({ ok: true, events: [] });
  });
});
