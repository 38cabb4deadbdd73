import { LEVELS } from '#domain/position/level.ts'
import type { Sorting } from '#domain/position/sorting.ts'

/** What is sent where no level is chosen. */
export const NO_LEVEL = 'none'
export const LEVEL_CHOICES = [NO_LEVEL, ...LEVELS] as const

/** How a position is sorted, in one line, so that it is seen whether a form changed it. */
export const sortedAs = ({ level, groupIds }: Sorting): string => [level ?? NO_LEVEL, ...groupIds.toSorted()].join(' ')
