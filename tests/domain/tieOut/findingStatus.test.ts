import { describe, expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import {
  answer,
  assign,
  close,
  effectiveStatus,
  FindingRecord,
  untouched,
} from '../../../domain/tieOut/findingStatus.ts'
import { refusalOf } from '../refusalOf.ts'

const finding = { id: 'R02:appendix', fingerprint: 'a1' }
const moved = { ...finding, fingerprint: 'b2' }
const id = '01J00000000000000000000001' as Id
const open = untouched(id, finding)

describe('the life of a finding', () => {
  test('is open until somebody deals with it', () => {
    expect(effectiveStatus(finding, undefined)).toBe('open')
    expect(effectiveStatus(finding, open)).toBe('open')
  })

  test('is assigned to a role and stays open', () => {
    expect(assign(open, finding, 'Finance officer')).toEqual({ ...open, revision: 2, owner: 'Finance officer' })
  })

  test('is answered once, and closed with a reason after that', () => {
    const answered = answer(open, finding, ' The line was left out. ')
    expect(answered).toEqual({ ...open, revision: 2, status: 'answered', answer: 'The line was left out.' })
    const closed = close(answered, finding, 'Corrected in the next report')
    expect(closed).toEqual({
      ...answered,
      revision: 3,
      status: 'closed',
      closedBecause: 'Corrected in the next report',
    })
    expect(FindingRecord.parse(closed)).toEqual(closed)
    expect(effectiveStatus(finding, closed)).toBe('closed')
  })

  test('reopens by itself when the figures move, and what was done with the old ones can be done again', () => {
    const closed = close(open, finding, 'Known')
    expect(effectiveStatus(moved, closed)).toBe('open')
    const answered = answer(closed, moved, 'It moved because of a correction')
    expect(answered).toMatchObject({ status: 'answered', fingerprint: 'b2', revision: 3 })
    expect(effectiveStatus(moved, answered)).toBe('answered')
    expect(effectiveStatus(finding, answered)).toBe('open')
  })

  test('a closed finding takes no owner, answer or second closing', () => {
    const closed = close(open, finding, 'Known')
    for (const step of [
      () => assign(closed, finding, 'Finance officer'),
      () => answer(closed, finding, 'words'),
      () => close(closed, finding, 'again'),
    ]) {
      expect(refusalOf(step)).toEqual({ code: 'wrong-status', detail: { is: 'closed', needs: 'open or answered' } })
    }
  })

  test('an answered finding is not answered again', () => {
    const answered = answer(open, finding, 'words')
    expect(refusalOf(() => answer(answered, finding, 'others'))).toEqual({
      code: 'wrong-status',
      detail: { is: 'answered', needs: 'open' },
    })
  })

  test('no finding is answered or closed without words', () => {
    expect(refusalOf(() => answer(open, finding, '  '))).toMatchObject({ code: 'bad-request' })
    expect(refusalOf(() => close(open, finding, ' '))).toMatchObject({
      code: 'bad-request',
      detail: { fields: [{ path: 'reason', message: 'required' }] },
    })
  })
})
