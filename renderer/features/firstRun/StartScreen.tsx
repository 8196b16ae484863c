import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { ChooseStart } from './ChooseStart.tsx'
import { NewProgrammeCheck } from './NewProgrammeCheck.tsx'
import { NewProgrammePerson } from './NewProgrammePerson.tsx'
import { NewProgrammeQuestion } from './NewProgrammeQuestion.tsx'
import { type Answers, type FirstPerson, isQuestion, noAnswers, type Question, questions } from './newProgramme.ts'
import { OpenFile } from './OpenFile.tsx'

/** Each page of the first run has an address, so that Back goes back one question. */
export const StartSearch = z.object({ step: z.string().optional().catch(undefined) })

/** Where to start: the sample, a new programme by five questions and its first person, or a file. */
export function StartScreen() {
  const { step }: z.infer<typeof StartSearch> = useSearch({ strict: false })
  const navigate = useNavigate()
  const [answers, setAnswers] = useState<Answers>(noAnswers)
  const [person, setPerson] = useState<FirstPerson | null>(null)
  const go = (to: string | undefined) => void navigate({ to: '/start', search: { step: to } })

  if (step === 'open') return <OpenFile />
  if (step === 'check') return <NewProgrammeCheck answers={answers} person={person} onChange={go} />
  if (step === 'person') {
    const onAnswer = (answer: FirstPerson | null) => {
      setPerson(answer)
      go('check')
    }
    return <NewProgrammePerson kept={person} onAnswer={onAnswer} />
  }
  if (isQuestion(step)) {
    const then = questions[questions.indexOf(step) + 1]
    const onAnswer = (question: Question, text: string) => {
      setAnswers({ ...answers, [question]: text })
      go(then ?? 'person')
    }
    return <NewProgrammeQuestion key={step} question={step} kept={answers[step]} onAnswer={onAnswer} />
  }
  return <ChooseStart onNew={() => go(questions[0])} onOpen={() => go('open')} />
}
