import { Radio, Textarea, TextInput } from '@mantine/core'
import { requestField } from '../../../domain/authority/requestDraft.ts'
import { readLines } from '../../lib/readText.ts'
import type { DraftDesk } from '../../lib/useDraft.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import classes from './Request.module.css'
import type { WrittenPartProps } from './requestFacts.ts'

/** The questions on the cover of a delegated decision report. What only matters after an answer is asked after it. */
export function CoverPart({ facts, desk }: WrittenPartProps) {
  if (!desk) return <CoverRead facts={facts} />
  const isYes = (field: string) => desk.valueAt(`cover.${field}`) === true
  const wards = desk.valueAt('cover.wards') as string[]
  return (
    <div className={classes.fields}>
      <Textarea
        id="cover.wards"
        label="Wards affected"
        description="One a line. Leave it empty where all or none are affected"
        autosize
        minRows={2}
        defaultValue={wards.join('\n')}
        onChange={(event) =>
          desk.set(
            'cover.wards',
            readLines(event.currentTarget.value).map((ward) => ward.slice(0, 100)),
          )
        }
      />
      <YesNo
        desk={desk}
        field="isSignificantForWards"
        label="Is it significant for communities in two or more wards?"
        hint="Then it is a key decision, whatever its amount"
      />
      {isYes('isSignificantForWards') && (
        <Words desk={desk} field="significance" label="Why it is significant for them" />
      )}
      <YesNo
        desk={desk}
        field="hasEqualityImplications"
        label="Are there implications for equality and diversity, cohesion and integration?"
      />
      <YesNo desk={desk} field="isCallInEligible" label="Can the decision be called in?" />
      {!isYes('isCallInEligible') && (
        <Words desk={desk} field="callInExemption" label="Why it cannot be called in, and who agreed" />
      )}
      <YesNo desk={desk} field="isExempt" label="Is a part of the report kept from the public?" />
      {isYes('isExempt') && (
        <>
          <TextInput
            id="cover.exemptParagraph"
            label="Paragraph of Schedule 12A"
            maxLength={100}
            value={String(desk.valueAt('cover.exemptParagraph') ?? '')}
            onChange={(event) => desk.set('cover.exemptParagraph', event.currentTarget.value)}
          />
          <Words desk={desk} field="publicInterest" label="Why the public interest is in keeping it from the public" />
        </>
      )}
    </div>
  )
}

interface QuestionProps {
  desk: DraftDesk
  field: string
  label: string
  hint?: string
}

function YesNo({ desk, field, label, hint }: QuestionProps) {
  const path = `cover.${field}`
  const value = desk.valueAt(path)
  return (
    <Radio.Group
      id={path}
      label={label}
      description={hint}
      value={value === null ? '' : value ? 'yes' : 'no'}
      onChange={(next) => desk.set(path, next === 'yes')}
    >
      <div className={classes.yesNo}>
        <Radio value="yes" label="Yes" />
        <Radio value="no" label="No" />
      </div>
    </Radio.Group>
  )
}

function Words({ desk, field, label }: QuestionProps) {
  const path = `cover.${field}`
  return (
    <Textarea
      id={path}
      label={label}
      autosize
      minRows={2}
      maxLength={2000}
      value={String(desk.valueAt(path) ?? '')}
      onChange={(event) => desk.set(path, event.currentTarget.value)}
    />
  )
}

const yesNo = (value: unknown): string => (value === null ? 'Not answered' : value ? 'Yes' : 'No')

function CoverRead({ facts }: Pick<WrittenPartProps, 'facts'>) {
  const { cover } = facts.request
  const at = (field: string) => requestField(facts.request, `cover.${field}`)
  return (
    <CheckAnswers
      answers={[
        { label: 'Wards affected', value: cover.wards.join(', ') || 'None named' },
        {
          label: 'Significant for two or more wards',
          value: [yesNo(at('isSignificantForWards')), cover.significance].filter(Boolean).join('. '),
        },
        { label: 'Equality implications', value: yesNo(at('hasEqualityImplications')) },
        {
          label: 'Can be called in',
          value: [yesNo(at('isCallInEligible')), cover.callInExemption].filter(Boolean).join('. '),
        },
        {
          label: 'Kept from the public in part',
          value: [yesNo(at('isExempt')), cover.exemptParagraph, cover.publicInterest].filter(Boolean).join('. '),
        },
      ]}
    />
  )
}
