import { expect, test } from 'vitest'
import { isOwnPage } from '../../electron/hosts/isOwnPage.ts'
import { foreignAddresses } from './support/foreignAddresses.ts'

test.each(['app://bcf', 'app://bcf/', 'app://bcf/portfolio?year=2020#top'])('%s is its own', (address) => {
  expect(isOwnPage(address)).toBe(true)
})

test.each(foreignAddresses)('%s is not', (address) => {
  expect(isOwnPage(address)).toBe(false)
})
