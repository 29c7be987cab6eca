/** The desk at 20,000 messages a second; see chat-frames.ts. */
import { chatFrames } from './chat-frames.ts';

await chatFrames('20k', 20_000);
