/** The desk at 5,000 messages a second; see chat-frames.ts. */
import { chatFrames } from './chat-frames.ts';

await chatFrames('5k', 5_000);
