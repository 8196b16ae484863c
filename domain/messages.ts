import { gapInWords } from './board/quorumInWords.ts'
import type { ChangeKind } from './change/changeRequest.ts'
import { approverWords } from './change/changeWords.ts'
import type { FailureCode, Failures } from './errors.ts'
import { figureFaults } from './figures/figureFault.ts'
import { formatYear } from './financialYear.ts'
import { formatDay } from './inWords.ts'
import { formatInSentence, pence } from './money.ts'
import { periodName } from './period/period.ts'
import { type Role, roleTitles } from './roles.ts'
import { routeProblemWords } from './route/routeProblemWords.ts'

type Sentences = { [Code in FailureCode]: (detail: Failures[Code]) => string }

const entityWords: Record<string, string> = {
  programme: 'programme',
  theme: 'theme',
  account: 'person',
  membership: 'theme membership',
  themeMembership: 'theme membership',
  scheme: 'scheme',
  source: 'funding source',
  fundingSource: 'funding source',
  organisation: 'organisation',
  decision: 'decision',
  document: 'document',
  finding: 'check',
  movement: 'movement',
  caseStatus: 'business case status',
  yearStatus: 'financial year',
  change_request: 'change',
  year: 'financial year',
}

const levelWords: Record<string, string> = {
  plan: 'plan',
  allocation: 'allocation',
  authority: 'authority to spend',
  released: 'released authority',
  commitment: 'committed',
  actual: 'spent',
}

/** The word a user reads for a kind of thing. */
export const wordFor = (entity: string): string =>
  entityWords[entity] ?? entity.replaceAll(/[_-]|(?=[A-Z])/g, ' ').toLowerCase()

const signInWords: Record<Failures['sign-in-needed']['why'], string> = {
  'signed-out': 'Sign in first',
  idle: 'Nobody did anything here for a while, so the program locked itself. Enter your password to go on',
  changed: 'Your roles or your password were changed. Sign in again',
  'first-password': 'Choose a password of your own first',
}

const waitInWords = (seconds: number): string => {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

const obstacleWords: Record<Failures['year-not-ready']['obstacles'][number], string> = {
  periods: 'close all its periods',
  'reopening-asked': 'agree or refuse to open a period again',
  unexplained: 'explain every underspend in full',
  'no-reason': 'give a reason for each explanation',
  'not-asked': 'ask to carry the slippage forward, no more and no less',
  'request-open': 'wait until the requests to carry forward are approved and posted, or withdraw them',
}

const documentFormatWords: Record<Failures['document-format']['found'], string> = {
  doc: 'This is a document of an old Word. Open it in Word and save it as .docx, then choose it again',
  xls: 'This is a workbook of an old Excel. Open it in Excel and save it as .xlsx, then choose it again',
  ppt: 'This is a presentation. Choose the report as Word, PDF, web page, workbook or text',
  pptx: 'This is a presentation. Choose the report as Word, PDF, web page, workbook or text',
  rtf: 'This is rich text. Open it in Word and save it as .docx, then choose it again',
  picture: 'This is a picture. Ask for the document that it was made from',
  odt: 'This is a document of LibreOffice. Save it as .docx or PDF, then choose it again',
  zip: 'This is an archive of files. Take the report out of it, then choose that',
  unknown: 'This is no kind of document that can be read. Choose the report as Word, PDF, web page, workbook or text',
}

const documentSizeWords: Record<Failures['document-too-large']['what'], (limit: string) => string> = {
  bytes: (limit) => `This document holds more than ${limit} bytes once it is unpacked, and was not opened`,
  parts: (limit) => `This document holds more than ${limit} files, and was not opened`,
  text: (limit) => `This document holds more than ${limit} pieces of text. Choose one that holds the report alone`,
  depth: (limit) => `The parts of this document stand more than ${limit} deep in each other, and it was not opened`,
  cells: (limit) => `This document holds more than ${limit} table cells. Choose one that holds the report alone`,
  pages: (limit) => `This document has more than ${limit} pages. Choose one that holds the report alone`,
  memory: (limit) =>
    `This document needs more than ${limit} megabytes to be read, so reading was stopped. Choose one that holds the report alone`,
}

const extractFormatWords: Record<Failures['extract-format']['found'], string> = {
  xls: 'This is a workbook of an old Excel. Open it in Excel and save it as .xlsx, then choose it again',
  xlsb: 'This is a binary workbook. Open it in Excel and save it as .xlsx, then choose it again',
  ods: 'This is a workbook of LibreOffice. Save it as .xlsx or CSV, then choose it again',
  html: 'This is a web page that is called a workbook. Open it in Excel and save it as .xlsx, then choose it again',
  xml: 'This is an XML file. Open it in Excel and save it as .xlsx, then choose it again',
  word: 'This is a document and not an extract. Choose the workbook or CSV file that the finance system gave',
  pdf: 'This is a PDF and not an extract. Choose the workbook or CSV file that the finance system gave',
  picture: 'This is a picture and not an extract. Choose the workbook or CSV file that the finance system gave',
  zip: 'This is an archive of files. Take the extract out of it, then choose that',
  unknown: 'This is neither a workbook nor text. Choose the workbook or CSV file that the finance system gave',
}

const extractSizeWords: Record<Failures['extract-too-large']['what'], (limit: string) => string> = {
  file: (limit) => `This file has more than ${limit} bytes. Ask the finance system for fewer months at a time`,
  unpacked: (limit) => `This workbook holds more than ${limit} bytes once it is unpacked, so reading was stopped`,
  rows: (limit) => `This extract has more than ${limit} rows. Ask the finance system for fewer months at a time`,
  columns: (limit) => `This extract has more than ${limit} columns, which no ledger has. Choose another file`,
  text: (limit) => `One cell of this extract holds more than ${limit} characters, so reading was stopped`,
  parts: (limit) => `This workbook is made of more than ${limit} files, and was not opened`,
}

const wrongDirection: Partial<Record<ChangeKind, string>> = {
  injection: 'An injection only adds money. Choose reduction to take money out, or virement to move it',
  reduction: 'A reduction only takes money out. Choose injection to add money, or virement to move it',
  slippage: 'Slippage moves money to a later year. Choose acceleration to bring money forward',
  acceleration: 'Acceleration brings money forward. Choose slippage to move money to a later year',
}

/** One sentence for each failure that is meant: what happened or what to do, in plain words. A code without words does not compile. */
export const messages: Sentences = {
  'bad-amount': ({ text }) =>
    text === ''
      ? 'Enter the amount, even if it is 0'
      : `“${text}” is not an amount. Enter only numbers, for example 400.0`,
  'amount-too-large': () => 'Amount must be £90 trillion or less',
  'divided-by-zero': () => 'An amount cannot be divided by 0. Enter a different number',
  'nothing-to-calculate': ({ text }) => `“${text}” needs an amount that is there already. Enter the whole amount`,
  'text-in-amount': ({ text }) => `“${text}” is text`,
  'bad-quantity': ({ text }) =>
    `“${text}” is not a number that can be kept. Enter a number with at most three decimals, for example 7,000 or 2.5`,
  'not-editable': () => 'This cannot be changed here',
  'nothing-to-fill': ({ from }) => `There is no amount in ${from} to fill in here`,
  'outside-table': () => 'This is outside the table',
  'too-many-cells': ({ limit }) =>
    `This is more than ${limit.toLocaleString('en-GB')} cells. Copy fewer of them, then paste again`,
  'bad-year': ({ text }) =>
    `“${text}” is not a financial year. Enter one between 1990/91 and 2100/01, for example 2020/21`,
  'bad-day': ({ text }) =>
    text === ''
      ? 'Enter the date, for example 20 August 2020'
      : `“${text}” is not a date. Enter a day, for example 20 August 2020`,
  'control-characters': ({ field }) =>
    `${sentence(wordFor(field))} holds characters that nobody sees, such as a line end. Type it again instead of pasting it`,
  'not-permitted': ({ role }) =>
    `${roleTitles[role as Role] ?? sentence(role)} cannot do this. Choose a role that can, at the top of the page, or ask somebody who holds one`,
  'own-item': ({ act }) => `You wrote this, so you cannot ${act} it. Somebody else who holds the role can`,
  'own-decision': () =>
    'You made this decision, so you do not take it through scrutiny. Somebody else who holds the role can',
  'role-not-held': ({ role, on }) =>
    `You were not ${wordFor(role)} on ${formatDay(on)}. Enter a day on which you were, or ask somebody who held the role then`,
  'outside-scope': ({ role }) =>
    `You are ${wordFor(role)} for a part of the programme, and this goes beyond it. Ask somebody who holds the role there`,

  'sign-in-needed': ({ why }) => signInWords[why],
  'sign-in-refused': () => 'The sign-in name or the password is not right. Enter them again',
  'sign-in-wait': ({ seconds }) =>
    `This was tried too often with a wrong password. Wait ${waitInWords(seconds)}, then try again`,
  'weak-password': ({ why }) =>
    why === 'short'
      ? 'A password needs at least 12 characters. Three words that do not belong together are easy to keep in mind'
      : why === 'common'
        ? 'This password is one of those that are guessed first. Choose another one'
        : why === 'same'
          ? 'This is the password that you have now. Choose another one'
          : 'A password cannot be mostly the sign-in name. Choose another one',
  'wrong-password': () => 'The password that you have now is not right. Enter it again',
  'administrator-first': () =>
    'Give the first password to somebody who is administrator of the whole programme, from today on and with no last day. Without one nobody could let the others in',
  'last-administrator': () =>
    'Nobody else could administer the programme after this. Make somebody else an administrator first, with a password where people sign in',
  'own-roles': () => 'Nobody changes their own roles. Ask another administrator; the only one can add another first',
  'wrong-scope': ({ role, scope }) =>
    `${sentence(wordFor(role))} is not a role for one ${scope}. Choose what it is for from the list`,
  'held-before': ({ role, fromOn }) =>
    `The role ${wordFor(role)} was held since ${formatDay(fromOn)}, and what was done by it stays. Give it a last day instead, yesterday at the earliest`,

  'not-found': ({ entity }) =>
    `This ${wordFor(entity)} is not in the programme. It may have been removed. Go back to the list`,
  stale: ({ entity }) =>
    entity === 'undo'
      ? 'You changed something else since, perhaps in another window, so nothing was undone or redone. Look at your changes, then choose again'
      : `Another user changed this ${wordFor(entity)} while you were editing. Your entries are kept. Check what is there now, then save again`,
  'wrong-status': ({ is, needs }) =>
    `This can be done only when the status is ${wordFor(needs)}. It is ${wordFor(is)} now`,
  'name-taken': ({ entity, name }) => `There is already a ${wordFor(entity)} called “${name}”. Enter a different name`,
  'still-in-use': ({ entity, name, by }) =>
    `The ${wordFor(entity)} “${name}” is still used by ${by}. Change that first`,
  'date-order': ({ earlier, later }) =>
    `The later date must be on or after ${formatDay(earlier)}. It is ${formatDay(later)} now`,
  'overlapping-membership': ({ from }) =>
    `This scheme begins in another theme on ${formatDay(from)}. A scheme has one theme at a time: choose that day or a later one`,
  'succession-loop': ({ name }) => `${name} cannot follow itself. Remove one of the organisations before it`,
  'shares-not-whole': ({ nhs, la }) =>
    `The NHS share and the local authority share must add up to 100%. They add up to ${(nhs + la) / 100}%`,
  'nothing-to-undo': () => 'There is nothing of yours to undo',

  'unlawful-route': (detail) => routeProblemWords(detail),
  'already-dated': ({ what, on }) => `There is already a ${what} from ${formatDay(on)}. Choose another day`,
  'not-proposer': () =>
    'Only the person who proposed this can withdraw it. Somebody else who may accept it can refuse it instead',
  'nothing-changes': () => 'This is what counts on that day already. Change something before you propose it',
  'cannot-waive': ({ rule }) =>
    `${rule} is not a warning today, so there is nothing to let pass. What stops has to be put right`,
  'cannot-change-rule': ({ rule }) => `${rule} is a matter of law or arithmetic. What it does cannot be changed`,

  'reason-missing': ({ act }) => `Enter the reason for this (${wordFor(act)})`,
  'evidence-missing': () => 'Enter how one can see that the condition is met',
  'condition-missing': () => 'Enter at least one condition, or approve without conditions',
  'wrong-outcome': ({ act, result }) =>
    `A board that is asked to ${act} cannot record “${wordFor(result)}”. Choose one of its own outcomes`,
  'case-incomplete': ({ fields }) =>
    fields.length === 1
      ? 'One thing is missing in this business case. Complete it, then submit'
      : `${fields.length} things are missing in this business case. Complete them, then submit`,
  'does-not-tie': ({ differences }) =>
    `${differences.slice(0, 5).map(differenceInWords).join('. ')}. Change one of them before you submit`,
  'not-funded': ({ years }) =>
    `${years.map(({ startYear, short }) => `Funding for ${formatYear(startYear)} is ${formatInSentence(short)} less than the cost`).join('. ')}. Change the funding or the cost before you submit`,
  'duplicate-case': ({ reference }) =>
    `${reference} is already a business case of this scheme and stage for the same years. Withdraw one of the two`,
  'text-changed': ({ fields }) =>
    fields.length === 1
      ? 'Somebody else changed this text while you were writing. Your text is kept. Compare the two, then choose'
      : `Somebody else changed ${fields.length} texts while you were writing. Your texts are kept. Compare them, then choose`,
  'still-writing': ({ by }) =>
    `${sentence(by)} is writing in this business case. Ask them to leave it, or wait a quarter of an hour`,
  'no-route': () => 'There is no route that this goes by. Ask an administrator to set one up',
  'wrong-file-type': ({ name, found }) =>
    found === null
      ? `${name} is not a file that can be kept here. Choose a PDF, a Word, Excel or PowerPoint file, a PNG or JPEG picture, or a text or CSV file`
      : `${name} is not what its name says: it holds ${found}. Give it its right name, or choose another file`,

  'not-next': ({ act, next }) =>
    next === null
      ? `Its route has no step for this (${wordFor(act)})`
      : `This is not the next step (${wordFor(act)}). On its route the next step is: ${next}`,
  'board-decides': ({ stage }) => `A board does this (${stage}). Put it on the agenda of its next meeting`,
  'not-decision-taker': ({ decisionTaker }) =>
    `${decisionTaker} decides on this request. Only they can record the decision`,
  'over-limit': ({ limit, amount }) =>
    `${formatInSentence(amount)} is more than the ${formatInSentence(limit)} that you may decide on. Somebody with a higher limit has to decide`,
  'future-day': ({ on, today }) =>
    `${formatDay(on)} has not come yet. Enter today, ${formatDay(today)}, or the day on which it was done`,
  'too-little-notice': ({ route, earliest }) =>
    route === 'notice'
      ? `28 clear days have to pass between the notice and the decision. It can be made from ${formatDay(earliest)}`
      : route === 'general_exception'
        ? `5 clear days have to pass between the notice to scrutiny and the decision. It can be made from ${formatDay(earliest)}`
        : `The decision can be made from the day of the agreement, ${formatDay(earliest)}`,
  'notice-incomplete': ({ fields }) =>
    `Regulation 9 asks for ${fields.length === 1 ? 'one more thing' : `${fields.length} more things`} in this notice: ${fields.map(wordFor).join(', ')}`,
  'agreement-missing': () => 'Enter who agreed, on which day, and why the decision cannot wait for 28 clear days',
  'request-incomplete': ({ fields }) =>
    `${fields.length === 1 ? 'One thing is' : `${fields.length} things are`} missing in this request: ${fields.map(wordFor).join(', ')}. Complete it, then go on`,
  'checks-stop': ({ rules }) =>
    rules.length === 1
      ? `A check stops this (${rules[0]}). Put it right, then go on`
      : `${rules.length} checks stop this (${rules.join(', ')}). Put them right, then go on`,
  'over-request': ({ startYear, approved, asked }) =>
    `${formatInSentence(approved)} for ${formatYear(startYear)} is more than the ${formatInSentence(asked)} that was asked for. More needs a new version`,
  'call-in-closed': ({ closedOn }) => `The call-in window closed on ${formatDay(closedOn)}. The decision stands`,
  'not-open-to-call-in': () => 'This decision is not open to call-in, for the reason on its cover',
  'over-held': ({ place, startYear, requested, available }) =>
    available <= 0
      ? `No authority is held for ${place} to ${formatYear(startYear)}, so ${formatInSentence(requested)} waits for it`
      : `${formatInSentence(available)} is held for ${place} to ${formatYear(startYear)}, so ${formatInSentence(requested)} waits until there is enough`,

  'not-assessed': () => 'Choose how likely it is and what its impact would be before it has this status',
  'own-milestone': ({ name }) => `“${name}” is a milestone of this scheme itself. Choose one of another scheme`,
  'assurance-unproven': () => 'Enter who looked at it and how one can see that it is complete',
  'benefits-incomplete': ({ benefits }) =>
    benefits.length === 0
      ? 'A full business case cannot be approved without a benefit. Ask for a version that has one'
      : `A full business case cannot be approved before each benefit has an owner, a baseline, a unit and a target year. Not yet: ${benefits.join(', ')}`,
  'benefit-lacks': ({ benefit, lacks }) => `“${benefit}” has no ${lacks.join(', no ')} yet. Enter it first`,
  'targets-locked': ({ benefit }) =>
    `What “${benefit}” is measured by and its targets were agreed. Open its targets again, with a reason, to change them`,
  'own-benefit': ({ benefit }) => `“${benefit}” cannot be counted twice with itself. Choose another benefit`,
  'already-taken': ({ name }) => `“${name}” was taken into the register before`,
  'closure-needed': () => 'A scheme is completed and closed step by step. Use its part “Closure”',
  'orders-outstanding': ({ amount }) =>
    `Orders for ${formatInSentence(amount)} are outstanding. Wait for their invoices, or cancel them first`,
  'residual-left': ({ authority, allocation }) =>
    `${formatInSentence(authority)} of authority and ${formatInSentence(allocation)} of allocation stand on the scheme unspent. Release them under a decision that has taken effect first`,
  'nothing-to-release': () => 'Nothing stands on this scheme beyond what was spent',
  'lesson-missing': () => 'Enter at least one lesson of this scheme before its closure report goes to the board',
  'does-not-cast': ({ stated, computed }) =>
    `The stated total is ${formatInSentence(stated)} but the lines add up to ${formatInSentence(computed)}. Change the total or the lines`,
  'over-allocation': ({ place, throughYear, requested, available }) =>
    available < 0
      ? `${place} has ${formatInSentence(pence(-available))} more authority than allocation to ${formatYear(throughYear)} already. This would add ${formatInSentence(requested)}. Record the allocation first, or enter it too`
      : `This would authorise ${formatInSentence(requested)} for ${place} to ${formatYear(throughYear)}, and ${formatInSentence(available)} of the allocation is left. Reduce the amount, or record an allocation first`,
  'over-authority': ({ place, throughYear, requested, available }) =>
    `This would take ${formatInSentence(requested)} for ${place} to ${formatYear(throughYear)}, and ${formatInSentence(available)} of the authority to spend is left. Reduce the amount, or ask for authority first`,
  'over-released': ({ place, requested, available }) =>
    `This would commit or spend ${formatInSentence(requested)} for ${place}, and ${formatInSentence(available)} of what is released is left. Reduce the amount, or ask for release first`,
  'not-net-zero': ({ kind, net }) =>
    `The lines of a ${wordFor(kind)} must add up to £0. They add up to ${formatInSentence(net)}`,
  'funding-not-carried': ({ year, net }) =>
    `Funding for ${formatYear(year)} is out by ${formatInSentence(net)}. Move the funding with the spend`,
  'wrong-nature': ({ source, nature }) => `${source} cannot pay for ${nature} spend. Choose a different funding source`,
  'retired-source': ({ source, on }) =>
    `${source} is out of use since ${formatDay(on)}. Choose a different funding source`,
  'over-plan': ({ place, year, requested, available }) =>
    `${formatInSentence(available)} is planned for ${place} in ${formatYear(year)}, less than the ${formatInSentence(requested)} that is to be taken from it. Lower the amount`,
  'over-source': ({ source, year, requested, available }) =>
    `${source} has ${formatInSentence(available)} in ${formatYear(year)}, less than the ${formatInSentence(requested)} that is to be taken from it. Lower the amount`,
  'cannot-pay': ({ source, year, why }) =>
    ({
      'same-source': `Choose two different sources: ${source || 'a source'} cannot take its own place`,
      refused: `${source} was refused, so it cannot pay for ${formatYear(year)}. Choose another source`,
      'after-spend-by': `${source} must be spent before ${formatYear(year)}. Choose another source or an earlier year`,
    })[why],
  'no-borrowing-terms': ({ source }) =>
    `${source} is not borrowed, so it has no interest rate and no asset life. Leave both empty`,
  'closed-year': ({ year }) => `${formatYear(year)} is closed. Record an adjustment in an open year instead`,
  'closed-period': ({ year, period }) =>
    `${periodName(year, period)}, is closed in ${formatYear(year)}. Record an adjustment in an open period instead`,
  'needs-decision': ({ level }) => `Choose the decision that this ${levelWords[level] ?? level} stands on`,
  'forecast-closed': ({ year, period }) =>
    `${period === 0 ? formatYear(year) : periodName(year, period)} is closed: what was spent stands there. Forecast an open period instead`,
  'forecast-by-period': ({ year }) =>
    `${formatYear(year)} is forecast by period. Change its periods, and their total follows`,
  'forecast-empty': () => 'This forecast says nothing yet. Enter at least one amount before you submit it',
  'rating-not-in-force': ({ rating, on }) =>
    `The scale in force on ${formatDay(on)} has no ${rating}. Choose one of its ratings`,
  'highlight-incomplete': ({ missing }) =>
    missing.length > 1
      ? 'Choose how delivery stands, and say in the commentary why'
      : missing[0] === 'rating'
        ? 'Choose how delivery stands'
        : 'Say in the commentary how delivery stands',
  'over-explained': ({ place, explained, underspend }) =>
    `You have explained ${formatInSentence(explained)} at ${place}, and ${formatInSentence(underspend)} is underspent. Lower one of the amounts`,
  'wrong-profile': ({ place, year, slippage, profiled }) =>
    profiled === slippage
      ? `Slippage at ${place} moves to years after ${formatYear(year)}. Choose later years`
      : `${formatInSentence(slippage)} slips at ${place}, and its later years add up to ${formatInSentence(profiled)}. Change the years until they agree`,
  'nothing-to-carry': ({ year }) =>
    `No slippage of ${formatYear(year)} is left to carry forward. Explain an underspend as slippage first`,
  'year-not-ready': ({ year, obstacles }) =>
    `${formatYear(year)} cannot be closed yet: ${obstacles.map((each) => obstacleWords[each]).join('; ')}`,
  'already-reversed': () => 'This has been reversed already. It cannot be reversed twice',
  'wrong-direction': ({ kind }) =>
    wrongDirection[kind] ?? 'These lines do not go the way that this kind of change goes',
  'empty-change': () =>
    'Nothing moves by this change. Enter at least one amount, and other places, years or sources for it',
  'higher-approval': ({ needs }) =>
    needs === 'decision'
      ? 'This change needs a decision on record. Record the decision once it is made, with its reference'
      : `This change goes to ${approverWords[needs]}, or higher. Somebody in that office can approve it`,

  'no-programme-open': () => 'No programme is open. Open one, or start a new one',
  'not-a-programme': ({ file }) => `${file} is not a programme of this product. Choose a file that it made`,
  'damaged-file': ({ file }) => `${file} is damaged and was left as it is. Open a backup of it`,
  'older-file': ({ file }) =>
    `${file} was made by an earlier version of this program and has to be brought up to date, but it cannot be changed where it is. Copy it to a folder where you may write, then open the copy`,
  'newer-file': ({ file, fileVersion, programVersion }) =>
    `${file} was made by a newer version of this program (format ${fileVersion}, this program reads up to ${programVersion}). Update the program, then open it`,
  'file-exists': ({ file }) => `${file} is there already. Enter a different name, so that nothing is overwritten`,
  'file-missing': ({ file }) => `There is no file ${file}. Choose another file`,
  'file-moved': ({ file }) =>
    `${file} was moved, renamed or removed while it was open. Put it back, or open it where it is now`,
  'folder-missing': ({ folder }) => `There is no folder ${folder}. Make it first, or choose another one`,
  'bad-file-name': ({ name }) => `“${name}” cannot be used as a file name. Use letters, numbers, spaces and hyphens`,
  'read-only': ({ file }) => `${file} can be read but not changed. Save a copy of it in a folder where you may write`,
  'unreadable-file': ({ file }) =>
    `You may not read ${file}. Ask whoever looks after its folder to let you, or choose another file`,
  'disk-full': () => 'The disk is full, so nothing was saved. Free some space, then try again',
  'disk-failed': ({ file }) =>
    `The disk could not read or write ${file}. Check the disk, or the network that it is on, then try again`,
  'file-busy': ({ file }) => `${file} is in use by another program at the moment. Wait a little, then try again`,
  'backup-folder': ({ folder }) =>
    `No backup can be written to ${folder}. Your programme is safe. Check that this is the full path of a folder that is there, and that you may write to it`,
  'backups-among-programmes': ({ folder }) =>
    `In ${folder} backups would be taken for the programmes that are there. Choose a folder of their own`,
  'backup-unsound': ({ file }) =>
    `A backup of ${file} did not pass its check, so it does not count. Keep your earlier backups, and look at Audit trail, Check everything`,
  'backup-altered': ({ file }) =>
    `${file} is no longer the backup that was checked: it was changed or damaged since. Choose another backup`,
  'no-such-backup': ({ name }) => `There is no checked backup called “${name}”. Choose one from the list`,
  'not-a-manifest': ({ file }) =>
    `${file} does not describe a backup. Choose the file that ends in .manifest beside the backup`,
  'nothing-to-return-to': () => 'There is no restored backup to return from. Nothing was changed',
  'changed-since-restore': ({ file }) =>
    `${file} was changed after it was restored, so it was not removed. Keep it, and return to the file that was open before`,
  'unsafe-settings': ({ setting }) =>
    `The database would not keep its safe settings (${setting}), so nothing was opened. Copy the file to this computer’s own disk, then open it`,

  'not-this-board': ({ board, next }) => `This does not come before ${board} next. What comes next for it is: ${next}`,
  'not-a-member': ({ board }) => `This person had no seat on ${board} on the day. Choose a member or an alternate`,
  'not-the-chair': ({ board }) => `Only a chair of ${board}, or an alternate of theirs, can confirm its record`,
  'one-seat-each': () => 'A person has one seat and one vote. Choose somebody else for the other seat',
  'seat-answered': () => 'The member of this seat has answered. Only they can change their answer',
  'never-quorate': ({ missing }) =>
    `Not even with all of its members there could this board decide: ${missing.map(gapInWords).join(', ')}. Add members, or change the rule`,
  'seat-begun': ({ from }) =>
    `This seat was held since ${formatDay(from)}, and what was decided meanwhile stays. Give it a last day, and add a new seat`,
  'board-loop': ({ board }) => `${board} cannot stand below itself. Choose another board above it`,
  'already-on-agenda': ({ title, on }) =>
    `“${title}” is already on the agenda for ${formatDay(on)}. Take it off there first`,
  'empty-agenda': () => 'There is nothing on the agenda. Add an item, then publish it',
  'not-present': () => 'Only members who are recorded as present can vote. Record the attendance first',
  conflicted: ({ title }) =>
    `Somebody with an interest in “${title}” takes no part in it. They do not vote, and they leave while it is decided`,
  'answers-closed': ({ on }) => `The last day for answers was ${formatDay(on)}. Nobody can answer any more`,
  'answers-open': ({ until }) =>
    `Not everybody has answered, and there is time until ${formatDay(until)}. Record the outcome when all have answered, or after that day`,
  'quorum-voted': ({ title }) =>
    `A quorum has voted on “${title}”. A chair closes the meeting by confirming its record`,
  'no-quorum': ({ missing }) =>
    `Without a quorum nothing can be decided: ${missing.map(gapInWords).join(', ')}. Put it on the agenda of another meeting`,
  'vote-lost': ({ result, for: inFavour, against, abstained }) =>
    `The votes do not carry “${wordFor(result)}”: ${inFavour} for, ${against} against, ${abstained} abstained. Record the outcome that they carry`,
  'paper-changed': ({ title }) =>
    `“${title}” is not what it was when its paper was published. Publish the agenda again, so that all decide on the same paper`,
  exempt: ({ title, reason }) =>
    `“${title}” is exempt (${reason}). The boards that it is before read it, and whoever has a part in writing, checking or deciding it`,
  'holds-exempt': ({ papers }) =>
    papers === 1
      ? 'One paper in it is exempt and not for you to read, so you cannot have it in full. The programme director can'
      : `${papers} papers in it are exempt and not for you to read, so you cannot have it in full. The programme director can`,
  'exemption-incomplete': ({ lacks }) =>
    `What is kept from the public needs ${lacks
      .map((lack) =>
        lack === 'paragraph' ? 'the paragraph of Schedule 12A, 1 to 7' : 'why that is in the public interest',
      )
      .join(', and ')}`,

  'work-cancelled': () => 'Stopped before the end, as asked. Nothing was changed',
  'work-stopped': () => 'This stopped by itself before the end. Nothing was changed. Try again',
  'document-format': ({ found }) => documentFormatWords[found],
  'document-locked': () => 'This document is protected by a password. Save it without one, then choose it again',
  'document-damaged': () => 'This document is damaged and cannot be opened. Ask for another copy of it',
  'document-unsafe': () =>
    'This document tries to read from outside itself, which no report does, so it was not opened. Ask for another copy of it',
  'document-scanned': () =>
    'This PDF holds pictures of pages and no text that could be read. Ask for the document that it was printed from',
  'document-too-large': ({ what, limit }) => documentSizeWords[what](limit.toLocaleString('en-GB')),
  'document-too-slow': ({ seconds }) =>
    `This document takes more than ${seconds} seconds of work to read, so reading was stopped. Choose one that holds the report alone`,
  'extract-format': ({ found }) => extractFormatWords[found],
  'extract-empty': () => 'This file holds no rows. Choose the workbook or CSV file that the finance system gave',
  'extract-too-large': ({ what, limit }) => extractSizeWords[what](limit.toLocaleString('en-GB')),
  'unclosed-quote': ({ row }) =>
    `A quotation mark that opens in row ${row.toLocaleString('en-GB')} is never closed, so the rows cannot be told apart. Save the file again as CSV from Excel, or take the mark out`,
  'document-closed': () => 'This document is not open here any more. Nothing of it was kept. Choose it again',
  'already-loaded': ({ name }) =>
    `This programme holds the same file already, as ${name}. Open it from the list of its documents`,
  'not-a-report': () =>
    'This document holds no table and no amount of money, so it is not a report that could be checked',

  'extract-closed': () => 'This extract is no longer open. Choose the file again; nothing of it was brought in',
  'nothing-to-bring-in': ({ name }) =>
    `Every row of ${name} that can be brought in is in the ledger already. Nothing would be counted twice, and nothing would change`,
  'total-differs': ({ stated, computed }) =>
    `The rows add up to ${formatInSentence(computed)}, and you entered ${formatInSentence(stated)}. Find the difference of ${formatInSentence(pence(Math.abs(stated - computed)))} before you bring them in`,
  'needs-waiver': ({ schemes }) =>
    `Money was spent before its authority on ${schemes.join(', ')}. The section 151 officer has to let that pass first, or leave those rows out`,
  'brought-in-since': ({ name }) =>
    `${name} was brought in later and changes some of the same rows. Take that back first`,
  'bad-request': ({ fields }) =>
    fields.length === 0
      ? 'Check what you entered'
      : fields.map(({ path, message }) => (path ? `${sentence(wordFor(path))}: ${message}` : message)).join('. '),
  'too-large': ({ limit }) => `This is too large. The limit is ${Math.round(limit / 1024).toLocaleString('en-GB')} KB`,
  'unknown-operation': ({ operation }) => `This program has no operation called “${operation}”. Reload the page`,
  'unknown-report': ({ report }) => `There is no report called “${report}”. Choose one from the list`,
  'bad-scope': ({ needs }) => `Choose what this report is about: ${needs}`,
  'bad-figure': ({ token, why, about }) => `{{${token}}} stands for no figure: ${figureFaults[why](about)}`,
  'no-printer': () =>
    'This report cannot be made as a PDF here, because nothing on this computer can print it. Save it as Word, or install Chromium',
  'preview-closed': () => 'This preview is no longer kept. Choose the report again',
  'not-printed': () => 'Chromium ended before it had printed this report. Try again, or save it as Word',
  'draft-exists': ({ title }) =>
    `A draft of “${title}” about the same thing is open already. Go on with that one, or put it away`,
  'report-stopped': ({ stops, first }) =>
    stops === 1
      ? `It cannot be issued yet: ${first}`
      : `It cannot be issued yet: ${stops} things stand in the way. The first: ${first}`,
  'damaged-issue': () =>
    'What was kept of this issue is no longer what it was. Check the whole trail, and go back to a backup',
  'other-report': () => 'These are issues of two different reports. Choose two of the same one',
  'unknown-format': ({ format, offered }) =>
    `${format === '' ? 'The file has no ending that says what to save' : `This cannot be saved as “${format}”`}. Choose one of ${offered.join(', ')}`,
  'nothing-as-at': ({ day }) => `Nothing is on record as at ${asDayWords(day)}. Choose a later day`,
}

/** A failure as it arrives with an answer of the program. */
export type FailureReply =
  | { [Code in FailureCode]: { code: Code; detail: Failures[Code] } }[FailureCode]
  | { code: 'unexpected'; detail: { reference: string } }

/** The sentence for a failure; for one that is not meant, the reference that the log has too. */
export const messageFor = (failure: FailureReply): string => {
  if (failure.code === 'unexpected')
    return `There is a problem with the program, and this was not done. What was saved before is safe. Reference ${failure.detail.reference}`
  // One code and its detail belong together in FailureReply; the compiler cannot follow that through an index.
  const sentenceFor = messages[failure.code] as (detail: unknown) => string
  return sentenceFor(failure.detail)
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function differenceInWords(difference: Failures['does-not-tie']['differences'][number]): string {
  const { startYear, what, inCase, inPlan } = difference
  return `${formatYear(startYear)}, ${what}: the case has ${formatInSentence(inCase)} and the plan ${formatInSentence(inPlan)}`
}

function asDayWords(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day as Parameters<typeof formatDay>[0]) : day
}
