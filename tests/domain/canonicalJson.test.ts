import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../domain/canonicalJson.ts'

describe('canonical JSON (RFC 8785)', () => {
  test('orders keys by UTF-16 units, as the example of the RFC does', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(
      Object.values(
        JSON.parse(
          `[${canonicalJson(sample)
            .slice(1, -1)
            .replaceAll(/"[^"]*":/g, '')}]`,
        ),
      ),
    ).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test('escapes only what it must, in the short form', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/\u007f')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f"')
  })

  test('writes no spaces, every kind of value, and one zero', () => {
    expect(canonicalJson({ b: [1, -2, true, false, null, {}], a: '', c: -0 })).toBe(
      '{"a":"","b":[1,-2,true,false,null,{}],"c":0}',
    )
    expect(canonicalJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}')
  })

  test.each([
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    undefined,
    { a: undefined },
    [undefined],
    new Array(1),
    1n,
    () => 1,
    Symbol('a'),
    new Date(0),
    new Map(),
    '\ud800',
    { '\udc00': 1 },
  ])('has no text for %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 5 }),
    ),
  })).value

  test('reads back as the same value and does not depend on the order of keys', () => {
    const reversed = (given: unknown): unknown => {
      if (Array.isArray(given)) return given.map(reversed)
      if (typeof given !== 'object' || given === null) return given
      return Object.fromEntries(
        Object.entries(given)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      )
    }
    fc.assert(
      fc.property(value, (given) => {
        const text = canonicalJson(given)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(given)))
        expect(canonicalJson(reversed(given))).toBe(text)
      }),
    )
  })
})
