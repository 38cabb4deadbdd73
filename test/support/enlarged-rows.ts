import { DEMO_SLUG } from '#local/demo/making.ts'

export const SENTENCE = 'Vi anser att regionen ska ersätta den som deltar för sin tid och sina resor. '

export const COALITION = `(SELECT coalition_id FROM slug WHERE slug = '${DEMO_SLUG}')`
export const OF_COALITION = `coalition_id = ${COALITION}`
/** The numbers from 1 to the parameter. */
export const COUNTED = 'WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)'
/** An id that no other row has. */
export const idOf = (kind: string, number = 'n') => `printf('ffff${kind}0-0000-7000-8000-%012x', ${number})`
/** The number of something that every statement has. */
export const OF_STATEMENT = 'n * 100000 + statement.rowid'
export const [ASSOCIATION, PERSON, SEAT] = [idOf('a55'), idOf('9e5'), idOf('5ea')]
