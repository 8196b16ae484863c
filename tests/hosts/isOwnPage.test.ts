import { expect, test } from 'vitest'
import { isOwnPage } from '../../electron/hosts/isOwnPage.ts'

test.each(['app://bcf', 'app://bcf/', 'app://bcf/portfolio?year=2020#top'])('%s is its own', (address) => {
  expect(isOwnPage(address)).toBe(true)
})

test.each([
  '',
  'bcf',
  '/portfolio',
  '//bcf/',
  'about:blank',
  'about:srcdoc',
  'app://BCF/',
  'app:bcf',
  'app:///bcf',
  'app://other/',
  'app://bcf.evil.com/',
  'app://evil.com/bcf',
  'app://bcf@evil.com/',
  'app://user@bcf/',
  'app://user:word@bcf/',
  'app://bcf:80/',
  'app://bcf./',
  'app://bçf/',
  'app://bcf%2eevil.com/',
  'apps://bcf/',
  'xapp://bcf/',
  'http://bcf/',
  'https://bcf/',
  'https://gov.uk/',
  'https://gov.uk.evil.com/',
  'https://user:word@gov.uk/',
  'https://xn--gv-fka.uk/',
  'http://127.0.0.1:8080/',
  'ws://bcf/',
  'file:///etc/passwd',
  'file://server/share',
  'smb://server/share',
  'ftp://bcf/',
  'data:text/html,<script>1</script>',
  'blob:app://bcf/0',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'vbscript:msgbox(1)',
  'view-source:app://bcf/',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'mailto:someone@example.com',
  'ms-msdt:/id',
  'search-ms:query=x',
  ' app://evil/',
])('%s is not', (address) => {
  expect(isOwnPage(address)).toBe(false)
})
