/** What an association thinks of a position or a proposal (tillstyrker, med ändringar, delvis, avstyrker, avstår, inga synpunkter). */
export type StanceChoice = 'support' | 'supportWithChanges' | 'partial' | 'oppose' | 'abstain' | 'noComment'

export const STANCES: readonly StanceChoice[] = [
	'support',
	'supportWithChanges',
	'partial',
	'oppose',
	'abstain',
	'noComment',
]
