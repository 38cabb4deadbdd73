import fc from 'fast-check'
import { PEOPLE, type Step } from './model-attempt.ts'
import type { RacedStep } from './model-runs.ts'
import { DAY, HOUR } from './rules.ts'

const number = fc.nat(5)
const MINUTE = 60_000

const moments = fc.constantFrom(...Array(20).fill(0), 1, 7 * MINUTE, 7 * MINUTE, HOUR, HOUR, DAY)

/** `wait`: what passes before it. */
export const stepOf = <K extends string>(
	kind: fc.Arbitrary<K>,
	wait: fc.Arbitrary<number> = moments,
): fc.Arbitrary<Step<K>> =>
	fc.record({
		kind,
		who: fc.nat(PEOPLE.length - 1),
		apt: fc.constantFrom(true, true, true, false),
		recent: fc.constantFrom(true, true, true, true, true, true, true, false),
		a: number,
		b: number,
		c: number,
		flag: fc.boolean(),
		wait,
	})

/** Up to `maxLength` steps. Half of them are the next that may be done, half any of these kinds; before some of them others act. */
export const racedSteps = <Kind extends string>(
	kinds: readonly Kind[],
	overtaking: readonly Kind[],
	maxLength: number,
): fc.Arbitrary<readonly RacedStep<Kind>[]> =>
	fc.array(
		fc
			.tuple(
				stepOf(
					fc.oneof(
						{ weight: 3, arbitrary: fc.constantFrom<Kind | 'next'>(...kinds) },
						{ weight: 3, arbitrary: fc.constant<Kind | 'next'>('next') },
					),
				),
				fc.array(stepOf(fc.constantFrom(...overtaking)), { maxLength: 2 }),
				fc.nat(2),
				fc.boolean(),
			)
			.map(([step, others, raced, same]) => {
				// Others meet the step only where it is: on the same statement, for the most part.
				const meanwhile =
					raced === 0 ? others.map((other) => ({ ...other, a: step.a, b: same ? step.b : other.b })) : []
				return { ...step, meanwhile }
			}),
		{ minLength: maxLength - 30, maxLength },
	)
