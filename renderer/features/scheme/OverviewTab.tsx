import { Button } from '@mantine/core'
import { useMayDo } from '../../lib/session.ts'
import { useAction } from '../../lib/useAction.ts'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { About } from './About.tsx'
import { AboutForm } from './AboutForm.tsx'
import { AuthorityChain } from './AuthorityChain.tsx'
import type { OverviewForm, OverviewForms } from './overviewForm.ts'
import { Ratings } from './Ratings.tsx'
import { RatingsForm } from './RatingsForm.tsx'
import { SchemeChecks } from './SchemeChecks.tsx'
import { Section } from './Section.tsx'
import { StageForm } from './StageForm.tsx'
import type { SchemeFacts } from './schemeFacts.ts'

interface OverviewTabProps {
  facts: SchemeFacts
  forms: OverviewForms
}

/** Where the money of a scheme stands, what disagrees about it, and all that is said of it. */
export function OverviewTab({ facts, forms }: OverviewTabProps) {
  const mayChange = useMayDo('scheme')
  const kind = mayChange ? forms.form?.kind : undefined
  useAction('main', () => forms.open({ kind: 'about', opener: 'change-about' }), {
    words: 'Change the details',
    when: mayChange,
  })
  const act = (of: OverviewForm['kind'], words: string) => {
    const id = `change-${of}`
    return (
      mayChange && (
        <Button
          id={id}
          variant="default"
          size="compact-md"
          aria-expanded={kind === of}
          onClick={() => (kind === of ? forms.close() : forms.open({ kind: of, opener: id }))}
        >
          {words}
        </Button>
      )
    )
  }

  return (
    <>
      <AuthorityChain facts={facts} />
      <SchemeChecks checks={facts.checks} />
      <WhoMay duty="scheme" what="The details of schemes are changed" />
      <Section
        title="About this scheme"
        act={
          <>
            {act('about', 'Change the details')}
            {act('stage', 'Change the stage')}
          </>
        }
      >
        {kind === 'stage' && <StageForm scheme={facts.scheme} forms={forms} />}
        {kind === 'about' ? <AboutForm facts={facts} forms={forms} /> : <About facts={facts} />}
      </Section>
      <Section title="Ratings and assurance" act={act('ratings', 'Change the ratings')}>
        {kind === 'ratings' ? <RatingsForm scheme={facts.scheme} forms={forms} /> : <Ratings scheme={facts.scheme} />}
      </Section>
    </>
  )
}
