import type { Risk } from './risk.ts'

type Parts = Pick<Risk, 'riskThat' | 'dueTo' | 'resultingIn'>

/** The risk as MHCLG asks for it; parts that nobody has given are left out. */
export const sentence = ({ riskThat, dueTo, resultingIn }: Parts): string => {
  if (riskThat === '' && dueTo === '' && resultingIn === '') return ''
  const parts = [
    riskThat === '' ? 'There is a risk' : `There is a risk that ${riskThat}`,
    ...(dueTo === '' ? [] : [`due to ${dueTo}`]),
    ...(resultingIn === '' ? [] : [`which will result in ${resultingIn}`]),
  ]
  return `${parts.join(', ')}.`
}

const shape = /^there is a risk that (.*?)(?:,? due to (.*?))?(?:,? which will result in (.*))?$/is

/** The parts of a sentence of that shape; any other text is what the risk is of. */
export const readSentence = (text: string): Parts => {
  const plain = text.trim().replace(/\.$/, '')
  const match = shape.exec(plain)
  if (!match) return { riskThat: plain, dueTo: '', resultingIn: '' }
  return { riskThat: match[1] ?? '', dueTo: match[2] ?? '', resultingIn: match[3] ?? '' }
}
