import { z } from 'zod';

/**
 * The pages' content security policy forbids eval, which zod would try for speed, leaving a report
 * in the console. Entry files import this before anything that makes a schema.
 */
z.config({ jitless: true });
