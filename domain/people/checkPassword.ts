import { fail } from '../errors.ts'

/** In characters. */
export const SHORTEST_PASSWORD = 12

/** Long enough, and tried first by everybody who guesses. */
const common = new Set([
  '123456789012',
  '1234567890123',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  'abcdefghijklm',
  'administrator',
  'administrator1',
  'bettercarefund',
  'changemeplease',
  'correcthorsebatterystaple',
  'iloveyouiloveyou',
  'letmeinletmein',
  'letmeinplease',
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'p@ssword1234',
  'p@ssw0rd1234',
  'qwerty123456',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopas',
  'qwertyuiopasdfghjkl',
  'welcome12345',
  'welcome123456',
  'zaq12wsxcde3',
])

/** A password as it is compared: what looks the same is the same, whichever keyboard wrote it. */
export const asTyped = (password: string): string => password.normalize('NFKC')

/** Throws `weak-password` for one that is too short, on the list of common ones, one piece over and over, or the person's own name. */
export const checkPassword = (password: string, signInName: string): void => {
  const typed = asTyped(password)
  if ([...typed].length < SHORTEST_PASSWORD) fail('weak-password', { why: 'short' })
  const plain = typed.toLowerCase().replaceAll(/\s/g, '')
  if (common.has(plain) || isRepeated(plain)) fail('weak-password', { why: 'common' })
  if (plain.replaceAll(signInName.toLowerCase().replaceAll(/\s/g, ''), '').length < SHORTEST_PASSWORD / 2)
    fail('weak-password', { why: 'own-name' })
}

/** One to four characters said again and again. */
const isRepeated = (text: string): boolean => /^(.{1,4}?)\1+.{0,3}$/u.test(text)
