import * as z from 'zod'

export const topicForm = z.object({ name: z.string() })

/** `used`: whether it can be chosen from now on. */
export const useForm = z.object({ used: z.enum(['yes', 'no']) }).transform(({ used }) => ({ away: used === 'no' }))

export const sortingForm = z.object({ 'topics[]': z.array(z.string().max(64)).max(200).default([]) })
