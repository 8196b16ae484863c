/** A word as users mean it here. */
export interface GlossaryEntry {
  /** Stands in addresses. */
  id: string
  word: string
  /** What else people say for it, and what it is short for. */
  alsoCalled: readonly string[]
  meaning: string
}

/** The words of the field, in the order of the alphabet. */
export const glossary: readonly GlossaryEntry[] = [
  {
    id: 'allocation',
    word: 'Allocation',
    alsoCalled: ['injection', 'capital programme'],
    meaning: 'Money put into the capital programme for a scheme. It gives no right to spend: that needs authority.',
  },
  {
    id: 'as-at',
    word: 'As at',
    alsoCalled: ['earlier day'],
    meaning: 'The programme as it stood at the end of a day. Nothing can be changed there.',
  },
  {
    id: 'authority',
    word: 'Authority to spend',
    alsoCalled: ['ATS', 'approval'],
    meaning: 'A decision that gives the right to spend up to an amount in a year, on money that is allocated already.',
  },
  {
    id: 'available',
    word: 'Available',
    alsoCalled: ['remaining'],
    meaning: 'What may still be ordered: released authority less commitments less what is spent.',
  },
  {
    id: 'bcf',
    word: 'Better Care Fund',
    alsoCalled: ['BCF'],
    meaning: 'The programme in which the NHS and a council plan and pool money for health and care together.',
  },
  {
    id: 'business-case',
    word: 'Business case',
    alsoCalled: ['SOC', 'OBC', 'FBC'],
    meaning: 'Why a scheme is worth its money. Authority usually stays held until its business case is approved.',
  },
  {
    id: 'call-in',
    word: 'Call-in',
    alsoCalled: ['scrutiny'],
    meaning: 'The working days after publication in which scrutiny may stop a decision. It takes effect after them.',
  },
  {
    id: 'capital-revenue',
    word: 'Capital and revenue',
    alsoCalled: ['nature'],
    meaning: 'Capital makes or buys something that lasts; revenue keeps a service running. They are funded apart.',
  },
  {
    id: 'cause',
    word: 'Cause',
    alsoCalled: ['consequence'],
    meaning: 'One fault that several checks come from. Open checks are counted by cause.',
  },
  {
    id: 'check',
    word: 'Check',
    alsoCalled: ['finding', 'tie-out'],
    meaning: 'A figure or a statement that does not agree with another, with what explains the difference.',
  },
  {
    id: 'commitment',
    word: 'Commitment',
    alsoCalled: ['committed', 'order'],
    meaning: 'Orders that are placed and not yet paid. A payment lowers the commitment.',
  },
  {
    id: 'decision',
    word: 'Decision',
    alsoCalled: [],
    meaning: 'What a body or an officer decided. Its lines reach the ledger on the day it takes effect.',
  },
  {
    id: 'design-and-cost-report',
    word: 'Design and cost report',
    alsoCalled: ['DCR'],
    meaning: 'The council report that asks for authority to spend on a scheme.',
  },
  {
    id: 'event',
    word: 'Event',
    alsoCalled: ['audit trail', 'history'],
    meaning: 'One accepted change in the trail. Each holds the hash of the one before, so that none can be altered.',
  },
  {
    id: 'financial-year',
    word: 'Financial year',
    alsoCalled: ['year', 'to March'],
    meaning: '1 April to 31 March. 2020/21 begins on 1 April 2020; “To March 2020” is every year before it.',
  },
  {
    id: 'funding-source',
    word: 'Funding source',
    alsoCalled: ['grant', 'borrowing', 'contribution'],
    meaning: 'Where an allocation comes from: a grant, borrowing or a contribution.',
  },
  {
    id: 'headroom',
    word: 'Headroom',
    alsoCalled: ['room', 'unauthorised allocation'],
    meaning:
      'Allocation for which no authority to spend is given or asked for. Schemes without money are slotted into it.',
  },
  {
    id: 'held',
    word: 'Held',
    alsoCalled: ['on hold', 'not released'],
    meaning: 'Authority that is given but may not be used yet: authority less what is released.',
  },
  {
    id: 'icb',
    word: 'Integrated care board',
    alsoCalled: ['ICB', 'CCG', 'clinical commissioning group'],
    meaning: 'The NHS body that plans health services for an area. It took over from clinical commissioning groups.',
  },
  {
    id: 'key-decision',
    word: 'Key decision',
    alsoCalled: ['notice', '28 days'],
    meaning:
      'A decision over the council’s threshold, or significant for two or more wards. It needs 28 clear days of notice.',
  },
  {
    id: 'minimum-revenue-provision',
    word: 'Minimum revenue provision',
    alsoCalled: ['MRP'],
    meaning:
      'What is set aside from revenue each year to repay borrowing: here what was borrowed divided by the asset life.',
  },
  {
    id: 'movement',
    word: 'Movement and entry',
    alsoCalled: ['posting', 'contra'],
    meaning:
      'What happened to the money, and the lines of it. They are never edited: a movement is reversed by another.',
  },
  {
    id: 'plan',
    word: 'Plan',
    alsoCalled: ['expenditure plan', 'budget'],
    meaning: 'What is meant to be spent, by scheme and year. It is the only level that is edited directly.',
  },
  {
    id: 'policy-order',
    word: 'Policy order',
    alsoCalled: ['funding waterfall', 'who pays first'],
    meaning:
      'The order in which the funding sources pay for a year. What the first may not or cannot pay for, the next one does.',
  },
  {
    id: 'previous-authority',
    word: 'Previous authority',
    alsoCalled: ['earlier authority'],
    meaning: 'Authority that was in force before the decision that a report asks for.',
  },
  {
    id: 'programme',
    word: 'Programme',
    alsoCalled: ['file'],
    meaning: 'What one file holds: a capital programme with its themes, schemes and money.',
  },
  {
    id: 'rating',
    word: 'Rating',
    alsoCalled: ['RAG', 'DCA', 'delivery confidence'],
    meaning: 'How confident one is that a scheme delivers: green, amber/green, amber, amber/red or red.',
  },
  {
    id: 'released',
    word: 'Released',
    alsoCalled: [],
    meaning: 'The part of authority that may be used now.',
  },
  {
    id: 'reprofile',
    word: 'Reprofile',
    alsoCalled: ['slippage', 'rephasing', 'move spend to a later year'],
    meaning: 'Moving spend to another year without changing the total.',
  },
  {
    id: 'rounding',
    word: 'Rounding',
    alsoCalled: [],
    meaning: 'What rounded figures lack to their rounded total. It has a row of its own; the pence kept never change.',
  },
  {
    id: 'scheme',
    word: 'Scheme',
    alsoCalled: ['project', 'line'],
    meaning: 'A piece of work with an identity of its own, whatever theme reports it.',
  },
  {
    id: 'section-151',
    word: 'Section 151 officer',
    alsoCalled: ['s151', 'chief finance officer'],
    meaning: 'The council’s chief finance officer by law.',
  },
  {
    id: 'section-75',
    word: 'Section 75 agreement',
    alsoCalled: ['s75', 'pooled budget'],
    meaning: 'The agreement by which NHS bodies and a council pool a budget.',
  },
  {
    id: 'spent',
    word: 'Spent',
    alsoCalled: ['actual', 'actuals', 'payment'],
    meaning: 'What has been paid. Reports call it “Actual”.',
  },
  {
    id: 'stated-figure',
    word: 'Stated figure',
    alsoCalled: ['printed figure', 'claim'],
    meaning: 'What a document prints or says. It is evidence: held against the ledger and never changed.',
  },
  {
    id: 'theme',
    word: 'Theme',
    alsoCalled: [],
    meaning:
      'A grouping in reports. Its name changes between documents, so it has other names; a scheme is in one at a time.',
  },
  {
    id: 'virement',
    word: 'Virement',
    alsoCalled: ['move between schemes'],
    meaning: 'Moving money between schemes or heads without changing the total.',
  },
]
