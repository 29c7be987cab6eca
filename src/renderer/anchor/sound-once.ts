/** Half a second at the pitch of a soft bell, at a volume that nobody starts at. */
const PITCH_HZ = 880;
const VOLUME = 0.2;
const LENGTH_S = 0.5;

/** One quiet tone; nothing where the browser lets a page make none before somebody touched it. */
export function soundOnce(): void {
  if (typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = PITCH_HZ;
  volume.gain.setValueAtTime(VOLUME, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + LENGTH_S);
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + LENGTH_S);
  tone.addEventListener('ended', () => void context.close());
}
