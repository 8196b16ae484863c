import { expect, test } from 'vitest'
import { asWriteFailure } from '../../electron/hosts/asWriteFailure.ts'

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['EIO', 'disk-failed'],
  ['ENOENT', 'folder-missing'],
  ['ENOTDIR', 'folder-missing'],
])('%s on writing is told as %s', (systemCode, code) => {
  expect(asWriteFailure(Object.assign(new Error('x'), { code: systemCode }), '/folder/file.xlsx')).toMatchObject({
    code,
  })
})

test('another error on writing is passed on as it is', () => {
  const error = new Error('x')
  expect(asWriteFailure(error, '/folder/file.xlsx')).toBe(error)
})
