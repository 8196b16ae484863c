import { formatDay, formatMoment } from '../inWords.ts'
import type { FileDifference } from './fileDifference.ts'
import type { NotCompared, Origin, Verdict } from './verdict.ts'

/** What is known of a file, one sentence a line: what it is, whether it was altered, and what has changed since. */
export const verdictInWords = (verdict: Verdict): string[] => [
  originInWords(verdict.origin),
  stateInWords(verdict),
  ...verdict.takenOff.map((mark) => `The mark ${mark} was taken off`),
  ...verdict.differences.map(differenceInWords),
  ...moreInWords(verdict.differenceCount - verdict.differences.length, 'more places'),
  ...sinceInWords(verdict),
]

export const originInWords = (origin: Origin): string => {
  switch (origin.kind) {
    case 'issued': {
      const about = origin.about === '' ? '' : `, ${origin.about}`
      const superseded = origin.supersededById === null ? '' : '. A later issue has taken its place'
      return `${origin.title}${about}, ${origin.version} version, issued ${formatMoment(origin.issuedAt)} as snapshot ${origin.snapshotId}, as at ${formatDay(origin.asAtOn)} (event ${origin.asAtSeq})${superseded}`
    }
    case 'draft':
      return `A draft of “${origin.title}”, ${origin.version} version, as at ${formatDay(origin.asAtOn)} (event ${origin.asAtSeq}). It was never issued`
    case 'unknown-snapshot':
      return `It names the snapshot ${origin.snapshotId}, which this programme has not issued`
    case 'unknown-event':
      return `It names event ${origin.asAtSeq} as a draft of “${origin.title}”, which this programme has not reached`
    case 'none':
      return 'No proof stands in this file, so that it cannot be told what it is'
  }
}

export const stateInWords = ({ state, notCompared, differenceCount, origin }: Verdict): string => {
  switch (state) {
    case 'untouched':
      return 'Not altered: it is byte for byte the file that was issued'
    case 'same':
      return origin.kind === 'draft'
        ? 'Made again as of its event it says the same: no text, figure or formula that was compared differs'
        : 'It is not the same file, as after saving it anew, but no text, figure or formula that was compared differs'
    case 'altered':
      return differenceCount === 1 ? 'Altered in one place' : `Altered in ${differenceCount} places`
    case 'not-compared':
      return notCompared === null ? 'It was not compared' : `It was not compared: ${whyInWords(notCompared)}`
  }
}

const whyInWords = (notCompared: NotCompared): string => {
  switch (notCompared.why) {
    case 'no-proof':
      return 'it does not say what it is'
    case 'unknown-snapshot':
    case 'unknown-event':
      return 'it may be of another programme, or its proof was written by hand'
    case 'form-not-kept':
      return `the issue was not kept as ${notCompared.form.toUpperCase()}, because nothing could print it where it was issued`
    case 'no-printer':
      return 'a draft is made again to be compared, and nothing on this computer can print'
    case 'not-made':
      return `its report cannot be made again (${notCompared.code})`
    case 'unreadable':
      return `it cannot be read (${notCompared.code})`
    case 'draft':
      return 'it is not what the ledger alone says, and the texts of drafts are not for you to read'
    case 'exempt':
      return 'it is the full version of something that is kept from you'
  }
}

/** `table 3, row 4, column 2 (Helm): figure altered from “591.0” to “0.0”`. */
export const differenceInWords = ({ kind, what, place, was, is }: FileDifference): string => {
  switch (kind) {
    case 'altered':
      return `${place}: ${what} altered from “${was ?? ''}” to “${is ?? ''}”`
    case 'missing':
      return `${place}: ${what} missing, was “${was ?? ''}”`
    case 'added':
      return `${place}: ${what} added, “${is ?? ''}”`
  }
}

const sinceInWords = ({ since }: Verdict): string[] => {
  if (since === null) return []
  const when = `as at ${formatDay(since.day)} (event ${since.seq})`
  if (since.changeCount === 0) return [`The ledger says the same now, ${when}`]
  return [
    `The ledger says otherwise now, ${when}, in ${since.changeCount === 1 ? 'one place' : `${since.changeCount} places`}`,
    ...since.changes.map(({ place, was, is }) => `${place}: “${was ?? 'not there'}” then, “${is ?? 'not there'}” now`),
    ...moreInWords(since.changeCount - since.changes.length, 'more'),
  ]
}

const moreInWords = (count: number, what: string): string[] => (count > 0 ? [`and ${count} ${what}`] : [])
