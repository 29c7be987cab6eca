import { expect, test } from 'vitest';

import { TopicLookup } from '#shared/rules/questions/topic-lookup.ts';
import { likeness, SAME_FROM, topicOf } from '#shared/rules/questions/question-topic.ts';
import { labelledQuestions } from '#tests/support/labelled-questions.ts';

const topics = ['zh-tuning', 'zh-locked', 'en-tuning', 'en-locked']
  .flatMap((name) => labelledQuestions(name).groups.flat())
  .flatMap((text) => topicOf(text) ?? []);

test('finds what comparing with every question finds', () => {
  const index = new TopicLookup<number>();
  const held: number[] = [];
  topics.forEach((topic, place) => {
    const best = Math.max(
      0,
      ...held.map((other) => {
        const found = topics[other];
        return found === undefined ? 0 : likeness(topic, found);
      }),
    );
    const found = index.find(topic);
    const foundTopic = found === null ? undefined : topics[found];
    expect(foundTopic === undefined ? 0 : likeness(topic, foundTopic)).toBe(
      best >= SAME_FROM ? best : 0,
    );
    if (found !== null) return;
    index.add(topic, place);
    held.push(place);
  });
  expect(index.size).toBe(held.length);
  // Comparing all with all would be a quarter of a million.
  expect(index.compared).toBeLessThan(topics.length * 20);
});

test('what is removed is found no more', () => {
  const index = new TopicLookup<string>();
  const topic = topicOf('会缩水吗');
  if (topic === null) throw new Error('it asks something');
  index.add(topic, 'a');
  expect(index.find(topic)).toBe('a');
  index.remove('a');
  index.remove('a');
  expect(index.find(topic)).toBeNull();
  expect(index.size).toBe(0);
});
