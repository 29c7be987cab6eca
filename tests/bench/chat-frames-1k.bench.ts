/** The desk at 1,000 messages a second; see chat-frames.ts. */
import { chatFrames } from './chat-frames.ts';

await chatFrames('1k', 1_000);
