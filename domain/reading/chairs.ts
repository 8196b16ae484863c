import { tidy } from './plainText.ts'

interface Office {
  role: string
  names: string[]
  start: number
  end: number
}

const word = String.raw`\p{Lu}[\p{L}'’-]*`
const chaired = new RegExp(
  String.raw`(?<body>${word}(?:(?:\s+(?:and|of|for|&))?\s+${word})+),?\s+(?:(?:which|that)\s+)?(?:is\s+|are\s+)?(?<co>co-?)?chaired\s+by\s+(?<names>[^.;]+)`,
  'gu',
)

/** Who is said to chair what: `the Integrated Care Executive, co-chaired by A and the B`. */
export const officesIn = (text: string): Office[] =>
  [...text.matchAll(chaired)].flatMap((match): Office[] => {
    const { body = '', co, names: list = '' } = match.groups ?? {}
    const names = tidy(list)
      .split(
        /,? and (?:by )?(?:the |a )?(?=(?:Chief|Director|Head|Leader|Chair|Lead|Executive|Cabinet|Deputy|Managing|Assistant)\b)|;/,
      )
      .map((name) => name.replace(/^(?:the|a) /, '').replace(/[,\s]+$/, ''))
      .filter((name) => name !== '')
    const own = tidy(body)
      .replace(/^(?:The|This|Our|Its) /, '')
      .replace(/^.*?['’]s /, '')
    const role = `${co === undefined ? 'Chair' : 'Co-chair'} of the ${own}`
    // `The Group` is whichever was spoken of.
    return names.length === 0 || !own.includes(' ')
      ? []
      : [{ role, names, start: match.index, end: match.index + match[0].length }]
  })
