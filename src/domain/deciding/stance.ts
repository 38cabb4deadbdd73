/** What an association thinks of a position or a proposal (tillstyrker, med ändringar, delvis, avstyrker, avstår, inga synpunkter). */
export const STANCES = ['support', 'supportWithChanges', 'partial', 'oppose', 'abstain', 'noComment'] as const
export type StanceChoice = (typeof STANCES)[number]
